"""Words and values of the method: criteria, gates, outcomes, constants, weights, inputs (method.md 2 and 4)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import Final, Literal, NamedTuple

SALESOPS_CODES: Final = ("S1", "S2", "S3", "S4", "S5", "S6", "S7")
REVOPS_CODES: Final = ("R1", "R2", "R3", "R4", "R5", "R6")
CRITERIA: Final = SALESOPS_CODES + REVOPS_CODES
GATES: Final = ("B", "K", "A", "D")

DK: Final = "dk"
Answer = int | Literal["dk"]
MIDDLE_ANSWER: Final = 2
TOP_ANSWER: Final = 4
TOP_WEIGHT: Final = 10
GRADES: Final = 8


class Function(StrEnum):
    """One of the two functions a company may need."""

    SALESOPS = "salesops"
    REVOPS = "revops"


class Mode(StrEnum):
    """The way a recommendation is reached: a column of the decision table (method.md 4)."""

    NO_CASE = "no_case"
    LEAN = "lean"
    MET = "met"
    ERODES = "erodes"
    ABSORB = "absorb"
    STAGED = "staged"


class Recommendation(StrEnum):
    """What the company should build now."""

    SALESOPS = "salesops"
    REVOPS = "revops"
    BOTH = "both"
    NONE = "none"
    INSUFFICIENT = "insufficient"


class Outcome(StrEnum):
    """Recommendation, lean and staged in one key; the order is the order of every list of outcomes."""

    SALESOPS = "salesops"
    SALESOPS_LEAN = "salesops_lean"
    SALESOPS_THEN_REVOPS = "salesops_then_revops"
    REVOPS = "revops"
    REVOPS_LEAN = "revops_lean"
    REVOPS_THEN_SALESOPS = "revops_then_salesops"
    BOTH = "both"
    NONE = "none"


class Strength(StrEnum):
    """How firmly a recommendation stands (method.md 7)."""

    STRONG = "strong"
    MODERATE = "moderate"
    WEAK = "weak"


class Readings(NamedTuple):
    """The four gates, each read as yes or no, in the order B, K, A, D."""

    budget: bool
    reps: bool
    automation: bool
    deep: bool


CAUTIOUS: Final = Readings(budget=False, reps=True, automation=False, deep=False)
CODES: Final[Mapping[Function, tuple[str, ...]]] = {
    Function.SALESOPS: SALESOPS_CODES,
    Function.REVOPS: REVOPS_CODES,
}


@dataclass(frozen=True, slots=True)
class Constants:
    """Constants stored with every method version: lines in grades of 12.5 points, shares as fractions (method.md 2)."""

    need_line: int = 4
    case_line: int = 2
    lead_gap: int = 3
    coverage: Fraction = Fraction(3, 5)
    epsilon: Fraction = Fraction(1, 2)


def equal_weights() -> dict[str, int]:
    """Default weights: 1 for each of the 13 criteria (method.md 2)."""
    return dict.fromkeys(CRITERIA, 1)


@dataclass(frozen=True, slots=True)
class Method:
    """What a method version hands to the engine: a whole weight 0..10 for each criterion, and the constants."""

    weights: Mapping[str, int] = field(default_factory=equal_weights)
    constants: Constants = field(default_factory=Constants)


@dataclass(frozen=True, slots=True)
class Inputs:
    """What one assessment hands to the engine; a missing key is a blank, "dk" a don't know, None an unknown gate."""

    answers: Mapping[str, Answer] = field(default_factory=dict)
    gates: Mapping[str, bool | None] = field(default_factory=dict)
