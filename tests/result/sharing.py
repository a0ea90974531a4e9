"""Share links made without the page, and browsers that opened them."""

from django.test import Client

from assessments.models import Assessment
from assessments.services.sharing import Sharing, make_share_link
from tests.questionnaire.browsers import answer, browser, describe, started

NOTE = "CRM is slow"


def url(assessment: Assessment, language: str = "en") -> str:
    return f"/{language}/a/{assessment.ref}/share/"


def shared_url(assessment: Assessment, language: str = "en") -> str:
    return f"/{language}/shared/{assessment.ref}/"


def share(
    assessment: Assessment,
    *,
    label: str = "",
    shows_answers: bool = False,
    allows_downloads: bool = False,
    days: int | None = 90,
) -> str:
    """A share link's secret."""
    sharing = Sharing(label=label, shows_answers=shows_answers, allows_downloads=allows_downloads, days=days)
    return make_share_link(assessment, sharing, "link 1")


def reader(secret: str, language: str = "en") -> Client:
    """A browser that opened a share link."""
    client = Client()
    client.get(f"/{language}/r/{secret}/")
    return client


def with_note() -> Assessment:
    assessment = started()
    describe(assessment, industry="other", industry_other="Drones")
    answer(assessment, notes={"S5": NOTE, "B": NOTE})
    browser(assessment).post(f"/en/a/{assessment.ref}/check/")
    assessment.refresh_from_db()
    return assessment
