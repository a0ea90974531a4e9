"""The lines above a question: many don't-knows, and a team without full-time reps."""

import pytest

from assessments.models import Assessment
from tests.document.cases import ONE_ROLE
from tests.questionnaire.browsers import answer, browser, describe, seen, started

NO_REPS = "No full-time salespeople? Answer for whoever sells, for example the founder."
MANY = (
    "You have used “I don’t know” 5 times. We need at least three fifths of the questions in each part (by weight) "
    "for a recommendation."
)


def info(assessment: Assessment, slug: str, kind: str = "q") -> list[str]:
    page = seen(browser(assessment).get(f"/en/a/{assessment.ref}/{kind}/{slug}/"))
    return [notice.words for notice in page.all("div", class_="notice")]


@pytest.mark.parametrize(
    ("answers", "gates", "lines"),
    [
        ("dk dk dk dk _ _ _ / _ _ _ _ _ _", "_ _ _ _", []),
        ("dk dk dk dk _ _ _ / dk _ _ _ _ _", "_ _ _ _", [MANY]),
        ("dk dk dk dk _ _ _ / _ _ _ _ _ _", "dk dk dk dk", []),
    ],
)
def test_more_than_four_dont_knows_are_counted(answers: str, gates: str, lines: list[str]) -> None:
    assessment = started()
    answer(assessment, answers, gates)

    assert info(assessment, "admin-load") == lines


@pytest.mark.parametrize(
    ("slug", "lines"),
    [
        ("sale-weight", []),
        ("admin-load", [NO_REPS]),
        ("skills-gap", [NO_REPS]),
        ("initiative", [NO_REPS]),
        ("growth-source", []),
        ("keep-reps", []),
    ],
)
def test_questions_about_reps_say_for_whom_to_answer(slug: str, lines: list[str]) -> None:
    assessment = started()
    describe(assessment, reps=0)

    assert info(assessment, slug) == lines


def test_team_with_reps_needs_no_line() -> None:
    assessment = started()
    describe(assessment, reps=1)

    assert info(assessment, "admin-load") == []


def test_section_shows_each_line_once() -> None:
    assessment = started(layout="section")
    describe(assessment, reps=0)
    answer(assessment, "dk dk dk dk dk _ _ / _ _ _ _ _ _", "_ _ _ _")

    assert info(assessment, "your-sales-team", "section") == [NO_REPS, MANY]


def test_lines_stay_when_an_answer_is_refused() -> None:
    assessment = started()
    describe(assessment, reps=0)
    answer(assessment, "dk dk dk dk dk _ _ / _ _ _ _ _ _", ONE_ROLE)

    page = seen(browser(assessment).post(f"/en/a/{assessment.ref}/q/skills-gap/", {"s6": ""}))

    assert [notice.words for notice in page.all("div", class_="notice")] == [NO_REPS, MANY]


def test_lines_are_not_kept_for_the_next_visitor() -> None:
    one, other = started(), started()
    describe(one, reps=0)
    describe(other, reps=3)

    assert (info(one, "admin-load"), info(other, "admin-load"), info(one, "admin-load")) == ([NO_REPS], [], [NO_REPS])
