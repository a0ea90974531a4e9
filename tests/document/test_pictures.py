"""The pictures: decision map, waterfall and tornado say what the engine says, in exact places."""

from fractions import Fraction

import pytest

from assessments.document.decision_map import across, borders, outcomes_by_grade, unit, up
from assessments.scoring import CAUTIOUS, Constants, Outcome
from tests.document.cases import HEADLINES, ONE_ROLE, document

WITH_MAP = [code for code in HEADLINES if code != "insufficient"]


def percent(text: str) -> Fraction:
    return Fraction(text.removesuffix("%"))


@pytest.mark.parametrize(("value", "text"), [(Fraction(46), "46"), (Fraction(1, 3), "0.33"), (Fraction(0), "0")])
def test_unit_has_at_most_two_decimals(value: Fraction, text: str) -> None:
    assert unit(value) == text


def test_scores_span_the_drawing() -> None:
    assert (across(Fraction(0)), across(Fraction(100))) == (46, 406)
    assert (up(Fraction(0)), up(Fraction(100))) == (364, 14)


def test_map_of_the_example_marks_its_place_and_range() -> None:
    drawn = document().map
    assert drawn is not None
    assert (drawn.mark_x, drawn.mark_y, drawn.mark_kind) == ("316", "232.75", "salesops")
    assert drawn.brackets == "M316 261.92V203.58M310 261.92h12M310 203.58h12"
    assert [(row.axis, row.score, row.range, row.line) for row in drawn.rows] == [
        ("SalesOps", "75", "75–75", "50"),
        ("RevOps", "37.5", "29–46", "50"),
    ]
    assert drawn.sentence == "Your company lies in “SalesOps” and stays there in 94% of weightings."


@pytest.mark.parametrize("code", WITH_MAP)
def test_map_shades_add_to_one(code: str) -> None:
    drawn = document(*HEADLINES[code]).map
    assert drawn is not None
    assert sum(region.path.count("M") for region in drawn.regions) == 64
    assert abs(sum(Fraction(cell.shade) for cell in drawn.cells) - 1) <= Fraction(64, 200)


def test_map_names_regions_of_the_decision_table_at_these_gates() -> None:
    names = {label.text for label in document(gates=ONE_ROLE).map.labels}
    assert {"SalesOps", "RevOps", "SalesOps, then RevOps"} <= names
    assert "Both" not in names


def test_borders_separate_different_outcomes_only() -> None:
    one = dict.fromkeys(outcomes_by_grade(CAUTIOUS, Constants()), Outcome.BOTH)
    assert borders(one) == ""
    halves = {grades: Outcome.BOTH if grades[0] < 4 else Outcome.NONE for grades in one}
    assert borders(halves).count("M226") == 8


@pytest.mark.parametrize("code", HEADLINES)
def test_waterfall_bars_follow_each_other_to_the_total(code: str) -> None:
    for fall in document(*HEADLINES[code]).waterfalls:
        end = Fraction(0)
        for bar in fall.bars:
            assert abs(percent(bar.start) - end) <= Fraction(1, 20)
            end = percent(bar.start) + percent(bar.width)
        assert abs(end - percent(fall.width)) <= Fraction(1, 20)


def test_waterfall_shows_open_answers_as_open() -> None:
    _, revops = document().waterfalls
    assert [(bar.label, bar.points) for bar in revops.bars if bar.is_open] == [("Visibility of causes", "+8.3")]


def test_tornado_of_the_example_has_three_flips_first() -> None:
    shown = document().tornado
    assert shown is not None
    assert (shown.kind, shown.title) == ("revops", "3 answers can move RevOps across the line")
    assert [(swing.label, swing.text, swing.flips) for swing in shown.swings] == [
        ("Growth beyond sales", "33–50", True),
        ("Pace of market change", "33–50", True),
        ("Supply of new leads", "38–54", True),
        ("Hand-overs between teams", "25–42", False),
        ("Growth strategy", "29–46", False),
        ("Visibility of causes", "29–46", False),
    ]
    assert {swing.beyond_kind for swing in shown.swings[:3]} == {"both"}


def test_insufficient_answers_have_no_map_and_no_tornado() -> None:
    shown = document(*HEADLINES["insufficient"])
    assert (shown.map, shown.tornado) == (None, None)
