"""The formulas: worked values, laws, and a sentence instead of a value wherever there is none."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.catalogue import Fault, MetricError, Period, formulas
from metrics.catalogue.faults import SENTENCES
from metrics.catalogue.formulas import Timed
from metrics.catalogue.rounding import rounded

F = Fraction
MONTH, YEAR = Period.MONTH, Period.YEAR
counts = st.integers(0, 10**6)
shares = st.fractions(0, 1, max_denominator=1000)
amounts = st.fractions(0, 10**9, max_denominator=100)

VALUES: list[tuple[Callable[..., Fraction], tuple[Any, ...], Fraction]] = [
    (formulas.close_rate, (12, 40), F(3, 10)),
    (formulas.close_rate, (0, 40), F(0)),
    (formulas.close_rate_by_value, (96_000, 400_000), F(6, 25)),
    (formulas.win_loss, (12, 28), F(3, 7)),
    (formulas.win_loss_by_value, (1, F(1, 2)), F(2)),
    (formulas.win_loss_of_rate, (F(3, 10),), F(3, 7)),
    (formulas.sales_cycle, (410, 10), F(41)),
    (formulas.sales_cycle_median, ((12, 30, 38, 45, 120),), F(38)),
    (formulas.time_to_close, ((1, 4, 5, 100),), F(9, 2)),
    (formulas.time_to_close_mean, (160, 5), F(32)),
    (formulas.median_of_counts, ({1: 2, 5: 1, 7: 1},), F(3)),
    (formulas.median_of_counts, ({7: 3},), F(7)),
    (formulas.stage_share, (24, 80), F(3, 10)),
    (formulas.stage_share_by_value, (180, 720), F(1, 4)),
    (formulas.average_deal, (96_000, 12), F(8000)),
    (formulas.pipeline_velocity, (60, F(3, 10), 8000, 40), F(3600)),
    (formulas.sql_rate, (120, 30), F(1, 4)),
    (formulas.cost_per_lead, (12_000, 150), F(80)),
    (formulas.cost_per_sql, (12_000, 15), F(800)),
    (formulas.cac, (90_000, 60_000, 50), F(3000)),
    (formulas.cac_of_media, (25_000, 50), F(500)),
    (formulas.cac_payback, (3000, 250, F(4, 5)), F(15)),
    (formulas.value_to_cost, (6400, 3000), F(32, 15)),
    (formulas.roi, (35_000, 20_000), F(3, 4)),
    (formulas.roi, (-5, 10), F(-3, 2)),
    (formulas.margin_gain, (87_500, F(2, 5)), F(35_000)),
    (formulas.monthly_amount, (1200, 12), F(100)),
    (formulas.mrr, (6000, 3000, 36_000), F(10_000)),
    (formulas.arr, (10_000,), F(120_000)),
    (formulas.renewal_rate, (44, 50), F(22, 25)),
    (formulas.upsell_rate, (15_000, 100_000), F(3, 20)),
    (formulas.grr, (100_000, 3000, 7000), F(9, 10)),
    (formulas.nrr, (100_000, 15_000, 3000, 7000), F(21, 20)),
    (formulas.growth, (1_200_000, 1_000_000), F(1, 5)),
    (formulas.real_growth, (F(1, 5), F(1, 20)), F(1, 7)),
    (formulas.churn_rate, (5, 200), F(1, 40)),
    (formulas.annual_churn, (F(1, 2),), 1 - F(1, 4096)),
    (formulas.monthly_churn, (0,), F(0)),
    (formulas.monthly_churn, (1,), F(1)),
    (formulas.cltv, (Timed(200, MONTH), F(4, 5), Timed(F(1, 40), MONTH)), F(6400)),
    (formulas.cltv_capped, (Timed(200, YEAR), F(1, 2), Timed(F(1, 2), YEAR), 2), F(150)),
    (formulas.cltv_capped, (Timed(200, YEAR), F(1, 2), Timed(0, YEAR), 3), F(300)),
]
REFUSALS: list[tuple[Callable[..., Any], tuple[Any, ...], Fault, tuple[str, ...]]] = [
    (formulas.close_rate, (41, 40), Fault.WON_OVER_CLOSED, ("won", "closed")),
    (formulas.close_rate, (0, 0), Fault.NO_CLOSED_DEALS, ("closed",)),
    (formulas.close_rate, (-1, 40), Fault.NEGATIVE, ("won",)),
    (formulas.close_rate, (F(1, 2), 40), Fault.NOT_WHOLE, ("won",)),
    (formulas.close_rate_by_value, (0, 0), Fault.NO_CLOSED_VALUE, ("closed_value",)),
    (formulas.close_rate_by_value, (2, 1), Fault.WON_VALUE_OVER_CLOSED, ("won_value", "closed_value")),
    (formulas.win_loss, (12, 0), Fault.NO_LOST_DEALS, ("lost",)),
    (formulas.win_loss_by_value, (12, 0), Fault.NO_LOST_VALUE, ("lost_value",)),
    (formulas.win_loss_of_rate, (1,), Fault.NO_LOST_DEALS, ("rate",)),
    (formulas.win_loss_of_rate, (F(11, 10),), Fault.RATE_OVER_ONE, ("rate",)),
    (formulas.sales_cycle, (0, 0), Fault.NO_WON_DEALS, ("won",)),
    (formulas.sales_cycle_median, ((),), Fault.NO_WON_DEALS, ("days",)),
    (formulas.time_to_close, ((),), Fault.NO_CLOSED_DEALS, ("days",)),
    (formulas.time_to_close, ((3, -1),), Fault.NEGATIVE, ("days",)),
    (formulas.time_to_close_mean, (0, 0), Fault.NO_CLOSED_DEALS, ("closed",)),
    (formulas.median_of_counts, ({},), Fault.NO_CLOSED_DEALS, ("days",)),
    (formulas.stage_share, (0, 0), Fault.NO_OPEN_DEALS, ("open_leads",)),
    (formulas.stage_share, (2, 1), Fault.STAGE_OVER_OPEN, ("at_stage", "open_leads")),
    (formulas.stage_share_by_value, (0, 0), Fault.NO_OPEN_VALUE, ("open_value",)),
    (formulas.stage_share_by_value, (2, 1), Fault.STAGE_VALUE_OVER_OPEN, ("stage_value", "open_value")),
    (formulas.average_deal, (0, 0), Fault.NO_WON_DEALS, ("won",)),
    (formulas.pipeline_velocity, (1, F(1, 2), 1, 0), Fault.NO_CYCLE, ("cycle_days",)),
    (formulas.sql_rate, (0, 0), Fault.NO_MQLS, ("mqls",)),
    (formulas.sql_rate, (1, 2), Fault.SQLS_OVER_MQLS, ("sqls", "mqls")),
    (formulas.cost_per_lead, (1, 0), Fault.NO_LEADS, ("leads",)),
    (formulas.cost_per_sql, (1, 0), Fault.NO_SQLS, ("sqls",)),
    (formulas.cac, (1, 1, 0), Fault.NO_NEW_CUSTOMERS, ("new_customers",)),
    (formulas.cac_of_media, (-1, 1), Fault.NEGATIVE, ("media_cost",)),
    (formulas.cac_payback, (1, 0, 1), Fault.NO_MARGIN, ("monthly_revenue", "margin")),
    (formulas.value_to_cost, (1, 0), Fault.NO_COST, ("acquisition_cost",)),
    (formulas.roi, (1, 0), Fault.NO_COST, ("cost",)),
    (formulas.monthly_amount, (1, 0), Fault.NO_MONTHS, ("months",)),
    (formulas.renewal_rate, (0, 0), Fault.NO_RENEWALS_DUE, ("due",)),
    (formulas.renewal_rate, (2, 1), Fault.RENEWED_OVER_DUE, ("renewed", "due")),
    (formulas.upsell_rate, (1, 0), Fault.NO_STARTING_MRR, ("start_mrr",)),
    (formulas.grr, (0, 0, 0), Fault.NO_STARTING_MRR, ("start_mrr",)),
    (formulas.grr, (10, 6, 5), Fault.LOSSES_OVER_START, ("contraction", "churned_mrr")),
    (formulas.growth, (1, 0), Fault.NO_EARLIER_REVENUE, ("revenue_before",)),
    (formulas.real_growth, (0, -1), Fault.INFLATION_TOO_LOW, ("inflation",)),
    (formulas.churn_rate, (0, 0), Fault.NO_CUSTOMERS, ("start_customers",)),
    (formulas.churn_rate, (2, 1), Fault.LOST_OVER_START, ("lost_customers", "start_customers")),
    (formulas.annual_churn, (F(3, 2),), Fault.RATE_OVER_ONE, ("monthly",)),
    (formulas.monthly_churn, (-1,), Fault.NEGATIVE, ("annual",)),
    (formulas.cltv, (Timed(1, MONTH), 1, Timed(0, MONTH)), Fault.NO_CHURN, ("churn",)),
    (formulas.cltv, (Timed(1, MONTH), 1, Timed(1, YEAR)), Fault.MIXED_PERIODS, ("revenue_period", "churn_period")),
    (formulas.cltv_capped, (Timed(1, YEAR), 1, Timed(1, YEAR), 1201), Fault.HORIZON_TOO_LONG, ("horizon",)),
    (formulas.wilson_interval, (2, 1), Fault.WON_OVER_CLOSED, ("successes", "cases")),
    (formulas.wilson_interval, (0, 0), Fault.NO_CLOSED_DEALS, ("cases",)),
]


@pytest.mark.parametrize(("formula", "parts", "value"), VALUES)
def test_formula_gives_the_exact_value(
    formula: Callable[..., Fraction], parts: tuple[Any, ...], value: Fraction
) -> None:
    result = formula(*parts)

    assert (result, type(result)) == (value, Fraction)


@pytest.mark.parametrize(("formula", "parts", "fault", "names"), REFUSALS)
def test_formula_refuses_with_the_parts_at_fault(
    formula: Callable[..., Any], parts: tuple[Any, ...], fault: Fault, names: tuple[str, ...]
) -> None:
    with pytest.raises(MetricError) as caught:
        formula(*parts)

    assert (caught.value.fault, caught.value.parts) == (fault, names)


def test_every_formula_is_tried_and_every_fault_has_its_sentence() -> None:
    tried = {formula.__name__ for formula, *_ in [*VALUES, *REFUSALS]}
    unused = set(Fault) - {fault for _, _, fault, _ in REFUSALS}

    assert set(formulas.__all__) - tried == {"FEW", "Number", "Timed"}
    assert unused == {Fault.MIXED_CURRENCIES}  # the calculator's own
    assert set(SENTENCES) == set(Fault)


@pytest.mark.parametrize("language", ["en", "pl"])
def test_sentence_names_the_parts(language: str) -> None:
    error = MetricError(Fault.NEGATIVE, "won")

    assert error.sentence(language, {"won": "Deals won"}).startswith("Deals won: ")
    assert "{" not in "".join(MetricError(fault, "x").sentence(language, {"x": "X"}) for fault in Fault)
    assert str(error) == "negative: won"


@given(shares)
def test_annual_churn_compounds(monthly: Fraction) -> None:
    assert formulas.annual_churn(monthly) == 1 - (1 - monthly) ** 12
    assert monthly <= formulas.annual_churn(monthly) <= min(1, 12 * monthly)


@given(shares)
def test_monthly_churn_is_the_way_back(monthly: Fraction) -> None:
    back = formulas.monthly_churn(formulas.annual_churn(monthly))

    assert abs(back - monthly) <= F(1, 10**12)


@given(counts, counts)
def test_win_loss_follows_from_the_close_rate(won: int, lost: int) -> None:
    lost += 1

    assert formulas.win_loss(won, lost) == formulas.win_loss_of_rate(formulas.close_rate(won, won + lost))


@given(st.tuples(amounts, amounts, amounts, amounts))
def test_gross_retention_is_at_most_one_and_at_most_net_retention(parts: tuple[Fraction, ...]) -> None:
    contraction, churned, left, expansion = parts
    start = contraction + churned + left + 1
    gross = formulas.grr(start, contraction, churned)

    assert 0 <= gross <= 1
    assert gross <= formulas.nrr(start, expansion, contraction, churned)


@given(st.lists(st.integers(0, 50), min_size=1))
def test_median_of_counts_is_the_median_of_the_values(days: list[int]) -> None:
    assert formulas.median_of_counts({day: days.count(day) for day in days}) == formulas.time_to_close(days)


@given(st.fractions(-1, 10, max_denominator=100), st.fractions(0, 1, max_denominator=100))
def test_real_growth_times_inflation_is_nominal_growth(nominal: Fraction, inflation: Fraction) -> None:
    real = formulas.real_growth(nominal, inflation)

    assert (1 + real) * (1 + inflation) == 1 + nominal
    assert real <= nominal


@given(amounts, shares, st.integers(0, 100))
def test_lifetime_value_within_a_horizon_is_the_sum_of_its_periods(
    revenue: Fraction, churn: Fraction, horizon: int
) -> None:
    capped = formulas.cltv_capped(Timed(revenue, MONTH), F(1, 2), Timed(churn, MONTH), horizon)

    assert capped == sum((revenue / 2 * (1 - churn) ** month for month in range(horizon)), start=F(0))


@given(st.integers(0, 500), st.integers(1, 500))
def test_wilson_interval_holds_the_rate_and_mirrors(successes: int, more: int) -> None:
    cases = successes + more
    low, high = formulas.wilson_interval(successes, cases)
    mirrored = formulas.wilson_interval(more, cases)

    assert 0 <= low <= F(successes, cases) <= high <= 1
    assert abs(1 - mirrored[1] - low) <= F(1, 10**9)


@pytest.mark.parametrize(
    ("successes", "cases", "low", "high"),
    [
        (12, 40, "0.1807484523", "0.4543001882"),
        (0, 10, "0", "0.2775327999"),
        (10, 10, "0.7224672001", "1"),
        (81, 263, "0.2553", "0.3662"),  # Newcombe 1998, method 3
        (15, 148, "0.0624", "0.1605"),
    ],
)
def test_wilson_interval_is_the_published_one(successes: int, cases: int, low: str, high: str) -> None:
    found = formulas.wilson_interval(successes, cases)

    for end, published in zip(found, (low, high), strict=True):
        places = len(published.partition(".")[2])
        assert rounded(end, places) == F(published)
