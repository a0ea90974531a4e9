"""Access or the form's token was lost in mid-question: what was typed comes back, and can be saved."""

import pytest
from django.test import Client

from assessments.models import AccessLink, Assessment
from assessments.services.links import make_resume_link
from assessments.services.reading import answers_of
from tests.look.html import Element
from tests.questionnaire.browsers import browser, completed, form_fields, seen, started, value_of

SENT = {"s5": "3", "s5-note": "typed <here>\nin two lines", "s5-version": "0"}
OPTION = "Two days to half the week (40–50%)"


def url(assessment: Assessment, language: str = "en") -> str:
    return f"/{language}/a/{assessment.ref}/q/admin-load/"


def typed(page: Element) -> list[str]:
    return [each.words for each in page.all("p", class_="typed")]


def test_save_without_access_gives_back_what_was_typed(client: Client) -> None:
    assessment = started()

    response = client.post(url(assessment), SENT)

    assert (response.status_code, answers_of(assessment)) == (404, {})
    assert typed(seen(response)) == [OPTION, "typed <here> in two lines"]


def test_what_was_typed_is_saved_with_a_personal_link(client: Client) -> None:
    assessment = started()
    lost = seen(client.post(url(assessment), SENT))
    link = make_resume_link(assessment)

    found = client.post("/en/resume/", {**form_fields(lost), "link": link})

    page = seen(found)
    assert (found.status_code, form_fields(page)) == (200, SENT)
    saved = client.post(page.one("form", id="page-form").attrs["action"], form_fields(page))
    assert saved.status_code == 302
    assert (answers_of(assessment)["S5"].choice, answers_of(assessment)["S5"].note) == (3, SENT["s5-note"])


def test_wrong_link_keeps_what_was_typed(client: Client) -> None:
    assessment = started()
    lost = seen(client.post(url(assessment), SENT))

    page = seen(client.post("/en/resume/", {**form_fields(lost), "link": "wrong"}))

    assert typed(page) == [OPTION, "typed <here> in two lines"]
    assert form_fields(page) == {**form_fields(lost), "link": "wrong"}


def test_link_of_another_assessment_saves_nothing_there(client: Client) -> None:
    assessment, other = started(), started()
    lost = seen(client.post(url(assessment), SENT))

    response = client.post("/en/resume/", {**form_fields(lost), "link": make_resume_link(other)})

    assert response.headers["Location"] == f"/en/a/{other.ref}/"
    assert (answers_of(assessment), answers_of(other)) == ({}, {})


def test_revoked_access_gives_back_what_was_typed() -> None:
    assessment = started()
    client = browser(assessment)
    AccessLink.objects.all().delete()

    assert typed(seen(client.post(url(assessment), SENT)))[0] == OPTION


def test_lost_token_gives_back_what_was_typed_and_saves_it_then() -> None:
    assessment = started()
    client = browser(assessment, enforce_csrf_checks=True)

    response = client.post(url(assessment), SENT)

    page = seen(response)
    assert (response.status_code, answers_of(assessment), typed(page)[0]) == (403, {}, OPTION)
    form = page.one("form", id="page-form")
    token = form.one("input", name="csrfmiddlewaretoken").attrs["value"]
    saved = client.post(form.attrs["action"], {**form_fields(page), "csrfmiddlewaretoken": token})
    assert (saved.status_code, answers_of(assessment)["S5"].choice) == (302, 3)


def test_lost_token_on_another_page_is_refused() -> None:
    assessment = started()

    response = browser(assessment, enforce_csrf_checks=True).post(f"/en/a/{assessment.ref}/delete/")

    assert (response.status_code, Assessment.objects.count()) == (403, 1)


BESIDE_THE_RESULT = {
    "name": ({"name": "Żubr"}, ["Żubr"]),
    "override": (
        {"outcome": "both", "reason": "x" * 1000, "name": "Anna", "version": "0"},
        ["Both", "x" * 1000, "Anna"],
    ),
    "share": (
        {"shows_answers": "no", "expires": "never", "label": "For Jan", "key": "0" * 32},
        ["The result without the answers and without notes", "Until you revoke it", "For Jan"],
    ),
}


def page_url(assessment: Assessment, page: str) -> str:
    return f"/en/a/{assessment.ref}/{page}/"


@pytest.mark.parametrize("page", BESIDE_THE_RESULT)
def test_lost_token_beside_the_result_gives_back_what_was_typed_and_saves_it_then(page: str) -> None:
    sent, words = BESIDE_THE_RESULT[page]
    assessment = completed()
    Assessment.objects.update(for_client=True)
    client = browser(assessment, enforce_csrf_checks=True)

    response = client.post(page_url(assessment, page), sent)

    shown = seen(response)
    assert (response.status_code, typed(shown), stored_beside(assessment)) == (403, words, ("", 0, 0))
    form = shown.one("form", id="page-form")
    token = form.one("input", name="csrfmiddlewaretoken").attrs["value"]
    fields = {each.attrs["name"]: value_of(each) for each in form.all("textarea")}
    assert fields == sent
    assert client.post(form.attrs["action"], {**fields, "csrfmiddlewaretoken": token}).status_code == 302
    assert stored_beside(assessment) == {"name": ("Żubr", 0, 0), "override": ("", 1, 0), "share": ("", 0, 1)}[page]


def stored_beside(assessment: Assessment) -> tuple[str, int, int]:
    """The company's name, and how many own recommendations and share links there are."""
    assessment.client.refresh_from_db()
    return assessment.client.name, assessment.overrides.count(), assessment.links.shared().count()


@pytest.mark.parametrize("page", BESIDE_THE_RESULT)
def test_lost_access_beside_the_result_gives_back_what_was_typed(client: Client, page: str) -> None:
    sent, words = BESIDE_THE_RESULT[page]
    assessment = completed()

    lost = client.post(page_url(assessment, page), sent)

    assert (lost.status_code, typed(seen(lost))) == (404, words)
    found = client.post("/en/resume/", {**form_fields(seen(lost)), "link": make_resume_link(assessment)})
    assert (found.status_code, typed(seen(found))) == (200, words)


@pytest.mark.parametrize("page", ["override", "share"])
def test_button_without_anything_typed_gives_nothing_back(page: str) -> None:
    assessment = completed()
    fields = {"do": "withdraw", "version": "0"}

    refused = browser(assessment, enforce_csrf_checks=True).post(page_url(assessment, page), fields)
    foreign = Client().post(page_url(assessment, page), fields)

    assert (refused.status_code, foreign.status_code) == (403, 404)
    assert typed(seen(refused)) == typed(seen(foreign)) == []


def test_profile_page_without_access_gives_back_what_was_typed(client: Client) -> None:
    assessment = started()

    response = client.post(f"/en/a/{assessment.ref}/company/", {"company-name": "Acorn", "stage": "idea"})

    assert response.status_code == 404
    assert "Acorn" in typed(seen(response))


@pytest.mark.parametrize("path", ["https://example.com/x/", "/en/start/", "//example.com/", "/en/a/x/delete/", ""])
def test_foreign_address_is_not_saved_to(client: Client, path: str) -> None:
    """The way back is only ever a page where answers are typed."""
    assessment = started()
    sent = {"path": path, "typed-s5": "3", "link": make_resume_link(assessment)}

    response = client.post("/en/resume/", sent)

    assert response.headers["Location"] == f"/en/a/{assessment.ref}/"


def test_reading_without_access_shows_no_form(client: Client) -> None:
    assert seen(client.get(url(started()))).all("form", id="page-form") == []


def test_what_was_typed_is_told_in_polish(client: Client) -> None:
    page = seen(client.post(url(started(), "pl"), SENT))

    assert (page.one("html").attrs["lang"], typed(page)[0]) == ("pl", "Od dwóch dni do połowy tygodnia (40–50%)")
