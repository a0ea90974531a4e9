"""Calculators: what is shown is what is computed, and the worked examples are right."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.catalogue import METRICS, MetricError
from metrics.catalogue.calculations import CALCULATIONS, Calculation, Given
from metrics.catalogue.expressions import Median, Name, Whole, number, parts_of, text
from metrics.catalogue.files import formula_text
from metrics.catalogue.parts import PARTS, Kind
from metrics.catalogue.texts import shipped_entries
from metrics.catalogue.wording import value_text
from metrics.pages.mathml import math
from tests.look.html import parse
from tests.metrics.examples import ALL, NAMES, given_of

every_calculation = pytest.mark.parametrize(("slug", "calculation"), ALL, ids=NAMES)
EXACT = [
    each for each in ALL if f"{each[0]}-{each[1].code}" != "churn-monthly" and not isinstance(each[1].term, Median)
]


def test_every_kpi_has_calculations_with_codes_of_their_own() -> None:
    assert set(CALCULATIONS) == {metric.slug for metric in METRICS}
    assert [slug for slug, each in CALCULATIONS.items() if len({one.code for one in each}) != len(each)] == []
    assert {metric.slug: metric.unit for metric in METRICS if metric.slug != "qualified-leads"} == {
        slug: each[0].unit for slug, each in CALCULATIONS.items() if slug != "qualified-leads"
    }


@every_calculation
def test_calculation_asks_for_the_parts_of_its_formula(slug: str, calculation: Calculation) -> None:
    numbers = {part for part in calculation.parts if PARTS[part].kind is not Kind.PERIOD}

    assert set(parts_of(calculation.term)) == numbers
    assert len(calculation.example) == len(calculation.parts)


@pytest.mark.parametrize(("slug", "calculation"), EXACT, ids=[f"{slug}-{each.code}" for slug, each in EXACT])
@settings(max_examples=25)
@given(data=st.data())
def test_formula_as_shown_gives_the_computed_value(slug: str, calculation: Calculation, data: st.DataObject) -> None:
    example = given_of(calculation)
    drawn = {part: data.draw(values(part), label=part) for part in example.numbers}
    chosen = Given(drawn, example.several, example.periods)
    try:
        computed = calculation.compute(chosen)
    except MetricError:
        return
    try:
        shown = number(calculation.term, drawn)
    except ZeroDivisionError:
        assert calculation.limit is not None
        shown = number(calculation.limit, drawn)
    assert computed == shown


def values(part: str) -> st.SearchStrategy[Fraction]:
    if part == "horizon":
        return st.integers(0, 40).map(Fraction)
    if PARTS[part].kind is Kind.COUNT:
        return st.integers(0, 30).map(Fraction)
    return st.fractions(0, 1 if PARTS[part].kind is Kind.PERCENT else 1000, max_denominator=20)


@pytest.mark.parametrize("language", ["en", "pl"])
@pytest.mark.parametrize("slug", CALCULATIONS)
def test_worked_example_states_the_computed_value(slug: str, language: str) -> None:
    first = CALCULATIONS[slug][0]
    value = value_text(first.compute(given_of(first)), first.unit, language)

    assert value.replace("\u00a0", " ") in shipped_entries()[slug].texts.example.in_language(language)


@pytest.mark.parametrize(
    ("slug", "place", "language", "value"),
    [
        ("revenue-retention", 1, "en", "105.0%"),
        ("real-growth", 1, "pl", "14,3%"),
        ("churn", 1, "en", "26.2%"),
        ("arr-by-segment", 1, "pl", "120 000"),
    ],
)
def test_second_variant_in_an_example_is_right_too(slug: str, place: int, language: str, value: str) -> None:
    calculation = CALCULATIONS[slug][place]
    computed = value_text(calculation.compute(given_of(calculation)), calculation.unit, language)

    assert computed.replace("\u00a0", " ") == value
    assert value in shipped_entries()[slug].texts.example.in_language(language)


def test_formula_is_written_on_one_line_with_the_brackets_it_needs() -> None:
    one, two = Name("a"), Name("b")

    assert text((one + two) / (one * two), str.upper, "median") == "(A + B) ÷ (A × B)"
    assert text(one - (one - two) - two, str.upper, "median") == "A − (A − B) − B"
    assert text((one / two) ** Whole(12), str.upper, "median") == "(A ÷ B)¹²"
    assert text(one ** (Whole(1) / Whole(2)), str.upper, "median") == "A ^ (1 ÷ 2)"
    assert text(Median("days"), str.upper, "median") == "median(DAYS)"
    assert formula_text(CALCULATIONS["close-rate"][0], "pl") == "wygrane szanse ÷ zamknięte szanse"


def test_formula_is_drawn_as_a_fraction_and_escaped() -> None:
    drawn = math((Name("a") - Whole(1)) / Name("b"), lambda part: f"<{part}>", "median")
    tree = parse(drawn)

    assert [each.words for each in tree.one("mfrac").children] == ["<a>−1", "<b>"]
    assert tree.one("math").attrs == {"displaystyle": "true"}


@every_calculation
def test_drawing_names_every_part_and_keeps_its_brackets(slug: str, calculation: Calculation) -> None:
    tree = parse(math(calculation.term, lambda part: part, "median"))
    named = {each.words for each in tree.all("mtext")} - {"median"}

    assert named == set(parts_of(calculation.term))
    assert tree.words.count("(") == tree.words.count(")")
    powers = [each.children[0].words for each in tree.all("msup")]
    assert [base for base in powers if not base.startswith("(")] == []
