"""The open item whose answer would settle most (method.md 6)."""

from collections.abc import Iterator

from .acceptability import outcome_masses, outcome_rows
from .decision import Plane, outcome_plane
from .robustness import GradeLaw, Mass
from .situation import Situation
from .values import GATES


def next_question(case: Situation, law_s: GradeLaw, law_r: GradeLaw) -> str | None:
    """The open criterion or unknown gate with the largest mean, over its values, of the largest acceptability.

    Ties in the order S1..R6, B, K, A, D; None if nothing is open. All sums share one whole, so integers are compared.
    """
    gains = dict(_gains(case, law_s, law_r))
    return max(gains, key=gains.__getitem__, default=None)


def _gains(case: Situation, law_s: GradeLaw, law_r: GradeLaw) -> Iterator[tuple[str, int]]:
    planes = [outcome_plane(readings, case.constants) for readings in case.possible]
    turned: list[Plane] = [tuple(zip(*plane, strict=True)) for plane in planes]
    yield from _criterion_gains(planes, law_s, law_r.mass)
    yield from _criterion_gains(turned, law_r, law_s.mass)
    for place, gate in enumerate(GATES):
        parts = [
            [plane for plane, readings in zip(planes, case.possible, strict=True) if readings[place] is value]
            for value in (False, True)
        ]
        if all(parts):
            yield gate, sum(max(outcome_masses(outcome_rows(part, law_r.mass), law_s.mass)) for part in parts)


def _criterion_gains(planes: list[Plane], law: GradeLaw, other: Mass) -> Iterator[tuple[str, int]]:
    """For each open answer of a block, the sum over its five values of the largest acceptability."""
    if law.given:
        rows = outcome_rows(planes, other)
        for code, masses in law.given.items():
            yield code, sum(max(outcome_masses(rows, mass)) for mass in masses)
