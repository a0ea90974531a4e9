"""Leads, subscriptions and spend, worked out by hand."""

from datetime import date
from fractions import Fraction

from metrics.scorecard.fields import Kind
from metrics.scorecard.periods import Period
from tests.metrics.scorecard.files import card, values

DEALS = """id,status,created,closed,amount,source
1,won,2025-01-10,2025-02-10,1000,Ads
2,won,2025-01-10,2025-03-10,3000,Fair
3,lost,2025-01-10,2025-03-11,9000,Ads
4,won,2025-05-01,2025-06-10,500,Ads
5,open,2025-05-01,,700,Ads
"""
LEADS = """id,created,mql,sql,source
1,2025-01-05,2025-01-06,2025-02-01,Ads
2,2025-02-05,2025-02-06,,Ads
3,2025-03-05,,,Web
4,2025-03-05,2025-03-09,2025-03-20,Web
5,2025-07-05,2025-07-05,,Web
"""
SPEND = """month,amount,kind,channel
2025-01,600,sales,
2025-02,100,marketing,Web
2025-03,300,marketing,Web
2025-03,500,investment,Ads
2025-03,2000,investment,fair
"""
SUBSCRIPTIONS = """id,customer,start,end,amount,interval,segment,currency
1,A,2024-01-01,,100,month,SMB,EUR
2,B,2024-06-01,2025-05-31,1200,year,SMB,EUR
3,B,2025-06-01,,2400,year,SMB,EUR
4,C,2024-03-01,2025-07-15,300,quarter,Ent,EUR
5,D,2025-03-01,,50,month,Ent,EUR
6,E,2024-03-01,2025-03-01,80,month,Ent,EUR
7,E,2025-03-01,,40,month,Ent,EUR
8,F,2024-03-01,,90,month,Ent,USD
9,G,2024-03-01,,90,once,Ent,EUR
"""
YEAR = "2025-01-01/2025-12-31"


def test_leads_are_counted_by_the_day_they_became_what_they_are() -> None:
    found = values(card(DEALS, {Kind.LEADS: LEADS}))

    assert found["qualified-leads", "mql", "all", "", ""] == 4
    assert found["qualified-leads", "sql", "all", "", ""] == 2
    assert found["qualified-leads", "share", "all", "", ""] == Fraction(1, 2)


def test_costs_belong_to_the_months_that_money_was_spent_in() -> None:
    found = values(card(DEALS, {Kind.LEADS: LEADS, Kind.SPEND: SPEND}))

    assert found["cac", "full", "all", "", ""] == Fraction(600 + 400, 2)
    assert found["cost-per-lead", "all", "all", "", ""] == Fraction(400, 4)
    assert found["cost-per-lead", "qualified", "all", "", ""] == Fraction(400, 2)


def test_roi_holds_value_won_from_a_source_against_the_channel_of_that_name() -> None:
    found = values(card(DEALS, {Kind.SPEND: SPEND}))
    with_margin = values(card(DEALS, {Kind.SPEND: SPEND}, margin=Fraction(4, 5)))

    assert found["roi", "revenue", "all", "Ads", ""] == Fraction(1000 - 500, 500)
    assert found["roi", "revenue", "all", "fair", ""] == Fraction(3000 - 2000, 2000)
    assert found["roi", "revenue", "all", "", ""] == Fraction(4000 - 2500, 2500)
    assert with_margin["roi", "margin", "all", "Ads", ""] == Fraction(800 - 500, 500)


def test_recurring_revenue_is_what_runs_on_the_day() -> None:
    found = values(card(DEALS, {Kind.SUBSCRIPTIONS: SUBSCRIPTIONS}))

    assert found["arr-by-segment", "mrr", "2025-12-31", "", "EUR"] == 100 + 200 + 50 + 40
    assert found["arr-by-segment", "arr", "2025-12-31", "", "EUR"] == 12 * 390
    assert found["arr-by-segment", "mrr", "2025-12-31", "Ent", "EUR"] == 90
    assert found["arr-by-segment", "mrr", "2025-12-31", "", "USD"] == 90


def test_retention_is_of_the_customers_of_the_start() -> None:
    found = values(card(DEALS, {Kind.SUBSCRIPTIONS: SUBSCRIPTIONS}, margin=Fraction(4, 5)))
    start = 100 + 100 + 100 + 80

    assert found["revenue-retention", "grr", YEAR, "", "EUR"] == Fraction(start - 40 - 100, start)
    assert found["revenue-retention", "nrr", YEAR, "", "EUR"] == Fraction(start - 40 - 100 + 100, start)
    assert found["renewal-upsell", "upsell", YEAR, "", "EUR"] == Fraction(100, start)
    assert found["renewal-upsell", "renewal", YEAR, "", "EUR"] == Fraction(2, 3)
    assert found["churn", "customers", YEAR, "", "EUR"] == Fraction(1, 4)
    assert found["real-growth", "nominal mrr", YEAR, "", "EUR"] == Fraction(390, start) - 1
    assert found["cltv", "unlimited", YEAR, "", "EUR"] == Fraction(390 * 12, 4) * Fraction(4, 5) / Fraction(1, 4)


def test_months_have_values_of_their_own() -> None:
    found = values(card(DEALS, {Kind.SUBSCRIPTIONS: SUBSCRIPTIONS}, period=Period.MONTH, as_of=date(2025, 7, 31)))

    assert found["churn", "customers", "2025-07", "", "EUR"] == Fraction(1, 5)
    assert found["churn", "annual", "2025-07", "", "EUR"] == 1 - Fraction(4, 5) ** 12
    assert found["close-rate", "count", "2025-03", "", ""] == Fraction(1, 2)
    assert found["real-growth", "nominal", "2025-03", "", ""] == 2


def test_what_is_missing_is_named() -> None:
    found = card("id,status\n1,won\n2,lost\n").values
    reasons = {(each.slug, each.variant): each.missing for each in found if each.missing}

    assert reasons["sales-cycle", "average"] == ("created", "closed")
    assert reasons["close-rate", "value"] == ("amount",)
    assert reasons["leads-by-stage", "count"] == ("stage",)
    assert reasons["churn", "customers"] == ("subscriptions",)
    assert reasons["cac", "full"] == ("spend",)
    assert {slug for slug, _ in reasons} >= {"real-growth", "roi", "cost-per-lead", "revenue-retention"}
