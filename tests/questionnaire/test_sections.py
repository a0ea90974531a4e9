"""One section a page: all its questions as cards, saved together."""

import pytest

from assessments.content.loader import shipped_method
from assessments.models import Assessment
from assessments.services.reading import answers_of
from tests.questionnaire.browsers import (
    WEIGHTS_WITH_ZEROS,
    browser,
    completed,
    field_errors,
    form_fields,
    published_method,
    seen,
    started,
    summary,
    title,
)

SECTIONS = shipped_method().sections
TEAM = {"s5": "3", "s6": "2", "s7": "dk"}


def url(assessment: Assessment, slug: str = "your-sales-team", language: str = "en", query: str = "") -> str:
    return f"/{language}/a/{assessment.ref}/section/{slug}/{query}"


@pytest.mark.parametrize("language", ["en", "pl"])
@pytest.mark.parametrize("slug", [section.slug for section in SECTIONS])
def test_section_shows_its_questions_as_cards(slug: str, language: str) -> None:
    assessment, section = started(layout="section"), shipped_method().section_with_slug(slug)

    page = seen(browser(assessment).get(url(assessment, slug, language)))

    asked = [shipped_method().question(code) for code in section.questions]
    assert page.one("h1").words == section.title.in_language(language)
    assert [each.words for each in page.one("form").all("h2")] == [q.question.in_language(language) for q in asked]
    assert len(page.all("div", class_="card")) == len(asked) == len(page.all("fieldset"))
    assert page.all("input", checked="") == []
    assert len(page.all("button", class_="btn")) == 1


def test_section_saves_all_answers_and_leads_on() -> None:
    assessment = started(layout="section")

    response = browser(assessment).post(url(assessment), {**TEAM, "s6-note": "a note"})

    assert response.headers["Location"] == url(assessment, "growth-and-teamwork")
    assert {code: (a.choice, a.note) for code, a in answers_of(assessment).items()} == {
        "S5": (3, ""),
        "S6": (2, "a note"),
        "S7": (5, ""),
    }


def test_last_section_leads_to_the_check_page() -> None:
    assessment = started(layout="section")

    response = browser(assessment).post(url(assessment, SECTIONS[-1].slug), {"b": "0", "k": "0", "a": "0", "d": "dk"})

    assert response.headers["Location"] == f"/en/a/{assessment.ref}/check/"


def test_section_with_gaps_lists_every_error_and_keeps_the_rest() -> None:
    assessment = started(layout="section")

    response = browser(assessment).post(url(assessment), {"s6": "2", "s7-note": "typed already"})

    page = seen(response)
    expected = [shipped_method().question(code).error.en for code in ("S5", "S7")]
    assert (response.status_code, answers_of(assessment)) == (200, {})
    assert title(page).startswith("Error: Your sales team")
    assert summary(page) == [("#id_s5_0", expected[0]), ("#id_s7_0", expected[1])]
    assert field_errors(page) == expected
    assert form_fields(page) | {} == {
        "s5-note": "", "s5-version": "",
        "s6": "2", "s6-note": "", "s6-version": "",
        "s7-note": "typed already", "s7-version": "",
    }  # fmt: skip


def test_later_saves_what_is_there() -> None:
    assessment = started(layout="section")

    response = browser(assessment).post(url(assessment), {"s6": "2", "then": "later"})

    assert response.headers["Location"] == f"/en/a/{assessment.ref}/save/"
    assert {code: a.choice for code, a in answers_of(assessment).items()} == {"S6": 2}


def test_later_does_not_lose_a_note_without_a_choice() -> None:
    assessment = started(layout="section")

    page = seen(browser(assessment).post(url(assessment), {"s6": "2", "s7-note": "typed already", "then": "later"}))

    assert form_fields(page)["s7-note"] == "typed already"
    assert answers_of(assessment) == {}


def test_question_of_an_assessment_in_sections_leads_to_its_section() -> None:
    assessment = started(layout="section")

    response = browser(assessment).get(f"/en/a/{assessment.ref}/q/admin-load/")

    assert response.headers["Location"] == url(assessment)


@pytest.mark.parametrize("slug", ["nothing", "about-the-company", "admin-load"])
def test_unknown_section_is_missing(slug: str) -> None:
    assessment = started(layout="section")

    assert browser(assessment).get(url(assessment, slug)).status_code == 404


def test_unknown_question_of_an_assessment_in_sections_is_missing() -> None:
    assessment = started(layout="section")

    assert browser(assessment).get(f"/en/a/{assessment.ref}/q/nothing/").status_code == 404


def test_section_of_an_assessment_in_single_questions_is_missing() -> None:
    assessment = started()

    assert browser(assessment).get(url(assessment)).status_code == 404


def test_section_whose_questions_are_not_asked_is_missing() -> None:
    published_method(WEIGHTS_WITH_ZEROS)
    assessment = started(layout="section")
    client = browser(assessment)

    assert client.get(url(assessment)).status_code == 404
    assert client.get(f"/en/a/{assessment.ref}/q/admin-load/").status_code == 404
    assert len(seen(client.get(url(assessment, "how-you-sell"))).all("fieldset")) == 3


def test_section_of_someone_else_is_missing() -> None:
    assessment = started(layout="section")

    assert browser(started()).get(url(assessment)).status_code == 404


@pytest.mark.parametrize("verb", ["put", "patch", "delete"])
def test_section_refuses_other_methods(verb: str) -> None:
    assessment = started(layout="section")

    assert getattr(browser(assessment), verb)(url(assessment)).status_code == 405


def test_section_of_a_completed_assessment_leads_to_the_result() -> None:
    assessment = completed(layout="section")

    assert browser(assessment).get(url(assessment)).headers["Location"] == f"/en/a/{assessment.ref}/result/"


def test_showing_a_section_costs_the_same_with_and_without_answers(django_assert_num_queries: object) -> None:
    assessment = started(layout="section")
    client = browser(assessment)
    client.get(url(assessment))

    for _ in range(2):
        with django_assert_num_queries(3):  # type: ignore[operator]  # a fixture of pytest-django
            client.get(url(assessment))
        client.post(url(assessment), TEAM)
