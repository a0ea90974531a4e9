"""What the variants of a scorecard's values are called."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from metrics.catalogue.calculations import CALCULATIONS
from metrics.scorecard.values import Value

NAMES: dict[tuple[str, str], str | Promise] = {
    ("qualified-leads", "mql"): "MQL",
    ("qualified-leads", "sql"): "SQL",
    ("arr-by-segment", "mrr"): "MRR",
    ("arr-by-segment", "arr"): "ARR",
    ("cac", "full"): _("For each deal won"),
    ("cac", "full subscriptions"): _("For each new customer"),
    ("real-growth", "nominal"): _("Value won, nominal"),
    ("real-growth", "real"): _("Value won, real"),
    ("real-growth", "nominal mrr"): _("MRR, nominal"),
    ("real-growth", "real mrr"): _("MRR, real"),
    ("cltv", "horizon"): _("Within five years"),
    ("churn", "monthly"): _("Monthly from annual"),
    ("churn", "annual"): _("Annual from monthly"),
}


def variant_name(value: Value, language: str) -> str:
    """The variant of a value, in the language in force."""
    own = NAMES.get((value.slug, value.variant))
    if own is not None:
        return str(own)
    found = (each for each in CALCULATIONS[value.slug] if each.code == value.variant)
    return next((each.title.in_language(language) for each in found), value.variant)
