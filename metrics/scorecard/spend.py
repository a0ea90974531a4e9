"""Spend on sales, marketing and investments, by month and channel."""

from collections import Counter
from enum import StrEnum

from .amounts import Amounts
from .books import clean_name
from .dates import Days, month_of, read_month
from .deals import Reading
from .headers import plain_header
from .problems import Cause, Problems, RowError
from .reading import Table
from .rows import Cells, numbered_rows


class SpendKind(StrEnum):
    """What money is spent on."""

    SALES = "sales"
    MARKETING = "marketing"
    INVESTMENT = "investment"


WORDS = {
    **dict.fromkeys(("sales", "sprzedaz", "sales cost", "koszt sprzedazy", "koszty sprzedazy"), SpendKind.SALES),
    **dict.fromkeys(("marketing", "media", "ads", "marketing cost", "koszty marketingu"), SpendKind.MARKETING),
    **dict.fromkeys(("investment", "invest", "inwestycja", "inwestycje"), SpendKind.INVESTMENT),
}


class Spend:
    """Amounts in millionths by (kind, month, channel). The channel is compared in small letters."""

    def __init__(self, table: Table, reading: Reading) -> None:
        self.table = table
        self.reading = reading
        self.mapped = reading.mapped
        self.problems = Problems()
        self.days = Days(reading.order)
        self.amounts = Amounts(reading.decimal)
        self.sums: Counter[tuple[SpendKind, int, str]] = Counter()
        self.channels: dict[str, str] = {}

    def read(self) -> "Spend":
        """Read the whole file."""
        with self.table.rows() as rows:
            for number, row in numbered_rows(rows, self.table, self.problems):
                try:
                    self._read_row(Cells(row, self.mapped, self.days, self.amounts))
                except RowError as error:
                    self.problems.refuse(number, error)
                else:
                    self.problems.usable += 1
        return self

    def _read_row(self, cells: Cells) -> None:
        text = cells.text("month")
        if not text:
            raise RowError(Cause.NO_DATE, "month")
        day = read_month(text, self.reading.order)
        if day is None:
            raise RowError(Cause.DATE, "month", text)
        kind = WORDS.get(plain_header(cells.text("kind")))
        if kind is None:
            raise RowError(Cause.KIND, "kind", cells.text("kind"))
        channel = clean_name(cells.text("channel"))
        self.channels.setdefault(channel.casefold(), channel)
        self.sums[kind, month_of(day), channel.casefold()] += cells.needed_amount("amount")

    @property
    def months(self) -> set[int]:
        """Every month that anything is spent in."""
        return {month for _, month, _ in self.sums}

    def total(self, *kinds: SpendKind, first: int = 0, last: int = 10**6, channel: str | None = None) -> int:
        """What is spent on these kinds in these months, in millionths; in one channel or all."""
        return sum(
            amount
            for (kind, month, where), amount in self.sums.items()
            if kind in kinds and first <= month <= last and channel in (None, where)
        )
