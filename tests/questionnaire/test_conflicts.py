"""Two tabs, or two people: nothing is overwritten unseen, and what came too late comes back."""

import pytest
from django.test import Client

from assessments.models import Assessment
from assessments.services.completing import complete
from assessments.services.reading import StoredAnswer, answers_of
from tests.look.html import Element
from tests.questionnaire.browsers import browser, completed, form_fields, ready, seen, started

THEIRS, MINE = "Less than half a day a week (under 10%)", "Two days to half the week (40–50%)"


def url(assessment: Assessment, query: str = "", language: str = "en") -> str:
    return f"/{language}/a/{assessment.ref}/q/admin-load/{query}"


def conflicting(assessment: Assessment, query: str = "", **more: str) -> tuple[Client, Element]:
    """Another tab saved first; this one sends an older page."""
    client = browser(assessment)
    client.post(url(assessment), {"s5": "0", "s5-note": "their <note>", "s5-version": "0"})
    response = client.post(
        url(assessment, query), {"s5": "3", "s5-note": "my note\nof two lines", "s5-version": "0", **more}
    )
    assert response.status_code == 409
    return client, seen(response)


def cards(page: Element) -> list[list[str]]:
    return [[each.words for each in card.all("p")] for card in page.all("div", class_="card")]


def test_stale_save_shows_both_answers_and_changes_nothing() -> None:
    assessment = started()

    _, page = conflicting(assessment)

    assert page.one("h1").words.startswith("Someone saved another answer at ")
    assert cards(page) == [[THEIRS, "their <note>"], [MINE, "my note of two lines"]]
    assert answers_of(assessment) == {"S5": StoredAnswer("S5", 0, "their <note>", 1)}


def test_replacing_saves_mine() -> None:
    assessment = started()
    client, page = conflicting(assessment)

    response = client.post(url(assessment), {**form_fields(page), "then": "replace"})

    assert response.headers["Location"] == f"/en/a/{assessment.ref}/q/skills-gap/"
    assert answers_of(assessment) == {"S5": StoredAnswer("S5", 3, "my note\nof two lines", 2)}


def test_keeping_leads_on_and_changes_nothing() -> None:
    assessment = started()
    client, page = conflicting(assessment)

    keep = page.one("a", class_="btn").attrs["href"]

    assert (keep, client.get(keep).status_code) == (f"/en/a/{assessment.ref}/q/skills-gap/", 200)
    assert answers_of(assessment)["S5"].choice == 0


def test_conflict_from_the_check_page_leads_back_there() -> None:
    assessment = started()
    client, page = conflicting(assessment, "?from=check")

    response = client.post(url(assessment, "?from=check"), {**form_fields(page), "then": "replace"})

    check = f"/en/a/{assessment.ref}/check/"
    assert (page.one("a", class_="btn").attrs["href"], response.headers["Location"]) == (check, check)


def test_replacing_meets_a_newer_answer_again() -> None:
    assessment = started()
    client, page = conflicting(assessment)
    client.post(url(assessment), {"s5": "4", "s5-version": "1"})

    response = client.post(url(assessment), {**form_fields(page), "then": "replace"})

    assert response.status_code == 409
    assert cards(seen(response))[0] == ["More than half the week (over 50%)"]
    assert answers_of(assessment)["S5"].choice == 4


def test_the_same_answer_from_two_tabs_is_no_conflict() -> None:
    assessment = started()
    client = browser(assessment)
    sent = {"s5": "3", "s5-note": "same", "s5-version": "0"}
    client.post(url(assessment), sent)

    assert client.post(url(assessment), sent).status_code == 302
    assert answers_of(assessment)["S5"].version == 1


def test_two_people_meet_the_same_conflict() -> None:
    assessment = started()
    one, other = browser(assessment), browser(assessment)
    one.post(url(assessment), {"s5": "0", "s5-version": "0"})

    assert other.post(url(assessment), {"s5": "3", "s5-version": "0"}).status_code == 409


def test_later_does_not_overwrite_either() -> None:
    assessment = started()

    _, page = conflicting(assessment, then="later")

    assert cards(page)[1][0] == MINE
    assert answers_of(assessment)["S5"].choice == 0


def test_section_saves_what_agrees_and_asks_about_the_rest() -> None:
    assessment = started(layout="section")
    client, address = browser(assessment), f"/en/a/{assessment.ref}/section/your-sales-team/"
    old = form_fields(seen(client.get(address)))
    client.post(address, {**old, "s5": "0", "s6": "1", "s7": "2"})

    response = client.post(address, {**old, "s5": "3", "s6": "1", "s7": "4", "s7-note": "mine"})

    page = seen(response)
    questions = [heading.words for heading in page.one("main").all("h2")]
    assert (response.status_code, questions) == (
        409,
        [
            "In a typical week, how much of a salesperson’s time goes on admin instead of customers?",
            "Who usually starts the next step with a prospect?",
        ],
    )
    response = client.post(address, {**form_fields(page), "then": "replace"})
    assert response.headers["Location"] == f"/en/a/{assessment.ref}/section/growth-and-teamwork/"
    assert {code: (a.choice, a.note) for code, a in answers_of(assessment).items()} == {
        "S5": (3, ""),
        "S6": (1, ""),
        "S7": (4, "mine"),
    }


def test_answer_after_completion_comes_back_and_changes_nothing() -> None:
    assessment = ready()
    client = browser(assessment)
    complete(Assessment.objects.get(pk=assessment.pk))
    before = answers_of(assessment)

    response = client.post(url(assessment), {"s5": "0", "s5-note": "too <late>", "s5-version": "1"})

    page = seen(response)
    assert (response.status_code, cards(page), answers_of(assessment)) == (409, [[THEIRS, "too <late>"]], before)
    links = [link.attrs["href"] for link in page.one("main").all("a")]
    assert links == [f"/en/a/{assessment.ref}/result/", f"/en/a/{assessment.ref}/again/"]


def test_answer_after_completion_that_is_stored_already_leads_on() -> None:
    assessment = completed()

    response = browser(assessment).post(url(assessment), {"s5": "3", "s5-note": "", "s5-version": "0"})

    assert response.status_code == 302


@pytest.mark.parametrize("language", ["en", "pl"])
def test_conflict_is_told_in_the_language_of_the_page(language: str) -> None:
    assessment = started()
    client = browser(assessment)
    client.post(url(assessment), {"s5": "0", "s5-version": "0"})

    page = seen(client.post(url(assessment, language=language), {"s5": "dk", "s5-version": "0"}))

    assert page.one("html").attrs["lang"] == language
    assert cards(page)[0] == [{"en": THEIRS, "pl": "Mniej niż pół dnia w tygodniu (poniżej 10%)"}[language]]


def test_language_switch_keeps_both_answers() -> None:
    """The switch sends the fields along; the answer is the same page in the other language."""
    assessment = started()
    client, page = conflicting(assessment)
    switch = page.one("button", lang="pl")

    response = client.post(
        switch.attrs["formaction"], {**form_fields(page), switch.attrs["name"]: switch.attrs["value"]}
    )

    assert (response.status_code, seen(response).one("html").attrs["lang"]) == (409, "pl")
    assert form_fields(seen(response)) == form_fields(page)
    assert answers_of(assessment)["S5"].choice == 0
