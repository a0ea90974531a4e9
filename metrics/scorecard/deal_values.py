"""KPIs of deals: from the books' sums to values, by the catalogue's formulas."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import partial

from metrics.catalogue import formulas
from metrics.catalogue.values import Unit

from .books import VALUE, VALUED, Book, Group, days_of, merged, merged_books
from .dates import month_of
from .periods import Period, Span, spans
from .statuses import LOST, OPEN, WON
from .values import Scope, Value, money

CLOSE_RATE, CLOSE_VALUE = ("close-rate", "count", Unit.SHARE), ("close-rate", "value", Unit.SHARE)
CYCLE, CYCLE_MEDIAN = ("sales-cycle", "average", Unit.DAYS), ("sales-cycle", "median", Unit.DAYS)
CLOSE_MEDIAN, CLOSE_MEAN = ("time-to-close", "median", Unit.DAYS), ("time-to-close", "average", Unit.DAYS)
WIN_LOSS, WIN_LOSS_VALUE = ("win-loss", "count", Unit.RATIO), ("win-loss", "value", Unit.RATIO)
STAGE, STAGE_VALUE = ("leads-by-stage", "count", Unit.SHARE), ("leads-by-stage", "value", Unit.SHARE)
VELOCITY = ("pipeline-velocity", "day", Unit.MONEY_PER_DAY)
GROWTH, REAL_GROWTH = ("real-growth", "nominal", Unit.SHARE), ("real-growth", "real", Unit.SHARE)
CLOSING_FIELDS = {"closed", "won_on", "lost_on"}


@dataclass(frozen=True, slots=True)
class DealView:
    """One pipeline's books by currency, and what is asked of them. `mapped` are the fields that have a column."""

    pipeline: str
    books: Mapping[str, Book]
    mapped: Collection[str]
    as_of: int
    period: Period = Period.ALL
    inflation: Fraction | None = None

    @property
    def today(self) -> str:
        """The day of snapshots."""
        return date.fromordinal(self.as_of).isoformat()

    def lacking(self, *fields: str) -> tuple[str, ...]:
        """Those of the fields that have no column; a date of closing may be in columns of its own for won and lost."""
        there = set(self.mapped) | ({"closed"} if CLOSING_FIELDS & set(self.mapped) else set())
        return tuple(field for field in fields if field not in there)


def deal_values(view: DealView) -> Iterator[Value]:
    """Every value of one pipeline: totals, by currency where money is counted, by period or by group."""
    whole = merged_books(view.books.values())
    periods = spans(view.period, months_of(whole), view.as_of)
    scopes: list[tuple[Span | None, str]] = [(span, span.label) for span in periods] or [(None, "all")]
    for span, label in scopes:
        yield from _counted(view, Scope(label, pipeline=view.pipeline), within(whole, span))
        for currency, book in view.books.items():
            scope = Scope(label, pipeline=view.pipeline, currency=currency)
            yield from _valued(view, scope, within(book, span), open_at(book, span, view.as_of))
    yield from _stages(view, whole)
    yield from _growth(view, whole)
    if view.period is Period.ALL:
        yield from _broken_down(view, whole)


def months_of(book: Book) -> list[int]:
    """The month of the first deal closed, and every month up to the last record of the file."""
    closed = [month for month in book.months if month is not None]
    return [*closed, *(month for month in book.created if month > min(closed))] if closed else []


def within(book: Book, span: Span | None) -> Group:
    """The sums of the deals closed in a span, or of all."""
    if span is None:
        return book.total
    return merged(group for month, group in book.months.items() if month and span.first <= month <= span.last)


def open_at(book: Book, span: Span | None, as_of: int) -> int:
    """Deals open at a span's end: created by then less closed by then; those open today where it is not over."""
    if span is None or not span.is_over or span.end == as_of:
        return int(book.total[OPEN])
    created = sum(count for month, count in book.created.items() if month <= span.last)
    closed = sum(group[WON] + group[LOST] for month, group in book.months.items() if month and month <= span.last)
    return int(max(0, created - closed))


def _counted(view: DealView, scope: Scope, group: Group) -> Iterator[Value]:
    """What is counted, across currencies."""
    won, lost = group[WON], group[LOST]
    by_period = view.lacking("closed") if scope.period != "all" else ()
    durations = view.lacking("created", "closed")
    won_days, closed_days = days_of(group, WON), days_of(group, WON, LOST)
    yield scope.counted(CLOSE_RATE, by_period, won, won + lost)
    yield scope.needing(WIN_LOSS, by_period, won + lost, lambda: formulas.win_loss(won, lost))
    yield scope.needing(
        CYCLE, durations, total(won_days), lambda: formulas.sales_cycle(days(won_days), total(won_days))
    )
    yield scope.needing(CYCLE_MEDIAN, durations, total(won_days), lambda: formulas.median_of_counts(won_days))
    yield scope.needing(CLOSE_MEDIAN, durations, total(closed_days), lambda: formulas.median_of_counts(closed_days))
    yield scope.needing(
        CLOSE_MEAN,
        durations,
        total(closed_days),
        lambda: formulas.time_to_close_mean(days(closed_days), total(closed_days)),
    )


def _valued(view: DealView, scope: Scope, group: Group, open_deals: int) -> Iterator[Value]:
    """What is counted in money, in one currency."""
    won, lost = money(group[VALUE + WON]), money(group[VALUE + LOST])
    valued = group[VALUED + WON] + group[VALUED + LOST]
    missing = view.lacking("amount") + (view.lacking("closed") if scope.period != "all" else ())
    yield scope.needing(CLOSE_VALUE, missing, valued, lambda: formulas.close_rate_by_value(won, won + lost))
    yield scope.needing(WIN_LOSS_VALUE, missing, valued, lambda: formulas.win_loss_by_value(won, lost))
    won_days = days_of(group, WON)
    yield scope.needing(
        VELOCITY,
        view.lacking("created", "closed", "amount"),
        open_deals,
        lambda: formulas.pipeline_velocity(
            open_deals,
            formulas.close_rate(group[WON], group[WON] + group[LOST]),
            formulas.average_deal(won, group[VALUED + WON]),
            formulas.sales_cycle(days(won_days), total(won_days)),
        ),
    )


def _stages(view: DealView, whole: Book) -> Iterator[Value]:
    """The share of open deals at each stage, today."""
    scope = Scope(view.today, pipeline=view.pipeline)
    if view.lacking("stage"):
        yield scope.empty(STAGE, "stage")
        return
    for name, group in named(whole.stages):
        at_stage = Scope(view.today, ("stage", name), view.pipeline)
        count, everything = group[OPEN], whole.total[OPEN]
        yield at_stage.valued(STAGE, everything, partial(formulas.stage_share, count, everything))
    for currency, book in view.books.items():
        open_value = money(book.total[VALUE + OPEN])
        for name, group in named(merged_books([book]).stages) if not view.lacking("amount") else ():
            at_stage = Scope(view.today, ("stage", name), view.pipeline, currency)
            value, count = money(group[VALUE + OPEN]), group[VALUED + OPEN]
            yield at_stage.valued(STAGE_VALUE, count, partial(formulas.stage_share_by_value, value, open_value))


def _growth(view: DealView, whole: Book) -> Iterator[Value]:
    """Value won in each span against the span before; by year where no period is asked for."""
    period = Period.YEAR if view.period is Period.ALL else view.period
    missing = view.lacking("closed", "amount")
    periods = spans(period, months_of(whole), view.as_of)
    for currency, book in view.books.items():
        if missing or len(periods) < 2:
            scope = Scope("all", pipeline=view.pipeline, currency=currency)
            yield scope.empty(GROWTH, *(missing or ("two periods",)))
            continue
        for span in [*periods[1:], *_trailing(view)]:
            scope = Scope(span.label, pipeline=view.pipeline, currency=currency)
            now = within(book, span)
            first, last = span.before
            before = within(book, Span("", first, last))
            yield from grown(
                scope, span, (money(now[VALUE + WON]), money(before[VALUE + WON])), now[WON], view.inflation
            )


def _trailing(view: DealView) -> list[Span]:
    """The last twelve complete months, where no period is asked for."""
    if view.period is not Period.ALL:
        return []
    last = month_of(view.as_of + 1) - 1
    span = Span("", last - 11, last)
    label = f"{date.fromordinal(span.start)}/{date.fromordinal(span.end)}"
    return [Span(label, span.first, span.last)]


def grown(
    scope: Scope, span: Span, revenue: tuple[Fraction, Fraction], n: int, inflation: Fraction | None
) -> Iterator[Value]:
    """Growth of one span, and with an inflation rate (of the same span) the deflated one too."""
    unfinished = () if span.is_over else ("the end of the period",)
    yield scope.needing(GROWTH, unfinished, n, lambda: formulas.growth(*revenue))
    if inflation is not None:
        rate = inflation
        yield scope.needing(REAL_GROWTH, unfinished, n, lambda: formulas.real_growth(formulas.growth(*revenue), rate))


def _broken_down(view: DealView, whole: Book) -> Iterator[Value]:
    """The same values by owner, source and segment, where these have a column."""
    for kind, groups in (("owner", whole.owners), ("source", whole.sources), ("segment", whole.segments)):
        if view.lacking(kind) or groups.is_full:
            continue
        for name, group in named(groups):
            yield from _counted(view, Scope("all", (kind, name), view.pipeline), group)
        for currency, book in view.books.items():
            for name, group in named(getattr(merged_books([book]), f"{kind}s")):
                yield from _valued(view, Scope("all", (kind, name), view.pipeline, currency), group, group[OPEN])


def named(groups: Mapping[str | None, Group]) -> list[tuple[str, Group]]:
    """Groups by name, those without a name last."""
    return sorted(((name or "", group) for name, group in groups.items()), key=lambda pair: (not pair[0], pair[0]))


def total(counts: Mapping[int, int]) -> int:
    """How many are counted."""
    return sum(counts.values())


def days(counts: Mapping[int, int]) -> int:
    """All days together."""
    return sum(number * count for number, count in counts.items())
