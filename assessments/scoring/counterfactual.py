"""The cheapest change of answers that gives another outcome, exact (method.md 6).

The cost of a list of changes is one integer, steps * STEP + touched * TOUCH + list code, so that the smallest cost is
the fewest steps, then the fewest questions touched, then the smallest list of (question position, new answer). The list
code has one digit per question, S1 first: the new answer 0..4, or 5 for a question left alone.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from .decision import OUTCOMES
from .need import Block, grade
from .result import Change, Nearest
from .situation import Situation, reported_plane
from .values import CRITERIA, DK, GRADES, TOP_ANSWER, Answer, Outcome

LEFT_ALONE: Final = 5
DIGIT: Final[Mapping[str, int]] = {code: 6**power for power, code in enumerate(reversed(CRITERIA))}
TOUCH: Final[int] = 6 ** len(CRITERIA)
STEP: Final = TOUCH * 16


def _move_cost(code: str, before: int, after: int) -> int:
    if before == after:
        return LEFT_ALONE * DIGIT[code]
    return abs(after - before) * STEP + TOUCH + after * DIGIT[code]


def total_costs(own: Block) -> dict[int, int]:
    """`best[total]`: the smallest cost that reaches each integer total sum(w a); an open answer stands at 2."""
    best = {0: 0}
    for code, weight, before in zip(own.codes, own.weights, own.central, strict=True):
        moves = [(weight * after, _move_cost(code, before, after)) for after in range(TOP_ANSWER + 1)]
        grown: dict[int, int] = {}
        for total, cost in best.items():
            for shift, move in moves:
                reached, price = total + shift, cost + move
                if grown.get(reached, price) >= price:
                    grown[reached] = price
        best = grown
    return best


def grade_costs(own: Block) -> list[int | None]:
    """cost_f(g): the smallest cost that reaches each grade 0..7, None out of reach (method.md 6)."""
    costs: list[int | None] = [None] * GRADES
    for total, cost in total_costs(own).items():
        place = grade(total, own.weight)
        known = costs[place]
        if known is None or cost < known:
            costs[place] = cost
    return costs


def outcome_costs(case: Situation) -> dict[Outcome, int]:
    """The smallest cost that reaches each outcome at the reported readings; outcomes out of reach are absent."""
    costs_r = [(r, cost) for r, cost in enumerate(grade_costs(case.revops)) if cost is not None]
    best: dict[int, int] = {}
    for cells, cost_s in zip(reported_plane(case), grade_costs(case.salesops), strict=True):
        if cost_s is None:
            continue
        for r, cost_r in costs_r:
            cost = cost_s + cost_r
            if best.get(cells[r], cost) >= cost:
                best[cells[r]] = cost
    return {OUTCOMES[place]: cost for place, cost in best.items()}


def nearest_outcome(case: Situation, reported: Outcome, acceptability: Mapping[Outcome, Fraction]) -> Nearest:
    """The other outcome with the fewest steps; ties: acceptability, questions touched, smallest list (method.md 6)."""
    costs = {outcome: cost for outcome, cost in outcome_costs(case).items() if outcome is not reported}
    outcome = min(costs, key=lambda key: (costs[key] // STEP, -acceptability[key], costs[key]))
    return _nearest(case, outcome, costs[outcome])


def nearest_target(case: Situation, target: Outcome) -> Nearest | None:
    """The cheapest change that reaches a fixed outcome; no change if it is the reported one, None out of reach."""
    cost = outcome_costs(case).get(target)
    return None if cost is None else _nearest(case, target, cost)


def _nearest(case: Situation, outcome: Outcome, cost: int) -> Nearest:
    changes = tuple(change for own in case.blocks for change in _changes(own, cost))
    return Nearest(outcome, cost // STEP, changes)


def _changes(own: Block, cost: int) -> list[Change]:
    digits = [(code, cost // DIGIT[code] % 6) for code in own.codes]
    before: list[Answer] = [DK if answer is None else answer for answer in own.answers]
    pairs = zip(digits, before, strict=True)
    return [Change(code, answer, digit) for (code, digit), answer in pairs if digit != LEFT_ALONE]
