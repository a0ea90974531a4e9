"""The check page: every answer, what is open, hints, and the button that completes."""

import pytest
from django.test import Client

from assessments.content.loader import shipped_method
from assessments.models import Assessment, Result
from tests.document.cases import EXAMPLE, ONE_ROLE
from tests.look.html import Element
from tests.questionnaire.browsers import (
    WEIGHTS_WITH_ZEROS,
    answer,
    browser,
    completed,
    describe,
    published_method,
    ready,
    result_of,
    seen,
    started,
    summary,
    title,
)


def url(assessment: Assessment, language: str = "en") -> str:
    return f"/{language}/a/{assessment.ref}/check/"


def checked(assessment: Assessment, language: str = "en") -> Element:
    return seen(browser(assessment).get(url(assessment, language)))


def rows(page: Element) -> dict[str, str]:
    """Answer by topic."""
    found = [row for answers in page.one("main").all("dl") for row in answers.all("div")]
    return {row.one("dt").words: row.all("dd")[0].words for row in found}


def links(page: Element) -> list[str]:
    return [cell.one("a").attrs["href"] for cell in page.all("dd", class_="ch")]


def hints(page: Element) -> list[tuple[str, list[str]]]:
    """Text and addresses of each hint."""
    found = page.all("section", aria_labelledby="look-again")
    return [
        (notice.all("p")[0].words, [link.attrs["href"] for link in notice.all("a")])
        for section in found
        for notice in section.all("div", class_="notice")
    ]


def notices(page: Element) -> list[str]:
    return [each.words for each in page.one("main").all("div", class_="notice")[:1] for each in each.all("p")]


@pytest.mark.parametrize("language", ["en", "pl"])
def test_check_page_lists_every_answer(language: str) -> None:
    assessment, method = ready(EXAMPLE.replace("dk", "2")), shipped_method()

    found = rows(checked(assessment, language))

    for question in method.questions:
        choice = assessment.answers.get(code=question.code).choice
        assert found[question.label.in_language(language)] == question.options[choice].in_language(language)
    assert len(found) == 17 + 11


def test_check_page_lists_the_profile() -> None:
    assessment = ready()

    found = rows(checked(assessment))

    assert found["Company name"] == "Not provided"
    assert found["What stage is the company at?"] == "Growing fast"
    assert found["What is the annual recurring revenue (ARR)?"] == "PLN 4m–19.9m"
    assert (found["Marketing"], found["Customer success"]) == ("2", "Not provided")


def test_change_leads_to_the_field_and_back() -> None:
    assessment = ready()
    client = browser(assessment)

    addresses = links(seen(client.get(url(assessment))))

    assert f"/en/a/{assessment.ref}/q/admin-load/?from=check#id_s5_0" in addresses
    assert f"/en/a/{assessment.ref}/team/?from=check#id_reps" in addresses
    for address in addresses:
        path, _, anchor = address.partition("#")
        assert len(seen(client.get(path)).all(id=anchor)) == 1, address


def test_change_says_what_it_changes() -> None:
    page = checked(ready())

    assert "Change: Admin load on reps" in [cell.one("a").words for cell in page.all("dd", class_="ch")]


def test_change_leads_to_the_section_where_whole_sections_are_shown() -> None:
    assessment = ready(layout="section")
    client = browser(assessment)

    addresses = links(seen(client.get(url(assessment))))

    assert f"/en/a/{assessment.ref}/section/your-sales-team/?from=check#id_s5_0" in addresses
    for address in addresses:
        path, _, anchor = address.partition("#")
        assert len(seen(client.get(path)).all(id=anchor)) == 1, address


def test_notes_stand_beside_their_answers() -> None:
    assessment = started()
    answer(assessment, notes={"S5": "CRM <is> slow"})

    page = checked(assessment)

    assert [note.text for note in page.all("span", class_="nt")] == ["CRM <is> slow"]


def test_open_and_unknown_answers_look_different() -> None:
    assessment = started()
    answer(assessment, "2 dk 3 4 3 3 2 / 1 3 1 0 _ dk", "1 _ 0 0")

    page = checked(assessment)

    assert notices(page) == ["4 answers are missing", "2 answers are “I don’t know”"]
    assert [tag.words for tag in page.all("span", class_="todo")] == ["Not answered yet"] * 4
    assert [tag.words for tag in page.all("span", class_="unsure")] == ["I don’t know"] * 2


def test_one_open_answer_has_its_own_words() -> None:
    assessment = started()
    describe(assessment)
    answer(assessment, "2 dk 3 4 3 3 2 / 1 3 1 0 _ 2", ONE_ROLE)

    assert notices(checked(assessment)) == ["1 answer is missing", "1 answer is “I don’t know”"]


def test_nothing_is_noticed_when_all_is_answered() -> None:
    page = checked(ready("1 1 2 3 1 2 1 / 1 3 1 0 2 0"))

    assert page.one("main").all("div", class_="notice") == []


def test_criteria_that_are_not_asked_are_not_listed() -> None:
    published_method(WEIGHTS_WITH_ZEROS)
    assessment = ready()

    page = checked(assessment)

    assert len(rows(page)) == 12 + 11
    assert "Your sales team" not in [heading.words for heading in page.all("h2")]


def test_hints_are_neutral_and_linked() -> None:
    assessment = ready("2 4 4 4 3 1 1 / 1 3 1 0 2 2", "1 1 0 3")

    found = hints(checked(assessment))

    assert found == [
        (
            (
                "You said that direct sales are profitable and that sales results have been below plan for a year or "
                "longer. Both can be true; check they are what you meant."
            ),
            [
                f"/en/a/{assessment.ref}/q/direct-results/?from=check#id_s3_0",
                f"/en/a/{assessment.ref}/q/sales-trend/?from=check#id_d_0",
            ],
        )
    ]


def test_at_most_three_hints_are_shown() -> None:
    assert len(hints(checked(ready("0 4 4 4 4 4 4 / 4 4 4 4 4 4", "1 3 3 3")))) == 3


def test_hint_about_the_profile_links_there() -> None:
    assessment = started()
    describe(assessment, stage="idea", arr="20m-plus")
    answer(assessment, "1 1 2 3 1 2 1 / 1 3 1 0 2 0")

    assert [addresses for _, addresses in hints(checked(assessment))] == [
        [
            f"/en/a/{assessment.ref}/company/?from=check#id_stage_0",
            f"/en/a/{assessment.ref}/company/?from=check#id_arr",
        ]
    ]


def test_dont_know_raises_no_hint() -> None:
    assert hints(checked(ready("2 4 dk 4 3 4 4 / 1 3 1 0 2 2", "1 1 0 3"))) == []


def test_hint_does_not_name_what_is_not_asked() -> None:
    published_method({"S5": 0})
    assessment = started()
    describe(assessment, reps=0)
    answer(assessment, "1 1 2 3 _ 2 1 / 1 3 1 0 2 0")

    assert [addresses for _, addresses in hints(checked(assessment))] == [
        [
            f"/en/a/{assessment.ref}/q/skills-gap/?from=check#id_s6_0",
            f"/en/a/{assessment.ref}/q/initiative/?from=check#id_s7_0",
            f"/en/a/{assessment.ref}/team/?from=check#id_reps",
        ]
    ]


def test_show_the_recommendation_completes() -> None:
    assessment = ready()

    response = browser(assessment).post(url(assessment))

    assessment.refresh_from_db()
    assert response.headers["Location"] == f"/en/a/{assessment.ref}/result/"
    assert (assessment.completed_at is None, result_of(assessment).outcome) == (False, "salesops")


def test_completing_twice_gives_one_result() -> None:
    assessment = ready()
    client = browser(assessment)

    addresses = [client.post(url(assessment)).headers["Location"] for _ in range(2)]

    assert addresses == [f"/en/a/{assessment.ref}/result/"] * 2
    assert Result.objects.count() == 1


def test_gaps_are_errors_with_links_and_nothing_is_frozen() -> None:
    assessment = started()
    describe(assessment, pages=("team",))
    answer(assessment, "2 _ 3 4 3 3 2 / 1 3 1 0 _ dk", ONE_ROLE)
    client = browser(assessment)

    response = client.post(url(assessment))

    page, start = seen(response), f"/en/a/{assessment.ref}"
    assert title(page) == "Error: Check your answers – RevOps Advisor"
    assert summary(page) == [
        (f"{start}/company/?from=check#id_stage_0", "3 questions are not answered yet"),
        (f"{start}/company/?from=check#id_stage_0", "What stage is the company at?"),
        (f"{start}/q/direct-selling/?from=check#id_s2_0", "Role of direct selling"),
        (f"{start}/q/growth-plan/?from=check#id_r5_0", "Growth strategy"),
    ]
    assessment.refresh_from_db()
    assert (assessment.completed_at, Result.objects.count()) == (None, 0)


def test_gaps_are_no_errors_before_the_button_is_pressed() -> None:
    page = checked(started())

    assert (summary(page), title(page)) == ([], "Check your answers – RevOps Advisor")


@pytest.mark.parametrize("language", ["en", "pl"])
def test_check_page_of_a_completed_assessment_leads_to_the_result(language: str) -> None:
    assessment = completed()

    response = browser(assessment).get(url(assessment, language))

    assert response.headers["Location"] == f"/{language}/a/{assessment.ref}/result/"


def test_check_page_of_someone_else_is_missing(client: Client) -> None:
    assessment = ready()

    assert browser(started()).post(url(assessment)).status_code == 404
    assert client.get(url(assessment)).status_code == 404
    assert Result.objects.count() == 0


@pytest.mark.parametrize("verb", ["put", "patch", "delete"])
def test_check_page_refuses_other_methods(verb: str) -> None:
    assessment = ready()

    assert getattr(browser(assessment), verb)(url(assessment)).status_code == 405


def test_showing_the_check_page_takes_three_queries(django_assert_num_queries: object) -> None:
    for assessment in (started(), ready()):
        client = browser(assessment)
        client.get(url(assessment))

        with django_assert_num_queries(3):  # type: ignore[operator]  # a fixture of pytest-django
            client.get(url(assessment))
