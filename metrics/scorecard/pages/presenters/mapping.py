"""What the page of columns shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.forms import BoundField
from django.utils.translation import gettext

from metrics.scorecard.fields import FIELDS, Kind
from metrics.scorecard.pages.forms import MapForm
from metrics.scorecard.pages.texts import DECIMAL_CHOICES, ENCODING_CHOICES, KIND_NAMES
from metrics.scorecard.reading import SEPARATORS

SAMPLES, LONGEST = 3, 40
USEFUL = {
    Kind.DEALS: ("id", "created", "closed", "status", "stage", "amount", "currency", "owner", "source", "segment"),
    Kind.LEADS: ("id", "created", "mql", "sql"),
    Kind.SUBSCRIPTIONS: ("id", "customer", "start", "end", "amount", "interval", "segment", "currency"),
    Kind.SPEND: ("month", "amount", "kind", "channel"),
}


@dataclass(frozen=True, slots=True)
class ColumnRow:
    """One field of ours, the column chosen for it, and what its first rows hold."""

    field: BoundField
    is_suggested: bool
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MapPage:
    ref: str
    title: str
    file: str
    detected: str
    rows: tuple[ColumnRow, ...]
    more: tuple[ColumnRow, ...]
    words: tuple[BoundField, ...]
    words_of: str
    ignored: str
    source: str
    preview: tuple[tuple[str, ...], ...]
    headers: tuple[str, ...]
    area: str = "metrics"


@dataclass(frozen=True, slots=True)
class Shown:
    """The file as it is read at the moment."""

    ref: str
    kind: Kind
    name: str
    separator: str
    header: Sequence[str]
    sample: Sequence[Sequence[str]]
    suggested: Mapping[str, int]
    status_column: int | None
    source: str


def map_page(shown: Shown, form: MapForm) -> MapPage:
    """The page for one file."""
    rows = [_row(shown, form, each.name) for each in FIELDS[shown.kind]]
    useful = USEFUL[shown.kind]
    chosen = {form[f"col-{each.name}"].value() for each in FIELDS[shown.kind]}
    return MapPage(
        ref=shown.ref,
        title=gettext("Columns: %(file)s") % {"file": KIND_NAMES[shown.kind]},
        file=shown.name,
        detected=_detected(shown, form),
        rows=tuple(row for row in rows if row.field.name.removeprefix("col-") in useful),
        more=tuple(row for row in rows if row.field.name.removeprefix("col-") not in useful),
        words=tuple(form[f"word-{number}"] for number in range(len(form.words))),
        words_of=shown.header[shown.status_column] if shown.status_column is not None else "",
        ignored=", ".join(_short(name) for n, name in enumerate(shown.header) if str(n) not in chosen and name.strip()),
        source=shown.source,
        preview=tuple(tuple(_short(cell) for cell in row) for row in shown.sample[:SAMPLES]),
        headers=tuple(_short(name) for name in shown.header),
    )


def _row(shown: Shown, form: MapForm, name: str) -> ColumnRow:
    field = form[f"col-{name}"]
    value = str(field.value() or "")
    samples: tuple[str, ...] = ()
    if value.isascii() and value.isdecimal() and int(value) < len(shown.header):
        cells = [row[int(value)] for row in shown.sample if int(value) < len(row)]
        samples = tuple(_short(cell) for cell in cells[:SAMPLES])
    return ColumnRow(field, str(shown.suggested.get(name, "")) == value != "", samples)


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= LONGEST else plain[: LONGEST - 1] + "…"


def _detected(shown: Shown, form: MapForm) -> str:
    """How the file is read, in one line."""
    separators = {"semicolon": gettext("Semicolon"), "comma": gettext("Comma"), "tab": gettext("Tab")}
    encoding = dict(ENCODING_CHOICES).get(str(form["encoding"].value()), "")
    decimal = str(dict(DECIMAL_CHOICES).get(str(form["decimal"].value() or ""), ""))
    parts = [separators[SEPARATORS[shown.separator]], encoding]
    if form["decimal"].value():
        parts.append(gettext("decimal mark: %(mark)s") % {"mark": decimal.split(":", maxsplit=1)[0].lower()})
    return ", ".join(parts)
