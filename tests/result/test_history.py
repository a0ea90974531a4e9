"""One assessment's results over time, and a result read by the current method."""

from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client

from assessments.models import Assessment, Result
from assessments.services.deleting import delete_assessment
from assessments.services.starting import copy_to_answer_again
from tests.look.html import Element
from tests.questionnaire.browsers import browser, completed, published_method, ready, seen
from tests.result.test_comparing import OTHER, again, named

HEAVY = {"R2": 10}


def url(assessment: Assessment, page: str = "history", language: str = "en") -> str:
    return f"/{language}/a/{assessment.ref}/{page}/"


def shown(client: Client, assessment: Assessment, page: str = "history", language: str = "en") -> Element:
    response = client.get(url(assessment, page, language))
    assert response.status_code == 200
    return seen(response)


def links(row: Element) -> list[str]:
    return [link.attrs["href"] for link in row.all("a")]


def test_result_leads_to_its_history() -> None:
    assessment = completed()

    assert url(assessment) in links(shown(browser(assessment), assessment, "result").one("p", class_="crumb"))


def test_history_lists_every_version_newest_first() -> None:
    first = completed()
    second = again(first, OTHER)
    draft, _ = copy_to_answer_again(second, language="en")

    page = shown(browser(first, second, draft), second)

    rows = page.one("ol", class_="list").all("li")
    assert [links(row) for row in rows] == [
        [f"/en/a/{draft.ref}/"],
        [f"/en/a/{second.ref}/", f"/en/compare/?a={first.ref}&a={second.ref}"],
        [f"/en/a/{first.ref}/"],
    ]
    assert [[pill.words for pill in row.all("span", class_="pill")] for row in rows] == [
        [],
        ["SalesOps, then RevOps"],
        ["SalesOps"],
    ]
    assert "SalesOps 67.9 · RevOps 58.3 · method version 1" in rows[1].words
    assert [row.attrs.get("aria-current") for row in rows] == [None, "true", None]
    assert len(page.all("h1")) == 1


def test_link_to_the_comparison_opens_it() -> None:
    first = completed()
    second = again(first, OTHER)
    client = browser(first, second)

    response = client.get(links(shown(client, first).one("ol").all("li")[0])[1])

    assert seen(response).one("h1").words == "The answer changed: SalesOps before, “SalesOps, then RevOps” now."


def test_history_survives_the_deletion_of_a_version_between() -> None:
    first = completed()
    second = again(first, OTHER)
    third = again(second, OTHER)
    client = browser(first, second, third)
    delete_assessment(second)

    rows = shown(client, third).one("ol").all("li")

    assert [links(row)[0] for row in rows] == [f"/en/a/{third.ref}/", f"/en/a/{first.ref}/"]


def test_history_shows_only_what_this_browser_opens() -> None:
    first = named(completed(), "Acorn <&>")
    second = again(first, OTHER)
    completed()

    page = shown(browser(second), second)

    assert [links(row) for row in page.one("ol").all("li")] == [[f"/en/a/{second.ref}/"]]
    assert first.ref not in page.one("main").words
    assert "Company: Acorn <&>" in page.one("main").words


def test_history_of_a_draft_leads_back_to_its_answers() -> None:
    draft = ready()

    page = shown(browser(draft), draft)

    assert page.one("a", class_="back").attrs["href"] == f"/en/a/{draft.ref}/check/"
    assert "Started, not completed yet" in page.one("ol").words


def test_older_method_is_said_on_the_history_page() -> None:
    assessment = completed()
    client = browser(assessment)
    assert shown(client, assessment).all("div", class_="notice") == []
    published_method(HEAVY)

    notice = shown(client, assessment).one("div", class_="notice")

    assert notice.words.startswith("This result uses method version 1. Version 2 is current. Keep it, or recalculate")
    assert links(notice) == [url(assessment, "recomputed")]


@pytest.mark.parametrize("language", ["en", "pl"])
def test_current_method_stands_beside_the_stored_result(language: str) -> None:
    assessment = completed()
    client = browser(assessment)
    result = client.get(url(assessment, "result", language)).content
    rows = list(Result.objects.values_list())
    published_method(HEAVY)

    page = shown(client, assessment, "recomputed", language)

    caches["pages"].clear()
    cards = page.one("div", class_="columns").all("section")
    assert [each.one("span", class_="pill").one("i").attrs["class"] for each in cards] == ["mk s", "mk b"]
    assert client.get(url(assessment, "result", language)).content == result
    assert list(Result.objects.values_list()) == rows


def test_page_of_the_current_method_shows_scores_and_weights_of_both() -> None:
    assessment = completed()
    published_method(HEAVY)

    page = shown(browser(assessment), assessment, "recomputed")

    assert page.one("h1").words == "The current method gives another answer."
    assert [[bar.words for bar in each.all("div", class_="acc")] for each in page.all("section", class_="card")] == [
        ["SalesOps75", "RevOps37.5 (29–46)"],
        ["SalesOps75", "RevOps60 (57–63)"],
    ]
    cells = [[cell.words for cell in row.all("th", "td")] for row in page.one("tbody").all("tr")]
    assert cells[1] == ["Hand-overs between teams", "1", "10", "+12.5", "+50"]
    assert len(cells) == 5  # R4 was answered "not at all": no points under either


def test_result_on_the_current_method_says_so() -> None:
    assessment = completed()

    page = shown(browser(assessment), assessment, "recomputed")

    assert page.one("h1").words == "This result already uses the current method."
    assert len(page.one("div", class_="columns").all("section")) == 1


def test_same_answer_by_the_current_method_is_said() -> None:
    assessment = completed()
    published_method({"S1": 2})

    assert shown(browser(assessment), assessment, "recomputed").one("h1").words == "The answer is the same: SalesOps."


def test_draft_has_nothing_to_recompute() -> None:
    draft = ready()

    response = browser(draft).get(url(draft, "recomputed"))

    assert response.headers["Location"] == f"/en/a/{draft.ref}/check/"


@pytest.mark.parametrize("page", ["history", "recomputed"])
def test_pages_of_someone_else_are_missing(client: Client, page: str) -> None:
    assessment = completed()

    assert [each.get(url(assessment, page)).status_code for each in (client, browser(completed()))] == [404, 404]


@pytest.mark.parametrize("page", ["history", "recomputed"])
@pytest.mark.parametrize("verb", ["post", "put", "patch", "delete"])
def test_pages_are_only_read(page: str, verb: str) -> None:
    assessment = completed()

    assert getattr(browser(assessment), verb)(url(assessment, page)).status_code == 405


@pytest.mark.parametrize("count", [1, 3])
def test_history_takes_four_queries_however_long(count: int, django_assert_num_queries: Any) -> None:
    first = completed()
    versions = [first, *(again(first, OTHER) for _ in range(count - 1))]
    client = browser(*versions)

    with django_assert_num_queries(4):
        page = shown(client, first)

    assert len(page.one("ol").all("li")) == count


def test_current_method_takes_three_queries(django_assert_num_queries: Any) -> None:
    assessment = completed()
    client = browser(assessment)
    published_method(HEAVY)
    client.get(url(assessment, "recomputed"))  # reads the method's content

    with django_assert_num_queries(3):
        client.get(url(assessment, "recomputed"))
