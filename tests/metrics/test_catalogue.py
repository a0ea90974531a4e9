"""The sixteen KPIs: who owns them and what they are called."""

import re

import pytest

from metrics.catalogue import METRICS, Owner, metrics_of


def test_catalogue_has_five_four_and_seven() -> None:
    assert [len(metrics_of(owner)) for owner in (Owner.SALESOPS, Owner.SHARED, Owner.REVOPS)] == [5, 4, 7]
    assert len(METRICS) == 16


def test_slugs_are_unique_and_fit_addresses() -> None:
    slugs = [metric.slug for metric in METRICS]

    assert len(set(slugs)) == 16
    assert [slug for slug in slugs if not re.fullmatch(r"[a-z]+(-[a-z]+)*", slug)] == []


@pytest.mark.parametrize("language", ["en", "pl"])
def test_names_are_unique_and_tidy(language: str) -> None:
    names = [metric.name(language) for metric in METRICS]

    assert len(set(names)) == 16
    assert [name for name in names if not name or name != name.strip()] == []


def test_owners_follow_the_settled_reading_of_the_article() -> None:
    assert [metric.slug for metric in metrics_of(Owner.SHARED)] == ["cac", "cltv", "cost-per-lead", "qualified-leads"]
    assert metrics_of(Owner.SALESOPS)[0].name("pl") == "Skuteczność zamykania sprzedaży"


def test_there_is_no_name_in_a_third_language() -> None:
    with pytest.raises(ValueError, match="'de'"):
        METRICS[0].name("de")
