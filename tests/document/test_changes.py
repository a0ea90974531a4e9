"""What differs between results: changed answers with exact effects, conditions, plans."""

from fractions import Fraction

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from assessments.content.loader import shipped_method
from assessments.document.case import Case
from assessments.document.changes import Side, answer_news, changes, effect, is_changed, plan_steps, weight_rows
from assessments.document.kpis import kpis
from assessments.document.needs import score_of
from assessments.document.numbers import signed_text
from assessments.document.plan import plan
from assessments.scoring import Function
from tests.document.cases import EXAMPLE, ONE_ROLE, case, case_of, content, random_choices, random_contents

OTHER = "0 4 3 4 3 3 2 / 4 3 1 0 2 4"  # EXAMPLE with S1 2 -> 0, R1 1 -> 4, R6 don't know -> 4


def sides(*cases: Case) -> list[Side]:
    return [Side(each, each, plan(each)) for each in cases]


@given(st.data())
def test_effects_add_up_to_the_difference_of_the_scores(data: st.DataObject) -> None:
    method = data.draw(st.one_of(st.just(shipped_method()), random_contents()))
    first, second = (case_of(data.draw(random_choices()), method=method) for _ in range(2))

    for function in Function:
        effects = [effect(first, second, code) for code in first.asked(function)]
        assert sum(effects) == score_of(second, function).need - score_of(first, function).need


@given(st.data())
def test_unchanged_answers_have_no_effect_and_no_row(data: st.DataObject) -> None:
    method = data.draw(random_contents())
    cases = [case_of(data.draw(random_choices()), method=method) for _ in range(data.draw(st.integers(2, 4)))]
    found = changes(sides(*cases))

    moved = {row.code for row in (*found.answers, *found.conditions)}
    asked = method.asked_criteria()
    assert moved == {code for code in (*asked, *"BKAD") if is_changed(sides(*cases), code)}
    assert len(found.unchanged) == len(asked) + 4 - len(moved)
    assert [effect(cases[0], each, code) for each in cases for code in asked if code not in moved] == [0] * (
        len(cases) * (len(asked) - len([code for code in moved if code in asked]))
    )


def test_changed_answers_come_with_before_after_and_effect() -> None:
    found = changes(sides(case(EXAMPLE), case(OTHER)))

    assert [(row.code, [(s.text, s.effect) for s in row.standings]) for row in found.answers] == [
        (
            "R1",
            [
                ("Mostly from sales, with small projects elsewhere", ""),
                ("More than half from outside the sales team – and only if all revenue teams work together", "+12.5"),
            ],
        ),
        ("R6", [("I don’t know", ""), ("We could not – we would be guessing", "+8.3")]),
        ("S1", [("A quarter to just under half (25–49%)", ""), ("More than three quarters (over 75%)", "−7.1")]),
    ]
    assert [[(s.text, s.effect) for s in row.standings] for row in found.scores] == [
        [("75", ""), ("67.9", "−7.1")],
        [("37.5", ""), ("58.3", "+20.8")],
    ]


def test_effect_of_unknown_answers_is_that_of_the_middle_and_marked() -> None:
    known, unknown = case("2 4 3 4 3 3 2 / 1 3 1 0 2 2"), case(EXAMPLE)

    (row,) = changes(sides(known, unknown)).answers

    assert (row.code, effect(known, unknown, "R6")) == ("R6", 0)
    assert [(s.effect, s.is_open, s.is_moved) for s in row.standings] == [("", False, False), ("0", True, True)]


def test_every_result_is_held_against_the_first() -> None:
    found = changes(sides(case(EXAMPLE), case(OTHER), case(EXAMPLE)))

    assert [[s.effect for s in row.standings] for row in found.answers] == [
        ["", "+12.5", ""],
        ["", "+8.3", ""],
        ["", "−7.1", ""],
    ]
    assert [s.effect for s in found.scores[0].standings] == ["", "−7.1", "0"]


def test_changed_condition_moves_no_score() -> None:
    found = changes(sides(case(EXAMPLE, ONE_ROLE), case(EXAMPLE, "3 1 0 0")))

    assert [row.code for row in found.conditions] == ["B"]
    assert ([s.effect for s in found.conditions[0].standings], found.answers) == (["", ""], ())


def test_weights_count_in_the_effect() -> None:
    method = content({"S1": 4})
    first, second = case(EXAMPLE, method=method), case(OTHER, method=method)

    assert effect(first, second, "S1") == Fraction(25 * 4 * -2, 10)


def test_plans_are_told_apart() -> None:
    first, second = case(EXAMPLE), case("1 1 1 2 1 1 2 / 4 4 3 4 4 3")
    (found,) = changes(sides(first, second)).lists
    steps = [plan_steps(plan(each)) for each in (first, second)]

    assert [set(only) | set(found.shared) for only in found.only] == [set(each) for each in steps]
    assert [set(only) & set(found.shared) for only in found.only] == [set(), set()]
    assert set(found.shared) == set(steps[0]) & set(steps[1])


def test_results_without_a_plan_have_no_steps_to_compare() -> None:
    thin = case("4 dk dk 4 dk 4 4 / 1 2 3 1 2 3")

    assert changes(sides(thin, thin)).lists == ()


@pytest.mark.parametrize(
    ("answers", "same", "text"),
    [
        ([EXAMPLE, EXAMPLE], True, "The answer is the same: SalesOps."),
        ([EXAMPLE, OTHER], True, "The answer changed: SalesOps before, “SalesOps, then RevOps” now."),
        ([EXAMPLE, OTHER], False, "Two companies, two answers: SalesOps and “SalesOps, then RevOps”."),
        ([EXAMPLE, OTHER, EXAMPLE], True, "The answers differ."),
        (
            [EXAMPLE, "4 dk dk 4 dk 4 4 / 1 2 3 1 2 3"],
            True,
            "The answer changed: SalesOps before, too few answers now.",
        ),
        (["4 dk dk 4 dk 4 4 / 1 2 3 1 2 3"] * 2, True, "All of them have too few answers for a recommendation."),
    ],
)
def test_news_is_one_sentence(answers: list[str], same: bool, text: str) -> None:
    assert answer_news([case(each) for each in answers], is_same_company=same) == text


def test_weights_of_two_methods_are_told_apart() -> None:
    before, after = case(EXAMPLE), case(EXAMPLE, method=content({"R6": 0, "R5": 2}))

    rows = weight_rows(before, after)

    assert [(row.weight_before, row.weight_after) for row in rows] == [("1", "2"), ("1", "–")]
    assert (rows[1].points_before, rows[1].points_after) == ("+8.3", "–")
    assert weight_rows(before, before) == ()


@pytest.mark.parametrize(
    ("points", "en", "pl"),
    [
        (Fraction(0), "0", "0"),
        (Fraction(50, 7), "+7.1", "+7,1"),
        (Fraction(-50, 7), "−7.1", "−7,1"),
        (Fraction(-29, 4), "−7.3", "−7,3"),
        (Fraction(25, 2), "+12.5", "+12,5"),
        (Fraction(-20), "−20", "−20"),
    ],
)
def test_differences_have_a_sign(points: Fraction, en: str, pl: str) -> None:
    with override("en"):
        assert signed_text(points) == en
    with override("pl"):
        assert signed_text(points) == pl


def test_kpis_to_start_with_are_compared_where_results_have_them() -> None:
    salesops, revops = case(EXAMPLE), case("0 0 0 0 0 0 0 / 4 4 4 4 4 4")
    pair = [Side(each, each, plan(each), kpis(each)) for each in (salesops, revops)]

    found = {each.title: each for each in changes(pair).lists}["KPIs to start with"]

    assert [len(found.shared) + len(only) for only in found.only] == [5, 5]
    assert set(found.only[0]) & set(found.only[1]) == set()
    assert found.only[0] != ()
