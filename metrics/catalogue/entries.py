"""The sixteen KPIs: five owned by SalesOps, four shared, seven owned by RevOps."""

from .values import Metric, Owner

METRICS = (
    Metric("close-rate", "Close rate", "Skuteczność zamykania sprzedaży", Owner.SALESOPS),
    Metric("sales-cycle", "Average sales cycle length", "Średnia długość cyklu sprzedaży", Owner.SALESOPS),
    Metric("time-to-close", "Time to close", "Czas do zamknięcia szansy sprzedaży", Owner.SALESOPS),
    Metric("win-loss", "Win/loss ratio", "Stosunek wygranych do przegranych", Owner.SALESOPS),
    Metric("leads-by-stage", "Leads at each stage (%)", "Leady na poszczególnych etapach (%)", Owner.SALESOPS),
    Metric("cac", "Customer acquisition cost (CAC)", "Koszt pozyskania klienta (CAC)", Owner.SHARED),
    Metric("cltv", "Customer lifetime value (CLTV, CLV)", "Wartość życiowa klienta (CLTV, CLV)", Owner.SHARED),
    Metric("cost-per-lead", "Cost per lead", "Koszt pozyskania leada", Owner.SHARED),
    Metric("qualified-leads", "Qualified leads", "Leady kwalifikowane", Owner.SHARED),
    Metric("arr-by-segment", "ARR/MRR by segment", "ARR/MRR według segmentów", Owner.REVOPS),
    Metric("renewal-upsell", "Renewal and upsell rate", "Wskaźnik odnowień i dosprzedaży", Owner.REVOPS),
    Metric("revenue-retention", "Revenue retention", "Utrzymanie przychodów", Owner.REVOPS),
    Metric("pipeline-velocity", "Sales pipeline velocity", "Szybkość lejka sprzedaży", Owner.REVOPS),
    Metric("churn", "Customer churn rate", "Wskaźnik odejść klientów (churn)", Owner.REVOPS),
    Metric("real-growth", "Real revenue growth", "Rzeczywisty (realny) wzrost przychodów", Owner.REVOPS),
    Metric("roi", "Return on investment (ROI)", "Zwrot z inwestycji (ROI)", Owner.REVOPS),
)


def metrics_of(owner: Owner) -> tuple[Metric, ...]:
    """The KPIs of one owner, in catalogue order."""
    return tuple(metric for metric in METRICS if metric.owner is owner)
