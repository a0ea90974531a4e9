"""The KPIs of deals by owner, by source and by segment, as tables."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from metrics.catalogue.wording import value_text
from metrics.scorecard.pages.texts import FIELD_NAMES, count_text
from metrics.scorecard.values import Value

SHOWN = (("close-rate", "count"), ("sales-cycle", "average"), ("time-to-close", "median"))
MOST = 25


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A table: its caption, its head, its rows; `more` says that some are left out."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    more: str


def breakdowns(values: Sequence[Value], language: str) -> tuple[Breakdown, ...]:
    """A table for each of owner, source and segment that the files have."""
    found = (_breakdown(values, kind, language) for kind in ("owner", "source", "segment"))
    return tuple(each for each in found if each is not None)


def _breakdown(values: Sequence[Value], kind: str, language: str) -> Breakdown | None:
    own = [each for each in values if each.group[0] == kind and (each.slug, each.variant) in SHOWN]
    cells = {(each.pipeline, each.group[1], each.slug): each for each in own}
    names = list(dict.fromkeys((each.pipeline, each.group[1]) for each in own))
    names.sort(key=lambda name: -(cells[*name, "close-rate"].n or 0))
    if not names:
        return None
    captions = {
        "owner": gettext("Deals by owner"),
        "source": gettext("Deals by source"),
        "segment": gettext("Deals by segment"),
    }
    head = (
        str(FIELD_NAMES[kind]),
        gettext("Closed deals"),
        gettext("Close rate"),
        gettext("Average cycle"),
        gettext("Median time to close"),
    )
    rows = tuple(
        (
            _name(name),
            _count(cells[*name, "close-rate"], language),
            *(_cell(cells[*name, slug], language) for slug, _ in SHOWN),
        )
        for name in names[:MOST]
    )
    more = gettext("Only the %(most)d with the most closed deals are shown; the CSV file has more.") % {"most": MOST}
    return Breakdown(captions[kind], head, rows, more if len(names) > MOST else "")


def _name(name: tuple[str, str]) -> str:
    pipeline, group = name
    shown = group or gettext("without a name")
    return f"{pipeline}: {shown}" if pipeline else shown


def _count(value: Value, language: str) -> str:
    return count_text(value.n or 0, language)


def _cell(value: Value, language: str) -> str:
    return "–" if value.value is None else value_text(value.value, value.unit, language)
