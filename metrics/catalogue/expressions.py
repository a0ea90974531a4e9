"""A formula as it is shown: named parts, whole numbers and signs. Drawn as MathML, written as text, and computable."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Sign(StrEnum):
    """What stands between two terms."""

    PLUS = "+"
    MINUS = "−"
    TIMES = "×"
    OVER = "÷"
    POWER = "^"


BINDING = {Sign.PLUS: 1, Sign.MINUS: 1, Sign.TIMES: 2, Sign.OVER: 2, Sign.POWER: 3}
TIGHTEST = 4
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Term:
    """Anything that formulas are put together from, by the usual signs."""

    __slots__ = ()

    def __add__(self, other: "Term") -> "Pair":
        return Pair(Sign.PLUS, self, other)

    def __sub__(self, other: "Term") -> "Pair":
        return Pair(Sign.MINUS, self, other)

    def __mul__(self, other: "Term") -> "Pair":
        return Pair(Sign.TIMES, self, other)

    def __truediv__(self, other: "Term") -> "Pair":
        return Pair(Sign.OVER, self, other)

    def __pow__(self, other: "Term") -> "Pair":
        return Pair(Sign.POWER, self, other)


@dataclass(frozen=True, slots=True)
class Name(Term):
    """One part, by its name in the calculator."""

    part: str


@dataclass(frozen=True, slots=True)
class Whole(Term):
    value: int


@dataclass(frozen=True, slots=True)
class Median(Term):
    """The median of a part that holds several values."""

    part: str


@dataclass(frozen=True, slots=True)
class Pair(Term):
    """Two terms and the sign between them."""

    sign: Sign
    left: Term
    right: Term


def text(term: Term, written: Callable[[str], str], median: str) -> str:
    """The formula on one line; `written` gives a part's label or its number, `median` the word for a median."""
    return _text(term, written, median, 0)


def _text(term: Term, written: Callable[[str], str], median: str, outside: int) -> str:
    if isinstance(term, Name):
        return written(term.part)
    if isinstance(term, Median):
        return f"{median}({written(term.part)})"
    if isinstance(term, Whole):
        return str(term.value)
    assert isinstance(term, Pair)
    own = BINDING[term.sign]
    left = _text(term.left, written, median, own)
    right = _text(term.right, written, median, own + 1)
    line = _power(left, right) if term.sign is Sign.POWER else f"{left} {term.sign} {right}"
    return f"({line})" if own < outside else line


def _power(base: str, exponent: str) -> str:
    return base + exponent.translate(SUPERSCRIPT) if exponent.isdigit() else f"{base} ^ {exponent}"


def number(term: Term, values: Mapping[str, Fraction]) -> Fraction:
    """What the formula yields; ZeroDivisionError where it divides by nothing. Formulas without a median only."""
    if isinstance(term, Name):
        return values[term.part]
    if isinstance(term, Whole):
        return Fraction(term.value)
    assert isinstance(term, Pair)
    left, right = number(term.left, values), number(term.right, values)
    if term.sign is Sign.POWER:
        return left ** int(right)
    return {
        Sign.PLUS: lambda: left + right,
        Sign.MINUS: lambda: left - right,
        Sign.TIMES: lambda: left * right,
        Sign.OVER: lambda: left / right,
    }[term.sign]()


def parts_of(term: Term) -> Sequence[str]:
    """The names of the parts, in order, each once."""
    if isinstance(term, Name | Median):
        return (term.part,)
    if isinstance(term, Pair):
        return tuple(dict.fromkeys((*parts_of(term.left), *parts_of(term.right))))
    return ()
