"""What would have to be true for another outcome: changes that lead there, each with the code to try it."""

from collections.abc import Iterator
from itertools import combinations

from assessments.document.against_values import Way
from assessments.document.case import Case, engine_inputs, engine_method
from assessments.document.flips import parts_of, steps_text
from assessments.document.scenario import changed_case, option_read_as
from assessments.scoring import Inputs, Nearest, Outcome, nearest_to

MOST_WAYS = 4


def ways(case: Case, other: Outcome) -> tuple[Way, ...]:
    """Changes that lead to the other outcome: the smallest, then conditions, then single answers; at most four."""
    smallest = _smallest_way(case, other)
    found: dict[str, Way] = {}
    for way in (*([smallest] if smallest else []), *_gate_ways(case, other), *_single_ways(case, other)):
        found.setdefault(way.scenario, way)
    return tuple(found.values())[:MOST_WAYS]


def _smallest_way(case: Case, other: Outcome) -> Way | None:
    """The cheapest change of answers, an unknown gate that is read otherwise counting as one step."""
    found = [(nearest.distance + len(turned), turned, nearest) for turned, nearest in _reached(case, other)]
    if not found:
        return None
    _, turned, nearest = min(found, key=lambda each: each[0])
    gates = {gate: option_read_as(case, gate, not case.result.readings[gate]) for gate in turned}
    answers = {change.code: change.after for change in nearest.changes}
    changes = answers | {gate: option for gate, option in gates.items() if option is not None}
    return _way(case, changes, steps_text(nearest.distance) if answers else "")


def _reached(case: Case, other: Outcome) -> Iterator[tuple[tuple[str, ...], Nearest]]:
    """The cheapest change of answers at each reading of the unknown gates that an option of theirs has."""
    method, inputs = engine_method(case.content), engine_inputs(case.content, case.choices)
    for turned in _turns(case):
        gates = {gate: not case.result.readings[gate] for gate in turned}
        nearest = nearest_to(method, Inputs(inputs.answers, {**inputs.gates, **gates}), other)
        if nearest and all(option_read_as(case, *read) is not None for read in gates.items()):
            yield turned, nearest


def _turns(case: Case) -> list[tuple[str, ...]]:
    """Sets of unknown gates, the smallest first; the empty one is the reported reading."""
    unknown = case.open_gates()
    return [turned for size in range(len(unknown) + 1) for turned in combinations(unknown, size)]


def _single_ways(case: Case, other: Outcome) -> list[Way]:
    """Each answer that alone leads there, by its fewest steps."""
    fewest: dict[str, Way] = {}
    for flip in case.result.single_flips or ():
        if flip.outcome is other and flip.code not in fewest:
            fewest[flip.code] = _way(case, {flip.code: flip.after}, steps_text(flip.steps))
    return list(fewest.values())


def _gate_ways(case: Case, other: Outcome) -> list[Way]:
    flips = [flip for flip in case.result.gate_flips or () if flip.outcome is other]
    options = {flip.code: option_read_as(case, flip.code, flip.reading_after) for flip in flips}
    return [_way(case, {code: option}, "") for code, option in options.items() if option is not None]


def _way(case: Case, changes: dict[str, int], steps: str) -> Way:
    return Way(parts_of(case, changes.items()), steps, changed_case(case, changes))
