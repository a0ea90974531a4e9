"""KPIs of leads and of what they and their customers cost: qualified leads, cost per lead, CAC, payback, ROI."""

from fractions import Fraction

from metrics.catalogue.faults import Fault

from .checks import Number, demand, demand_amounts, demand_counts, demand_shares


def sql_rate(mqls: Number, sqls: Number) -> Fraction:
    """SQLs / MQLs of the same leads, a share 0..1."""
    demand_counts(mqls=mqls, sqls=sqls)
    demand(sqls <= mqls, Fault.SQLS_OVER_MQLS, "sqls", "mqls")
    demand(mqls > 0, Fault.NO_MQLS, "mqls")
    return Fraction(sqls) / mqls


def cost_per_lead(marketing_cost: Number, leads: Number) -> Fraction:
    """Marketing cost / new leads of the same period, money."""
    demand_amounts(marketing_cost=marketing_cost)
    demand_counts(leads=leads)
    demand(leads > 0, Fault.NO_LEADS, "leads")
    return Fraction(marketing_cost) / leads


def cost_per_sql(marketing_cost: Number, sqls: Number) -> Fraction:
    """Marketing cost / SQLs of the same period, money."""
    demand_amounts(marketing_cost=marketing_cost)
    demand_counts(sqls=sqls)
    demand(sqls > 0, Fault.NO_SQLS, "sqls")
    return Fraction(marketing_cost) / sqls


def cac(sales_cost: Number, marketing_cost: Number, new_customers: Number) -> Fraction:
    """(Sales cost + marketing cost) / new customers of the period, money."""
    demand_amounts(sales_cost=sales_cost, marketing_cost=marketing_cost)
    demand_counts(new_customers=new_customers)
    demand(new_customers > 0, Fault.NO_NEW_CUSTOMERS, "new_customers")
    return (Fraction(sales_cost) + marketing_cost) / new_customers


def cac_of_media(media_cost: Number, new_customers: Number) -> Fraction:
    """Spend on media / new customers of the period, money: for comparing channels only."""
    demand_amounts(media_cost=media_cost)
    return cac(0, media_cost, new_customers)


def cac_payback(acquisition_cost: Number, monthly_revenue: Number, margin: Number) -> Fraction:
    """CAC / (monthly revenue per customer x gross margin): months until a customer has paid back its cost."""
    demand_amounts(acquisition_cost=acquisition_cost, monthly_revenue=monthly_revenue)
    demand_shares(margin=margin)
    demand(monthly_revenue * margin > 0, Fault.NO_MARGIN, "monthly_revenue", "margin")
    return Fraction(acquisition_cost) / (monthly_revenue * margin)


def value_to_cost(lifetime_value: Number, acquisition_cost: Number) -> Fraction:
    """CLTV / CAC: how many times a customer's lifetime value covers what it cost to win."""
    demand_amounts(lifetime_value=lifetime_value, acquisition_cost=acquisition_cost)
    demand(acquisition_cost > 0, Fault.NO_COST, "acquisition_cost")
    return Fraction(lifetime_value) / acquisition_cost


def roi(gain: Number, cost: Number) -> Fraction:
    """(gain - cost) / cost of one investment in one window; -1 when everything is lost. The gain may be negative."""
    demand_amounts(cost=cost)
    demand(cost > 0, Fault.NO_COST, "cost")
    return (Fraction(gain) - cost) / cost


def margin_gain(revenue_gain: Number, margin: Number) -> Fraction:
    """What revenue leaves after the cost of delivering it: revenue x gross margin (a share 0..1)."""
    demand_shares(margin=margin)
    return Fraction(revenue_gain) * margin
