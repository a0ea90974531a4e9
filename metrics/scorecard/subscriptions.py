"""Reading subscriptions, and what is active when."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from metrics.catalogue.formulas import monthly_amount

from .amounts import MILLION, Amounts, currency_code
from .dates import NO_DAY, Days
from .deals import Reading
from .headers import plain_header
from .problems import Cause, Caution, Problems, RowError
from .reading import Table
from .rows import Cells, Repeats, numbered_rows

FAR = 10**9
PARTS = 2520
"""What is paid a month is kept in whole parts of a millionth: any interval below divides them without a rest."""
NEAR_RENEWAL = 31
"""A next term begins so many days before or after the old one ends, at most."""
_MONTHS = {
    1: ("month", "monthly", "months", "1 month", "m", "mo", "miesiac", "miesieczny", "miesieczna", "miesiecznie", "1m"),
    3: ("quarter", "quarterly", "3 months", "kwartal", "kwartalny", "kwartalna", "kwartalnie", "q", "3m", "3 month"),
    6: ("half year", "semiannual", "semi annual", "6 months", "6 month", "half yearly", "polrocze", "polroczny", "6m"),
    12: ("year", "yearly", "annual", "annually", "12 months", "12 month", "1 year", "y", "rok", "roczny", "roczna"),
    24: ("2 years", "24 months", "2 year", "24 month", "2 lata"),
    36: ("3 years", "36 months", "3 year", "36 month", "3 lata"),
}
INTERVALS = {name: months for months, names in _MONTHS.items() for name in names} | {"rocznie": 12, "a": 12}
ONE_OFF = {"once", "one off", "one time", "onetime", "jednorazowo", "jednorazowa", "jednorazowy"}


@dataclass(frozen=True, slots=True)
class Subscription:
    """One term of one customer: active from `start` on, no longer on `end`; what it brings a month, in
    parts (`PARTS`) of a millionth."""

    customer: str
    start: int
    end: int
    monthly: int
    segment: str

    def is_active(self, day: int) -> bool:
        """Whether it runs at the end of this day."""
        return self.start <= day < self.end


class Subscriptions:
    """The subscriptions of a file by currency."""

    def __init__(self, table: Table, reading: Reading) -> None:
        self.table = table
        self.mapped = reading.mapped
        self.problems = Problems()
        self.by_currency: defaultdict[str, list[Subscription]] = defaultdict(list)
        self.days = Days(reading.order)
        self.amounts = Amounts(reading.decimal)

    @property
    def is_monthly(self) -> bool:
        """Whether the column of amounts says by its header that they are for a month."""
        header = plain_header(self.table.header[self.mapped["amount"]])
        return bool({"mrr", "monthly", "miesiecznie", "miesieczna", "miesieczny"} & set(header.split()))

    def read(self) -> "Subscriptions":
        """Read the whole file."""
        repeats = Repeats()
        with self.table.rows() as rows:
            for number, row in numbered_rows(rows, self.table, self.problems):
                try:
                    self._read_row(number, Cells(row, self.mapped, self.days, self.amounts), repeats)
                except RowError as error:
                    self.problems.refuse(number, error)
        self.by_currency = defaultdict(list, {code: bridged(each) for code, each in self.by_currency.items()})
        return self

    def _read_row(self, number: int, cells: Cells, repeats: Repeats) -> None:
        months = self._months(cells.text("interval"))
        start, end, amount = cells.needed_day("start"), cells.day("end"), cells.needed_amount("amount")
        if end != NO_DAY and end < start:
            raise RowError(Cause.ORDER, "end", f"{cells.text('start')} → {cells.text('end')}")
        if "customer" in self.mapped and not cells.text("customer"):
            raise RowError(Cause.NO_CUSTOMER, "customer")
        repeats.note(cells.text("id"))
        self.problems.usable += 1
        if not months:
            self.problems.caution(number, Caution.ONE_OFF, "interval", cells.text("interval"))
            return
        monthly = int(monthly_amount(amount * PARTS, months))
        found = Subscription(cells.text("customer"), start, end or FAR, monthly, cells.text("segment"))
        self.by_currency[currency_code(cells.text("currency"))].append(found)

    def _months(self, text: str) -> int:
        """The months an amount is for, 0 for one that does not recur; a file without intervals is taken as monthly."""
        if "interval" not in self.mapped:
            return 1
        plain = plain_header(text)
        if plain in ONE_OFF:
            return 0
        months = INTERVALS.get(plain) or (int(plain) if plain.isdigit() and len(plain) < 4 else 0)
        if not months or PARTS % months:
            raise RowError(Cause.INTERVAL, "interval", text)
        return months


def bridged(subscriptions: Iterable[Subscription]) -> list[Subscription]:
    """The subscriptions by start; a term that ends the day before the customer's next one begins lasts until then."""
    ordered = sorted(subscriptions, key=lambda each: (each.customer, each.start))
    starts: defaultdict[str, set[int]] = defaultdict(set)
    for each in ordered:
        starts[each.customer].add(each.start)
    return [
        Subscription(each.customer, each.start, each.end + 1, each.monthly, each.segment)
        if each.customer and each.end + 1 in starts[each.customer]
        else each
        for each in ordered
    ]


def monthly_by_customer(subscriptions: Iterable[Subscription], day: int) -> Mapping[str, int]:
    """What each customer with an active subscription pays a month at the end of the day, in parts."""
    paid: dict[str, int] = {}
    for each in subscriptions:
        if each.is_active(day):
            paid[each.customer] = paid.get(each.customer, 0) + each.monthly
    return paid


def ending_within(subscriptions: Iterable[Subscription], first: int, last: int) -> Iterator[Subscription]:
    """Those that end on one of these days."""
    return (each for each in subscriptions if first <= each.end <= last)


def renewed(subscriptions: Iterable[Subscription], ended: Subscription) -> bool:
    """Whether the customer has a next term: one that begins near the end of the old one and lasts longer."""
    return any(
        each is not ended
        and each.customer == ended.customer
        and abs(each.start - ended.end) <= NEAR_RENEWAL
        and each.start > ended.start
        and each.end > ended.end
        for each in subscriptions
    )


def money_of(parts: int) -> Fraction:
    """Parts of a millionth as whole units of the currency."""
    return Fraction(parts, PARTS * MILLION)
