"""KPIs of deals: close rate, win/loss, cycle, time to close, stages, velocity."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from metrics.catalogue.faults import Fault

from .checks import Number, demand, demand_amounts, demand_counts, demand_shares


def close_rate(won: Number, closed: Number) -> Fraction:
    """won / closed, a share 0..1; closed = won + lost in the period. MetricError for won > closed or closed = 0."""
    demand_counts(won=won, closed=closed)
    demand(won <= closed, Fault.WON_OVER_CLOSED, "won", "closed")
    demand(closed > 0, Fault.NO_CLOSED_DEALS, "closed")
    return Fraction(won) / closed


def close_rate_by_value(won_value: Number, closed_value: Number) -> Fraction:
    """Value won / value closed, a share 0..1, in one currency."""
    demand_amounts(won_value=won_value, closed_value=closed_value)
    demand(won_value <= closed_value, Fault.WON_VALUE_OVER_CLOSED, "won_value", "closed_value")
    demand(closed_value > 0, Fault.NO_CLOSED_VALUE, "closed_value")
    return Fraction(won_value) / closed_value


def win_loss(won: Number, lost: Number) -> Fraction:
    """won / lost, from 0 up; MetricError for lost = 0, which has no value rather than an infinite one."""
    demand_counts(won=won, lost=lost)
    demand(lost > 0, Fault.NO_LOST_DEALS, "lost")
    return Fraction(won) / lost


def win_loss_by_value(won_value: Number, lost_value: Number) -> Fraction:
    """Value won / value lost, from 0 up, in one currency."""
    demand_amounts(won_value=won_value, lost_value=lost_value)
    demand(lost_value > 0, Fault.NO_LOST_VALUE, "lost_value")
    return Fraction(won_value) / lost_value


def win_loss_of_rate(rate: Number) -> Fraction:
    """rate / (1 - rate) for a close rate 0..1; MetricError for a rate of 1."""
    demand_shares(rate=rate)
    demand(rate < 1, Fault.NO_LOST_DEALS, "rate")
    return Fraction(rate) / (1 - rate)


def sales_cycle(won_days: Number, won: Number) -> Fraction:
    """Mean days from created to won: the days of all won deals together / deals won."""
    demand_amounts(won_days=won_days)
    demand_counts(won=won)
    demand(won > 0, Fault.NO_WON_DEALS, "won")
    return Fraction(won_days) / won


def sales_cycle_median(days: Sequence[Number]) -> Fraction:
    """Median days from created to won, of won deals only."""
    demand(len(days) > 0, Fault.NO_WON_DEALS, "days")
    return _median(days)


def time_to_close(days: Sequence[Number]) -> Fraction:
    """Median days from created to closed, of won and lost deals."""
    demand(len(days) > 0, Fault.NO_CLOSED_DEALS, "days")
    return _median(days)


def time_to_close_mean(closed_days: Number, closed: Number) -> Fraction:
    """Mean days from created to closed, of won and lost deals."""
    demand_amounts(closed_days=closed_days)
    demand_counts(closed=closed)
    demand(closed > 0, Fault.NO_CLOSED_DEALS, "closed")
    return Fraction(closed_days) / closed


def _median(days: Sequence[Number]) -> Fraction:
    for each in days:
        demand_amounts(days=each)
    ordered = sorted(days)
    low, high = ordered[(len(ordered) - 1) // 2], ordered[len(ordered) // 2]
    return (Fraction(low) + high) / 2


def median_of_counts(counts: Mapping[int, int]) -> Fraction:
    """The median of values given as {value: how often}, for files too long to keep every value.

    MetricError where nothing is counted. The mean of the two middle values where their number is even.
    """
    total = sum(counts.values())
    demand(total > 0, Fault.NO_CLOSED_DEALS, "days")
    low = high = None
    seen = 0
    for value in sorted(counts):
        demand_amounts(days=value)
        seen += counts[value]
        low = value if low is None and seen > (total - 1) // 2 else low
        high = value if high is None and seen > total // 2 else high
    assert low is not None
    assert high is not None
    return Fraction(low + high, 2)


def stage_share(at_stage: Number, open_leads: Number) -> Fraction:
    """Leads or deals at one stage / all open ones at the same date, a share 0..1."""
    demand_counts(at_stage=at_stage, open_leads=open_leads)
    demand(at_stage <= open_leads, Fault.STAGE_OVER_OPEN, "at_stage", "open_leads")
    demand(open_leads > 0, Fault.NO_OPEN_DEALS, "open_leads")
    return Fraction(at_stage) / open_leads


def stage_share_by_value(stage_value: Number, open_value: Number) -> Fraction:
    """Value at one stage / value of all that is open at the same date, a share 0..1, in one currency."""
    demand_amounts(stage_value=stage_value, open_value=open_value)
    demand(stage_value <= open_value, Fault.STAGE_VALUE_OVER_OPEN, "stage_value", "open_value")
    demand(open_value > 0, Fault.NO_OPEN_VALUE, "open_value")
    return Fraction(stage_value) / open_value


def average_deal(won_value: Number, won: Number) -> Fraction:
    """Value won / deals won, money; lost deals do not count."""
    demand_amounts(won_value=won_value)
    demand_counts(won=won)
    demand(won > 0, Fault.NO_WON_DEALS, "won")
    return Fraction(won_value) / won


def pipeline_velocity(opportunities: Number, rate: Number, deal: Number, cycle_days: Number) -> Fraction:
    """Open qualified opportunities x close rate x average won deal / mean cycle in days: money a day."""
    demand_counts(opportunities=opportunities)
    demand_shares(rate=rate)
    demand_amounts(deal=deal, cycle_days=cycle_days)
    demand(cycle_days > 0, Fault.NO_CYCLE, "cycle_days")
    return Fraction(opportunities) * rate * deal / cycle_days
