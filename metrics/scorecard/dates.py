"""Dates as people and systems write them, as day numbers. How a file writes them is settled before it is computed.

A time behind the date is left out: days are counted between dates as they are written. ISO dates and dates with a
month's name can be read in one way only, and dates with points are day.month.year; with slashes or dashes the file
must show, or its owner say, whether the day or the month comes first.
"""

import re
from datetime import date
from enum import StrEnum
from functools import cache

from .faults import ScorecardError, Trouble

NO_DAY, NOT_A_DAY = 0, -1
MOST_KEPT = 40_000
EARLIEST, LATEST = 1970, 2100


class Order(StrEnum):
    """Which comes first where a date has slashes or dashes."""

    DMY = "dmy"
    MDY = "mdy"
    YMD = "ymd"


_NAMED = {
    "iso": Order.YMD,
    "yyyymmdd": Order.YMD,
    "ymd": Order.YMD,
    "dmy": Order.DMY,
    "ddmmyyyy": Order.DMY,
    "eu": Order.DMY,
    "pl": Order.DMY,
    "mdy": Order.MDY,
    "mmddyyyy": Order.MDY,
    "us": Order.MDY,
}
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_PARTS = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?:,?[T ].*)?")
_DAY_NAME = re.compile(r"(\d{1,2})[ -]([^\W\d_]+)\.?,?[ -](\d{4})(?:,?[T ].*)?")
_NAME_DAY = re.compile(r"([^\W\d_]+)\.? (\d{1,2}),? (\d{4})(?:,?[T ].*)?")
_MONTH = re.compile(r"(\d{4})[-/.]?(\d{1,2})|(\d{1,2})[-/.](\d{4})")
_MONTHS = (
    ("jan", "january", "sty", "styczeń", "stycznia"),
    ("feb", "february", "lut", "luty", "lutego"),
    ("mar", "march", "marzec", "marca"),
    ("apr", "april", "kwi", "kwiecień", "kwietnia"),
    ("may", "maj", "maja"),
    ("jun", "june", "cze", "czerwiec", "czerwca"),
    ("jul", "july", "lip", "lipiec", "lipca"),
    ("aug", "august", "sie", "sierpień", "sierpnia"),
    ("sep", "sept", "september", "wrz", "wrzesień", "września"),
    ("oct", "october", "paź", "październik", "października"),
    ("nov", "november", "lis", "listopad", "listopada"),
    ("dec", "december", "gru", "grudzień", "grudnia"),
)
_BY_NAME = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}


def order_of(name: str) -> Order:
    """The order by a name such as dmy, `%d/%m/%Y` or dd.mm.yyyy; ScorecardError for any other."""
    plain = re.sub("%d|%-d", "dd", re.sub("%m|%-m", "mm", re.sub("%Y|%y", "yyyy", name)))
    letters = re.sub("[^a-z]", "", plain.lower().split(" ")[0].replace("%h", ""))
    found = _NAMED.get(letters) or _NAMED.get(re.sub(r"(.)\1+", r"\1", letters))
    if found is None:
        raise ScorecardError(Trouble.NO_DATES, dates=name)
    return found


def read_day(text: str, order: Order | None) -> int | None:
    """The day's number (date.toordinal), or None for what is no date in this order or outside of 1970..2100."""
    found = _ISO.fullmatch(text) or _COMPACT.fullmatch(text)
    if found:
        return _day(int(found[1]), int(found[2]), int(found[3]))
    parts = _PARTS.fullmatch(text)
    if parts:
        return _of_parts(parts, order)
    named = _DAY_NAME.fullmatch(text)
    if named:
        return _day(int(named[3]), _BY_NAME.get(named[2].lower(), 0), int(named[1]))
    named = _NAME_DAY.fullmatch(text)
    return _day(int(named[3]), _BY_NAME.get(named[1].lower(), 0), int(named[2])) if named else None


def _of_parts(parts: re.Match[str], order: Order | None) -> int | None:
    first, second, year = int(parts[1]), int(parts[3]), int(parts[4])
    year += 2000 if len(parts[4]) == 2 else 0
    if order is Order.DMY or (parts[2] == "." and order is not Order.MDY):
        return _day(year, second, first)
    return _day(year, first, second) if order is Order.MDY else None


def _day(year: int, month: int, day: int) -> int | None:
    try:
        return date(year, month, day).toordinal() if EARLIEST <= year <= LATEST else None
    except ValueError:
        return None


def read_month(text: str, order: Order | None) -> int | None:
    """The first day of a month written as 2025-03, 03.2025, `Mar 2025` or any date within it; None for other texts."""
    plain = text.strip()
    found = _MONTH.fullmatch(plain)
    if found:
        return _day(int(found[1] or found[4]), int(found[2] or found[3]), 1)
    words = plain.lower().replace(".", "").split()
    if len(words) == 2 and words[1].isdigit() and words[0] in _BY_NAME:
        return _day(int(words[1]), _BY_NAME[words[0]], 1)
    day = read_day(plain, order)
    return None if day is None else date.fromordinal(day).replace(day=1).toordinal()


def shown_order(text: str) -> Order | None:
    """What a date tells of the order in its file: a number over 12 cannot be a month."""
    parts = _PARTS.fullmatch(text.strip())
    if not parts or parts[2] == ".":
        return None
    first, second = int(parts[1]), int(parts[3])
    if first > 12 >= second:
        return Order.DMY
    return Order.MDY if second > 12 >= first else None


def is_unclear(text: str) -> bool:
    """Whether the day and the month of this date could change places."""
    parts = _PARTS.fullmatch(text.strip())
    return bool(parts and parts[2] != "." and int(parts[1]) <= 12 and int(parts[3]) <= 12 and parts[1] != parts[3])


class Days(dict[str, int]):
    """Day numbers by the texts of a file, each read once: NO_DAY for an empty cell, NOT_A_DAY for what is no date."""

    def __init__(self, order: Order | None) -> None:
        super().__init__({"": NO_DAY})
        self.order = order

    def __missing__(self, text: str) -> int:
        plain = text.strip().removeprefix("'")
        if len(plain) > 10 and plain[10] in "T ":  # a time behind it: the date alone is worth remembering
            plain = plain[:10]
        if plain != text:
            return self[plain]
        day = read_day(plain, self.order)
        if len(self) > MOST_KEPT:
            self.clear()
            self[""] = NO_DAY
        self[text] = NOT_A_DAY if day is None else day
        return self[text]


@cache
def month_of(day: int) -> int:
    """The month a day lies in, counted from year 0: year x 12 + month - 1."""
    found = date.fromordinal(day)
    return found.year * 12 + found.month - 1
