"""What all analyses of one assessment start from: two blocks, the gates and the reported decision."""

from dataclasses import dataclass

from .decision import OUTCOMES, Decision, Plane, decisions, outcome_plane
from .need import Block, block, grade
from .readings import possible_readings, reported_readings
from .values import Constants, Function, Inputs, Method, Outcome, Readings


@dataclass(frozen=True, slots=True)
class Situation:
    """One assessment as the analyses see it; `possible` holds all readings of the unknown gates."""

    salesops: Block
    revops: Block
    readings: Readings
    possible: tuple[Readings, ...]
    constants: Constants

    @property
    def blocks(self) -> tuple[Block, Block]:
        """SalesOps, then RevOps."""
        return self.salesops, self.revops

    @property
    def grades(self) -> tuple[int, int]:
        """Central grades g_S, g_R (method.md 3.2)."""
        return grade(self.salesops.total, self.salesops.weight), grade(self.revops.total, self.revops.weight)


def situation(method: Method, inputs: Inputs) -> Situation:
    """The starting point of all analyses; pure, without range checks (method.md 3)."""
    return Situation(
        salesops=block(Function.SALESOPS, method.weights, inputs.answers),
        revops=block(Function.REVOPS, method.weights, inputs.answers),
        readings=reported_readings(inputs.gates),
        possible=possible_readings(inputs.gates),
        constants=method.constants,
    )


def decision_at(case: Situation, readings: Readings) -> Decision:
    """The decision at the central grades and the given readings (method.md 3.4, 4)."""
    grade_s, grade_r = case.grades
    return decisions(readings, case.constants)[grade_s][grade_r]


def reported_plane(case: Situation) -> Plane:
    """Outcomes of the 64 cells at the reported readings."""
    return outcome_plane(case.readings, case.constants)


def outcomes_by_grade(case: Situation, function: Function) -> tuple[Outcome, ...]:
    """Outcomes as one function's grade runs 0..7, the other block and the gates as reported (method.md 6)."""
    grade_s, grade_r = case.grades
    plane = reported_plane(case)
    row = [line[grade_r] for line in plane] if function is Function.SALESOPS else plane[grade_s]
    return tuple(OUTCOMES[place] for place in row)
