"""Spans of time that values are given for: everything, or each month, quarter or year up to one day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from .dates import month_of


class Period(StrEnum):
    """How long a span is."""

    ALL = "all"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


MONTHS = {Period.MONTH: 1, Period.QUARTER: 3, Period.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Span:
    """Months from `first` to `last`, numbered as `month_of` does. `is_over` is false while days of it are to come."""

    label: str
    first: int
    last: int
    is_over: bool = True

    @property
    def start(self) -> int:
        """Its first day."""
        return date(self.first // 12, self.first % 12 + 1, 1).toordinal()

    @property
    def end(self) -> int:
        """Its last day."""
        return (date((self.last + 1) // 12, (self.last + 1) % 12 + 1, 1) - timedelta(days=1)).toordinal()

    @property
    def before(self) -> tuple[int, int]:
        """The months of the span of equal length before it."""
        length = self.last - self.first + 1
        return self.first - length, self.first - 1


def label_of(first: int, period: Period) -> str:
    """2025-03, 2025-Q1 or 2025 for the span that begins with this month."""
    year, month = divmod(first, 12)
    if period is Period.MONTH:
        return f"{year}-{month + 1:02d}"
    return f"{year}-Q{month // 3 + 1}" if period is Period.QUARTER else str(year)


def spans(period: Period, months: Iterable[int], as_of: int) -> list[Span]:
    """Every span from the first month to the day, without gaps; none where there are no months."""
    there = list(months)
    if period is Period.ALL or not there:
        return []
    length, today = MONTHS[period], month_of(as_of)
    first = min(there) // length * length
    found = []
    for start in range(first, min(max(there), today) + 1, length):
        span = Span(label_of(start, period), start, start + length - 1)
        found.append(span if span.end <= as_of else Span(span.label, span.first, span.last, is_over=False))
    return found


def trailing_year(as_of: int) -> str:
    """The label of the twelve months up to a day: its first and last day."""
    return f"{date.fromordinal(year_before(as_of) + 1)}/{date.fromordinal(as_of)}"


def year_before(day: int) -> int:
    """The same day a year earlier; 28 February for the 29th."""
    there = date.fromordinal(day)
    try:
        return there.replace(year=there.year - 1).toordinal()
    except ValueError:
        return there.replace(year=there.year - 1, day=28).toordinal()


def unfinished(period: Period, as_of: int) -> str:
    """The label of the span that a day lies in, if days of it are to come; else empty."""
    last = spans(period, [month_of(as_of)], as_of)[-1]
    return "" if last.is_over else last.label
