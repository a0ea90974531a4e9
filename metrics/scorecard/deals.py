"""Reading deals: each row once, into the books' sums; what does not fit takes the slow way and gets a reason."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from operator import itemgetter
from typing import Any

from metrics.catalogue.rounding import significant_decimal

from .amounts import BLANK, MILLION, NOT_A_NUMBER, Amounts, currency_code
from .books import Books, clean_name
from .dates import NO_DAY, NOT_A_DAY, Days, Order
from .fields import Content, Kind, field_of
from .periods import year_before
from .problems import Cause, Caution, Problems, RowError, fitted, is_blank
from .reading import Row, Table
from .sheet import BATCH, Deal, Sheet
from .statuses import OPEN, STATUS_FIELDS, WON, Status, Statuses

PICKED = ("id", "created", "closed", "amount", "currency", "pipeline", "owner", "source", "segment", "stage")
BREAKDOWN = 4
"""Where in PICKED begins what deals are broken down by."""
EXPECTED_FULL = PICKED[BREAKDOWN:]

Facts = tuple[Status, int, int, int]
"""What a deal's cells say: its status, the day it was created and the day it was closed, its amount."""
Found = tuple[Status | None, int, int, int]
"""The same before it is known whether they say anything."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file's columns, dates, decimals and statuses are to be read."""

    mapped: Mapping[str, int]
    order: Order | None = None
    decimal: str = ""
    statuses: Mapping[str, Status] = field(default_factory=dict)


class DealReader:
    """Reads one file of deals as of one day. What it found is in `books`, `problems` and `gaps`."""

    def __init__(self, table: Table, reading: Reading, as_of: int, *, attributes: bool = False) -> None:
        self.table = table
        self.mapped = reading.mapped
        self.as_of = as_of
        self.attributes = attributes
        self.width = len(table.header)
        self.books = Books()
        self.problems = Problems()
        self.gaps = 0
        self.seen = {""} if "id" in reading.mapped else set()  # a row without an id goes the slow way, to be noted
        self.days = Days(reading.order)
        self.amounts = Amounts(reading.decimal)
        fields = ("status",) if "status" in reading.mapped else STATUS_FIELDS
        self.status_fields = [name for name in fields if name in reading.mapped]
        self.statuses = Statuses(self.status_fields, reading.statuses)

    def read(self) -> "DealReader":
        """Read the whole file."""
        with self.table.rows() as rows:
            self._sum_up(self._usable(self._numbered(rows)))
        return self

    def names(self, field_name: str) -> list[str]:
        """The different currencies or pipelines of the file."""
        place = ("pipeline", "currency").index(field_name)
        found = {clean_name(key[place]) for key in self.books} - {""}
        return sorted({currency_code(each) for each in found} if field_name == "currency" else found)

    def understood(self, field_name: str, text: str) -> str:
        """A cell as it was understood: days as 2025-12-31, amounts with a point; as it is where it was not."""
        content = field_of(Kind.DEALS, field_name).content
        if content is Content.DATE and self.days[text] > NO_DAY:
            return date.fromordinal(self.days[text]).isoformat()
        if content is Content.AMOUNT and self.amounts[text] >= 0:
            return significant_decimal(Fraction(self.amounts[text], MILLION), 20)
        return text.strip()

    def _numbered(self, rows: Iterator[Row]) -> Iterator[tuple[int, Row]]:
        """Rows of the right width with their numbers; one empty cell behind them is what no column is mapped to."""
        width, problems = self.width, self.problems
        for number, row in enumerate(rows, self.table.first):
            if len(row) != width:
                if is_blank(row):
                    continue
                try:
                    row = fitted(row, width)  # noqa: PLW2901  # the same row, cut to size
                except RowError as error:
                    problems.refuse(number, error)
                    continue
            row.append("")
            yield number, row

    def _picker(self, names: Sequence[str]) -> Callable[[Row], Any]:
        return itemgetter(*(self.mapped.get(name, self.width) for name in names))

    def _usable(self, rows: Iterator[tuple[int, Row]]) -> Iterator[Deal]:
        """(key, facts) of each deal that can be computed with. A million rows come through here, mostly fast."""
        pick, pick_status = self._picker(PICKED), self._picker(self.status_fields)
        days, amounts, statuses, seen, as_of = self.days, self.amounts, self.statuses, self.seen, self.as_of
        for number, row in rows:
            cells = pick(row)
            ident = cells[0]
            status = statuses[pick_status(row)]
            opened, ended, value = days[cells[1]], days[cells[2]], amounts[cells[3]]
            last = opened if status == OPEN else ended
            facts = (status, opened, ended, value)
            if (
                (value < 0 and (status == WON or value != BLANK))
                or ident in seen
                or status is None
                or not 0 < opened <= last <= as_of
            ):
                found = self._irregular(number, row, facts)
                if found is None:
                    continue
                facts = found
            if ident:
                seen.add(ident)
            yield cells[BREAKDOWN:], facts  # type: ignore[misc]  # a status of None went the slow way

    def _sum_up(self, deals: Iterator[Deal]) -> None:
        """Every deal into the books, batch by batch."""
        sheet = Sheet(year_before(self.as_of), attributes=self.attributes)
        places = [PICKED.index(name) - BREAKDOWN for name in EXPECTED_FULL if name in self.mapped]
        count = BATCH
        while count == BATCH:
            count = sheet.enter(deals)
            self.problems.usable += count
            self.gaps += sheet.gaps(places, others_count={"amount", "created"} <= set(self.mapped))
            sheet.post(self.books)

    def _irregular(self, number: int, row: Row, found: Found) -> Facts | None:
        """The facts of a deal that something is unusual about; None where it is left out, with the reason noted."""
        if is_blank(row):
            return None
        try:
            facts = self._facts(row, found)
        except RowError as error:
            self.problems.refuse(number, error)
            return None
        for caution, name in self._cautions(row, facts):
            self.problems.caution(number, caution, name)
        status, opened, ended, _ = facts
        if max(opened, ended if status != OPEN else 0) > self.as_of:
            self.problems.caution(number, Caution.LATER)
            self.problems.usable += 1
            return None
        return facts

    def _cell(self, row: Row, name: str) -> str:
        return row[self.mapped.get(name, self.width)].strip()

    def _facts(self, row: Row, found: Found) -> Facts:
        """RowError for the first thing that keeps the row from being used."""
        status, opened, ended, value = found
        if status is None:
            words = [self._cell(row, name) for name in self.status_fields]
            raise RowError(Cause.STATUS if any(words) else Cause.NO_STATUS, "status", " · ".join(filter(None, words)))
        if opened == NOT_A_DAY:
            raise RowError(Cause.DATE, "created", self._cell(row, "created"))
        ended = self._closed(row, status, opened, ended)
        if value < 0 and value != BLANK:
            cause = Cause.AMOUNT if value == NOT_A_NUMBER else Cause.NEGATIVE
            raise RowError(cause, "amount", self._cell(row, "amount"))
        ident = self._cell(row, "id")
        if ident and row[self.mapped["id"]] in self.seen:
            raise RowError(Cause.REPEATED, "id", ident)
        return status, opened, ended, value

    def _closed(self, row: Row, status: Status, opened: int, ended: int) -> int:
        """The day a deal was closed; NO_DAY for an open one, and where no column has it."""
        if status == OPEN:
            return NO_DAY
        column = "closed" if "closed" in self.mapped else "won_on" if status == WON else "lost_on"
        if column != "closed":
            ended = self.days[self._cell(row, column)]
        if ended == NOT_A_DAY:
            raise RowError(Cause.DATE, column, self._cell(row, column))
        if ended == NO_DAY and column in self.mapped:
            raise RowError(Cause.NOT_CLOSED, column)
        if ended != NO_DAY and ended < opened:
            raise RowError(Cause.ORDER, column, f"{self._cell(row, 'created')} → {self._cell(row, column)}")
        return ended

    def _cautions(self, row: Row, facts: Facts) -> Iterator[tuple[Caution, str]]:
        status, opened, _, value = facts
        if "id" in self.mapped and not self._cell(row, "id"):
            yield Caution.NO_ID, "id"
        if opened == NO_DAY and "created" in self.mapped:
            yield (Caution.OPEN_UNDATED if status == OPEN else Caution.CLOSED_WITHOUT_CREATED), "created"
        if value == BLANK and "amount" in self.mapped and status == WON:
            yield Caution.WON_WITHOUT_AMOUNT, "amount"
