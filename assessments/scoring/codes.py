"""Compact codes of answers: one base-7 digit per item, 0..4 the option, 5 don't know, 6 blank; first item first.

As text a code is written in base 36, small letters only.
"""

import re
from collections.abc import Mapping, Sequence
from string import ascii_lowercase, digits
from typing import Final

from .errors import ScoringError
from .validation import is_whole
from .values import DK, GATES, TOP_ANSWER, Answer

BASE: Final = 7
DK_DIGIT: Final = 5
BLANK_DIGIT: Final = 6
TEXT_DIGITS: Final = digits + ascii_lowercase
CODE_TEXT: Final = re.compile("0|[1-9a-z][0-9a-z]{0,8}")  # nine signs hold the answers to 17 questions
Choice = Answer | None


def choices_code(choices: Sequence[Choice]) -> int:
    """The code of a row of choices (0..4, "dk", None = blank): sum of digit * 7^place, first item most significant."""
    code = 0
    for choice in choices:
        code = code * BASE + _digit(choice)
    return code


def code_choices(code: int, size: int = len(GATES)) -> tuple[Choice, ...]:
    """The row of `size` choices with this code; ScoringError if the code is not from 0 to 7^size - 1."""
    if not is_whole(code, 0, BASE**size - 1):
        raise ScoringError(f"code: the value {code!r} is not a code of {size} choices.", "code", code)
    places = reversed(range(size))
    return tuple(_choice(code // BASE**place % BASE) for place in places)


def block_code(answers: Mapping[str, Answer], codes: Sequence[str]) -> int:
    """The code of the answers to these criteria, first criterion most significant; a missing key is a blank."""
    return choices_code([answers.get(code) for code in codes])


def block_answers(code: int, codes: Sequence[str]) -> dict[str, Answer]:
    """The answers with this code, the inverse of `block_code`; blanks are left out."""
    pairs = zip(codes, code_choices(code, len(codes)), strict=True)
    return {criterion: choice for criterion, choice in pairs if choice is not None}


def code_text(code: int) -> str:
    """A code, from 0, in base 36."""
    text = ""
    while code >= len(TEXT_DIGITS):
        code, rest = divmod(code, len(TEXT_DIGITS))
        text = TEXT_DIGITS[rest] + text
    return TEXT_DIGITS[code] + text


def text_code(text: str) -> int:
    """The code that `code_text` wrote; ScoringError for any other text."""
    if not CODE_TEXT.fullmatch(text):
        raise ScoringError(f"code: the text {text!r} is no number in base 36.", "code", text)
    return int(text, len(TEXT_DIGITS))


def _digit(choice: Choice) -> int:
    if choice is None:
        return BLANK_DIGIT
    if isinstance(choice, str) and choice == DK:
        return DK_DIGIT
    if not is_whole(choice, 0, TOP_ANSWER):
        raise ScoringError(f"choice: the value {choice!r} is not a whole number from 0 to 4.", "choice", choice)
    return choice


def _choice(digit: int) -> Choice:
    if digit == BLANK_DIGIT:
        return None
    return DK if digit == DK_DIGIT else digit
