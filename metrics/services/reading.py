"""Read the catalogue: the texts as they stand in the database."""

from metrics.catalogue.texts import Entry, shipped_entries
from metrics.models import Metric


def catalogue_entries() -> tuple[Entry, ...]:
    """All KPIs in catalogue order, with one query. One that is not in the database yet has its shipped texts."""
    stored = {metric.slug: metric for metric in Metric.objects.all()}
    return tuple(
        Entry(entry.metric, stored[slug].texts) if slug in stored else entry
        for slug, entry in shipped_entries().items()
    )
