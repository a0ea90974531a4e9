"""KPIs of recurring revenue and of growth: MRR, ARR, renewals, upsell, GRR, NRR, growth."""

from fractions import Fraction

from metrics.catalogue.faults import Fault

from .checks import Number, demand, demand_amounts, demand_counts

MONTHS_A_YEAR = 12


def monthly_amount(amount: Number, months: int) -> Fraction:
    """A recurring amount as money a month: an annual plan's amount / 12."""
    demand_amounts(amount=amount)
    demand(months >= 1, Fault.NO_MONTHS, "months")
    return Fraction(amount) / months


def mrr(monthly_plans: Number, quarterly_plans: Number, yearly_plans: Number) -> Fraction:
    """Monthly plans a month + quarterly plans / 3 + yearly plans / 12: money a month, active at one date."""
    demand_amounts(monthly_plans=monthly_plans, quarterly_plans=quarterly_plans, yearly_plans=yearly_plans)
    return Fraction(monthly_plans) + Fraction(quarterly_plans) / 3 + Fraction(yearly_plans) / MONTHS_A_YEAR


def arr(monthly_recurring: Number) -> Fraction:
    """12 x MRR, money a year."""
    demand_amounts(monthly_recurring=monthly_recurring)
    return Fraction(monthly_recurring) * MONTHS_A_YEAR


def renewal_rate(renewed: Number, due: Number) -> Fraction:
    """Contracts renewed / contracts up for renewal in the period, a share 0..1."""
    demand_counts(renewed=renewed, due=due)
    demand(renewed <= due, Fault.RENEWED_OVER_DUE, "renewed", "due")
    demand(due > 0, Fault.NO_RENEWALS_DUE, "due")
    return Fraction(renewed) / due


def upsell_rate(expansion: Number, start_mrr: Number) -> Fraction:
    """Expansion of existing customers / MRR at the start, from 0 up."""
    demand_amounts(expansion=expansion, start_mrr=start_mrr)
    demand(start_mrr > 0, Fault.NO_STARTING_MRR, "start_mrr")
    return Fraction(expansion) / start_mrr


def grr(start_mrr: Number, contraction: Number, churned_mrr: Number) -> Fraction:
    """Gross revenue retention: (start - contraction - churned) / start of one closed cohort, 0..1."""
    demand_amounts(start_mrr=start_mrr, contraction=contraction, churned_mrr=churned_mrr)
    demand(contraction + churned_mrr <= start_mrr, Fault.LOSSES_OVER_START, "contraction", "churned_mrr")
    demand(start_mrr > 0, Fault.NO_STARTING_MRR, "start_mrr")
    return (Fraction(start_mrr) - contraction - churned_mrr) / start_mrr


def nrr(start_mrr: Number, expansion: Number, contraction: Number, churned_mrr: Number) -> Fraction:
    """Net revenue retention: GRR + expansion / start of the same cohort; never under GRR."""
    return grr(start_mrr, contraction, churned_mrr) + upsell_rate(expansion, start_mrr)


def growth(revenue_now: Number, revenue_before: Number) -> Fraction:
    """Revenue of a period / revenue of the one before, of equal length, - 1; from -1 up."""
    demand_amounts(revenue_now=revenue_now, revenue_before=revenue_before)
    demand(revenue_before > 0, Fault.NO_EARLIER_REVENUE, "revenue_before")
    return Fraction(revenue_now) / revenue_before - 1


def real_growth(nominal: Number, inflation: Number) -> Fraction:
    """(1 + growth) / (1 + inflation) - 1, both over the same period; -1/2 is a fall by half."""
    demand(inflation > -1, Fault.INFLATION_TOO_LOW, "inflation")
    return (1 + Fraction(nominal)) / (1 + Fraction(inflation)) - 1
