"""A result keeps the KPIs' texts of its moment."""

import pytest

from assessments.document.stored import document_from_json
from assessments.document.values import AdviceDocument
from assessments.models import Result
from assessments.services.completing import complete
from metrics.models import Metric
from metrics.services.loading import load_shipped_texts
from tests.questionnaire.browsers import browser, ready

pytestmark = pytest.mark.django_db


def first(document: AdviceDocument) -> tuple[str, str]:
    """Name and meaning of the first KPI."""
    assert document.kpis is not None
    return document.kpis.start[0].name, document.kpis.start[0].meaning


def test_later_edit_changes_later_results_only() -> None:
    load_shipped_texts()
    earlier = complete(ready())
    Metric.objects.filter(slug="close-rate").update(name_pl="Po nowemu", meaning_pl="Inaczej.")

    later = complete(ready())

    assert first(document_from_json(later.document_pl)) == ("Po nowemu", "Inaczej.")
    assert first(document_from_json(Result.objects.get(pk=earlier.pk).document_pl)) == (
        "Skuteczność zamykania sprzedaży",
        "Jaka część zamkniętych szans sprzedaży została wygrana.",
    )


def test_result_page_names_the_kpis_of_its_moment_and_links_to_their_pages() -> None:
    assessment = ready()
    complete(assessment)
    Metric.objects.all().delete()

    page = browser(assessment).get(f"/pl/a/{assessment.ref}/result/").content.decode()

    assert 'href="/pl/metrics/close-rate/">Skuteczność zamykania sprzedaży</a>' in page
    assert page.count('href="/pl/metrics/') == 1 + 16 + 1  # the menu, every KPI, the catalogue
