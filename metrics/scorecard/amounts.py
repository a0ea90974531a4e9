"""Amounts of a file as whole millionths, so that adding a million of them is exact and quick."""

import re
from fractions import Fraction

from metrics.catalogue.numbers import CURRENCIES, NumberError, read_amount

MILLION = 1_000_000
PLACES = 6
POWERS: tuple[int, ...] = tuple(10 ** (PLACES - places) for places in range(PLACES + 1))
MOST_KEPT = 40_000
MARKS = (",", ".")
BLANK, NOT_A_NUMBER = -(10**60), -(10**61)  # below any amount, so that one comparison finds them and negative amounts
_SPACES = str.maketrans("", "", " \u00a0\u202f\u2009\u2007'\u2019")
_DIGITS = re.compile(r"[^0-9.,]+")


def read_millionths(text: str, decimal: str) -> int | None:
    """The amount in whole millionths, half up behind the sixth place; None for what is no number."""
    try:
        amount = read_amount(text, decimal)
    except NumberError:
        return None
    return None if amount.is_percent else _millionths(amount.value)


def _millionths(value: Fraction) -> int:
    return (2 * value.numerator * MILLION + value.denominator) // (2 * value.denominator)


def currency_code(text: str) -> str:
    """A currency as three letters: `zł` is PLN."""
    return CURRENCIES.get(text.lower(), text.upper())


def shown_mark(text: str) -> str:
    """The decimal mark that an amount shows: `1 234,50` a comma, `1,234.5` a point, `1234` and `1.234` nothing."""
    body = _DIGITS.sub("", text.translate(_SPACES))
    comma, point = body.rfind(","), body.rfind(".")
    if comma >= 0 and point >= 0:
        return "," if comma > point else "."
    mark = "," if comma >= 0 else "."
    count = body.count(mark)
    if count == 0 or is_unclear(text):
        return ""
    return mark if count == 1 else MARKS[MARKS.index(mark) - 1]


def is_unclear(text: str) -> bool:
    """Whether an amount can be about a thousand or about one: `1.234`, `12,345`."""
    body = text.translate(_SPACES)
    return re.fullmatch(r"\D*[1-9][0-9]{0,2}[.,][0-9]{3}(?![0-9.,])\D*", body) is not None


class Amounts(dict[str, int]):
    """Millionths by the texts of a file: BLANK for an empty cell, NOT_A_NUMBER for what is none."""

    def __init__(self, decimal: str) -> None:
        super().__init__({"": BLANK})
        self.decimal = decimal  # empty while unknown: then what can be read in two ways is no number
        self.mark = decimal or "|"

    def __missing__(self, text: str) -> int:
        whole, mark, rest = text.partition(self.mark)
        places = len(rest)
        if whole.isdigit() and places <= PLACES and (not mark or rest.isdigit()) and text.isascii() and len(text) < 20:
            return int(whole + rest) * POWERS[places]
        plain = text.strip().removeprefix("'")
        value = read_millionths(plain, self.decimal) if plain else BLANK
        if len(self) > MOST_KEPT:
            self.clear()
            self[""] = BLANK
        self[text] = NOT_A_NUMBER if value is None else value
        return self[text]
