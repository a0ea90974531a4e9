"""What is wrong with rows: grouped by cause, with row numbers, what was found, what was expected and what to do."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from .faults import shown

MOST_ROWS, MOST_EXAMPLES = 200, 3


class Cause(StrEnum):
    """Why a row cannot be used."""

    RAGGED = "ragged"
    DATE = "date"
    AMOUNT = "amount"
    NEGATIVE = "negative"
    STATUS = "status"
    NO_STATUS = "no_status"
    NOT_CLOSED = "not_closed"
    ORDER = "order"
    REPEATED = "repeated"
    NO_DATE = "no_date"
    NO_AMOUNT = "no_amount"
    INTERVAL = "interval"
    KIND = "kind"
    NO_CUSTOMER = "no_customer"


class Caution(StrEnum):
    """What is worth knowing about a row that is used, or was left out on purpose."""

    OPEN_UNDATED = "open_undated"
    WON_WITHOUT_AMOUNT = "won_without_amount"
    CLOSED_WITHOUT_CREATED = "closed_without_created"
    NO_ID = "no_id"
    LATER = "later"
    ONE_OFF = "one_off"


@dataclass(slots=True)
class Group:
    """The rows with one problem in one field: how many, the first row numbers, and what the first ones held."""

    count: int = 0
    rows: list[int] = field(default_factory=list)
    examples: list[str] = field(default_factory=list)

    def add(self, row: int, found: str) -> None:
        """One more row."""
        self.count += 1
        if len(self.rows) < MOST_ROWS:
            self.rows.append(row)
        if found and len(self.examples) < MOST_EXAMPLES and shown(found) not in self.examples:
            self.examples.append(shown(found))


class RowError(Exception):
    """A row that cannot be used, from reading it to the list of problems."""

    def __init__(self, cause: Cause, field_name: str = "", found: str = "") -> None:
        super().__init__(cause, field_name)
        self.cause = cause
        self.field = field_name
        self.found = found


class Problems:
    """All problems and cautions of one file. `refused` rows are left out, `usable` ones are computed with."""

    def __init__(self) -> None:
        self.groups: dict[tuple[Cause, str], Group] = {}
        self.cautions: dict[tuple[Caution, str], Group] = {}
        self.refused_rows: list[int] | None = None  # the numbers of all rows left out, where somebody asks for them
        self.refused = 0
        self.usable = 0

    @property
    def total(self) -> int:
        """Rows that hold anything."""
        return self.refused + self.usable

    def refuse(self, row: int, error: RowError) -> None:
        """Leave the row out."""
        self.refused += 1
        if self.refused_rows is not None:
            self.refused_rows.append(row)
        self.groups.setdefault((error.cause, error.field), Group()).add(row, error.found)

    def caution(self, row: int, caution: Caution, field_name: str = "", found: str = "") -> None:
        """Say something about a row that is used."""
        self.cautions.setdefault((caution, field_name), Group()).add(row, found)


def is_blank(row: Iterable[str]) -> bool:
    """Whether no cell of the row holds anything: an empty line, or a spreadsheet's tail of separators."""
    return not any(cell.strip() for cell in row)


def fitted(row: list[str], width: int) -> list[str]:
    """The row with as many cells as there are headers; empty cells behind them may go, and RowError for all else."""
    if len(row) > width and is_blank(row[width:]):
        return row[:width]
    if len(row) != width:
        raise RowError(Cause.RAGGED, found=str(len(row)))
    return row
