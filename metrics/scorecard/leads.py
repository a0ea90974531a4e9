"""Leads: counts by month, as they are read."""

from collections import Counter

from .amounts import Amounts
from .dates import NO_DAY, NOT_A_DAY, Days, month_of
from .deals import Reading
from .problems import Cause, Caution, Problems, RowError
from .reading import Table
from .rows import Cells, Repeats, numbered_rows
from .statuses import read_mark


class Leads:
    """The leads of a file, counted by the month they came in, became an MQL and became an SQL.

    `handed` counts the MQLs of a month that became an SQL at any time up to the day computed for.
    """

    def __init__(self, table: Table, reading: Reading, as_of: int) -> None:
        self.table = table
        self.mapped = reading.mapped
        self.as_of = as_of
        self.problems = Problems()
        self.days = Days(reading.order)
        self.new: Counter[int] = Counter()
        self.mqls: Counter[int] = Counter()
        self.sqls: Counter[int] = Counter()
        self.handed: Counter[int] = Counter()

    def read(self) -> "Leads":
        """Read the whole file."""
        repeats = Repeats()
        with self.table.rows() as rows:
            for number, row in numbered_rows(rows, self.table, self.problems):
                try:
                    self._read_row(number, Cells(row, self.mapped, self.days, Amounts(".")), repeats)
                except RowError as error:
                    self.problems.refuse(number, error)
        return self

    def _read_row(self, number: int, cells: Cells, repeats: Repeats) -> None:
        created = cells.needed_day("created")
        mql, sql = self._reached(cells, "mql", created), self._reached(cells, "sql", created)
        repeats.note(cells.text("id"))
        self.problems.usable += 1
        if created > self.as_of:
            self.problems.caution(number, Caution.LATER)
            return
        self.new[month_of(created)] += 1
        if NO_DAY < sql <= self.as_of:
            self.sqls[month_of(sql)] += 1
        if NO_DAY < mql <= self.as_of:
            self.mqls[month_of(mql)] += 1
            self.handed[month_of(mql)] += NO_DAY < sql <= self.as_of

    def _reached(self, cells: Cells, name: str, created: int) -> int:
        """The day a lead became an MQL or SQL; a mere yes counts on the day it came in."""
        text = cells.text(name)
        day = self.days[text]
        if day != NOT_A_DAY:
            return day
        mark = read_mark(text)
        if mark is None:
            raise RowError(Cause.DATE, name, text)
        return created if mark else NO_DAY
