"""Calculators of customers: churn and lifetime value."""

from collections.abc import Mapping
from fractions import Fraction

from metrics.catalogue import formulas
from metrics.catalogue.expressions import Name, Whole
from metrics.catalogue.formulas import Timed
from metrics.catalogue.values import Text, Unit

from .values import Calculation, Given, of

_ONE = Whole(1)
_CHURN = Name("lost_customers") / Name("start_customers")
_MARGIN = Name("revenue") * Name("margin")
_LIFETIME_PARTS = ("revenue", "revenue_period", "margin", "lost_customers", "start_customers", "churn_period")


def _lifetime(given: Given) -> tuple[Timed, Fraction, Timed]:
    """Revenue, margin and churn with their periods."""
    number, period = given.numbers, given.periods
    churn = formulas.churn_rate(number["lost_customers"], number["start_customers"])
    revenue = Timed(number["revenue"], period["revenue_period"])
    return revenue, number["margin"], Timed(churn, period["churn_period"])


def _cltv(given: Given) -> Fraction:
    return formulas.cltv(*_lifetime(given))


def _cltv_capped(given: Given) -> Fraction:
    return formulas.cltv_capped(*_lifetime(given), given.numbers["horizon"])


CUSTOMERS: Mapping[str, tuple[Calculation, ...]] = {
    "cltv": (
        Calculation(
            "unlimited",
            Text("Without a limit", "Bez ograniczenia"),
            Unit.MONEY,
            _MARGIN / _CHURN,
            _LIFETIME_PARTS,
            _cltv,
            ("200", "month", "80%", "5", "200", "month"),
        ),
        Calculation(
            "horizon",
            Text("With a horizon", "Z horyzontem"),
            Unit.MONEY,
            _MARGIN * (_ONE - (_ONE - _CHURN) ** Name("horizon")) / _CHURN,
            (*_LIFETIME_PARTS, "horizon"),
            _cltv_capped,
            ("200", "month", "80%", "5", "200", "month", "36"),
            limit=_MARGIN * Name("horizon"),
        ),
        Calculation(
            "ratio",
            Text("Lifetime value to CAC", "Wartość życiowa do CAC"),
            Unit.RATIO,
            Name("lifetime_value") / Name("acquisition_cost"),
            ("lifetime_value", "acquisition_cost"),
            of(formulas.value_to_cost, "lifetime_value", "acquisition_cost"),
            ("6400", "3000"),
        ),
    ),
    "churn": (
        Calculation(
            "customers",
            Text("Customers", "Klienci"),
            Unit.SHARE,
            _CHURN,
            ("lost_customers", "start_customers"),
            of(formulas.churn_rate, "lost_customers", "start_customers"),
            ("5", "200"),
            Text("{lost_customers} of {start_customers} customers", "{lost_customers} z {start_customers} klientów"),
            cases=("lost_customers", "start_customers"),
        ),
        Calculation(
            "annual",
            Text("Annual from monthly", "Roczny z miesięcznego"),
            Unit.SHARE,
            _ONE - (_ONE - Name("monthly")) ** Whole(12),
            ("monthly",),
            of(formulas.annual_churn, "monthly"),
            ("2.5%",),
        ),
        Calculation(
            "monthly",
            Text("Monthly from annual", "Miesięczny z rocznego"),
            Unit.SHARE,
            _ONE - (_ONE - Name("annual")) ** (_ONE / Whole(12)),
            ("annual",),
            of(formulas.monthly_churn, "annual"),
            ("20%",),
        ),
    ),
}
