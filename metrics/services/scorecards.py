"""Settle how files are read, check them, compute their KPIs, and read what was computed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from metrics.catalogue.faults import Fault
from metrics.catalogue.values import Unit
from metrics.models import Scorecard, ScorecardFile
from metrics.scorecard.card import Card, Files, Prepared, Question, card_of, read_files
from metrics.scorecard.dates import Order
from metrics.scorecard.deals import Reading
from metrics.scorecard.fields import Kind
from metrics.scorecard.measured import Measured
from metrics.scorecard.periods import Period, unfinished
from metrics.scorecard.reading import Table, opened_table
from metrics.scorecard.settling import Choices, settled_reading
from metrics.scorecard.values import Value
from metrics.services.storing import limits, opener

TRENDS = {("close-rate", "count"), ("sales-cycle", "median"), ("real-growth", "nominal"), ("churn", "customers")}
TRENDS |= {("qualified-leads", "mql"), ("cost-per-lead", "all"), ("cac", "full"), ("arr-by-segment", "mrr")}
MOST_GROUPS = 100


def table_of(file: ScorecardFile, encoding: str = "") -> Table:
    """The stored file, opened; in the encoding that was settled, or in this one."""
    return opened_table(opener(file), encoding or file.reading.get("encoding", ""), limits())


def save_reading(file: ScorecardFile, encoding: str, reading: Reading) -> None:
    """Keep how the file is to be read. What was computed before is no longer true."""
    file.reading = {
        "encoding": encoding,
        "mapped": dict(reading.mapped),
        "order": reading.order or "",
        "decimal": reading.decimal,
        "statuses": dict(reading.statuses),
    }
    file.save(update_fields=["reading"])
    Scorecard.objects.filter(pk=file.scorecard_id).update(result=None)


def reading_of(file: ScorecardFile) -> Reading:
    """How the file is to be read."""
    kept = file.reading
    return Reading(kept["mapped"], Order(kept["order"]) if kept["order"] else None, kept["decimal"], kept["statuses"])


def settle_all(files: Sequence[ScorecardFile]) -> None:
    """Settle every file from what it shows; ScorecardError where that must be asked."""
    for file in files:
        table = table_of(file, "utf-8")
        save_reading(file, "utf-8", settled_reading(Kind(file.kind), table, Choices()))


def files_of(scorecard: Scorecard) -> Sequence[ScorecardFile]:
    """Its files, the deals first."""
    order = list(Kind)
    return sorted(scorecard.files.all(), key=lambda file: order.index(Kind(file.kind)))


def first_unsettled(files: Sequence[ScorecardFile]) -> ScorecardFile | None:
    """The first file of which it is not settled how it is read."""
    return next((file for file in files if not file.reading), None)


def prepared(files: Sequence[ScorecardFile]) -> Mapping[Kind, Prepared]:
    """The files with how they are read."""
    return {Kind(file.kind): Prepared(table_of(file), reading_of(file)) for file in files}


def checked(files: Sequence[ScorecardFile], as_of: date) -> Files:
    """Every file, read once; ScorecardError where one cannot be."""
    return read_files(prepared(files), as_of.toordinal())


def compute(scorecard: Scorecard, files: Files, question: Question) -> Card:
    """Compute and keep all KPIs, and the trends of some. ScorecardError where nothing can be computed."""
    card = card_of(files, question)
    trend: list[Value] = []
    for period in (Period.QUARTER, Period.MONTH):
        found = card_of(files, Question(question.as_of, period, question.currency, question.pipeline)).values
        begun = unfinished(period, question.as_of)
        trend += [
            each for each in found if (each.slug, each.variant) in TRENDS and not each.group[0] and each.period != begun
        ]
    scorecard.result = {
        "as_of": date.fromordinal(question.as_of).isoformat(),
        "values": [packed(each) for each in fewest(card.values)],
        "trend": [packed(each) for each in trend],
        "measured": packed_measured(card.measured),
        "used": files.deals.problems.usable,
        "total": files.deals.problems.total,
    }
    scorecard.save(update_fields=["result", "asked"])
    return card


def fewest(values: Sequence[Value]) -> list[Value]:
    """The values, with at most so many groups of each KPI."""
    counts: dict[tuple[str, ...], int] = {}
    kept = []
    for each in values:
        key = (each.slug, each.variant, each.period, each.group[0], each.pipeline, each.currency)
        counts[key] = counts.get(key, 0) + 1
        if not each.group[0] or counts[key] <= MOST_GROUPS:
            kept.append(each)
    return kept


def packed(value: Value) -> list[Any]:
    """A value as JSON keeps it; fractions as texts."""
    number = None if value.value is None else str(value.value)
    ends = [str(end) for end in value.interval or ()]
    fault = value.fault.value if value.fault else ""
    place = [value.period, *value.group, value.pipeline, value.currency]
    return [value.slug, value.variant, value.unit.value, number, value.n, *place, list(value.missing), fault, ends]


def unpacked(kept: Sequence[Any]) -> Value:
    """A value as it was."""
    slug, variant, unit, number, n, period, kind, name, pipeline, currency, missing, fault, ends = kept
    return Value(
        slug,
        variant,
        Unit(unit),
        None if number is None else Fraction(number),
        n,
        period,
        (kind, name),
        pipeline,
        currency,
        tuple(missing),
        Fault(fault) if fault else None,
        (Fraction(ends[0]), Fraction(ends[1])) if ends else None,
    )


def packed_measured(found: Measured) -> dict[str, Any]:
    """What was measured, as JSON keeps it."""
    return {
        "cycle": found.cycle and [str(found.cycle[0]), found.cycle[1]],
        "win_rates": found.win_rates,
        "leads": found.leads and [str(found.leads[0]), found.leads[1]],
        "gaps": found.gaps,
    }


def unpacked_measured(kept: Mapping[str, Any]) -> Measured:
    """What was measured, as it was."""
    rates = kept["win_rates"]
    return Measured(
        cycle=kept["cycle"] and (Fraction(kept["cycle"][0]), kept["cycle"][1]),
        win_rates=rates and (tuple(rates[0]), tuple(rates[1])),
        leads=kept["leads"] and (Fraction(kept["leads"][0]), kept["leads"][1]),
        gaps=kept["gaps"] and tuple(kept["gaps"]),
    )


@dataclass(frozen=True, slots=True)
class Computed:
    """The stored result of a scorecard."""

    as_of: date
    values: tuple[Value, ...]
    trend: tuple[Value, ...]
    measured: Measured
    used: int
    total: int


def computed_of(scorecard: Scorecard) -> Computed | None:
    """What was computed; None before it was."""
    kept = scorecard.result
    if kept is None:
        return None
    return Computed(
        date.fromisoformat(kept["as_of"]),
        tuple(map(unpacked, kept["values"])),
        tuple(map(unpacked, kept["trend"])),
        unpacked_measured(kept["measured"]),
        kept["used"],
        kept["total"],
    )
