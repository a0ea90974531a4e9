"""KPIs of customers: churn by month and year, lifetime value."""

from dataclasses import dataclass
from fractions import Fraction

from metrics.catalogue.faults import Fault
from metrics.catalogue.rounding import root, rounded
from metrics.catalogue.values import Period

from .checks import Number, demand, demand_amounts, demand_counts, demand_shares

MONTHS_A_YEAR = 12
ROOT_PLACES = 12
LONGEST_HORIZON = 1200


def churn_rate(lost_customers: Number, start_customers: Number) -> Fraction:
    """Customers lost in the period / customers at its start, a share 0..1; new customers do not count."""
    demand_counts(lost_customers=lost_customers, start_customers=start_customers)
    demand(lost_customers <= start_customers, Fault.LOST_OVER_START, "lost_customers", "start_customers")
    demand(start_customers > 0, Fault.NO_CUSTOMERS, "start_customers")
    return Fraction(lost_customers) / start_customers


def annual_churn(monthly: Number) -> Fraction:
    """1 - (1 - m)^12 for a monthly churn m of 0..1; twelve times m would count lost customers twice."""
    demand_shares(monthly=monthly)
    return 1 - (1 - Fraction(monthly)) ** MONTHS_A_YEAR


def monthly_churn(annual: Number) -> Fraction:
    """1 - (1 - a)^(1/12) for an annual churn a of 0..1, rounded half up to 12 decimal places."""
    demand_shares(annual=annual)
    return rounded(1 - root(1 - Fraction(annual), MONTHS_A_YEAR, ROOT_PLACES + 3), ROOT_PLACES)


@dataclass(frozen=True, slots=True)
class Timed:
    """A rate or an amount with the period it belongs to."""

    value: Number
    period: Period


def cltv(revenue: Timed, margin: Number, churn: Timed) -> Fraction:
    """Revenue per customer x gross margin / customer churn, money; revenue and churn of the same period.

    MetricError for different periods, and for a churn of 0, whose lifetime has no end.
    """
    _demand_lifetime(revenue, margin, churn)
    demand(churn.value > 0, Fault.NO_CHURN, "churn")
    return Fraction(revenue.value) * margin / churn.value


def cltv_capped(revenue: Timed, margin: Number, churn: Timed, horizon: Number) -> Fraction:
    """The lifetime value within so many periods: revenue x margin x (1 - (1 - c)^n) / c, and x n where c is 0.

    The horizon is a whole number from 0 to 1200.
    """
    _demand_lifetime(revenue, margin, churn)
    demand_counts(horizon=horizon)
    demand(horizon <= LONGEST_HORIZON, Fault.HORIZON_TOO_LONG, "horizon")
    a_period = Fraction(revenue.value) * margin
    if churn.value == 0:
        return a_period * horizon
    return a_period * (1 - (1 - Fraction(churn.value)) ** int(horizon)) / churn.value


def _demand_lifetime(revenue: Timed, margin: Number, churn: Timed) -> None:
    demand(revenue.period is churn.period, Fault.MIXED_PERIODS, "revenue_period", "churn_period")
    demand_amounts(revenue=revenue.value)
    demand_shares(margin=margin, churn=churn.value)
