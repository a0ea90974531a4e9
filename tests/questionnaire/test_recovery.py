"""Access or the form's token was lost in mid-question: what was typed comes back, and can be saved."""

import pytest
from django.test import Client

from assessments.models import AccessLink, Assessment
from assessments.services.links import make_resume_link
from assessments.services.reading import answers_of
from tests.look.html import Element
from tests.questionnaire.browsers import browser, form_fields, seen, started

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
