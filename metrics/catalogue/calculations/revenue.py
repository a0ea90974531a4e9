"""Calculators of recurring revenue and of growth."""

from collections.abc import Mapping
from fractions import Fraction

from metrics.catalogue import formulas
from metrics.catalogue.expressions import Name, Whole
from metrics.catalogue.values import Text, Unit

from .values import Calculation, Given, of

_ONE, _TWELVE = Whole(1), Whole(12)
_PLANS = ("monthly_plans", "quarterly_plans", "yearly_plans")
_MRR = Name("monthly_plans") + Name("quarterly_plans") / Whole(3) + Name("yearly_plans") / _TWELVE
_KEPT = Name("start_mrr") - Name("contraction") - Name("churned_mrr")
_RATIO = Name("revenue_now") / Name("revenue_before")


def _arr(given: Given) -> Fraction:
    return formulas.arr(of(formulas.mrr, *_PLANS)(given))


def _real_growth(given: Given) -> Fraction:
    nominal = formulas.growth(given.numbers["revenue_now"], given.numbers["revenue_before"])
    return formulas.real_growth(nominal, given.numbers["inflation"])


REVENUE: Mapping[str, tuple[Calculation, ...]] = {
    "arr-by-segment": (
        Calculation(
            "mrr",
            Text("MRR", "MRR"),
            Unit.MONEY,
            _MRR,
            _PLANS,
            of(formulas.mrr, *_PLANS),
            ("6000", "3000", "36000"),
        ),
        Calculation("arr", Text("ARR", "ARR"), Unit.MONEY, _TWELVE * _MRR, _PLANS, _arr, ("6000", "3000", "36000")),
    ),
    "renewal-upsell": (
        Calculation(
            "renewal",
            Text("Renewal rate", "Wskaźnik odnowień"),
            Unit.SHARE,
            Name("renewed") / Name("due"),
            ("due", "renewed"),
            of(formulas.renewal_rate, "renewed", "due"),
            ("50", "44"),
            Text("{renewed} of {due} contracts", "{renewed} z {due} umów"),
            cases=("renewed", "due"),
        ),
        Calculation(
            "upsell",
            Text("Upsell rate", "Wskaźnik dosprzedaży"),
            Unit.SHARE,
            Name("expansion") / Name("start_mrr"),
            ("expansion", "start_mrr"),
            of(formulas.upsell_rate, "expansion", "start_mrr"),
            ("15000", "100000"),
        ),
    ),
    "revenue-retention": (
        Calculation(
            "grr",
            Text("Gross (GRR)", "Brutto (GRR)"),
            Unit.SHARE,
            _KEPT / Name("start_mrr"),
            ("start_mrr", "contraction", "churned_mrr"),
            of(formulas.grr, "start_mrr", "contraction", "churned_mrr"),
            ("100000", "3000", "7000"),
        ),
        Calculation(
            "nrr",
            Text("Net (NRR)", "Netto (NRR)"),
            Unit.SHARE,
            (_KEPT + Name("expansion")) / Name("start_mrr"),
            ("start_mrr", "expansion", "contraction", "churned_mrr"),
            of(formulas.nrr, "start_mrr", "expansion", "contraction", "churned_mrr"),
            ("100000", "15000", "3000", "7000"),
        ),
    ),
    "real-growth": (
        Calculation(
            "nominal",
            Text("Actual (nominal)", "Rzeczywisty (nominalny)"),
            Unit.SHARE,
            _RATIO - _ONE,
            ("revenue_now", "revenue_before"),
            of(formulas.growth, "revenue_now", "revenue_before"),
            ("1200000", "1000000"),
        ),
        Calculation(
            "real",
            Text("Deflated (real)", "Realny (bez inflacji)"),
            Unit.SHARE,
            _RATIO / (_ONE + Name("inflation")) - _ONE,
            ("revenue_now", "revenue_before", "inflation"),
            _real_growth,
            ("1200000", "1000000", "5%"),
        ),
    ),
}
