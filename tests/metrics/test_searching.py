"""Search does not mind case, Polish letters, or the language a KPI is known in."""

import pytest

from metrics.catalogue.searching import folded, found
from metrics.catalogue.texts import shipped_entries

ENTRIES = tuple(shipped_entries().values())


def slugs(query: str) -> list[str]:
    return [entry.metric.slug for entry in found(ENTRIES, query)]


def test_text_is_folded() -> None:
    assert folded("  Łączny  WSKAŹNIK odejść\u00a0") == "laczny wskaznik odejsc"
    assert folded("Straße İ") == "strasse i"


@pytest.mark.parametrize("query", ["odejść", "ODEJŚĆ", "odejsc", "Odejsc KLIENTOW", "klientów odejść"])
def test_polish_letters_and_case_do_not_matter(query: str) -> None:
    assert slugs(query) == ["churn"]


@pytest.mark.parametrize(
    ("query", "slug"), [("win rate", "close-rate"), ("LTV", "cltv"), ("nrr", "revenue-retention"), ("roi", "roi")]
)
def test_other_names_are_found(query: str, slug: str) -> None:
    assert slugs(query) == [slug]


def test_every_word_must_be_there() -> None:
    assert slugs("") == [entry.metric.slug for entry in ENTRIES]
    assert slugs("cost lead") == ["cost-per-lead"]
    assert slugs("nps") == []
    assert slugs("%") == ["leads-by-stage"]
    assert slugs("_") == []
