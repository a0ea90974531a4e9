"""The twelve invariants of method.md 9, numbered as there."""

from dataclasses import replace
from fractions import Fraction
from itertools import product

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from assessments.scoring import (
    CRITERIA,
    DK,
    REVOPS_CODES,
    SALESOPS_CODES,
    Constants,
    Decision,
    Function,
    Inputs,
    Method,
    Readings,
    canonical_json,
    decision,
    evaluate,
    receipt,
)

from .factories import default_or_other, epsilons, inputs, known_inputs, some_inputs, weightings, whole_answers
from .reference import Reference

SOME = settings(deadline=None, max_examples=50)
ALL_READINGS = [Readings(*values) for values in product((False, True), repeat=4)]
CELLS = list(product(range(8), range(8), ALL_READINGS))
BOTH = {Function.SALESOPS, Function.REVOPS}


def plan(cell: Decision) -> set[Function]:
    """Functions in the plan, now or later."""
    return BOTH if cell.outcome == "both" else {function for function in (cell.first, cell.later) if function}


def staffed_now(cell: Decision) -> set[Function]:
    return BOTH if cell.outcome == "both" else {cell.first} - {None}  # type: ignore[return-value]


@given(weightings(), known_inputs(), st.sampled_from(CRITERIA))
@SOME
def test_01_raising_an_answer_never_lowers_its_need(weights: dict[str, int], known: Inputs, code: str) -> None:
    assume(known.answers[code] != 4)
    before = evaluate(Method(weights), known)
    raised = {**known.answers, code: int(known.answers[code]) + 1}
    after = evaluate(Method(weights), Inputs(raised, known.gates))
    name = "salesops" if code in SALESOPS_CODES else "revops"
    assert getattr(after, name).need >= getattr(before, name).need
    assert getattr(after, name).grade >= getattr(before, name).grade


def test_01_raising_a_grade_never_drops_its_function() -> None:
    for s, r, gates in CELLS:
        now = plan(decision(s, r, gates, Constants()))
        higher_s, higher_r = (decision(min(7, s + a), min(7, r + 1 - a), gates, Constants()) for a in (1, 0))
        assert now & {Function.SALESOPS} <= plan(higher_s)
        assert now & {Function.REVOPS} <= plan(higher_r)


@given(weightings(top=2), some_inputs(), st.integers(2, 5), st.sampled_from([SALESOPS_CODES, REVOPS_CODES]), epsilons)
@SOME
def test_02_scaling_a_block_changes_nothing(
    weights: dict[str, int], given_inputs: Inputs, factor: int, codes: tuple[str, ...], epsilon: Fraction
) -> None:
    constants = Constants(epsilon=epsilon)
    scaled = {code: weight * factor if code in codes else weight for code, weight in weights.items()}
    one = evaluate(Method(weights, constants), given_inputs)
    other = evaluate(Method(scaled, constants), given_inputs)
    assert replace(one, switching_weights=None) == replace(other, switching_weights=None)


@given(weightings(), some_inputs(), st.permutations(SALESOPS_CODES), st.permutations(REVOPS_CODES))
@SOME
def test_03_permuting_questions_changes_only_names(
    weights: dict[str, int], given_inputs: Inputs, codes_s: list[str], codes_r: list[str]
) -> None:
    names = dict(zip(CRITERIA, [*codes_s, *codes_r], strict=True))
    answers = {names[code]: answer for code, answer in given_inputs.answers.items()}
    one = evaluate(Method(weights), given_inputs)
    moved = {names[code]: weight for code, weight in weights.items()}
    other = evaluate(Method(moved), Inputs(answers, given_inputs.gates))
    assert_same_but_for_names(one, other)


def assert_same_but_for_names(one: object, other: object) -> None:
    names = "salesops revops recommendation mode first later outcome robustness acceptability reachable distance"
    for name in [*names.split(), "gate_flips", "grade_laws", "strength", "close_call", "provisional", "readings"]:
        assert getattr(one, name) == getattr(other, name)


@given(st.lists(st.tuples(st.integers(0, 4), whole_answers, st.integers(0, 4), whole_answers), min_size=6, max_size=6))
@SOME
def test_04_swapping_equal_blocks_swaps_the_functions(rows: list[tuple[int, int, int, int]]) -> None:
    assume(any(row[0] for row in rows) and any(row[2] for row in rows))
    one, other = (evaluate(*swapped_case(rows, at)) for at in (0, 2))
    assert (one.salesops, one.revops) == (other.revops, other.salesops)
    assert one.grade_laws is not None
    assert other.grade_laws is not None
    assert one.grade_laws[Function.SALESOPS] == other.grade_laws[Function.REVOPS]
    swapped = {"salesops": "revops", "revops": "salesops"}
    key = str(one.outcome).split("_")
    if one.mode != "lean" or one.salesops.grade != one.revops.grade:
        assert other.outcome == "_".join(swapped.get(word, word) for word in key)


def swapped_case(rows: list[tuple[int, int, int, int]], at: int) -> tuple[Method, Inputs]:
    """Two blocks of six (S7 at weight 0); `at` = 0 as drawn, 2 with the blocks exchanged."""
    weights, answers = {"S7": 0}, {}
    for i, row in enumerate(rows):
        weights |= {SALESOPS_CODES[i]: row[at], REVOPS_CODES[i]: row[2 - at]}
        answers |= {SALESOPS_CODES[i]: row[at + 1], REVOPS_CODES[i]: row[3 - at]}
    return Method(weights), Inputs(answers, {"B": True, "K": True, "A": False, "D": False})


@given(weightings(), some_inputs(), st.sampled_from([0, 4, DK, None]))
@SOME
def test_05_a_zero_weight_criterion_has_no_effect(
    weights: dict[str, int], given_inputs: Inputs, answer: object
) -> None:
    idle = {code: answer for code, weight in weights.items() if weight == 0}
    changed = {code: a for code, a in {**given_inputs.answers, **idle}.items() if a is not None}
    other = Inputs(changed, given_inputs.gates)  # type: ignore[arg-type]
    assert evaluate(Method(weights), given_inputs) == evaluate(Method(weights), other)


@given(weightings(), known_inputs())
@SOME
def test_06_without_contamination_robustness_is_one(weights: dict[str, int], known: Inputs) -> None:
    assert evaluate(Method(weights, Constants(epsilon=Fraction(0))), known).robustness == 1


@given(weightings(), whole_answers, whole_answers, epsilons)
@SOME
def test_06_equal_answers_make_robustness_one(weights: dict[str, int], s: int, r: int, epsilon: Fraction) -> None:
    equal = inputs(" ".join([str(s)] * 7 + [str(r)] * 6))
    assert evaluate(Method(weights, Constants(epsilon=epsilon)), equal).robustness == 1


@given(weightings(top=10), some_inputs(), default_or_other)
@SOME
def test_07_acceptabilities_sum_to_one(weights: dict[str, int], given_inputs: Inputs, constants: Constants) -> None:
    shares = evaluate(Method(weights, constants), given_inputs).acceptability
    assume(shares is not None)
    assert shares is not None
    assert (sum(shares.values()), len(shares)) == (1, 8)


@given(weightings(), some_inputs(), st.data())
@SOME
def test_08_every_completion_is_reachable(weights: dict[str, int], given_inputs: Inputs, data: st.DataObject) -> None:
    before = evaluate(Method(weights), given_inputs)
    assume(before.outcome is not None)
    answers = {c: given_inputs.answers.get(c, DK) for c in CRITERIA}
    full = {c: data.draw(whole_answers) if a == DK else a for c, a in answers.items()}
    gates = dict(before.readings)
    unknown = [g for g, seen in given_inputs.gates.items() if seen is None]
    gates |= {g: data.draw(st.booleans()) for g in unknown}
    assert evaluate(Method(weights), Inputs(full, gates)).outcome in before.reachable


@given(weightings(), some_inputs(), whole_answers)
@SOME
def test_08_answering_never_enlarges_the_reachable_set(
    weights: dict[str, int], given_inputs: Inputs, answer: int
) -> None:
    before = evaluate(Method(weights), given_inputs)
    for code in [code for code, given_answer in given_inputs.answers.items() if given_answer == DK]:
        after = evaluate(Method(weights), Inputs({**given_inputs.answers, code: answer}, given_inputs.gates))
        if before.outcome is not None and after.outcome is not None:
            assert set(after.reachable) <= set(before.reachable)


def test_09_losing_the_budget_touches_row_seven_only() -> None:
    for s, r, gates in CELLS:
        funded, unfunded = (decision(s, r, gates._replace(budget=budget), Constants()) for budget in (True, False))
        assert staffed_now(unfunded) <= staffed_now(funded)
        assert funded == unfunded or (funded.outcome == "both" and unfunded.mode == "staged")


def test_09_keeping_the_reps_never_removes_salesops() -> None:
    for s, r, gates in CELLS:
        gone, kept = (decision(s, r, gates._replace(reps=reps), Constants()) for reps in (False, True))
        assert plan(gone) & {Function.SALESOPS} <= plan(kept)


@given(weightings(), some_inputs())
@SOME
def test_10_applying_the_counterfactual_changes_the_outcome(weights: dict[str, int], given_inputs: Inputs) -> None:
    before = evaluate(Method(weights), given_inputs)
    assume(before.nearest is not None)
    assert before.nearest is not None
    middle = {code: 2 for code, weight in weights.items() if weight and given_inputs.answers.get(code, DK) == DK}
    moved = {change.code: change.after for change in before.nearest.changes}
    answers = {**given_inputs.answers, **middle, **moved}
    after = evaluate(Method(weights), Inputs(answers, dict(before.readings)))
    assert (after.outcome, before.distance) == (before.nearest.outcome, before.nearest.distance)


@given(weightings(small=2), known_inputs())
@SOME
def test_10_no_smaller_change_changes_the_outcome(weights: dict[str, int], known: Inputs) -> None:
    slow = Reference(Method(weights), known)
    others = [steps for outcome, (steps, _, _) in slow.changes().items() if outcome != slow.outcome()]
    assert evaluate(Method(weights), known).distance == min(others)


@given(weightings(), some_inputs())
@SOME
def test_11_all_blank_gives_no_recommendation(weights: dict[str, int], given_inputs: Inputs) -> None:
    assert evaluate(Method(weights), Inputs({}, given_inputs.gates)).recommendation == "insufficient"


@given(weightings(), some_inputs())
@SOME
def test_12_same_input_gives_same_bytes(weights: dict[str, int], given_inputs: Inputs) -> None:
    turned = Inputs(dict(reversed(given_inputs.answers.items())), dict(reversed(given_inputs.gates.items())))
    one, other = (evaluate(Method(weights), same) for same in (given_inputs, turned))
    assert canonical_json(one).encode() == canonical_json(other).encode()
    assert receipt(Method(weights), {}, given_inputs, one) == receipt(Method(weights), {}, turned, other)
