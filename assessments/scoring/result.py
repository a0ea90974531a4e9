"""The result of an evaluation: frozen values, exact fractions (method.md 3 to 7)."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from .values import Answer, Function, Mode, Outcome, Recommendation, Strength


@dataclass(frozen=True, slots=True)
class FunctionScore:
    """Need score 0..100 with its range (open answers all 0, all 4), grade 0..7 and coverage 0..1 (method.md 3)."""

    need: Fraction
    low: Fraction
    high: Fraction
    grade: int
    coverage: Fraction


@dataclass(frozen=True, slots=True)
class Change:
    """One answer moved from `before` ("dk" for an open one) to `after`."""

    code: str
    before: Answer
    after: int


@dataclass(frozen=True, slots=True)
class Nearest:
    """The cheapest change of answers that reaches `outcome`, in `distance` steps (method.md 6)."""

    outcome: Outcome
    distance: int
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class SingleFlip:
    """One answer that alone, moved by `steps`, gives another outcome (method.md 6)."""

    code: str
    after: int
    steps: int
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class GateFlip:
    """One gate that alone, read the other way, gives another outcome (method.md 6)."""

    code: str
    reading_before: bool
    reading_after: bool
    outcome: Outcome
    mode: Mode
    first: Function | None
    later: Function | None


@dataclass(frozen=True, slots=True)
class TornadoRow:
    """Need and outcome with one answer at 0 and 4, or one weight at 0 (None if it empties the block) and doubled."""

    code: str
    kind: Literal["answer", "weight"]
    low_need: Fraction | None
    low_outcome: Outcome | None
    high_need: Fraction
    high_outcome: Outcome


@dataclass(frozen=True, slots=True)
class SwitchingWeight:
    """The smallest and the largest whole weight in 0..10 that keep the outcome (method.md 6)."""

    code: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Result:
    """All the engine says about one assessment; None fields and an empty reachable set mean insufficient answers."""

    salesops: FunctionScore
    revops: FunctionScore
    recommendation: Recommendation
    flags: tuple[str, ...]
    missing: tuple[str, ...]
    next_question: str | None
    readings: Mapping[str, bool]
    mode: Mode | None = None
    first: Function | None = None
    later: Function | None = None
    outcome: Outcome | None = None
    robustness: Fraction | None = None
    acceptability: Mapping[Outcome, Fraction] | None = None
    reachable: tuple[Outcome, ...] = ()
    distance: int | None = None
    nearest: Nearest | None = None
    single_flips: tuple[SingleFlip, ...] | None = None
    gate_flips: tuple[GateFlip, ...] | None = None
    tornado: tuple[TornadoRow, ...] | None = None
    switching_weights: tuple[SwitchingWeight, ...] | None = None
    central_weights: Mapping[Function, Mapping[str, Fraction] | None] | None = None
    grade_laws: Mapping[Function, tuple[Fraction, ...]] | None = None
    strength: Strength | None = None
    close_call: bool | None = None
    provisional: bool | None = None
