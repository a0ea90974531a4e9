"""Cookies of access: signed, one for each assessment, a limited number."""

from django.http import HttpResponse
from django.test import Client, RequestFactory

from assessments.questionnaire import access
from assessments.questionnaire.access import COOKIE_NAME_START, assessments_in_cookies, link_id_in_cookie
from assessments.services.links import browser_link
from tests.questionnaire.browsers import browser, give_access, started


def test_cookie_names_its_link() -> None:
    assessment = started()
    link = browser_link(assessment)
    client = Client()
    give_access(client, assessment, link)
    request = RequestFactory().get("/")
    request.COOKIES = {name: morsel.value for name, morsel in client.cookies.items()}

    assert link_id_in_cookie(request, assessment.ref) == link.pk
    assert list(assessments_in_cookies(request)) == [(assessment.ref, link.pk)]


def test_forged_cookies_open_nothing() -> None:
    assessment, other = started(), started()
    client = browser(assessment)
    good = client.cookies[COOKIE_NAME_START + assessment.ref].value

    for value in ("1", "1:forged", "", good + "x", good.replace(":", ";")):
        client.cookies[COOKIE_NAME_START + assessment.ref] = value
        assert client.get(f"/en/a/{assessment.ref}/").status_code == 404

    client.cookies[COOKIE_NAME_START + other.ref] = good
    assert client.get(f"/en/a/{other.ref}/").status_code == 404


def test_oldest_access_goes_past_the_limit(monkeypatch: object) -> None:
    monkeypatch.setattr(access, "MOST_KEPT", 2)  # type: ignore[attr-defined]  # a fixture of pytest
    held = [started() for _ in range(2)]
    client, newest = browser(*held), started()
    request = RequestFactory().get("/")
    request.COOKIES = {name: morsel.value for name, morsel in client.cookies.items()}
    response = HttpResponse()

    access.remember_access(request, response, newest.ref, browser_link(newest))

    changed = {name: morsel.value for name, morsel in response.cookies.items()}
    assert set(changed) == {COOKIE_NAME_START + held[0].ref, COOKIE_NAME_START + newest.ref}
    assert changed[COOKIE_NAME_START + held[0].ref] == ""
