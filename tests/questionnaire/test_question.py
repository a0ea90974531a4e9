"""One question: shown, saved, refused."""

import pytest
from django.test import Client

from assessments.content.loader import shipped_method
from assessments.models import DONT_KNOW, Assessment
from assessments.services.reading import StoredAnswer, answers_of
from tests.document.cases import ONE_ROLE
from tests.questionnaire.browsers import (
    WEIGHTS_WITH_ZEROS,
    answer,
    browser,
    completed,
    field_errors,
    published_method,
    seen,
    started,
    summary,
    title,
)

S5 = shipped_method().question("S5")
ERROR = "Select how much time goes on admin, or “I don’t know”"
NOTE_ERROR = "Shorten the note to 500 characters or fewer"


def url(assessment: Assessment, slug: str = "admin-load", language: str = "en", query: str = "") -> str:
    return f"/{language}/a/{assessment.ref}/q/{slug}/{query}"


def sent(choice: str = "3", note: str = "", version: int | str = 0, **more: str) -> dict[str, str]:
    return {"s5": choice, "s5-note": note, "s5-version": str(version), **more}


@pytest.mark.parametrize("language", ["en", "pl"])
@pytest.mark.parametrize("slug", [question.slug for question in shipped_method().questions])
def test_question_shows_its_options_and_dont_know(slug: str, language: str) -> None:
    assessment, question = started(), shipped_method().question_with_slug(slug)

    page = seen(browser(assessment).get(url(assessment, slug, language)))

    name = question.code.lower()
    radios = page.all("input", type="radio")
    assert [radio.attrs["value"] for radio in radios] == [*map(str, range(len(question.options))), "dk"]
    assert {radio.attrs["name"] for radio in radios} == {name}
    assert page.all("input", checked="") == []
    assert page.one("h1").words == question.question.in_language(language)
    assert page.one("p", id=f"id_{name}_helptext").words == question.hint.in_language(language)
    texts = [label.words for label in page.all("label", class_="opt")]
    assert texts[:-1] == [option.in_language(language) for option in question.options]
    assert len(page.all("div", class_="or")) == 1
    assert "*" not in page.one("main").text


def test_question_has_one_heading_a_back_link_and_its_place(client: Client) -> None:
    assessment = started()

    page = seen(browser(assessment).get(url(assessment)))

    assert title(page) == "Admin load on reps – Step 7 of 19 – RevOps Advisor"
    assert page.one("a", class_="back").attrs["href"] == url(assessment, "sale-weight")
    bar = page.one("div", role="progressbar")
    assert (bar.attrs["aria-valuenow"], bar.attrs["aria-valuemax"]) == ("7", "19")
    assert len(page.all("h1")) == 1


def test_question_came_to_from_the_check_page_leads_back_there() -> None:
    assessment = started()
    client = browser(assessment)

    page = seen(client.get(url(assessment, query="?from=check")))
    response = client.post(url(assessment, query="?from=check"), sent())

    assert page.one("a", class_="back").attrs["href"] == f"/en/a/{assessment.ref}/check/"
    assert response.headers["Location"] == f"/en/a/{assessment.ref}/check/"


def test_continue_saves_and_leads_on() -> None:
    assessment = started()

    response = browser(assessment).post(url(assessment), sent("3", "CRM is slow"))

    assert (response.status_code, response.headers["Location"]) == (302, url(assessment, "skills-gap"))
    assert answers_of(assessment) == {"S5": StoredAnswer("S5", 3, "CRM is slow", 1)}


def test_last_question_leads_to_the_check_page() -> None:
    assessment = started()

    response = browser(assessment).post(url(assessment, "sales-trend"), {"d": "0", "d-version": "0"})

    assert response.headers["Location"] == f"/en/a/{assessment.ref}/check/"


def test_dont_know_is_an_answer() -> None:
    assessment = started()

    browser(assessment).post(url(assessment), sent("dk"))

    assert answers_of(assessment)["S5"].choice == DONT_KNOW


def test_stored_answer_and_note_are_shown_again() -> None:
    assessment = started()
    client = browser(assessment)
    client.post(url(assessment), sent("3", "CRM <is> slow\nvery"))

    page = seen(client.get(url(assessment)))

    assert [radio.attrs["value"] for radio in page.all("input", checked="")] == ["3"]
    assert page.one("textarea", name="s5-note").text == "CRM <is> slow very"
    assert page.one("details", class_="note").attrs.get("open") is not None
    assert page.one("input", name="s5-version").attrs["value"] == "1"


def test_dont_know_is_shown_again() -> None:
    assessment = started()
    client = browser(assessment)
    client.post(url(assessment), sent("dk"))

    page = seen(client.get(url(assessment)))

    assert [radio.attrs["value"] for radio in page.all("input", checked="")] == ["dk"]


def test_answer_of_the_version_shown_is_changed() -> None:
    assessment = started()
    client = browser(assessment)
    client.post(url(assessment), sent("3"))

    client.post(url(assessment), sent("1", version=1))

    assert answers_of(assessment)["S5"] == StoredAnswer("S5", 1, "", 2)


@pytest.mark.parametrize("choice", ["", "5", "9", "-1", "x", "DK"])
def test_question_without_a_valid_choice_says_what_to_do(choice: str) -> None:
    assessment = started()

    response = browser(assessment).post(url(assessment), sent(choice, "typed already"))

    page = seen(response)
    assert (response.status_code, answers_of(assessment)) == (200, {})
    assert title(page).startswith("Error: Admin load on reps")
    assert (summary(page), field_errors(page)) == ([("#id_s5_0", ERROR)], [ERROR])
    assert page.one("textarea", name="s5-note").text == "typed already"
    assert page.one("div", id="error-summary").attrs["role"] == "alert"


@pytest.mark.parametrize("language", ["en", "pl"])
def test_error_is_the_one_of_the_question_in_the_language_of_the_page(language: str) -> None:
    assessment = started()

    page = seen(browser(assessment).post(url(assessment, language=language), sent("")))

    expected = S5.error.in_language(language)
    assert ([text for _, text in summary(page)], field_errors(page)) == ([expected], [expected])


@pytest.mark.parametrize("note", ["x" * 501, "bell \x07"])
def test_note_that_cannot_be_saved_comes_back(note: str) -> None:
    assessment = started()

    page = seen(browser(assessment).post(url(assessment), sent("3", note)))

    assert answers_of(assessment) == {}
    assert summary(page) == [("#id_s5-note", field_errors(page)[0])]
    assert page.one("textarea", name="s5-note").text == note
    assert [radio.attrs["value"] for radio in page.all("input", checked="")] == ["3"]
    assert page.one("details", class_="note").attrs.get("open") is not None


def test_long_note_is_kept_whole() -> None:
    assessment, note = started(), "ż" * 499 + "\n"

    browser(assessment).post(url(assessment), sent("3", note.replace("\n", "\r\n")))

    assert answers_of(assessment)["S5"].note == note


@pytest.mark.parametrize("version", ["-1", "x", "99999999999999999999"])
def test_version_that_no_page_shows_is_refused(version: str) -> None:
    assessment = started()

    response = browser(assessment).post(url(assessment), sent("3", version=version))

    assert (response.status_code, answers_of(assessment)) == (200, {})
    assert title(seen(response)).startswith("Error:")


def test_missing_version_counts_as_a_first_answer() -> None:
    assessment = started()

    browser(assessment).post(url(assessment), {"s5": "3"})

    assert answers_of(assessment) == {"S5": StoredAnswer("S5", 3, "", 1)}


def test_later_saves_and_leads_to_the_personal_link() -> None:
    assessment = started()

    response = browser(assessment).post(url(assessment), sent("3", "note", then="later"))

    assert response.headers["Location"] == f"/en/a/{assessment.ref}/save/"
    assert answers_of(assessment)["S5"] == StoredAnswer("S5", 3, "note", 1)


def test_later_without_a_choice_saves_nothing_and_complains_about_nothing() -> None:
    assessment = started()

    response = browser(assessment).post(url(assessment), sent("", then="later"))

    assert (response.headers["Location"], answers_of(assessment)) == (f"/en/a/{assessment.ref}/save/", {})


def test_later_without_a_choice_does_not_lose_a_note() -> None:
    assessment = started()

    response = browser(assessment).post(url(assessment), sent("", "typed already", then="later"))

    page = seen(response)
    assert (response.status_code, summary(page)) == (200, [("#id_s5_0", ERROR)])
    assert page.one("textarea", name="s5-note").text == "typed already"


def test_later_with_an_unusable_note_shows_it_again() -> None:
    assessment = started()

    page = seen(browser(assessment).post(url(assessment), sent("3", "x" * 501, then="later")))

    assert summary(page) == [("#id_s5-note", NOTE_ERROR)]


@pytest.mark.parametrize("slug", ["nothing", "company", "how-you-sell"])
def test_unknown_question_is_missing(slug: str) -> None:
    assessment = started()

    assert browser(assessment).get(url(assessment, slug)).status_code == 404


def test_question_with_weight_zero_is_missing() -> None:
    published_method(WEIGHTS_WITH_ZEROS)
    assessment = started()

    assert browser(assessment).get(url(assessment, "direct-results")).status_code == 404


def test_question_of_someone_else_is_missing() -> None:
    assessment, own = started(), started()
    stranger = browser(own)

    assert stranger.get(url(assessment)).status_code == 404
    assert stranger.post(url(assessment), sent()).status_code == 404
    assert answers_of(assessment) == {}


@pytest.mark.parametrize("verb", ["put", "patch", "delete"])
def test_question_refuses_other_methods(verb: str) -> None:
    assessment = started()

    assert getattr(browser(assessment), verb)(url(assessment)).status_code == 405


def test_question_of_a_completed_assessment_leads_to_the_result() -> None:
    assessment = completed()

    response = browser(assessment).get(url(assessment))

    assert response.headers["Location"] == f"/en/a/{assessment.ref}/result/"


@pytest.mark.parametrize("query", ["", "?from=check"])
def test_showing_a_question_takes_two_queries(query: str, django_assert_num_queries: object) -> None:
    assessment = started()
    answer(assessment, "0 0 0 0 0 0 0 / 0 0 0 0 0 0", ONE_ROLE)
    client = browser(assessment)
    client.get(url(assessment, query=query))

    with django_assert_num_queries(2):  # type: ignore[operator]  # a fixture of pytest-django
        client.get(url(assessment, query=query))


def test_saving_an_answer_takes_two_queries(django_assert_num_queries: object) -> None:
    assessment = started()
    client = browser(assessment)
    client.post(url(assessment), sent("3"))

    with django_assert_num_queries(2):  # type: ignore[operator]  # a fixture of pytest-django
        client.post(url(assessment), sent("2", version=1))


def test_no_database_session_is_involved() -> None:
    assessment = started()
    client = browser(assessment)

    client.post(url(assessment), sent())

    assert "sessionid" not in client.cookies
