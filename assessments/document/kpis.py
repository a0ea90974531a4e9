"""KPIs to track: five to start with for the outcome, and the others by who reads them."""

from collections.abc import Iterator

from django.utils.translation import gettext

from assessments.document.case import Case
from assessments.document.kpi_values import Kpi, KpiAdvice, KpiGroup, Overlap
from assessments.document.outcomes import headline_code
from metrics.catalogue import Owner, metrics_of
from metrics.catalogue.calculations import CALCULATIONS
from metrics.catalogue.files import formula_text
from metrics.catalogue.texts import Entry

ORDER = (Owner.SALESOPS, Owner.SHARED, Owner.REVOPS)
KINDS = {Owner.SALESOPS: "salesops", Owner.SHARED: "both", Owner.REVOPS: "revops"}
_SALES = tuple(metric.slug for metric in metrics_of(Owner.SALESOPS))
_REVENUE = ("qualified-leads", "pipeline-velocity", "arr-by-segment", "revenue-retention", "churn")
_MIXED = ("close-rate", "sales-cycle", "qualified-leads", "revenue-retention", "pipeline-velocity")
FIRST_FIVE = {
    "salesops": _SALES,
    "salesops_only": _SALES,
    "lean_salesops": _SALES,
    "revops": _REVENUE,
    "lean_revops": _REVENUE,
    "revops_no_reps": ("qualified-leads", "cost-per-lead", "arr-by-segment", "revenue-retention", "churn"),
    "both": _MIXED,
    "close_call": _MIXED,
    "both_salesops_first": ("close-rate", "sales-cycle", "time-to-close", "leads-by-stage", "qualified-leads"),
    "both_revops_first": ("qualified-leads", "pipeline-velocity", "revenue-retention", "churn", "close-rate"),
    "revops_absorbs": ("close-rate", "qualified-leads", "pipeline-velocity", "revenue-retention", "cac"),
    "erodes": ("close-rate", "sales-cycle", "leads-by-stage", "qualified-leads", "cac"),
    "not_yet": ("close-rate", "sales-cycle", "qualified-leads", "churn", "real-growth"),
}


def kpis(case: Case) -> KpiAdvice | None:
    """The KPIs of the result's headline; None while there is no recommendation."""
    first = FIRST_FIVE.get(headline_code(case))
    if first is None:
        return None
    entries = {entry.metric.slug: entry for entry in case.kpis}
    start = tuple(_kpi(entries[slug], case.language, with_sources=True) for slug in first)
    return KpiAdvice(_title(headline_code(case)), start, tuple(_others(case, first)), _overlap())


def _others(case: Case, first: tuple[str, ...]) -> Iterator[KpiGroup]:
    """The KPIs that are not among the first five, function by function."""
    for owner in ORDER:
        left = [entry for entry in case.kpis if entry.metric.owner is owner and entry.metric.slug not in first]
        if left:
            yield KpiGroup(KINDS[owner], _functions()[owner], tuple(_kpi(entry, case.language) for entry in left))


def _kpi(entry: Entry, language: str, *, with_sources: bool = False) -> Kpi:
    metric, texts = entry.metric, entry.texts
    return Kpi(
        slug=metric.slug,
        name=texts.name.in_language(language),
        meaning=texts.meaning.in_language(language),
        kind=KINDS[metric.owner],
        function=_functions()[metric.owner],
        formula=formula_text(CALCULATIONS[metric.slug][0], language),
        sources=tuple(texts.sources.in_language(language).splitlines()) if with_sources else (),
    )


def _functions() -> dict[Owner, str]:
    return {Owner.SALESOPS: gettext("SalesOps"), Owner.SHARED: gettext("Shared"), Owner.REVOPS: gettext("RevOps")}


def _title(headline: str) -> str:
    """Why these five."""
    sales = gettext("Start with the five SalesOps KPIs; agree owners for the four shared ones")
    revenue = gettext("Start with five KPIs that show whether all revenue grows, not only sales")
    return {
        "salesops": sales,
        "salesops_only": sales,
        "lean_salesops": sales,
        "revops": revenue,
        "lean_revops": revenue,
        "revops_no_reps": revenue,
        "both": gettext("Start with five KPIs: two of SalesOps, two of RevOps, and one that both read"),
        "both_salesops_first": gettext("Start with five KPIs that SalesOps can move now and RevOps will build on"),
        "both_revops_first": gettext("Start with five KPIs that RevOps can move now and SalesOps will build on"),
        "revops_absorbs": gettext("Start with five KPIs that show whether sales holds while RevOps takes over"),
        "erodes": gettext("Start with five KPIs that show what reps still win while funnels take over"),
        "not_yet": gettext("Five KPIs show when one of the functions will be needed"),
        "close_call": gettext("Five KPIs show which of the two is needed more"),
    }[headline]


def _overlap() -> Overlap:
    counts = {owner: len(metrics_of(owner)) for owner in ORDER}
    description = gettext(
        "Two circles that overlap: %(salesops)d KPIs belong to SalesOps only, %(revops)d to RevOps only, and"
        " %(shared)d to both."
    ) % {owner.value: count for owner, count in counts.items()}
    return Overlap(
        title=gettext("Sixteen KPIs, split by who answers for them"),
        description=description,
        salesops=str(counts[Owner.SALESOPS]),
        shared=str(counts[Owner.SHARED]),
        revops=str(counts[Owner.REVOPS]),
        rows=tuple((_functions()[owner], str(counts[owner])) for owner in ORDER),
    )
