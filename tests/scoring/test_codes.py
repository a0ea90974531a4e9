"""Compact codes of answers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.scoring import (
    REVOPS_CODES,
    SALESOPS_CODES,
    ScoringError,
    block_answers,
    block_code,
    choices_code,
    code_choices,
    code_text,
    text_code,
)


def test_block_code_puts_the_first_criterion_first() -> None:
    assert (
        block_code({"S1": 1, "S7": "dk"} | dict.fromkeys(("S2", "S3", "S4", "S5", "S6"), 0), SALESOPS_CODES) == 7**6 + 5
    )


def test_block_code_of_blanks() -> None:
    assert block_code({}, REVOPS_CODES) == 7**6 - 1
    assert block_answers(7**6 - 1, REVOPS_CODES) == {}


def test_choices_code_of_gates() -> None:
    assert choices_code([0, 4, "dk", None]) == 4 * 49 + 5 * 7 + 6
    assert code_choices(4 * 49 + 5 * 7 + 6) == (0, 4, "dk", None)


@given(st.integers(0, 7**7 - 1))
def test_block_code_round_trip(code: int) -> None:
    assert block_code(block_answers(code, SALESOPS_CODES), SALESOPS_CODES) == code


@given(st.integers(0, 7**4 - 1))
def test_choices_code_round_trip(code: int) -> None:
    assert choices_code(code_choices(code)) == code


@pytest.mark.parametrize("choice", [5, -1, True, "x", 1.0])
def test_choices_code_refuses_a_wrong_choice(choice: object) -> None:
    with pytest.raises(ScoringError, match="is not a whole number from 0 to 4"):
        choices_code([choice])  # type: ignore[list-item]


@pytest.mark.parametrize("code", [-1, 7**4, True, "1"])
def test_code_choices_refuses_a_wrong_code(code: object) -> None:
    with pytest.raises(ScoringError, match="is not a code of 4 choices"):
        code_choices(code)  # type: ignore[arg-type]


@given(st.integers(0, 6**17 - 1))
def test_code_as_text_is_read_back(code: int) -> None:
    text = code_text(code)

    assert text_code(text) == code
    assert len(text) <= 9


@pytest.mark.parametrize("text", ["", "A", "-1", "+1", "1_0", " 1", "1\n", "٣", "1.5", "01", "1000000000", "ß"])
def test_other_text_is_no_code(text: str) -> None:
    with pytest.raises(ScoringError):
        text_code(text)
