"""What added up: the waterfall's bars in exact places."""

from fractions import Fraction

import pytest

from tests.document.cases import HEADLINES, document


def percent(text: str) -> Fraction:
    return Fraction(text.removesuffix("%"))


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
