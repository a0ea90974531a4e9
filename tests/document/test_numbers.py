"""Numbers as text (method.md 12): half up, only at the edge, never a threshold that the value misses."""

from fractions import Fraction

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from assessments.document.numbers import cut, range_text, rounded, score_text, share_text, svg_percent

LINE = Fraction(50)
shares = st.fractions(0, 1, max_denominator=10**6)


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        ("1/2", 0, "1"),
        ("3/2", 0, "2"),
        ("5/2", 0, "3"),
        ("49/100", 0, "0"),
        ("25/100", 1, "3/10"),
        ("1/3", 2, "33/100"),
    ],
)
def test_rounding_is_half_up(value: str, places: int, expected: str) -> None:
    assert rounded(Fraction(value), places) == Fraction(expected)


def test_cutting_drops_digits() -> None:
    assert cut(Fraction(9499, 100), 1) == Fraction(949, 10)


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        ("0", "0%"),
        ("1/1000000", "under 1%"),
        ("9999/1000000", "under 1%"),
        ("1/100", "1%"),
        ("1/8", "13%"),
        ("1/2", "50%"),
        ("59949/100000", "59.9%"),
        ("3/5", "60%"),
        ("79999/100000", "79.9%"),
        ("4/5", "80%"),
        ("89999/100000", "89.9%"),
        ("9/10", "90%"),
        ("2623759/2799360", "94%"),
        ("9449/10000", "94%"),
        ("9496/10000", "94.9%"),
        ("94999/100000", "94.9%"),
        ("19/20", "95%"),
        ("985/1000", "99%"),
        ("99/100", "99%"),
        ("9901/10000", "over 99%"),
        ("999999/1000000", "over 99%"),
        ("1", "100%"),
    ],
)
def test_share_says_no_more_than_is_true(share: str, expected: str) -> None:
    assert share_text(Fraction(share)) == expected


def test_share_uses_the_decimal_mark_of_the_language() -> None:
    with override("pl"):
        assert share_text(Fraction(9496, 10000)) == "94,9%"


@given(shares)
def test_share_never_shows_a_threshold_that_it_misses(share: Fraction) -> None:
    text = share_text(share)

    if text[0].isdigit():
        shown = Fraction(text.rstrip("%"))
        assert [line for line in (60, 80, 90, 95) if share * 100 < line <= shown] == []
        assert abs(shown - share * 100) < 1


@given(shares)
def test_share_shows_everything_and_nothing_only_for_all_and_none(share: Fraction) -> None:
    assert (share_text(share) == "100%") == (share == 1)
    assert (share_text(share) == "0%") == (share == 0)


@pytest.mark.parametrize(
    ("score", "expected"),
    [("0", "0"), ("75", "75"), ("75/2", "37.5"), ("475/7", "67.9"), ("100/3", "33.3"), ("1/20", "0.1"), ("100", "100")],
)
def test_score_has_at_most_one_decimal(score: str, expected: str) -> None:
    assert score_text(Fraction(score)) == expected


def test_score_uses_the_decimal_mark_of_the_language() -> None:
    with override("pl"):
        assert score_text(Fraction(75, 2)) == "37,5"


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        ("175/6", "275/6", "29–46"),
        ("100/3", "50", "33–50"),
        ("0", "100", "0–100"),
        ("1243/25", "60", "49.7–60"),  # 49.72 would read as 50, which it misses
        ("30", "699/14", "30–49.9"),
        ("1001/20", "101/2", "50–51"),
    ],
)
def test_range_does_not_show_the_line_that_it_misses(low: str, high: str, expected: str) -> None:
    assert range_text(Fraction(low), Fraction(high), LINE) == expected


@given(st.integers(1, 70), st.integers(1, 7), st.data())
def test_range_ends_stand_on_the_right_side_of_the_line(weight: int, grade: int, data: st.DataObject) -> None:
    """Any score that whole weights can give, at any line a method can have."""
    line = grade * Fraction(25, 2)
    scores = st.integers(0, 4 * weight).map(lambda total: Fraction(25 * total, weight))
    low, high = sorted([data.draw(scores), data.draw(scores)])

    shown = [Fraction(end) for end in range_text(low, high, line).split("–")]

    assert [end >= line for end in shown] == [low >= line, high >= line]


@given(st.integers(1, 70), st.integers(1, 7), st.data())
def test_score_stands_on_the_right_side_of_the_line(weight: int, grade: int, data: st.DataObject) -> None:
    line = grade * Fraction(25, 2)
    score = Fraction(25 * data.draw(st.integers(0, 4 * weight)), weight)

    assert (Fraction(score_text(score)) >= line) == (score >= line)


@pytest.mark.parametrize(
    ("value", "expected"), [("0", "0.00%"), ("475/7", "67.86%"), ("75/2", "37.50%"), ("100", "100.00%")]
)
@pytest.mark.parametrize("language", ["en", "pl"])
def test_svg_length_has_a_point_in_every_language(value: str, expected: str, language: str) -> None:
    with override(language):
        assert svg_percent(Fraction(value)) == expected
