"""KPIs of leads and of spend: qualified leads, cost per lead, CAC, ROI."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import partial

from metrics.catalogue import formulas
from metrics.catalogue.values import Unit

from .books import Book
from .dates import month_of
from .headers import plain_header
from .leads import Leads
from .periods import Period, Span, spans
from .spend import Spend, SpendKind
from .statuses import OPEN, WON
from .subscription_values import new_customers
from .subscriptions import Subscription
from .values import Scope, Value, money

MQLS, SQLS = ("qualified-leads", "mql", Unit.COUNT), ("qualified-leads", "sql", Unit.COUNT)
SQL_SHARE = ("qualified-leads", "share", Unit.SHARE)
PER_LEAD, PER_SQL = ("cost-per-lead", "all", Unit.MONEY), ("cost-per-lead", "qualified", Unit.MONEY)
CAC, CAC_CUSTOMERS = ("cac", "full", Unit.MONEY), ("cac", "full subscriptions", Unit.MONEY)
ROI, ROI_REVENUE = ("roi", "margin", Unit.SHARE), ("roi", "revenue", Unit.SHARE)
MQL_STAGES = {"mql", "marketing qualified", "marketing qualified lead"}
SQL_STAGES = {"sql", "sales qualified", "sales qualified lead", "qualified", "qualified to buy", "qualification"}
SQL_STAGES |= {"zakwalifikowana", "zakwalifikowany", "zakwalifikowane", "kwalifikacja"}


@dataclass(frozen=True, slots=True)
class SpendView:
    """What leads and spend are held against. `book` is all deals, None where a pipeline must be chosen first."""

    as_of: int
    period: Period = Period.ALL
    leads: Leads | None = None
    spend: Spend | None = None
    book: Book | None = None
    mapped: Collection[str] = ()
    subscriptions: Mapping[str, Sequence[Subscription]] = field(default_factory=dict)
    margin: Fraction | None = None
    currency: str = ""
    """The one currency of the deals; empty where none is named or there are several."""
    has_one_currency: bool = True


def lead_values(view: SpendView) -> Iterator[Value]:
    """MQLs and SQLs: from the leads, else from the stages of open deals that are called so."""
    leads = view.leads
    if leads is None:
        yield from _by_stage(view)
        return
    months = [*leads.new, *leads.mqls, *leads.sqls]
    periods = spans(view.period, months, view.as_of) or [Span("all", 0, 10**6)]
    for span in periods:
        scope = Scope(span.label)
        mqls, sqls, handed = (summed(each, span) for each in (leads.mqls, leads.sqls, leads.handed))
        no_mql, no_sql = (() if name in leads.mapped else (name,) for name in ("mql", "sql"))
        yield scope.needing(MQLS, no_mql, summed(leads.new, span), partial(Fraction, mqls))
        yield scope.needing(SQLS, no_sql, summed(leads.new, span), partial(Fraction, sqls))
        yield scope.needing(SQL_SHARE, no_mql + no_sql, mqls, partial(formulas.sql_rate, mqls, handed))


def _by_stage(view: SpendView) -> Iterator[Value]:
    scope = Scope(date.fromordinal(view.as_of).isoformat())
    stages = view.book.stages if view.book is not None else {}
    found = False
    for kpi, names in ((MQLS, MQL_STAGES), (SQLS, SQL_STAGES)):
        there = [group for name, group in stages.items() if name and plain_header(name) in names]
        if there:
            found = True
            count = sum(group[OPEN] for group in there)
            yield scope.valued(kpi, count, partial(Fraction, count))
    if not found:
        yield Scope().empty(SQLS, "leads")


def spend_values(view: SpendView) -> Iterator[Value]:
    """What leads and customers cost, and what investments brought."""
    spend = view.spend
    if spend is None:
        yield from (Scope().empty(kpi, "spend") for kpi in (CAC, PER_LEAD, ROI))
        return
    months = [month for month in spend.months if month <= month_of(view.as_of)]
    if not months:
        return
    periods = spans(view.period, months, view.as_of) or [Span("all", min(months), max(months))]
    for span in periods:
        scope = Scope(span.label, currency=view.currency)
        yield from _acquisition(view, spend, scope, span)
        yield from _per_lead(view, spend, scope, span)
        yield from _returns(view, spend, scope, span)


def _acquisition(view: SpendView, spend: Spend, scope: Scope, span: Span) -> Iterator[Value]:
    """What one won deal cost, and one new customer where there are subscriptions."""
    sales = money(spend.total(SpendKind.SALES, first=span.first, last=span.last))
    marketing = money(spend.total(SpendKind.MARKETING, first=span.first, last=span.last))
    missing = () if {"closed", "won_on"} & set(view.mapped) else ("closed",)
    months = view.book.months if view.book is not None else {}
    won = sum(group[WON] for month, group in months.items() if month and span.first <= month <= span.last)
    missing = missing if view.book is not None else ("pipeline",)
    yield scope.needing(CAC, missing, won, lambda: formulas.cac(sales, marketing, won))
    if view.subscriptions:
        last = min(span.end, view.as_of)
        new = sum(new_customers(each, span.start, last) for each in view.subscriptions.values())
        yield scope.valued(CAC_CUSTOMERS, new, lambda: formulas.cac(sales, marketing, new))


def _per_lead(view: SpendView, spend: Spend, scope: Scope, span: Span) -> Iterator[Value]:
    marketing = money(spend.total(SpendKind.MARKETING, first=span.first, last=span.last))
    if view.leads is None:
        yield scope.empty(PER_LEAD, "leads")
        return
    new, sqls = summed(view.leads.new, span), summed(view.leads.sqls, span)
    yield scope.valued(PER_LEAD, new, lambda: formulas.cost_per_lead(marketing, new))
    no_sql = () if "sql" in view.leads.mapped else ("sql",)
    yield scope.needing(PER_SQL, no_sql, sqls, lambda: formulas.cost_per_sql(marketing, sqls))


def _returns(view: SpendView, spend: Spend, scope: Scope, span: Span) -> Iterator[Value]:
    """What each channel brought for what it cost, and all of them together.

    A channel's gain is the value won of deals from the source of that name. Spend without any channel is held against
    all that was won in its months.
    """
    kpi = ROI_REVENUE if view.margin is None else ROI
    invested = any(each is SpendKind.INVESTMENT for each, _, _ in spend.sums)
    kind = SpendKind.INVESTMENT if invested else SpendKind.MARKETING
    costs = {name: spend.total(kind, first=span.first, last=span.last, channel=name) for name in spend.channels}
    named = {name: cost for name, cost in costs.items() if name and cost}
    missing = _lacking(view, has_channels=bool(named)) or (() if any(costs.values()) else ("investment",))
    if missing:
        yield scope.empty(kpi, *missing)
        return
    gains = {name: _gain(view, span, name) for name in named} or {"": _gain(view, span)}
    whole = money(sum(named.values()) or costs[""])
    yield scope.valued(kpi, None, partial(formulas.roi, sum(gains.values(), Fraction(0)), whole))
    for name in sorted(named):
        of_channel = Scope(scope.period, ("channel", spend.channels[name]), currency=scope.currency)
        yield of_channel.valued(kpi, None, partial(formulas.roi, gains[name], money(named[name])))


def _lacking(view: SpendView, *, has_channels: bool) -> tuple[str, ...]:
    """What a return cannot be computed without."""
    there = set(view.mapped) | ({"closed"} if "won_on" in view.mapped else set())
    needed = ("closed", "amount", "source") if has_channels else ("closed", "amount")
    choices = (("pipeline", view.book is None), ("currency", not view.has_one_currency))
    return (*(name for name in needed if name not in there), *(name for name, is_open in choices if is_open))


def _gain(view: SpendView, span: Span, channel: str | None = None) -> Fraction:
    """The margin of the deals won in these months, from one source or all; their value where no margin is given."""
    book = view.book or Book()
    won = sum(
        value
        for (source, month), value in book.attributed.items()
        if channel in (None, source) and span.first <= month <= span.last
    )
    return money(won) if view.margin is None else formulas.margin_gain(money(won), view.margin)


def summed(counts: Counter[int], span: Span) -> int:
    """What is counted in the months of a span."""
    return sum(count for month, count in counts.items() if span.first <= month <= span.last)
