"""What the data say about things the questionnaire asks: figures to hold beside answers, never answers themselves."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from metrics.catalogue import formulas
from metrics.catalogue.faults import MetricError

from .books import Book, merged
from .dates import month_of
from .statuses import LOST, WON

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Measured:
    """Figures of the last twelve months; None where the files do not have them.

    `cycle` is the median of days from created to won with the number of deals; `win_rates` are (won, closed) of the
    last twelve complete months and of the twelve before; `leads` new leads a month, on average of as many months as
    there are, twelve at most; `gaps` records with an empty field and all records.
    """

    cycle: tuple[Fraction, int] | None = None
    win_rates: tuple[tuple[int, int], tuple[int, int]] | None = None
    leads: tuple[Fraction, int] | None = None
    gaps: tuple[int, int] | None = None


def measured(book: Book | None, leads: Mapping[int, int] | None, gaps: tuple[int, int], as_of: int) -> Measured:
    """What can be said. Without a book (pipelines not chosen yet) nothing about deals."""
    return Measured(
        cycle=None if book is None else _cycle(book),
        win_rates=None if book is None else _win_rates(book, as_of),
        leads=None if leads is None else _leads(leads, as_of),
        gaps=gaps if gaps[1] else None,
    )


def _cycle(book: Book) -> tuple[Fraction, int] | None:
    try:
        return formulas.median_of_counts(book.recent), sum(book.recent.values())
    except MetricError:
        return None


def _win_rates(book: Book, as_of: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Of complete months: the month of the day computed for counts only when that day is its last."""
    end = _last_complete(as_of)
    found = []
    for last in (end, end - MONTHS):
        group = merged(each for month, each in book.months.items() if month and last - MONTHS < month <= last)
        found.append((group[WON], group[WON] + group[LOST]))
    return (found[0], found[1]) if found[0][1] else None


def _leads(new: Mapping[int, int], as_of: int) -> tuple[Fraction, int] | None:
    end = _last_complete(as_of)
    there = [month for month in new if month <= end]
    if not there:
        return None
    first = max(min(there), end - MONTHS + 1)
    count = sum(number for month, number in new.items() if first <= month <= end)
    return Fraction(count, end - first + 1), count


def _last_complete(as_of: int) -> int:
    month = month_of(as_of)
    return month if month_of(as_of + 1) != month else month - 1
