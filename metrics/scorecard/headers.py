"""Which column holds which field: suggested from the headers, or given by hand."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from .faults import ScorecardError, Trouble
from .fields import FIELDS, Kind

Mapped = dict[str, int]
"""The column of each mapped field, counted from 0."""

_PREFIX = re.compile(r"^(deal|opportunity|opp|lead|szansa sprzedazy|szansa|transakcja|obchod) (?=\S)")
_WORDS = re.compile(r"[^a-z0-9]+")
_NO_ACCENT = str.maketrans({"ł": "l", "Ł": "l", "ß": "ss", "ø": "o", "đ": "d"})
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def plain_header(header: str) -> str:
    """The header in small letters without accents and marks: `Deal - Won time` is `deal won time`."""
    words = _CAMEL.sub(" ", header.translate(_NO_ACCENT))
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return _WORDS.sub(" ", plain).strip()


def suggested_columns(kind: Kind, headers: Sequence[str]) -> Mapped:
    """The best column for each field that one is found for; a column serves one field, a repeated header none."""
    places = _places(headers)
    mapped: Mapped = {}
    for field in FIELDS[kind]:
        for name in field.headers:
            found = [place for place in places.get(name, ()) if place not in mapped.values()]
            if found and len(places[name]) == 1:
                mapped[field.name] = found[0]
                break
    return mapped


def _places(headers: Sequence[str]) -> Mapping[str, list[int]]:
    """The columns by their plain header, with and without the kind of record in front, and without spaces."""
    places: dict[str, list[int]] = {}
    for place, header in enumerate(headers):
        plain = plain_header(header)
        for name in {plain, _PREFIX.sub("", plain)} - {""}:
            places.setdefault(name, []).append(place)
    return places


def repeated_match(kind: Kind, headers: Sequence[str], mapped: Mapped) -> None:
    """ScorecardError where a field would be found if its header did not stand above several columns."""
    places = _places(headers)
    for field in FIELDS[kind]:
        for name in () if field.name in mapped else field.headers:
            if len(places.get(name, ())) > 1 and not set(places[name]) & set(mapped.values()):
                first = headers[places[name][0]]
                raise ScorecardError(Trouble.REPEATED_HEADER, header=first, count=len(places[name]))


def given_columns(kind: Kind, headers: Sequence[str], given: Mapping[str, str]) -> Mapped:
    """The columns named by hand, by header or as #number; ScorecardError for a field or header that is not there."""
    known = [field.name for field in FIELDS[kind]]
    mapped: Mapped = {}
    for name, header in given.items():
        if name not in known:
            raise ScorecardError(Trouble.NO_FIELD, field=name, known=", ".join(known))
        mapped[name] = column_of(header, headers)
    demand_different(headers, mapped)
    return mapped


def column_of(header: str, headers: Sequence[str]) -> int:
    """The column with this header, or with this number: `#3` is the third."""
    if re.fullmatch("#[0-9]{1,4}", header) and 1 <= int(header[1:]) <= len(headers):
        return int(header[1:]) - 1
    exact = [place for place, each in enumerate(headers) if each.strip() == header.strip()]
    found = exact or [place for place, each in enumerate(headers) if plain_header(each) == plain_header(header)]
    if len(found) > 1:
        raise ScorecardError(Trouble.REPEATED_HEADER, header=header, count=len(found))
    if not found or not header.strip():
        raise ScorecardError(Trouble.NO_HEADER, header=header, headers=", ".join(headers[:20]))
    return found[0]


def demand_different(headers: Sequence[str], mapped: Mapping[str, int]) -> None:
    """ScorecardError where one column is chosen for two fields; a status may be read from the stage's column."""
    for place in mapped.values():
        fields = [name for name, each in mapped.items() if each == place]
        if len(fields) > 1 and set(fields) != {"status", "stage"}:
            raise ScorecardError(Trouble.COLUMN_TWICE, header=headers[place], fields=", ".join(fields))


def settled_columns(kind: Kind, headers: Sequence[str], given: Mapping[str, str]) -> Mapped:
    """What was given, and suggestions for the rest that take no column already given.

    ScorecardError where a field that is needed has no column, or a suggestion cannot tell two columns apart.
    """
    by_hand = given_columns(kind, headers, given)
    taken = set(by_hand.values())
    rest = {name: place for name, place in suggested_columns(kind, headers).items() if place not in taken}
    mapped = rest | by_hand
    repeated_match(kind, headers, mapped)
    demand_needed(kind, mapped)
    return mapped


def demand_needed(kind: Kind, mapped: Iterable[str]) -> None:
    """ScorecardError where a field is missing without which nothing can be read from this kind of file."""
    there = set(mapped)
    for field in FIELDS[kind]:
        if field.needed and field.name not in there:
            raise ScorecardError(Trouble.NEEDED, field=field.name)
    if kind is Kind.DEALS and not there & {"status", "stage", "is_won", "won_on"}:
        raise ScorecardError(Trouble.NEEDED, field="status")
