"""What the scorecard page shows: every KPI in its function's column, with its values, trend and what is missing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext

from metrics.catalogue import Metric, MetricError, Owner, Unit, metrics_of
from metrics.catalogue.wording import share_text, value_text
from metrics.pages.presenters.labels import KINDS, owner_name
from metrics.scorecard.pages.presenters.breakdowns import Breakdown, breakdowns
from metrics.scorecard.pages.presenters.trends import Trend, trends
from metrics.scorecard.pages.texts import FIELD_NAMES, NEEDS, count_text
from metrics.scorecard.pages.variants import variant_name
from metrics.scorecard.values import Value
from metrics.services.scorecards import Computed

ORDER = (Owner.SALESOPS, Owner.SHARED, Owner.REVOPS)
LISTED = {"segment", "stage", "channel"}


@dataclass(frozen=True, slots=True)
class Line:
    """One value: what it is of, the value, and n, period, currency and interval."""

    name: str
    value: str
    about: str


@dataclass(frozen=True, slots=True)
class MetricCard:
    slug: str
    name: str
    lines: tuple[Line, ...]
    groups: tuple[Line, ...]
    missing: str
    trend: Trend | None


@dataclass(frozen=True, slots=True)
class CardColumn:
    kind: str
    name: str
    cards: tuple[MetricCard, ...]


@dataclass(frozen=True, slots=True)
class CardPage:
    ref: str
    title: str
    said: str
    columns: tuple[CardColumn, ...]
    breakdowns: tuple[Breakdown, ...]
    area: str = "metrics"


def card_page(ref: str, computed: Computed, language: str) -> CardPage:
    """The page of a computed scorecard."""
    said = gettext("Computed from %(used)s of %(total)s rows, as of %(date)s.") % {
        "used": count_text(computed.used, language),
        "total": count_text(computed.total, language),
        "date": date_format(computed.as_of, "DATE_FORMAT"),
    }
    return CardPage(
        ref,
        headline(computed.values, language),
        said,
        columns(computed, language),
        breakdowns(computed.values, language),
    )


def columns(computed: Computed, language: str) -> tuple[CardColumn, ...]:
    """The sixteen KPIs by function."""
    return tuple(
        CardColumn(
            KINDS[owner], owner_name(owner), tuple(_card(each, computed, language) for each in metrics_of(owner))
        )
        for owner in ORDER
    )


def headline(values: Iterable[Value], language: str) -> str:
    """The two numbers everybody asks for first, as a sentence."""
    found = {
        (each.slug, each.variant): value_text(each.value, each.unit, language)
        for each in values
        if not each.group[0] and not each.pipeline and each.value is not None and each.period == "all"
    }
    cycle, rate = found.get(("sales-cycle", "average")), found.get(("close-rate", "count"))
    if cycle and rate:
        text = gettext("The sales cycle is %(cycle)s; %(rate)s of closed deals are won")
        return text % {"cycle": cycle, "rate": rate}
    return gettext("%(rate)s of closed deals are won") % {"rate": rate} if rate else gettext("Your scorecard")


def _card(metric: Metric, computed: Computed, language: str) -> MetricCard:
    own = [each for each in computed.values if each.slug == metric.slug and _is_shown(each)]
    there = [each for each in own if each.value is not None]
    return MetricCard(
        metric.slug,
        metric.name(language),
        tuple(_line(each, language) for each in there if not each.group[0]),
        tuple(_line(each, language) for each in there if each.group[0] in LISTED),
        "" if there else _missing(own, language),
        trends(computed.trend, metric.slug, language),
    )


def _is_shown(value: Value) -> bool:
    """Growth by calendar year stands in the trend only: years that are not wholly in the file mislead."""
    is_growth_of_a_year = value.slug == "real-growth" and "/" not in value.period and value.value is not None
    return not is_growth_of_a_year and value.group[0] not in {"owner", "source"} and not _is_broken_down(value)


def _is_broken_down(value: Value) -> bool:
    """Deals by segment stand in the table of segments."""
    return value.group[0] == "segment" and value.slug != "arr-by-segment"


def _line(value: Value, language: str) -> Line:
    assert value.value is not None
    name = value.group[1] or gettext("without a name") if value.group[0] else variant_name(value, language)
    if value.group[0]:
        name = f"{name}: {variant_name(value, language)}"
    return Line(name, value_text(value.value, value.unit, language, value.currency), about(value, language))


def about(value: Value, language: str) -> str:
    """What a value is of: how many cases, which time, pipeline and currency, and how far chance may move it."""
    parts = [f"n = {count_text(value.n, language)}" if value.n is not None else "", period_text(value.period)]
    if value.pipeline:
        parts.append(gettext("pipeline %(name)s") % {"name": value.pipeline})
    if value.currency and value.unit not in {Unit.MONEY, Unit.MONEY_PER_DAY}:
        parts.append(value.currency)
    if value.interval:
        low, high = (share_text(end, language) for end in value.interval)
        parts.append(gettext("95%% interval (Wilson): %(low)s–%(high)s") % {"low": low, "high": high})
    return " · ".join(part for part in parts if part)


def period_text(period: str) -> str:
    """A period in words: everything, a day, or from one day to another."""
    if period == "all":
        return gettext("whole file")
    first, mark, last = period.partition("/")
    if mark:
        return f"{_day(first)} – {_day(last)}"
    return _day(period) if period.count("-") == 2 else period


def _day(text: str) -> str:
    return str(date_format(date.fromisoformat(text), "SHORT_DATE_FORMAT"))


def _missing(values: Sequence[Value], language: str) -> str:
    """Why a KPI has no value at all."""
    for each in values:
        if each.missing:
            needs = ", ".join(str(NEEDS.get(name, FIELD_NAMES.get(name, name))) for name in each.missing)
            return gettext("Cannot be computed. It needs: %(needs)s.") % {"needs": needs}
    for each in values:
        if each.fault:
            return MetricError(each.fault).sentence(language, {})
    return gettext("Cannot be computed from these files.")
