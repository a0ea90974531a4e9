"""Single answers and single gates that change the outcome (method.md 6)."""

from .decision import Decision
from .need import Block, grade
from .readings import flipped
from .result import GateFlip, SingleFlip
from .situation import Situation, decision_at, outcomes_by_grade
from .values import CRITERIA, GATES, TOP_ANSWER, Outcome


def single_flips(case: Situation, reported: Outcome) -> tuple[SingleFlip, ...]:
    """Every change of one answer that changes the outcome, by steps, position and new answer; an open one is at 2."""
    flips = [flip for own in case.blocks for flip in _block_flips(own, outcomes_by_grade(case, own.function), reported)]
    return tuple(sorted(flips, key=lambda flip: (flip.steps, CRITERIA.index(flip.code), flip.after)))


def _block_flips(own: Block, outcomes: tuple[Outcome, ...], reported: Outcome) -> list[SingleFlip]:
    flips = []
    for code, weight, before in zip(own.codes, own.weights, own.central, strict=True):
        for after in range(TOP_ANSWER + 1):
            outcome = outcomes[grade(own.total + weight * (after - before), own.weight)]
            if outcome is not reported:
                flips.append(SingleFlip(code, after, abs(after - before), outcome))
    return flips


def gate_flips(case: Situation, reported: Outcome) -> tuple[GateFlip, ...]:
    """Gates B, K, A, D whose reported reading, turned alone, changes the outcome (method.md 6)."""
    cells = [decision_at(case, flipped(case.readings, place)) for place in range(len(GATES))]
    rows = zip(GATES, case.readings, cells, strict=True)
    return tuple(_gate_flip(gate, seen, cell) for gate, seen, cell in rows if cell.outcome is not reported)


def _gate_flip(gate: str, reading: bool, cell: Decision) -> GateFlip:
    return GateFlip(gate, reading, not reading, cell.outcome, cell.mode, cell.first, cell.later)
