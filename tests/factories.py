"""Assessments made as people make them: through the pages, with Django's test client."""

from collections.abc import Mapping
from typing import Any

from django.test import Client

from assessments.content.loader import shipped_method
from assessments.content.values import MethodContent
from assessments.models import MethodVersion
from assessments.questionnaire import plans
from assessments.questionnaire.prepared import forget_prepared
from assessments.services.methods import method_content
from assessments.services.publishing import publish

CODES = shipped_method().question_order(shipped_method().asked_criteria())

# SalesOps 75, RevOps 37.5 with R6 unknown; one role funded, reps stay, no funnels, sales on plan (ux.md 6.9).
ACORN: Mapping[str, str] = dict(zip(CODES, (*"243433213102", "dk", *"1000"), strict=True))
COMPANY = {"stage": "growing", "arr": "1m-4m", "arr-currency": "EUR", "industry": "b2b-software", "version": "0"}
TEAM = {"reps": "6", "marketing": "2", "version": "0"}
START = {"single": {"for_whom": "own", "layout": "single"}, "section": {"for_whom": "client", "layout": "section"}}


def published_method(content: MethodContent | None = None, note: str = "For a test.") -> MethodVersion:
    """A new published version; ids start again in each test, so nothing may be remembered from the test before."""
    forget_kept_pages()
    return publish(content or shipped_method(), note=note)


def forget_kept_pages() -> None:
    """Drop what a process remembers of the database: a test's database is another one each time."""
    method_content.cache_clear()
    plans._plan.cache_clear()
    forget_prepared()


def start_in(
    client: Client, language: str = "en", layout: str = "single", name: str = "Acorn Metrics", **company: str
) -> str:
    """Start an assessment and save both profile pages; its reference. `company` changes fields of the first page."""
    ref = started_in(client, language, layout)
    client_posts(client, f"/{language}/a/{ref}/company/", COMPANY | {"company-name": name} | company)
    client_posts(client, f"/{language}/a/{ref}/team/", TEAM)
    return ref


def started_in(client: Client, language: str = "en", layout: str = "single") -> str:
    """Start an assessment and nothing more; its reference."""
    response = client_posts(client, f"/{language}/start/", START[layout])
    return str(response.headers["Location"].split("/")[3])


def answer_in(client: Client, ref: str, code: str, value: str, *, language: str = "en", **fields: Any) -> Any:
    """Send one answer of the one-question layout: the response. Fields are `note` and `version`."""
    return client.post(question_url(ref, code, language), answer_fields(code, value, **fields))


def answer_fields(code: str, value: str, *, note: str = "", version: int | str = 0) -> dict[str, str]:
    """What the page of a question sends for it."""
    name = code.lower()
    return {name: value, f"{name}-note": note, f"{name}-version": str(version)}


def question_url(ref: str, code: str, language: str = "en") -> str:
    return f"/{language}/a/{ref}/q/{shipped_method().question(code).slug}/"


def answer_all(
    client: Client,
    ref: str,
    answers: Mapping[str, str] = ACORN,
    *,
    language: str = "en",
    notes: Mapping[str, str] | None = None,
) -> None:
    """Answer every question, in either layout."""
    given = {code: answer_fields(code, answers[code], note=(notes or {}).get(code, "")) for code in answers}
    if client.get(question_url(ref, next(iter(answers)), language)).status_code == 200:
        for code, fields in given.items():
            client_posts(client, question_url(ref, code, language), fields)
        return
    for section in shipped_method().sections:
        fields = {name: value for code in section.questions if code in given for name, value in given[code].items()}
        if fields:
            client_posts(client, f"/{language}/a/{ref}/section/{section.slug}/", fields)


def complete_in(client: Client, ref: str, language: str = "en") -> None:
    """Ask for the result."""
    client_posts(client, f"/{language}/a/{ref}/check/", {})


def completed_in(client: Client, language: str = "en", answers: Mapping[str, str] = ACORN, **start: Any) -> str:
    """A completed assessment; its reference."""
    ref = start_in(client, language, **start)
    answer_all(client, ref, answers, language=language)
    complete_in(client, ref, language)
    return ref


def link_in(client: Client, ref: str, language: str = "en") -> str:
    """Make a personal link; its secret."""
    page = client.post(f"/{language}/a/{ref}/save/", follow=True).content.decode()
    return page.split(f"/{language}/resume/", 1)[1].split("/", 1)[0]


def client_posts(client: Client, url: str, fields: Mapping[str, str]) -> Any:
    """Send a form that must be accepted; the redirect that follows."""
    response = client.post(url, fields)
    assert response.status_code == 302, (url, response.status_code, response.content.decode()[:3000])
    return response
