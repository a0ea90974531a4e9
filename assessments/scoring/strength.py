"""Strength, too close to call, and the two flags (method.md 7)."""

from fractions import Fraction
from typing import Final

from .situation import Situation, decision_at
from .values import DK, Answer, Inputs, Method, Mode, Strength

STRAIGHT_LINED: Final = "straight_lined"
CONTRADICTION: Final = "contradiction"
FEWEST_STRAIGHT: Final = 10
HIGH_ANSWER: Final = 3


def strength(rho: Fraction, distance: int, settled: bool) -> Strength:
    """strong: rho >= .95, d >= 4, |L| = 1 · moderate: rho >= .80, d >= 2 · else weak (method.md 7)."""
    if rho >= Fraction(95, 100) and distance >= 4 and settled:
        return Strength.STRONG
    if rho >= Fraction(80, 100) and distance >= 2:
        return Strength.MODERATE
    return Strength.WEAK


def is_always_weak(case: Situation, flags: tuple[str, ...]) -> bool:
    """Straight-lined, or `lean` or `erodes` at the central grades at any reading of the unknown gates (method.md 7)."""
    modes = {decision_at(case, readings).mode for readings in case.possible}
    return STRAIGHT_LINED in flags or Mode.LEAN in modes or Mode.ERODES in modes


def is_close_call(rho: Fraction, distance: int) -> bool:
    """Too close to call: rho < .60 or d <= 1 (method.md 7)."""
    return rho < Fraction(60, 100) or distance <= 1


def answer_flags(method: Method, inputs: Inputs) -> tuple[str, ...]:
    """Flags raised by the answers with w > 0, straight_lined before contradiction; a don't know never raises one."""
    asked: dict[str, Answer] = {code: a for code, a in inputs.answers.items() if method.weights[code] > 0}
    answered = {code: int(answer) for code, answer in asked.items() if answer != DK}
    found = {STRAIGHT_LINED: _is_straight_lined(answered), CONTRADICTION: _is_contradictory(answered)}
    return tuple(flag for flag, raised in found.items() if raised)


def _is_straight_lined(answered: dict[str, int]) -> bool:
    return len(answered) >= FEWEST_STRAIGHT and len(set(answered.values())) == 1


def _is_contradictory(answered: dict[str, int]) -> bool:
    high = {code for code, answer in answered.items() if answer >= HIGH_ANSWER}
    return "S3" in high and bool(high & {"S6", "S7"})
