"""Settling how a file is to be read: columns, order of dates, decimal mark. Nothing is guessed."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice

from . import amounts, dates
from .dates import Order
from .deals import Reading
from .faults import ScorecardError, Trouble
from .fields import FIELDS, Content, Kind
from .headers import settled_columns
from .reading import Row, Table
from .statuses import Status

SAMPLE_ROWS = 2000


@dataclass(frozen=True, slots=True)
class Choices:
    """What its owner said about a file; what is left out is settled from the file."""

    columns: Mapping[str, str] = field(default_factory=dict)
    order: Order | None = None
    decimal: str = ""
    statuses: Mapping[str, Status] = field(default_factory=dict)


@dataclass(slots=True)
class Evidence:
    """What the cells of some columns show: the answer once one of them tells, and a cell that can be read two ways."""

    columns: tuple[int, ...]
    shows: Callable[[str], str | None]
    is_unclear: Callable[[str], bool]
    answer: str = ""
    unclear: tuple[int, str] | None = None

    def look_at(self, row: Row) -> None:
        """Take in one row."""
        for place in self.columns:
            text = row[place].strip() if place < len(row) else ""
            self.answer = self.answer or self.shows(text) or ""
            if self.unclear is None and self.is_unclear(text):
                self.unclear = place, text

    @property
    def is_open(self) -> bool:
        """Whether more rows must be looked at."""
        return not self.answer and self.unclear is not None


def settled_reading(kind: Kind, table: Table, choices: Choices) -> Reading:
    """How the file is to be read; ScorecardError where that must be asked."""
    return reading_with(kind, table, settled_columns(kind, table.header, choices.columns), choices)


def reading_with(kind: Kind, table: Table, mapped: Mapping[str, int], choices: Choices) -> Reading:
    """How the file is to be read with these columns; ScorecardError where the order of dates or decimals is unclear."""
    order, decimal = evidence(kind, table, mapped)
    if choices.order is None and order.is_open and order.unclear:
        place, example = order.unclear
        raise ScorecardError(Trouble.DATES_UNCLEAR, header=table.header[place], example=example)
    if not choices.decimal and decimal.is_open and decimal.unclear:
        place, example = decimal.unclear
        raise ScorecardError(Trouble.DECIMAL_UNCLEAR, header=table.header[place], example=example)
    found = Order(order.answer) if order.answer else None
    return Reading(mapped, choices.order or found, choices.decimal or decimal.answer, choices.statuses)


def evidence(kind: Kind, table: Table, mapped: Mapping[str, int]) -> tuple[Evidence, Evidence]:
    """What the file shows of its order of dates and of its decimal mark. Read to its end only where it is unclear."""
    order = Evidence(_places(kind, mapped, Content.DATE), dates.shown_order, dates.is_unclear)
    decimal = Evidence(_places(kind, mapped, Content.AMOUNT), amounts.shown_mark, amounts.is_unclear)
    with table.rows() as rows:
        for row in islice(rows, SAMPLE_ROWS):
            order.look_at(row)
            decimal.look_at(row)
        for row in rows if order.is_open or decimal.is_open else ():
            order.look_at(row)
            decimal.look_at(row)
            if not (order.is_open or decimal.is_open):
                break
    return order, decimal


def _places(kind: Kind, mapped: Mapping[str, int], content: Content) -> tuple[int, ...]:
    return tuple(mapped[each.name] for each in FIELDS[kind] if each.content is content and each.name in mapped)


def first_rows(table: Table, count: int) -> list[Row]:
    """The first rows that hold anything."""
    with table.rows() as rows:
        return list(islice(filled(rows), count))


def filled(rows: Iterable[Row]) -> Iterable[Row]:
    """Rows without the empty ones."""
    return (row for row in rows if any(cell.strip() for cell in row))
