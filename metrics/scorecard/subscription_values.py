"""KPIs of subscriptions: recurring revenue, retention, renewals, churn, growth, lifetime value."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from metrics.catalogue import formulas
from metrics.catalogue.formulas import Timed
from metrics.catalogue.values import Period as Time
from metrics.catalogue.values import Unit

from .dates import month_of
from .deal_values import grown
from .periods import Period, Span, spans, trailing_year, year_before
from .subscriptions import FAR, Subscription, ending_within, money_of, monthly_by_customer, renewed
from .values import Scope, Value

MRR, ARR = ("arr-by-segment", "mrr", Unit.MONEY), ("arr-by-segment", "arr", Unit.MONEY)
RENEWAL, UPSELL = ("renewal-upsell", "renewal", Unit.SHARE), ("renewal-upsell", "upsell", Unit.SHARE)
GRR, NRR = ("revenue-retention", "grr", Unit.SHARE), ("revenue-retention", "nrr", Unit.SHARE)
CHURN, ANNUAL = ("churn", "customers", Unit.SHARE), ("churn", "annual", Unit.SHARE)
MONTHLY = ("churn", "monthly", Unit.SHARE)
CLTV, CLTV_HORIZON = ("cltv", "unlimited", Unit.MONEY), ("cltv", "horizon", Unit.MONEY)
OF_SUBSCRIPTIONS = (MRR, ARR, RENEWAL, UPSELL, GRR, NRR, CHURN, CLTV)
HORIZON_YEARS = 5


@dataclass(frozen=True, slots=True)
class SubscriptionView:
    """A file's subscriptions by currency, and what is asked of them."""

    by_currency: Mapping[str, Sequence[Subscription]]
    mapped: Collection[str]
    as_of: int
    period: Period = Period.ALL
    inflation: Fraction | None = None
    margin: Fraction | None = None

    @property
    def no_customer(self) -> tuple[str, ...]:
        """What is missing for everything that counts customers."""
        return () if "customer" in self.mapped else ("customer",)

    @property
    def no_interval(self) -> tuple[str, ...]:
        """What is missing for amounts of money: without an interval they may be for a month or for a year."""
        return () if "interval" in self.mapped else ("interval",)


@dataclass(frozen=True, slots=True)
class Change:
    """What the customers of a span's beginning paid a month before it and at its end; new customers do not count."""

    before: Mapping[str, int]
    after: Mapping[str, int]

    @property
    def start(self) -> int:
        return sum(self.before.values())

    @property
    def lost(self) -> int:
        return sum(customer not in self.after for customer in self.before)

    @property
    def churned(self) -> int:
        return sum(paid for customer, paid in self.before.items() if customer not in self.after)

    @property
    def contraction(self) -> int:
        return sum(max(paid - now, 0) for paid, now in self._stayed())

    @property
    def expansion(self) -> int:
        return sum(max(now - paid, 0) for paid, now in self._stayed())

    def _stayed(self) -> Iterator[tuple[int, int]]:
        return ((paid, self.after[customer]) for customer, paid in self.before.items() if customer in self.after)


def subscription_values(view: SubscriptionView) -> Iterator[Value]:
    """Every value of the subscriptions, currency by currency."""
    for currency, subscriptions in view.by_currency.items():
        months = [month_of(each.start) for each in subscriptions] + [month_of(view.as_of)]
        periods = spans(view.period, months, view.as_of)
        for span in periods:
            yield from _of_span(view, Scope(span.label, currency=currency), subscriptions, (span.start, span.end))
            yield from _grown(view, Scope(span.label, currency=currency), subscriptions, span)
        if view.period is Period.ALL:
            scope = Scope(trailing_year(view.as_of), currency=currency)
            first = year_before(view.as_of) + 1
            yield from _of_span(view, scope, subscriptions, (first, view.as_of))
            yield from _grown(view, scope, subscriptions, Span("", 0, 0))


def _of_span(
    view: SubscriptionView, scope: Scope, subscriptions: Sequence[Subscription], days: tuple[int, int]
) -> Iterator[Value]:
    last = min(days[1], view.as_of)
    yield from _recurring(view, scope, subscriptions, last)
    before = monthly_by_customer(subscriptions, days[0] - 1)
    change = Change(before, monthly_by_customer(subscriptions, last))
    yield from _retained(view, scope, change)
    yield from _renewed(view, scope, subscriptions, (days[0], last))
    yield from _churned(view, scope, change)
    yield from _lifetime(view, scope, change)


def _recurring(
    view: SubscriptionView, scope: Scope, subscriptions: Sequence[Subscription], day: int
) -> Iterator[Value]:
    """MRR and ARR at the end of a day, together and by segment."""
    at = replace(scope, period=date.fromordinal(day).isoformat()) if view.period is Period.ALL else scope
    active = [each for each in subscriptions if each.is_active(day)]
    yield from _sums(view, at, active)
    if "segment" in view.mapped:
        by_segment: defaultdict[str, list[Subscription]] = defaultdict(list)
        for each in active:
            by_segment[each.segment].append(each)
        for name in sorted(by_segment, key=lambda name: (not name, name)):
            yield from _sums(view, replace(at, group=("segment", name)), by_segment[name])


def _sums(view: SubscriptionView, scope: Scope, active: Sequence[Subscription]) -> Iterator[Value]:
    recurring = money_of(sum(each.monthly for each in active))
    count = len({each.customer for each in active if each.customer}) or len(active)
    yield scope.needing(MRR, view.no_interval, count, lambda: recurring)
    yield scope.needing(ARR, view.no_interval, count, lambda: formulas.arr(recurring))


def _retained(view: SubscriptionView, scope: Scope, change: Change) -> Iterator[Value]:
    missing, n = view.no_customer, len(change.before)
    start, less, gone, more = change.start, change.contraction, change.churned, change.expansion
    yield scope.needing(GRR, missing, n, lambda: formulas.grr(start, less, gone))
    yield scope.needing(NRR, missing, n, lambda: formulas.nrr(start, more, less, gone))
    yield scope.needing(UPSELL, missing, n, lambda: formulas.upsell_rate(more, start))


def _renewed(
    view: SubscriptionView, scope: Scope, subscriptions: Sequence[Subscription], days: tuple[int, int]
) -> Iterator[Value]:
    missing = view.no_customer + (() if "end" in view.mapped else ("end",))
    of_customer: defaultdict[str, list[Subscription]] = defaultdict(list)
    for each in subscriptions:
        of_customer[each.customer].append(each)
    due = list(ending_within(subscriptions, *days))
    kept = 0 if missing else sum(renewed(of_customer[each.customer], each) for each in due)
    yield scope.needing(RENEWAL, missing, len(due), lambda: formulas.renewal_rate(kept, len(due)))


def _churned(view: SubscriptionView, scope: Scope, change: Change) -> Iterator[Value]:
    missing, n, lost = view.no_customer, len(change.before), change.lost
    yield scope.needing(CHURN, missing, n, lambda: formulas.churn_rate(lost, n))
    if view.period is Period.MONTH:
        yield scope.needing(ANNUAL, missing, n, lambda: formulas.annual_churn(formulas.churn_rate(lost, n)))
    elif view.period is not Period.QUARTER:
        yield scope.needing(MONTHLY, missing, n, lambda: formulas.monthly_churn(formulas.churn_rate(lost, n)))


def _lifetime(view: SubscriptionView, scope: Scope, change: Change) -> Iterator[Value]:
    """Lifetime value from what a customer pays now and the churn of the span, both a month or both a year."""
    if view.period is Period.QUARTER:
        return
    missing = view.no_customer + view.no_interval + (("margin",) if view.margin is None else ())
    margin, n = view.margin or Fraction(0), len(change.after)
    months, time = (1, Time.MONTH) if view.period is Period.MONTH else (12, Time.YEAR)
    horizon = HORIZON_YEARS * 12 // months

    def parts() -> tuple[Timed, Fraction, Timed]:
        churn = formulas.churn_rate(change.lost, len(change.before))
        paid = money_of(sum(change.after.values())) * months
        return Timed(paid / n if n else Fraction(0), time), margin, Timed(churn, time)

    yield scope.needing(CLTV, missing, n, lambda: formulas.cltv(*parts()))
    yield scope.needing(CLTV_HORIZON, missing, n, lambda: formulas.cltv_capped(*parts(), horizon))


def _grown(view: SubscriptionView, scope: Scope, subscriptions: Sequence[Subscription], span: Span) -> Iterator[Value]:
    """Growth of recurring revenue over a span, new customers included."""
    days = (span.start - 1, span.end) if span.label else (year_before(view.as_of), view.as_of)
    before, now = (money_of(sum(each.monthly for each in subscriptions if each.is_active(day))) for day in days)
    for value in grown(scope, span, (now, before), len(subscriptions), view.inflation):
        yield replace(value, variant=f"{value.variant} mrr")


def new_customers(subscriptions: Sequence[Subscription], first: int, last: int) -> int:
    """Customers whose first subscription begins on one of these days."""
    begun: dict[str, int] = {}
    for each in subscriptions:
        begun[each.customer] = min(begun.get(each.customer, FAR), each.start)
    return sum(first <= day <= last for customer, day in begun.items() if customer)
