"""Access or form token lost in mid-question: what was typed comes back and can be saved."""

from typing import Any

import pytest
from django.test import Client

from assessments.models import Answer, ProfilePage
from assessments.models import Client as Company
from assessments.services.links import new_secret
from tests.factories import COMPANY, answer_fields, link_in, question_url, start_in
from tests.look.html import Element, parse
from tests.trust.world import alike, stored

pytestmark = pytest.mark.usefixtures("method")

NOTE = "Zażółć\n\n <b>gęślą</b> & \"jaźń\" 'x'"
TYPED = answer_fields("S1", "3", note=NOTE)


def tree(response: Any) -> Element:
    return parse(response.content.decode())


def fields_of(form: Element) -> dict[str, str]:
    """Name and value of each field as a browser would send it."""
    inputs = {each.attrs["name"]: each.attrs.get("value", "") for each in form.all("input") if "name" in each.attrs}
    areas = {each.attrs["name"]: "".join(part.own_text for part in each.walk())[1:] for each in form.all("textarea")}
    return inputs | areas


def page_form(response: Any) -> tuple[str, dict[str, str]]:
    """Address and fields of the page's own form."""
    form = tree(response).one("form", id="page-form")
    return form.attrs["action"], fields_of(form)


def answers() -> list[tuple[str, int, str]]:
    return list(Answer.objects.values_list("code", "choice", "note"))


@pytest.mark.parametrize("language", ["en", "pl"])
def test_lost_token_with_access_gives_back_what_was_typed_and_saves_it(language: str) -> None:
    browser = Client()
    ref = start_in(browser)
    before = stored()
    strict = alike(browser, enforce_csrf_checks=True)

    lost = strict.post(question_url(ref, "S1", language), TYPED | {"csrfmiddlewaretoken": "x" * 64})
    address, fields = page_form(lost)

    assert lost.status_code == 403
    assert stored() == before
    assert {name: fields[name] for name in TYPED} == TYPED
    assert address == question_url(ref, "S1", language)
    assert strict.post(address, fields).status_code == 302
    assert answers() == [("S1", 3, NOTE)]


@pytest.mark.parametrize("language", ["en", "pl"])
def test_lost_access_gives_back_what_was_typed_and_saves_it_with_the_link(language: str) -> None:
    owner = Client()
    ref = start_in(owner)
    secret = link_in(owner, ref)
    before = stored()
    browser = Client(enforce_csrf_checks=True)
    browser.get("/en/start/")
    token = browser.cookies["csrftoken"].value

    lost = browser.post(question_url(ref, "S1", language), TYPED | {"csrfmiddlewaretoken": token})
    address, fields = page_form(lost)
    opened = browser.post(address, fields | {"link": f"https://advisor.example.com/en/resume/{secret}/"})
    address_to_save, fields_to_save = page_form(opened)

    assert (lost.status_code, opened.status_code) == (404, 200)
    assert stored() == before
    assert {name: fields_to_save[name] for name in TYPED} == TYPED
    assert address_to_save == question_url(ref, "S1", language)
    assert browser.post(address_to_save, fields_to_save).status_code == 302
    assert answers() == [("S1", 3, NOTE)]


@pytest.mark.parametrize("wrong", ["", "rubbish", "unknown", "revoked"])
def test_wrong_link_keeps_what_was_typed_and_the_right_one_still_saves_it(wrong: str) -> None:
    owner = Client()
    ref = start_in(owner)
    revoked = link_in(owner, ref)
    owner.post(f"/en/a/{ref}/save/", {"do": "revoke"})
    link = {"unknown": new_secret(), "revoked": revoked}.get(wrong, wrong)
    browser = Client()
    address, fields = page_form(browser.post(question_url(ref, "S1"), TYPED))

    again = browser.post(address, fields | {"link": link})
    address, fields = page_form(again)

    assert again.status_code == 200
    assert len(tree(again).all(id="error-summary")) == 1
    assert {name: fields[f"typed-{name}"] for name in TYPED} == TYPED
    assert answers() == []
    opened = browser.post(address, fields | {"link": link_in(owner, ref)})
    assert browser.post(*page_form(opened)).status_code == 302
    assert answers() == [("S1", 3, NOTE)]


def test_link_of_another_assessment_does_not_save_what_was_typed_into_it() -> None:
    owner, other = Client(), Client()
    ref, foreign = start_in(owner), start_in(other)
    browser = Client()
    address, fields = page_form(browser.post(question_url(ref, "S1"), TYPED))

    response = browser.post(address, fields | {"link": link_in(other, foreign)})

    assert response.headers["Location"] == f"/en/a/{foreign}/"
    assert answers() == []


def test_profile_comes_back_too() -> None:
    owner = Client()
    ref = start_in(owner)
    typed = COMPANY | {"company-name": "Łódź & <Synowie>", "version": "1"}
    browser = Client()
    address, fields = page_form(browser.post(f"/pl/a/{ref}/company/", typed))

    opened = browser.post(address, fields | {"link": link_in(owner, ref)})

    assert browser.post(*page_form(opened)).status_code == 302
    assert Company.objects.get().name == "Łódź & <Synowie>"
    assert ProfilePage.objects.get(page="company").version == 2


def test_typed_text_is_never_markup_on_the_page() -> None:
    note = "</textarea><script src=//evil.example></script>"
    lost = Client().post(question_url("abcdefghjk", "S1"), answer_fields("S1", "1", note=note))

    assert note not in lost.content.decode()
    assert page_form(lost)[1]["typed-s1-note"] == note


def test_lost_page_of_another_kind_gives_nothing_back() -> None:
    browser = Client()
    ref = start_in(browser)
    strict = alike(browser, enforce_csrf_checks=True)

    response = strict.post(f"/en/a/{ref}/save/", {"name": "typed"})

    assert response.status_code == 403
    assert tree(response).all(id="page-form") == []
