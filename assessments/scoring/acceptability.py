"""Acceptability of the eight outcomes and the reachable set (method.md 5 and 6)."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from .decision import OUTCOMES, Plane, outcome_plane
from .need import reachable_grades
from .robustness import GradeLaw, Mass
from .situation import Situation
from .values import Outcome

NO_MASS: Final = (0,) * len(OUTCOMES)


def outcome_rows(planes: Sequence[Plane], mass: Mass) -> list[list[int]]:
    """Per grade of the first axis, the mass of each outcome: cells weighted by `mass` along the second axis."""
    rows = [list(NO_MASS) for _ in planes[0]]
    for plane in planes:
        for row, cells in zip(rows, plane, strict=True):
            for place, share in zip(cells, mass, strict=True):
                row[place] += share
    return rows


def outcome_masses(rows: Sequence[Sequence[int]], mass: Mass) -> Mass:
    """Mass of each outcome: rows weighted by the mass along the first axis, as blocks are independent (method.md 5)."""
    return tuple(sum(map(int.__mul__, column, mass)) for column in zip(*rows, strict=True))


def acceptability(case: Situation, law_s: GradeLaw, law_r: GradeLaw) -> dict[Outcome, Fraction]:
    """Share of plausible weights, completions and readings that give each outcome; sums to exactly 1 (method.md 5)."""
    planes = [outcome_plane(readings, case.constants) for readings in case.possible]
    masses = outcome_masses(outcome_rows(planes, law_r.mass), law_s.mass)
    whole = law_s.whole * law_r.whole * len(planes)
    return {outcome: Fraction(mass, whole) for outcome, mass in zip(OUTCOMES, masses, strict=True)}


def reachable_outcomes(case: Situation) -> tuple[Outcome, ...]:
    """L: outcomes over all completions and readings of unknown gates at admin weights, in their order (method.md 6)."""
    grades_s, grades_r = reachable_grades(case.salesops), reachable_grades(case.revops)
    planes = (outcome_plane(readings, case.constants) for readings in case.possible)
    places = {plane[s][r] for plane in planes for s in grades_s for r in grades_r}
    return tuple(outcome for place, outcome in enumerate(OUTCOMES) if place in places)
