"""The decision map: the company's place, the regions of the decision table, and words clear of each other."""

import json
from dataclasses import replace
from fractions import Fraction
from itertools import combinations

import pytest
from django.utils.translation import override
from hypothesis import given, settings

from assessments.document.build import advice_document
from assessments.document.case import Case
from assessments.document.decision_map import borders, cells_of, outcomes_by_grade, readings_of
from assessments.document.map_labels import line_breaks, text_width
from assessments.document.map_scale import across, unit, up
from assessments.document.outcomes import outcome_label
from assessments.document.picture_values import DecisionMap
from assessments.document.stored import document_from_json, document_json
from assessments.scoring import CAUTIOUS, Constants, Outcome

from .cases import HEADLINES, ONE_ROLE, case, document, random_cases

WITH_MAP = [code for code in HEADLINES if code != "insufficient"]
LETTERS = Fraction(14)  # height of a line's letters, above and below
MARK = Fraction(13)  # half the width of the mark with its halo

Area = tuple[Fraction, Fraction, Fraction, Fraction]  # left, top, right, bottom


def drawn_map(of: Case) -> DecisionMap:
    shown = advice_document(of).map
    assert shown is not None
    return shown


def words(shown: DecisionMap) -> list[Area]:
    """Where each line of text stands on the map: the regions' names, then the company's label."""
    places = [(label.x, label.y, "middle", label.text) for label in shown.labels]
    return [text_area(*place) for place in (*places, (shown.note_x, shown.note_y, shown.note_anchor, shown.note))]


def text_area(x: str, y: str, anchor: str, text: str) -> Area:
    width, middle = Fraction(text_width(text), 4), Fraction(y)
    left = Fraction(x) - {"start": Fraction(-3), "middle": width / 2, "end": width + 3}[anchor]
    return left, middle - LETTERS / 2, left + width, middle + LETTERS / 2


def mark(shown: DecisionMap) -> Area:
    x, y = Fraction(shown.mark_x), Fraction(shown.mark_y)
    return x - MARK, y - MARK, x + MARK, y + MARK


def overlap(one: Area, other: Area) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def regions_of(of: Case) -> dict[Outcome, set[tuple[int, int]]]:
    return cells_of(outcomes_by_grade(readings_of(of.result), of.constants))


def named(shown: DecisionMap, name: str) -> bool:
    """Do these lines of text, one after another, stand on the map?"""
    return name in " ".join(label.text for label in shown.labels)


def has_room(of: Case, name: str) -> bool:
    """Is there a place for the name in the company's own region, clear of the mark? Tried at every second unit."""
    assert of.result.outcome is not None
    own, at = regions_of(of)[of.result.outcome], mark(drawn_map(of))
    for lines in line_breaks(name):
        width, height = Fraction(max(map(text_width, lines)), 4) + 4, Fraction(17 * len(lines) + 2)
        for left in range(46, 406, 2):
            for top in range(14, 364, 2):
                area = (Fraction(left), Fraction(top), left + width, top + height)
                wide = (at[0] - 3, at[1] - 3, at[2] + 3, at[3] + 3)
                if not overlap(area, wide) and cells_under(area) <= own:
                    return True
    return False


def cells_under(area: Area) -> set[tuple[int, int]]:
    """The cells that an area touches; those outside the map have numbers of their own."""
    left, right = ((x - 46) / 45 for x in (area[0], area[2]))
    low, high = ((364 - y) / Fraction(175, 4) for y in (area[3], area[1]))
    return {(s, r) for s in range(left.__floor__(), right.__ceil__()) for r in range(low.__floor__(), high.__ceil__())}


@pytest.mark.parametrize(("value", "text"), [(Fraction(46), "46"), (Fraction(1, 3), "0.33"), (Fraction(0), "0")])
def test_unit_has_at_most_two_decimals(value: Fraction, text: str) -> None:
    assert unit(value) == text


def test_scores_span_the_drawing() -> None:
    assert (across(Fraction(0)), across(Fraction(100))) == (46, 406)
    assert (up(Fraction(0)), up(Fraction(100))) == (364, 14)


def test_map_of_the_example_marks_its_place_and_range() -> None:
    drawn = drawn_map(case())

    assert (drawn.mark_x, drawn.mark_y, drawn.mark_kind) == ("316", "232.75", "salesops")
    assert drawn.brackets == "M316 261.92V203.58M310 261.92h12M310 203.58h12"
    assert [(row.axis, row.score, row.range, row.line) for row in drawn.rows] == [
        ("SalesOps", "75", "75–75", "50"),
        ("RevOps", "37.5", "29–46", "50"),
    ]
    assert drawn.sentence == "Your company lies in “SalesOps” and stays there in 94% of weightings."


@pytest.mark.parametrize("code", WITH_MAP)
def test_map_shades_add_to_one(code: str) -> None:
    drawn = drawn_map(case(*HEADLINES[code]))

    assert sum(region.path.count("M") for region in drawn.regions) == 64
    assert abs(sum(Fraction(cell.shade) for cell in drawn.cells) - 1) <= Fraction(64, 200)


def test_borders_separate_different_outcomes_only() -> None:
    one = dict.fromkeys(outcomes_by_grade(CAUTIOUS, Constants()), Outcome.BOTH)
    assert borders(one) == ""
    halves = {grades: Outcome.BOTH if grades[0] < 4 else Outcome.NONE for grades in one}
    assert borders(halves).count("M226") == 8


def test_line_breaks_are_all_ways_between_words_narrowest_first() -> None:
    assert line_breaks("Na razie żadne") == [
        ("Na razie żadne",),
        ("Na razie", "żadne"),
        ("Na", "razie żadne"),
        ("Na", "razie", "żadne"),
    ]


@pytest.mark.parametrize("language", ["en", "pl"])
@pytest.mark.parametrize("code", WITH_MAP)
def test_every_region_of_every_mode_is_named_on_the_map(code: str, language: str) -> None:
    of = case(*HEADLINES[code], language=language)
    shown = drawn_map(of)

    with override(language):
        names = {outcome_label(outcome) for outcome in regions_of(of)}
    assert {name for name in names if not named(shown, name)} == set()


def test_region_of_a_single_cell_is_named_above_the_map() -> None:
    shown = drawn_map(case(gates=ONE_ROLE))

    label = next(label for label in shown.labels if label.text == "RevOps, then SalesOps")
    assert Fraction(label.y) < 14
    assert shown.leaders == f"M{label.x} 12V35.75"


@pytest.mark.parametrize("language", ["en", "pl"])
@pytest.mark.parametrize("code", WITH_MAP)
def test_words_of_every_mode_stand_clear_of_each_other_and_the_mark(code: str, language: str) -> None:
    shown = drawn_map(case(*HEADLINES[code], language=language))

    assert [pair for pair in combinations([*words(shown), mark(shown)], 2) if overlap(*pair)] == []


@settings(max_examples=60)
@given(random_cases)
def test_words_stand_clear_of_each_other_and_the_mark(of: Case) -> None:
    if of.result.outcome is None:
        return
    shown = drawn_map(of)

    assert [pair for pair in combinations([*words(shown), mark(shown)], 2) if overlap(*pair)] == []


@settings(max_examples=60)
@given(random_cases)
def test_the_companys_own_region_is_named_where_there_is_room(of: Case) -> None:
    if of.result.outcome is None:
        return
    with override(of.language):
        name = outcome_label(of.result.outcome)

    assert named(drawn_map(of), name) or not has_room(of, name)


@settings(max_examples=40)
@given(random_cases)
def test_the_table_lists_every_region_with_its_cells(of: Case) -> None:
    if of.result.outcome is None:
        return
    with override(of.language):
        cells = {outcome_label(outcome): str(len(own)) for outcome, own in regions_of(of).items()}

    areas = drawn_map(of).areas
    assert {area.name: area.cells for area in areas} == cells
    assert sum(int(area.cells) for area in areas) == 64


def test_the_table_gives_the_share_of_the_stability_section() -> None:
    shown = document()

    assert shown.map is not None
    shares = {share.outcome: share.text for share in shown.stability.shares}
    assert shares["SalesOps"] == "94%"
    assert {area.name: area.share for area in shown.map.areas if area.share != "0%"} == shares


def test_map_stored_before_regions_had_a_table_is_read() -> None:
    shown = document()
    assert shown.map is not None
    text = document_json(shown)
    for name in ("areas", "leaders"):
        text = without_field(text, name)

    stored = document_from_json(text)
    assert stored.map == replace(shown.map, areas=(), leaders="")


def without_field(text: str, name: str) -> str:
    """The document's JSON as an earlier release wrote it, without a field of the map."""
    values = json.loads(text)
    del values["map"][name]
    return json.dumps(values)
