"""`/start/`: what to expect, for whom one answers, and the first step."""

import pytest
from django.test import Client

from assessments.models import Assessment
from assessments.questionnaire.access import COOKIE_NAME_START
from tests.questionnaire.browsers import field_errors, seen, summary, title

ERROR = "Select who you are answering for"


@pytest.mark.parametrize("language", ["en", "pl"])
def test_start_is_shown_and_makes_nothing(client: Client, language: str) -> None:
    response = client.get(f"/{language}/start/")

    page = seen(response)
    assert (response.status_code, len(page.all("input", type="radio")), Assessment.objects.count()) == (200, 4, 0)
    assert page.one("html").attrs["lang"] == language
    assert page.all("input", checked="") == []


@pytest.mark.parametrize(
    ("sent", "layout", "for_client"),
    [
        ({"for_whom": "own"}, "single", False),
        ({"for_whom": "client"}, "section", True),
        ({"for_whom": "own", "layout": "section"}, "section", False),
        ({"for_whom": "client", "layout": "single"}, "single", True),
    ],
)
def test_start_makes_a_draft_in_the_fitting_layout(
    client: Client, sent: dict[str, str], layout: str, for_client: bool
) -> None:
    response = client.post("/en/start/", sent)

    assessment = Assessment.objects.get()
    assert (assessment.layout, assessment.for_client, assessment.language) == (layout, for_client, "en")
    assert (response.status_code, response.headers["Location"]) == (302, f"/en/a/{assessment.ref}/company/")


def test_start_keeps_its_language(client: Client) -> None:
    response = client.post("/pl/start/", {"for_whom": "own"})

    assessment = Assessment.objects.get()
    assert (assessment.language, response.headers["Location"]) == ("pl", f"/pl/a/{assessment.ref}/company/")


def test_start_gives_this_browser_access(client: Client) -> None:
    address = client.post("/en/start/", {"for_whom": "own"}).headers["Location"]

    cookie = client.cookies[COOKIE_NAME_START + Assessment.objects.get().ref]
    assert client.get(address).status_code == 200
    assert (cookie["httponly"], cookie["samesite"], Client().get(address).status_code) == (True, "Lax", 404)


def test_two_starts_in_one_browser_both_stay_open(client: Client) -> None:
    addresses = [client.post("/en/start/", {"for_whom": "own"}).headers["Location"] for _ in range(2)]

    assert [client.get(address).status_code for address in addresses] == [200, 200]


@pytest.mark.parametrize("sent", [{}, {"for_whom": "nobody"}])
def test_start_without_a_choice_says_what_to_do(client: Client, sent: dict[str, str]) -> None:
    response = client.post("/en/start/", {**sent, "layout": "section"})

    page = seen(response)
    assert (response.status_code, Assessment.objects.count()) == (200, 0)
    assert title(page).startswith("Error: Before you start")
    assert (summary(page), field_errors(page)) == ([("#id_for_whom_0", ERROR)], [ERROR])
    assert page.one("input", name="layout", value="section").attrs.get("checked") is not None


def test_unknown_layout_is_refused(client: Client) -> None:
    page = seen(client.post("/en/start/", {"for_whom": "own", "layout": "all"}))

    assert summary(page) == [("#id_layout_0", "Select how many questions to show at a time")]
    assert page.one("input", name="for_whom", value="own").attrs.get("checked") is not None


@pytest.mark.parametrize("verb", ["put", "patch", "delete"])
def test_start_refuses_other_methods(client: Client, verb: str) -> None:
    assert getattr(client, verb)("/en/start/").status_code == 405


def test_starting_writes_three_rows(client: Client, django_assert_num_queries: object) -> None:
    """The method is read, then client, assessment and link are written, in one transaction of two marks."""
    client.post("/en/start/", {"for_whom": "own"})

    with django_assert_num_queries(6):  # type: ignore[operator]  # a fixture of pytest-django
        client.post("/en/start/", {"for_whom": "own"})
