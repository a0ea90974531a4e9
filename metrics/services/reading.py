"""Read the catalogue: the texts as they stand in the database."""

from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256

from django.db import connection

from metrics.catalogue.texts import COLUMNS, Entry, shipped_entries, texts_of_columns
from metrics.models import Metric

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All KPIs in catalogue order. Two with the same fingerprint say the same."""

    entries: tuple[Entry, ...]
    fingerprint: str


def read_catalogue() -> Catalogue:
    """The catalogue with one query. A KPI that is not in the database yet has its shipped texts."""
    with connection.cursor() as cursor:
        cursor.execute(_select())
        return _catalogue(tuple(cursor.fetchall()))


def catalogue_entries() -> tuple[Entry, ...]:
    """All KPIs in catalogue order, with one query."""
    return read_catalogue().entries


@cache
def _select() -> str:
    """The statement that reads all texts, written once: writing it takes longer than running it."""
    statement, parameters = Metric.objects.order_by("slug").values_list("slug", *COLUMNS).query.sql_with_params()
    assert not parameters
    return statement


@lru_cache(maxsize=4)
def _catalogue(rows: Rows) -> Catalogue:
    """What these rows say; made once for each state of the table."""
    stored = {slug: texts_of_columns(dict(zip(COLUMNS, texts, strict=True))) for slug, *texts in rows}
    entries = tuple(
        Entry(entry.metric, stored[slug]) if slug in stored else entry for slug, entry in shipped_entries().items()
    )
    return Catalogue(entries, sha256("".join(entry.texts.fingerprint() for entry in entries).encode()).hexdigest())
