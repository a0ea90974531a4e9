"""The engine: inputs and a method version in, one frozen result out (method.md 3 to 7)."""

from fractions import Fraction

from .acceptability import acceptability, reachable_outcomes
from .counterfactual import nearest_outcome, nearest_target
from .flips import gate_flips, single_flips
from .need import function_score, missing_criteria
from .next_question import next_question
from .readings import needed_gates
from .result import FunctionScore, Nearest, Result
from .robustness import GradeLaw, central_weights, grade_law
from .sensitivity import switching_weights, tornado
from .situation import Situation, decision_at, situation
from .strength import answer_flags, is_always_weak, is_close_call, strength
from .validation import check
from .values import DK, GATES, Function, Inputs, Method, Outcome, Recommendation, Strength


def evaluate(method: Method, inputs: Inputs) -> Result:
    """The whole result of one assessment; ScoringError for an input outside its range (method.md 3 to 7)."""
    check(method, inputs)
    case = situation(method, inputs)
    scores = function_score(case.salesops), function_score(case.revops)
    missing = missing_items(method, inputs, case)
    if _is_insufficient(scores, missing, case):
        return _insufficient_result(method, inputs, case, missing)
    return _full_result(method, inputs, case, missing)


def nearest_to(method: Method, inputs: Inputs, target: Outcome) -> Nearest | None:
    """The cheapest change of answers that reaches a fixed outcome (method.md 6).

    No change if it is the outcome already; None if it is out of reach or the answers are insufficient.
    """
    check(method, inputs)
    case = situation(method, inputs)
    scores = function_score(case.salesops), function_score(case.revops)
    if _is_insufficient(scores, missing_items(method, inputs, case), case):
        return None
    return nearest_target(case, target)


def missing_items(method: Method, inputs: Inputs, case: Situation) -> tuple[str, ...]:
    """Blank criteria with w > 0 in the order S1..R6, then needed blank gates B, K, A, D (method.md 3.3)."""
    return missing_criteria(method, inputs) + needed_gates(inputs.gates, *case.grades, method.constants)


def _is_insufficient(scores: tuple[FunctionScore, FunctionScore], missing: tuple[str, ...], case: Situation) -> bool:
    """A block under the minimum coverage, or a needed gate blank (method.md 3.3)."""
    thin = any(score.coverage < case.constants.coverage for score in scores)
    return thin or any(item in GATES for item in missing)


def _insufficient_result(method: Method, inputs: Inputs, case: Situation, missing: tuple[str, ...]) -> Result:
    """No recommendation: need, grade, range, flags and the first missing or don't-know item (method.md 3.5)."""
    unknown = [code for own in case.blocks for code in own.codes if inputs.answers.get(code) == DK]
    return Result(
        salesops=function_score(case.salesops),
        revops=function_score(case.revops),
        recommendation=Recommendation.INSUFFICIENT,
        flags=answer_flags(method, inputs),
        missing=missing,
        next_question=[*missing, *unknown][0],
        readings=dict(zip(GATES, case.readings, strict=True)),
    )


def _full_result(method: Method, inputs: Inputs, case: Situation, missing: tuple[str, ...]) -> Result:
    reported = decision_at(case, case.readings)
    law_s, law_r = (grade_law(own, case.constants.epsilon) for own in case.blocks)
    shares = acceptability(case, law_s, law_r)
    rho = shares[reported.outcome]
    nearest = nearest_outcome(case, reported.outcome, shares)
    reachable = reachable_outcomes(case)
    flags = answer_flags(method, inputs)
    strong = strength(rho, nearest.distance, len(reachable) == 1)
    return Result(
        salesops=function_score(case.salesops),
        revops=function_score(case.revops),
        recommendation=reported.recommendation,
        flags=flags,
        missing=missing,
        next_question=missing[0] if missing else next_question(case, law_s, law_r),
        readings=dict(zip(GATES, case.readings, strict=True)),
        mode=reported.mode,
        first=reported.first,
        later=reported.later,
        outcome=reported.outcome,
        robustness=rho,
        acceptability=shares,
        reachable=reachable,
        distance=nearest.distance,
        nearest=nearest,
        single_flips=single_flips(case, reported.outcome),
        gate_flips=gate_flips(case, reported.outcome),
        tornado=tornado(case),
        switching_weights=switching_weights(case, reported.outcome),
        central_weights={own.function: central_weights(own, case.constants.need_line) for own in case.blocks},
        grade_laws=_grade_shares(law_s, law_r),
        strength=Strength.WEAK if is_always_weak(case, flags) else strong,
        close_call=is_close_call(rho, nearest.distance),
        provisional=len(reachable) > 1,
    )


def _grade_shares(law_s: GradeLaw, law_r: GradeLaw) -> dict[Function, tuple[Fraction, ...]]:
    return {Function.SALESOPS: law_s.shares, Function.REVOPS: law_r.shares}
