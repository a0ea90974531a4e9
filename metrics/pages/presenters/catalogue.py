"""What the catalogue page shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from metrics.catalogue import METRICS, Owner, metrics_of
from metrics.catalogue.searching import found
from metrics.catalogue.texts import Entry
from metrics.pages.presenters.labels import KINDS, owner_name, unit_text

ORDER = (Owner.SALESOPS, Owner.SHARED, Owner.REVOPS)


@dataclass(frozen=True, slots=True)
class Filter:
    """A link that shows one function's KPIs, with how many it would show."""

    text: str
    href: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Item:
    slug: str
    name: str
    meaning: str
    unit: str


@dataclass(frozen=True, slots=True)
class Column:
    """One function's KPIs; `kind` is its colour and shape."""

    kind: str
    name: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Venn:
    """How many KPIs belong to each function and to both, as texts for the drawing and its table."""

    salesops: str
    shared: str
    revops: str
    title: str
    description: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CataloguePage:
    title: str
    query: str
    function: str
    filters: tuple[Filter, ...]
    columns: tuple[Column, ...]
    said: str
    nothing: str
    venn: Venn
    area: str = "metrics"


def catalogue_page(entries: Sequence[Entry], language: str, query: str, function: str, first: str) -> CataloguePage:
    """The KPIs that hold the words of `query`, of one `function` or of all; `first` names the column to begin with."""
    matching = found(entries, query)
    chosen = next((owner for owner in ORDER if owner == function), None)
    shown = [entry for entry in matching if chosen in {None, entry.metric.owner}]
    return CataloguePage(
        title=gettext("KPIs for SalesOps and RevOps"),
        query=query,
        function=chosen or "",
        filters=_filters(matching, query, chosen),
        columns=_columns(shown, language, first),
        said=_said(shown, query) if query or chosen else "",
        nothing="" if shown else gettext("No KPI matches “%(query)s”.") % {"query": query},
        venn=venn(),
    )


def _filters(matching: Sequence[Entry], query: str, chosen: Owner | None) -> tuple[Filter, ...]:
    counts = {owner: sum(entry.metric.owner is owner for entry in matching) for owner in ORDER}
    options = [(None, gettext("All"), len(matching)), *((owner, owner_name(owner), counts[owner]) for owner in ORDER)]
    return tuple(Filter(f"{name} {count}", _address(query, owner), owner is chosen) for owner, name, count in options)


def _address(query: str, owner: Owner | None) -> str:
    asked = {"q": query, "function": owner or ""}
    asked = {name: value for name, value in asked.items() if value}
    return reverse("metrics") + (f"?{urlencode(asked)}" if asked else "")


def _columns(shown: Sequence[Entry], language: str, first: str) -> tuple[Column, ...]:
    order = sorted(ORDER, key=lambda owner: owner != first)
    columns = (Column(KINDS[owner], owner_name(owner), _items(shown, owner, language)) for owner in order)
    return tuple(column for column in columns if column.items)


def _items(shown: Sequence[Entry], owner: Owner, language: str) -> tuple[Item, ...]:
    return tuple(
        Item(
            entry.metric.slug,
            entry.texts.name.in_language(language),
            entry.texts.meaning.in_language(language),
            unit_text(entry.metric.unit),
        )
        for entry in shown
        if entry.metric.owner is owner
    )


def _said(shown: Sequence[Entry], query: str) -> str:
    """How many KPIs are left, for those who cannot see it."""
    text = ngettext("%(n)d KPI shown", "%(n)d KPIs shown", len(shown)) % {"n": len(shown)}
    return f"{text}: “{query}”" if query else text


def venn() -> Venn:
    """The overlap of both functions in numbers."""
    counts = {owner: len(metrics_of(owner)) for owner in ORDER}
    return Venn(
        salesops=str(counts[Owner.SALESOPS]),
        shared=str(counts[Owner.SHARED]),
        revops=str(counts[Owner.REVOPS]),
        title=gettext("Four of sixteen KPIs are read by both functions"),
        description=gettext(
            "Two circles that overlap: %(salesops)d KPIs belong to SalesOps only, %(revops)d to RevOps only, and"
            " %(shared)d to both."
        )
        % {owner.value: count for owner, count in counts.items()},
        rows=(*((owner_name(owner), str(counts[owner])) for owner in ORDER), (gettext("Together"), str(len(METRICS)))),
    )
