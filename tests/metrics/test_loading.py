"""The shipped texts come into the database once; what was edited there stays."""

from dataclasses import replace
from io import StringIO

import pytest
from django.core.management import call_command
from pytest_django import DjangoAssertNumQueries

from metrics.catalogue.texts import Entry, shipped_entries
from metrics.models import Metric
from metrics.services import loading
from metrics.services.loading import load_shipped_texts
from metrics.services.reading import catalogue_entries

pytestmark = pytest.mark.django_db


def test_first_run_loads_all_and_later_ones_nothing() -> None:
    assert (load_shipped_texts(), load_shipped_texts(), Metric.objects.count()) == (16, 0, 16)
    assert catalogue_entries() == tuple(shipped_entries().values())
    assert str(Metric.objects.get(slug="cac")) == "cac"


def test_edited_text_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    load_shipped_texts()
    Metric.objects.filter(slug="cac").update(meaning_pl="Po swojemu.")

    ship_anew(monkeypatch, "cac")
    changed = load_shipped_texts()

    metric = Metric.objects.get(slug="cac")
    assert (changed, metric.is_edited, metric.meaning_pl) == (0, True, "Po swojemu.")
    assert metric.name_en == "Customer acquisition cost (CAC)"


def test_newly_shipped_text_replaces_one_that_nobody_edited(monkeypatch: pytest.MonkeyPatch) -> None:
    load_shipped_texts()

    ship_anew(monkeypatch, "cac")

    assert (load_shipped_texts(), load_shipped_texts()) == (1, 0)
    assert Metric.objects.get(slug="cac").meaning_en == "New."


def ship_anew(monkeypatch: pytest.MonkeyPatch, slug: str) -> None:
    """As a later release would: one KPI with another meaning."""
    entry = shipped_entries()[slug]
    texts = replace(entry.texts, meaning=replace(entry.texts.meaning, en="New."))
    shipped = {**shipped_entries(), slug: Entry(entry.metric, texts)}
    monkeypatch.setattr(loading, "shipped_entries", lambda: shipped)


def test_kpi_that_is_not_loaded_yet_has_its_shipped_texts(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    load_shipped_texts()
    Metric.objects.filter(slug="roi").delete()

    with django_assert_num_queries(1):
        entries = catalogue_entries()

    assert entries == tuple(shipped_entries().values())


def test_prepare_loads_them() -> None:
    said = StringIO()
    call_command("prepare", stdout=said)
    call_command("prepare", stdout=said)

    assert said.getvalue().splitlines()[1::2] == ["KPIs loaded or renewed: 16.", "The KPIs are up to date or edited."]
