"""Assessments in the database, and browsers that open them."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone

from assessments.content.profile import shipped_profile
from assessments.models import AccessLink, Answer, Assessment, MethodVersion, ProfilePage, Result
from assessments.questionnaire import plans, prepared
from assessments.questionnaire.access import remember_access
from assessments.services.completing import complete
from assessments.services.links import browser_link
from assessments.services.methods import method_content
from assessments.services.publishing import publish
from assessments.services.starting import start
from tests.document.cases import EXAMPLE, ONE_ROLE, choices, content
from tests.look.html import Element, parse

FACTS: dict[str, dict[str, str | int]] = {
    "company": {"stage": "growing", "arr": "1m-4m", "arr-currency": "PLN", "industry": "b2b-software"},
    "team": {"reps": 4, "marketing": 2},
}
WEIGHTS_WITH_ZEROS = {"S3": 0, "S5": 0, "S6": 0, "S7": 0, "R4": 0}


def published_method(weights: Mapping[str, int] | None = None, **constants: int | str) -> MethodVersion:
    """A new published version; ids start again in each test, so nothing may be remembered from the test before."""
    for kept in (method_content, plans._plan):
        kept.cache_clear()
    prepared.forget_prepared()
    return publish(content(weights, **constants), note="For a test.")


def started(*, layout: str = "single", language: str = "en") -> Assessment:
    """A draft nobody has answered yet."""
    return start(language=language, layout=layout, for_client=False)[0]


def browser(*assessments: Assessment, **kwargs: Any) -> Client:
    """A browser that opens these assessments, and no other."""
    client = Client(**kwargs)
    for assessment in assessments:
        give_access(client, assessment, browser_link(assessment))
    return client


def give_access(client: Client, assessment: Assessment, link: AccessLink) -> None:
    response = HttpResponse()
    remember_access(RequestFactory().get("/"), response, assessment.ref, link)
    client.cookies.update(response.cookies)


def answer(
    assessment: Assessment, answers: str = EXAMPLE, gates: str = ONE_ROLE, notes: Mapping[str, str] | None = None
) -> None:
    """Store answers: S1..R6 and the gates in a row, `dk` for don't know, `_` for none."""
    given, now = notes or {}, timezone.now()
    asked = (*method_content(assessment.method_id).asked_criteria(), *"BKAD")
    Answer.objects.bulk_create(
        Answer(assessment=assessment, code=code, choice=choice, note=given.get(code, ""), saved_at=now)
        for code, choice in choices(answers, gates).items()
        if code in asked
    )


def describe(assessment: Assessment, *, pages: tuple[str, ...] = ("company", "team"), **more: str | int) -> None:
    """Store the profile pages; `more` changes or adds facts, written with underscores."""
    extra = {name.replace("_", "-"): value for name, value in more.items()}
    for page in pages:
        held = [slug for field in shipped_profile().page(page).fields for slug in slugs_of(field)]
        facts = FACTS[page] | {slug: value for slug, value in extra.items() if slug in held}
        ProfilePage.objects.create(assessment=assessment, page=page, facts=facts, saved_at=timezone.now())
    Assessment.objects.filter(pk=assessment.pk).update(sells_without_reps=extra.get("reps") == 0)
    assessment.refresh_from_db()


def slugs_of(field: str) -> list[str]:
    """The inputs of a profile field."""
    return [field, *(part.slug for part in shipped_profile().field(field).parts)]


def ready(answers: str = EXAMPLE, gates: str = ONE_ROLE, **more: Any) -> Assessment:
    """A draft with everything answered."""
    assessment = started(**more)
    describe(assessment)
    answer(assessment, answers, gates)
    return assessment


def completed(answers: str = EXAMPLE, gates: str = ONE_ROLE, **more: Any) -> Assessment:
    assessment = ready(answers, gates, **more)
    complete(assessment)
    assessment.refresh_from_db()
    return assessment


def result_of(assessment: Assessment) -> Result:
    return Result.objects.get(pk=assessment.pk)


def seen(response: Any) -> Element:
    """The page as a tree."""
    return parse(response.content.decode())


def title(page: Element) -> str:
    return page.one("head").one("title").text


def summary(page: Element) -> list[tuple[str, str]]:
    """(address, text) of each line of the error summary; empty without one."""
    boxes = page.all(id="error-summary")
    return [(link.attrs["href"], link.words) for box in boxes for link in box.all("a")]


def field_errors(page: Element) -> list[str]:
    """What stands at the fields."""
    return [each.words.removeprefix("Error: ").removeprefix("Błąd: ") for each in page.all("p", class_="err")]


def form_fields(page: Element) -> dict[str, str]:
    """What the page's form would send, buttons, the token and the one-time key apart."""
    form, sent = page.one("form", id="page-form"), {}
    for field in form.all("input", "textarea", "select"):
        kind = field.attrs.get("type", field.tag)
        if kind == "radio" and "checked" not in field.attrs:
            continue
        sent[field.attrs["name"]] = value_of(field)
    for name in ("csrfmiddlewaretoken", "key"):
        sent.pop(name, None)
    return sent


def value_of(field: Element) -> str:
    """What stands in an input, an area or a list; a line end right after <textarea> is not part of its text."""
    if field.tag == "textarea":
        return "".join(each.own_text for each in field.walk()).removeprefix("\n")
    if field.tag == "select":
        return next((option.attrs["value"] for option in field.all("option", selected="")), "")
    return field.attrs.get("value", "")
