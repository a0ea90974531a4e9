"""Tornado and switching weights: what one answer or one weight can do (method.md 6)."""

from .need import Block, grade, need
from .result import SwitchingWeight, TornadoRow
from .situation import Situation, outcomes_by_grade
from .values import TOP_ANSWER, TOP_WEIGHT, Outcome

Outcomes = tuple[Outcome, ...]


def tornado(case: Situation) -> tuple[TornadoRow, ...]:
    """Answers at 0 and 4 in the order S1..R6, then weights at 0 and doubled; only criteria with w > 0 (method.md 6)."""
    blocks = [(own, outcomes_by_grade(case, own.function)) for own in case.blocks]
    answers = [_answer_row(own, place, outcomes) for own, outcomes in blocks for place in range(len(own.codes))]
    weights = [_weight_row(own, place, outcomes) for own, outcomes in blocks for place in range(len(own.codes))]
    return tuple(answers + weights)


def _answer_row(own: Block, place: int, outcomes: Outcomes) -> TornadoRow:
    """N = 25 sum(w a) / sum(w) with one answer at 0 and at 4."""
    low = own.total - own.weights[place] * own.central[place]
    high = low + own.weights[place] * TOP_ANSWER
    return TornadoRow(
        own.codes[place],
        "answer",
        need(low, own.weight),
        outcomes[grade(low, own.weight)],
        need(high, own.weight),
        outcomes[grade(high, own.weight)],
    )


def _weight_row(own: Block, place: int, outcomes: Outcomes) -> TornadoRow:
    """N = 25 sum(w a) / sum(w) with one weight at 0, None if that empties the block, and doubled."""
    weight = own.weights[place]
    part = weight * own.central[place]
    left = own.weight - weight
    return TornadoRow(
        own.codes[place],
        "weight",
        need(own.total - part, left) if left else None,
        outcomes[grade(own.total - part, left)] if left else None,
        need(own.total + part, own.weight + weight),
        outcomes[grade(own.total + part, own.weight + weight)],
    )


def switching_weights(case: Situation, reported: Outcome) -> tuple[SwitchingWeight, ...]:
    """Per criterion with w > 0, the smallest and largest whole weight 0..10 that keep the outcome (method.md 6).

    A criterion that no weight in 0..10 keeps is left out; that needs an own weight over 10, which the engine refuses.
    """
    rows: list[SwitchingWeight] = []
    for own in case.blocks:
        outcomes = outcomes_by_grade(case, own.function)
        for place, code in enumerate(own.codes):
            kept = _keeping_weights(own, place, outcomes, reported)
            rows.extend(SwitchingWeight(code, kept[0], kept[-1]) for _ in kept[:1])
    return tuple(rows)


def _keeping_weights(own: Block, place: int, outcomes: Outcomes, reported: Outcome) -> list[int]:
    answer = own.central[place]
    left = own.weight - own.weights[place]
    rest = own.total - own.weights[place] * answer
    tried = range(0 if left else 1, TOP_WEIGHT + 1)
    return [weight for weight in tried if outcomes[grade(rest + weight * answer, left + weight)] is reported]
