"""CRM data beside the answers."""

from fractions import Fraction

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from assessments.models import Assessment
from assessments.services.comparing import option_for
from assessments.services.deleting import delete_assessment
from metrics.models import FilePart, Scorecard
from tests.metrics.scorecard.browsers import computed, settled
from tests.questionnaire.browsers import answer, browser, started

DEALS = "id,status,created,closed,amount\n" + "".join(
    f"{n},{'won' if n % 3 else 'lost'},2026-0{n}-01,2026-0{n}-2{n},{n}00\n" for n in range(1, 8)
)


def words(response) -> str:
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize(
    ("days", "option"),
    [(0, 0), (1, 0), (Fraction(3, 2), 1), (14, 1), (15, 2), (30, 2), (31, 3), (91, 3), (92, 4), (4000, 4)],
)
def test_median_of_days_suggests_an_option(days: int | Fraction, option: int) -> None:
    assert option_for(Fraction(days)) == option


@pytest.fixture
def assessment() -> Assessment:
    found = started()
    answer(found)
    return found


def keep(client: Client, assessment: Assessment) -> Scorecard:
    scorecard = computed(client, DEALS)
    response = client.post(f"/en/a/{assessment.ref}/crm/", {"scorecard": scorecard.ref})
    assert response.status_code == 302
    return scorecard


def test_figures_stand_beside_the_answers_and_change_none(assessment: Assessment) -> None:
    client = browser(assessment)
    before = list(assessment.answers.order_by("code").values_list("code", "choice"))
    keep(client, assessment)
    page = words(client.get(f"/en/a/{assessment.ref}/crm/"))

    assert "Your CRM says 23 days: the median of 5 deals won in the last 12 months." in page
    assert "The data speak for: Over two weeks, up to a month" in page
    assert f"/en/a/{assessment.ref}/q/sale-weight/?from=check" in page
    assert list(assessment.answers.order_by("code").values_list("code", "choice")) == before


def test_without_a_scorecard_the_page_leads_to_the_upload(assessment: Assessment) -> None:
    client = browser(assessment)

    assert "/en/scorecard/" in words(client.get(f"/en/a/{assessment.ref}/crm/"))
    settled(client, DEALS)
    assert "Keep it with this assessment" not in words(client.get(f"/en/a/{assessment.ref}/crm/"))


def test_only_ones_own_computed_scorecard_can_be_kept(assessment: Assessment) -> None:
    client, stranger = browser(assessment), Client()
    foreign, uncomputed = computed(stranger, DEALS), settled(client, DEALS)

    for ref in (foreign.ref, uncomputed.ref, "", "x"):
        assert client.post(f"/en/a/{assessment.ref}/crm/", {"scorecard": ref}).status_code == 404
    assert Scorecard.objects.exclude(owner="").count() == 0


def test_kept_scorecard_lives_and_goes_with_the_assessment(assessment: Assessment) -> None:
    scorecard = keep(browser(assessment), assessment)
    scorecard.refresh_from_db()
    assert (scorecard.owner, scorecard.expires_at) == (assessment.ref, None)

    delete_assessment(assessment)

    assert (Scorecard.objects.count(), FilePart.objects.count()) == (0, 0)


def test_kept_scorecard_can_be_deleted_alone(assessment: Assessment) -> None:
    client = browser(assessment)
    keep(client, assessment)
    client.post(f"/en/a/{assessment.ref}/crm/", {"do": "delete"})

    assert Scorecard.objects.count() == 0
    assert Assessment.objects.count() == 1


def test_upload_names_are_kept_harmless(client: Client, db: None) -> None:
    name = "../<script>\u202e.csv"
    client.post("/en/scorecard/", {"deals": SimpleUploadedFile(name, DEALS.encode())})
    stored = Scorecard.objects.get().files.get().name

    assert "/" not in stored
    assert "\u202e" not in stored
