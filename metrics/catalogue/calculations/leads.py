"""Calculators of leads and of what they and their customers cost."""

from collections.abc import Mapping
from fractions import Fraction

from metrics.catalogue import formulas
from metrics.catalogue.expressions import Name
from metrics.catalogue.values import Text, Unit

from .values import Calculation, Given, of


def _roi_of_revenue(given: Given) -> Fraction:
    gain = formulas.margin_gain(given.numbers["revenue_gain"], given.numbers["margin"])
    return formulas.roi(gain, given.numbers["cost"])


LEADS: Mapping[str, tuple[Calculation, ...]] = {
    "cac": (
        Calculation(
            "full",
            Text("Fully loaded", "Pełny"),
            Unit.MONEY,
            (Name("sales_cost") + Name("marketing_cost")) / Name("new_customers"),
            ("sales_cost", "marketing_cost", "new_customers"),
            of(formulas.cac, "sales_cost", "marketing_cost", "new_customers"),
            ("90000", "60000", "50"),
        ),
        Calculation(
            "media",
            Text("Paid media only", "Tylko płatne media"),
            Unit.MONEY,
            Name("media_cost") / Name("new_customers"),
            ("media_cost", "new_customers"),
            of(formulas.cac_of_media, "media_cost", "new_customers"),
            ("25000", "50"),
        ),
        Calculation(
            "payback",
            Text("Payback", "Okres zwrotu"),
            Unit.MONTHS,
            Name("acquisition_cost") / (Name("monthly_revenue") * Name("margin")),
            ("acquisition_cost", "monthly_revenue", "margin"),
            of(formulas.cac_payback, "acquisition_cost", "monthly_revenue", "margin"),
            ("3000", "250", "80%"),
        ),
    ),
    "cost-per-lead": (
        Calculation(
            "all",
            Text("All leads", "Wszystkie leady"),
            Unit.MONEY,
            Name("marketing_cost") / Name("leads"),
            ("marketing_cost", "leads"),
            of(formulas.cost_per_lead, "marketing_cost", "leads"),
            ("12000", "150"),
        ),
        Calculation(
            "qualified",
            Text("Qualified leads (SQL)", "Leady kwalifikowane (SQL)"),
            Unit.MONEY,
            Name("marketing_cost") / Name("sqls"),
            ("marketing_cost", "sqls"),
            of(formulas.cost_per_sql, "marketing_cost", "sqls"),
            ("12000", "15"),
        ),
    ),
    "qualified-leads": (
        Calculation(
            "share",
            Text("SQL ÷ MQL", "SQL ÷ MQL"),
            Unit.SHARE,
            Name("sqls") / Name("mqls"),
            ("mqls", "sqls"),
            of(formulas.sql_rate, "mqls", "sqls"),
            ("120", "30"),
            Text("{sqls} SQLs of {mqls} MQLs", "{sqls} SQL z {mqls} MQL"),
            cases=("sqls", "mqls"),
        ),
    ),
    "roi": (
        Calculation(
            "margin",
            Text("From margin", "Z marży"),
            Unit.SHARE,
            (Name("gain") - Name("cost")) / Name("cost"),
            ("gain", "cost"),
            of(formulas.roi, "gain", "cost"),
            ("35000", "20000"),
        ),
        Calculation(
            "revenue",
            Text("From revenue and margin", "Z przychodu i marży"),
            Unit.SHARE,
            (Name("revenue_gain") * Name("margin") - Name("cost")) / Name("cost"),
            ("revenue_gain", "margin", "cost"),
            _roi_of_revenue,
            ("87500", "40%", "20000"),
        ),
    ),
}
