"""The tornado says what the engine says about single answers: which change the recommendation, where, and to what."""

import json
from fractions import Fraction

import pytest
from django.utils.translation import override
from hypothesis import given, settings

from assessments.document.axis import Axis, axis_marks
from assessments.document.build import advice_document
from assessments.document.case import Case
from assessments.document.outcomes import KINDS, outcome_label
from assessments.document.picture_values import AxisMark, Swing, Tornado
from assessments.document.stored import document_from_json, document_json
from assessments.scoring import evaluate
from assessments.services.freezing import engine_inputs, engine_method

from .cases import HEADLINES, ONE_ROLE, case, document, random_cases

WITH_TORNADO = [code for code in HEADLINES if code != "insufficient"]
ROUNDING = Fraction(2, 100)


def percent(text: str) -> Fraction:
    return Fraction(text.removesuffix("%"))


def tornado_of(of: Case) -> Tornado:
    shown = advice_document(of).tornado
    assert shown is not None
    return shown


def swings(shown: Tornado) -> list[Swing]:
    return [*shown.swings, *(swing for group in shown.others for swing in group.swings)]


def flipping(of: Case) -> dict[str, set[str]]:
    """By topic, the outcomes that the engine gives for the other options of one question."""
    found: dict[str, set[str]] = {}
    for code in of.content.asked_criteria():
        for option in range(5):
            changed = engine_inputs(of.content, {**of.choices, code: option})
            outcome = evaluate(engine_method(of.content), changed).outcome
            if outcome is not None and outcome is not of.result.outcome:
                found.setdefault(of.label(code), set()).add(outcome_label(outcome))
    return found


def assert_turns_are_in_their_bars(shown: Tornado) -> None:
    for swing in swings(shown):
        low, high = percent(swing.start), percent(swing.start) + percent(swing.width)
        for turn in swing.turns:
            assert low - ROUNDING <= percent(turn.at) <= high + ROUNDING
            assert low - ROUNDING <= percent(turn.start)
            assert percent(turn.start) + percent(turn.width) <= high + ROUNDING


@pytest.mark.parametrize("language", ["en", "pl"])
@pytest.mark.parametrize("code", WITH_TORNADO)
def test_tornado_of_every_mode_says_what_the_engine_says(code: str, language: str) -> None:
    of = case(*HEADLINES[code], language=language)
    shown = tornado_of(of)

    assert_turns_are_in_their_bars(shown)
    with override(language):
        expected = flipping(of)
    assert {swing.label for swing in swings(shown) if swing.flips} == set(expected)
    assert {
        swing.label: {turn.text.split(": ")[1] for turn in swing.turns} for swing in swings(shown) if swing.flips
    } == expected
    number = shown.title.split()[0]
    assert number == str(len(expected)) if expected else number in {"No", "Żadna"}


@settings(max_examples=60)
@given(random_cases)
def test_tornado_marks_the_changes_that_the_engine_lists(of: Case) -> None:
    if of.result.outcome is None:
        return
    shown = tornado_of(of)
    codes = {flip.code for flip in of.result.single_flips or ()}

    assert_turns_are_in_their_bars(shown)
    assert {swing.label for swing in swings(shown) if swing.flips} == {of.label(code) for code in codes}
    assert all(bool(swing.turns) == swing.flips for swing in swings(shown))
    assert shown.title.startswith(f"{len(codes)} " if codes else ("No ", "Żadna "))


@pytest.mark.parametrize(
    ("language", "titles"),
    [
        (
            "en",
            (
                "3 answers can change the recommendation by themselves",
                "No single answer changes the recommendation",
            ),
        ),
        (
            "pl",
            (
                "3 odpowiedzi mogą w pojedynkę zmienić rekomendację",
                "Żadna pojedyncza odpowiedź nie zmienia rekomendacji",
            ),
        ),
    ],
)
def test_title_is_about_the_recommendation(language: str, titles: tuple[str, str]) -> None:
    assert tornado_of(case(language=language)).title == titles[0]
    settled = case("4 4 4 4 4 4 4 / 0 0 0 0 0 0", ONE_ROLE, language=language)
    assert tornado_of(settled).title == titles[1]


def test_tornado_of_the_example_has_three_flips_first() -> None:
    shown = document().tornado
    assert shown is not None
    assert (shown.kind, shown.name, shown.others) == ("revops", "RevOps", ())
    assert [(swing.label, swing.text, swing.flips) for swing in shown.swings] == [
        ("Growth beyond sales", "33–50", True),
        ("Pace of market change", "33–50", True),
        ("Supply of new leads", "38–54", True),
        ("Hand-overs between teams", "25–42", False),
        ("Growth strategy", "29–46", False),
        ("Visibility of causes", "29–46", False),
    ]
    assert {(turn.kind, turn.text) for swing in shown.swings for turn in swing.turns} == {
        ("both", "50 or more: SalesOps, then RevOps")
    }


def test_lead_gap_turns_the_order_at_its_own_border() -> None:
    """SalesOps is over the line already; a grade nearer to RevOps it goes first."""
    shown = tornado_of(case(*HEADLINES["both_revops_first"]))

    salesops = next(group for group in (shown, *shown.others) if group.kind == "salesops")
    texts = {turn.text for swing in salesops.swings for turn in swing.turns}
    assert "62.5 or more: SalesOps, then RevOps" in texts
    assert {text for text in texts if not text.startswith("62.5")} <= {"under 50: RevOps"}


def test_swing_turns_on_both_sides_of_the_present_answer() -> None:
    shown = tornado_of(case("1 1 1 1 1 1 2 / 2 2 2 1 1 2", ONE_ROLE))

    swing = next(swing for swing in swings(shown) if swing.text == "33–50")
    assert [(turn.text, turn.at) for turn in swing.turns] == [
        ("under 37.5: SalesOps, if any", "25.00%"),
        ("50 or more: RevOps", "66.67%"),
    ]


@settings(max_examples=60)
@given(random_cases)
def test_axis_prints_no_number_twice(of: Case) -> None:
    if of.result.outcome is None:
        return
    shown = tornado_of(of)
    for group in (shown, *shown.others):
        places = [mark.at for mark in group.marks]
        assert len(places) == len(set(places))


def test_axis_leaves_out_the_end_at_the_line() -> None:
    axis = Axis(Fraction(0), Fraction(50))

    assert axis_marks(axis, Fraction(10), Fraction(50)) == (
        AxisMark("10 now", "20.00%"),
        AxisMark("50 line", "100.00%"),
        AxisMark("0", "0.00%"),
    )


def test_axis_keeps_a_label_at_its_left_end_inside() -> None:
    marks = axis_marks(Axis(Fraction(50), Fraction(100)), Fraction(100), Fraction(50))

    assert marks == (AxisMark("100 now", "100.00%"), AxisMark("50 line", "0.00%", "start"))


def test_axis_puts_score_and_line_side_by_side_where_they_are_near() -> None:
    axis = Axis(Fraction(30), Fraction(70))

    assert axis_marks(axis, Fraction(52), Fraction(50)) == (
        AxisMark("50 line", "50.00%", "end"),
        AxisMark("52 now", "55.00%", "start"),
        AxisMark("30", "0.00%"),
        AxisMark("70", "100.00%"),
    )


def test_axis_has_one_label_for_a_score_at_the_line() -> None:
    marks = axis_marks(Axis(Fraction(0), Fraction(100)), Fraction(50), Fraction(50))

    assert [mark.text for mark in marks] == ["50 now, at the line", "0", "100"]


def test_insufficient_answers_have_no_map_and_no_tornado() -> None:
    shown = document(*HEADLINES["insufficient"])
    assert (shown.map, shown.tornado) == (None, None)


def test_tornado_stored_before_turns_were_kept_is_read() -> None:
    values = json.loads(document_json(document()))
    for name in ("name", "others"):
        del values["tornado"][name]
    for swing in values["tornado"]["swings"]:
        del swing["turns"]
        swing |= {"beyond_start": "", "beyond_width": "", "beyond_kind": ""}
    for mark in values["tornado"]["marks"]:
        del mark["anchor"]

    stored = document_from_json(json.dumps(values)).tornado
    assert stored is not None
    assert [(swing.flips, swing.turns) for swing in stored.swings[:1]] == [(True, ())]
    assert {mark.anchor for mark in stored.marks} == {"middle"}


def test_kinds_name_every_outcome() -> None:
    assert set(KINDS.values()) == {"salesops", "revops", "both", "none"}
