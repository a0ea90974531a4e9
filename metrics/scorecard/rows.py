"""Reading the smaller files: each row as cells by field, with problems noted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .amounts import BLANK, NOT_A_NUMBER, Amounts
from .books import clean_name
from .dates import NO_DAY, NOT_A_DAY, Days
from .problems import Cause, Problems, RowError, fitted, is_blank
from .reading import Row, Table


@dataclass(slots=True)
class Cells:
    """One row, read field by field; RowError where a field holds what it cannot."""

    row: Row
    mapped: Mapping[str, int]
    days: Days
    amounts: Amounts

    def text(self, name: str) -> str:
        """The cell without spaces around it; empty where the field has no column."""
        return clean_name(self.row[self.mapped[name]]) if name in self.mapped else ""

    def day(self, name: str) -> int:
        """The day's number, NO_DAY where the cell is empty."""
        text = self.text(name)
        found = self.days[text]
        if found == NOT_A_DAY:
            raise RowError(Cause.DATE, name, text)
        return found

    def needed_day(self, name: str) -> int:
        """The day's number; RowError where the cell is empty."""
        found = self.day(name)
        if found == NO_DAY:
            raise RowError(Cause.NO_DATE, name)
        return found

    def needed_amount(self, name: str) -> int:
        """The amount in millionths; RowError where the cell is empty or the amount under 0."""
        text = self.text(name)
        found = self.amounts[text]
        if found >= 0:
            return found
        if found == BLANK:
            raise RowError(Cause.NO_AMOUNT, name)
        raise RowError(Cause.AMOUNT if found == NOT_A_NUMBER else Cause.NEGATIVE, name, text)


class Repeats:
    """Ids seen in a file."""

    def __init__(self) -> None:
        self.seen: set[str] = set()

    def note(self, ident: str) -> None:
        """RowError where this id came before; rows without one are not compared."""
        if ident in self.seen:
            raise RowError(Cause.REPEATED, "id", ident)
        if ident:
            self.seen.add(ident)


def numbered_rows(rows: Iterator[Row], table: Table, problems: Problems) -> Iterator[tuple[int, Row]]:
    """The rows that hold anything and are of the right width, with their numbers."""
    width = len(table.header)
    for number, row in enumerate(rows, table.first):
        if is_blank(row):
            continue
        try:
            yield number, fitted(row, width)
        except RowError as error:
            problems.refuse(number, error)
