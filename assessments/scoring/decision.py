"""The decision table (method.md 4): two grades and four gates give one piece of advice.

`decision` below is the whole rule. RevOps wins in rows 2, 5, 6 and, staged, in row 8.
"""

from dataclasses import dataclass
from functools import lru_cache

from .values import GRADES, Constants, Function, Mode, Outcome, Readings, Recommendation


@dataclass(frozen=True, slots=True)
class Decision:
    """One cell of the decision table: what to build, how, what first and what later."""

    recommendation: Recommendation
    mode: Mode
    first: Function | None
    later: Function | None
    outcome: Outcome


def decision(grade_s: int, grade_r: int, gates: Readings, constants: Constants) -> Decision:
    """The advice for the grades g_S, g_R (0..7) and the gates: the eight rows of method.md 4."""
    revops_met = grade_r >= constants.need_line
    salesops_met = grade_s >= constants.need_line or (gates.deep and revops_met)
    funnels_replace_reps = gates.automation and not gates.reps

    if not salesops_met and not revops_met:
        if max(grade_s, grade_r) < constants.case_line and not gates.deep:
            return Decision(Recommendation.NONE, Mode.NO_CASE, None, None, Outcome.NONE)  # row 1
        return _single(_leaning(grade_s, grade_r, gates), Mode.LEAN)  # row 2
    if not revops_met:
        return _single(Function.SALESOPS, Mode.ERODES if funnels_replace_reps else Mode.MET)  # rows 4 and 3
    if not salesops_met:
        return _single(Function.REVOPS, Mode.MET)  # row 5
    if funnels_replace_reps and not gates.deep:
        return _single(Function.REVOPS, Mode.ABSORB)  # row 6
    first = _leader(grade_s, grade_r, gates, constants)
    if gates.budget:
        return Decision(Recommendation.BOTH, Mode.MET, first, None, Outcome.BOTH)  # row 7
    return _staged(first)  # row 8


def _leaning(grade_s: int, grade_r: int, gates: Readings) -> Function:
    """Row 2: RevOps if g_R > g_S and not D, else SalesOps, which usually comes first."""
    return Function.REVOPS if grade_r > grade_s and not gates.deep else Function.SALESOPS


def _leader(grade_s: int, grade_r: int, gates: Readings, constants: Constants) -> Function:
    """`first`: RevOps if g_R - g_S reaches the lead gap and not D, else SalesOps."""
    leads = grade_r - grade_s >= constants.lead_gap and not gates.deep
    return Function.REVOPS if leads else Function.SALESOPS


def _single(function: Function, mode: Mode) -> Decision:
    """Rows 2 to 6: one function, which is therefore the first."""
    key = f"{function}_lean" if mode is Mode.LEAN else function
    return Decision(Recommendation(function), mode, function, None, Outcome(key))


def _staged(first: Function) -> Decision:
    """Row 8: `first` now, the other function later."""
    later = Function.SALESOPS if first is Function.REVOPS else Function.REVOPS
    return Decision(Recommendation(first), Mode.STAGED, first, later, Outcome(f"{first}_then_{later}"))


def decisions(gates: Readings, constants: Constants) -> tuple[tuple[Decision, ...], ...]:
    """All 64 cells at fixed gates, [g_S][g_R]; remembered per gates and lines (method.md 4)."""
    return _decisions(gates, constants.need_line, constants.case_line, constants.lead_gap)


@lru_cache(maxsize=1024)
def _decisions(gates: Readings, need_line: int, case_line: int, lead_gap: int) -> tuple[tuple[Decision, ...], ...]:
    constants = Constants(need_line, case_line, lead_gap)
    return tuple(tuple(decision(s, r, gates, constants) for r in range(GRADES)) for s in range(GRADES))


Plane = tuple[tuple[int, ...], ...]
OUTCOMES = tuple(Outcome)


def outcome_plane(gates: Readings, constants: Constants) -> Plane:
    """The outcomes of the 64 cells at fixed gates, [g_S][g_R], as places in the list of outcomes."""
    return _outcome_plane(gates, constants.need_line, constants.case_line, constants.lead_gap)


@lru_cache(maxsize=1024)
def _outcome_plane(gates: Readings, need_line: int, case_line: int, lead_gap: int) -> Plane:
    cells = _decisions(gates, need_line, case_line, lead_gap)
    return tuple(tuple(OUTCOMES.index(cell.outcome) for cell in row) for row in cells)
