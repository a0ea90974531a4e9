"""Two people describing one company: both texts are shown, and nothing is overwritten unseen."""

from django.test import Client

from assessments.models import Assessment
from assessments.services.completing import complete
from assessments.services.reading import profiles_of
from tests.look.html import Element
from tests.questionnaire.browsers import FACTS, browser, form_fields, ready, seen, started

EMPTY = "Not provided"
THEIRS = {"company-name": "Oak", "stage": "idea", "arr": "none", "version": "0"}
MINE = {"company-name": "Acorn <&>", "stage": "growing", "arr-currency": "PLN", "arr": "1m-4m", "version": "0"}


def url(assessment: Assessment, query: str = "") -> str:
    return f"/en/a/{assessment.ref}/company/{query}"


def conflicting(assessment: Assessment, query: str = "") -> tuple[Client, Element]:
    client = browser(assessment)
    client.post(url(assessment), THEIRS)
    response = client.post(url(assessment, query), MINE)
    assert response.status_code == 409
    return client, seen(response)


def cards(page: Element) -> list[list[str]]:
    return [[each.words for each in card.all("dd")] for card in page.all("div", class_="card")]


def test_stale_page_shows_both_texts_and_changes_nothing() -> None:
    assessment = started()

    _, page = conflicting(assessment)

    assessment.client.refresh_from_db()
    assert cards(page) == [
        [
            "Oak",
            "Idea or prototype, no revenue yet",
            "Not provided",
            "No recurring revenue",
            "Not provided",
            "Not provided",
        ],
        ["Acorn <&>", "Growing fast", "Polish zloty (PLN)", "PLN 4m–19.9m", "Not provided", "Not provided"],
    ]
    assert (profiles_of(assessment)["company"].facts, assessment.client.name) == (
        {"stage": "idea", "arr": "none"},
        "Oak",
    )


def test_replacing_saves_mine() -> None:
    assessment = started()
    client, page = conflicting(assessment)

    response = client.post(url(assessment), {**form_fields(page), "then": "replace"})

    assessment.client.refresh_from_db()
    assert response.headers["Location"] == f"/en/a/{assessment.ref}/team/"
    assert assessment.client.name == "Acorn <&>"
    assert profiles_of(assessment)["company"] == ({"stage": "growing", "arr-currency": "PLN", "arr": "1m-4m"}, 2)


def test_keeping_leads_on_and_changes_nothing() -> None:
    assessment = started()
    _, page = conflicting(assessment, "?from=check")

    assert page.one("a", class_="btn").attrs["href"] == f"/en/a/{assessment.ref}/check/"
    assert profiles_of(assessment)["company"].version == 1


def test_other_name_alone_is_a_conflict() -> None:
    assessment = started()
    client = browser(assessment)
    client.post(url(assessment), THEIRS)

    assert client.post(url(assessment), THEIRS | {"company-name": "Elm"}).status_code == 409


def test_same_details_from_two_tabs_are_no_conflict() -> None:
    assessment = started()
    client = browser(assessment)

    assert [client.post(url(assessment), THEIRS).status_code for _ in range(2)] == [302, 302]


def test_numbers_of_the_team_conflict_too() -> None:
    assessment = started()
    client, address = browser(assessment), f"/en/a/{assessment.ref}/team/"
    client.post(address, {"reps": "3", "version": "0"})

    page = seen(client.post(address, {"reps": "0", "marketing": "1", "version": "0"}))

    assert cards(page)[0][0] == "3"
    assert cards(page)[1][:2] == ["0", "1"]
    client.post(address, {**form_fields(page), "then": "replace"})
    assessment.refresh_from_db()
    assert (profiles_of(assessment)["team"].facts, assessment.sells_without_reps) == ({"reps": 0, "marketing": 1}, True)


def test_details_after_completion_come_back_and_change_nothing() -> None:
    assessment = ready()
    client = browser(assessment)
    complete(Assessment.objects.get(pk=assessment.pk))

    response = client.post(url(assessment), MINE)

    assessment.client.refresh_from_db()
    page = seen(response)
    assert (response.status_code, cards(page)[0][:2]) == (409, ["Acorn <&>", "Growing fast"])
    assert (profiles_of(assessment)["company"].facts, assessment.client.name) == (FACTS["company"], "")
    links = [link.attrs["href"] for link in page.one("main").all("a")]
    assert links == [f"/en/a/{assessment.ref}/{name}/" for name in ("result", "name", "again")]
