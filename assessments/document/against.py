"""The strongest case against the answer: the most acceptable other outcome, argued for from the answers given."""

from django.utils.translation import gettext, ngettext

from assessments.content.advice_values import FUNCTIONS
from assessments.document.against_values import Against, Point
from assessments.document.against_ways import ways
from assessments.document.against_words import argument, carried, cost, title
from assessments.document.appendix import reading_text
from assessments.document.case import HIGH, LOW, Case, function_of
from assessments.document.charter import duties_in_state
from assessments.document.flips import unknowns
from assessments.document.lead import is_met, statement
from assessments.document.needs import need_sentence
from assessments.document.numbers import POINTS_A_GRADE, score_text, share_text
from assessments.document.outcomes import KINDS, most_acceptable_other, outcome_label
from assessments.scoring import Function, Outcome, Strength

MOST_POINTS = 5
STAGED = frozenset({Outcome.SALESOPS_THEN_REVOPS, Outcome.REVOPS_THEN_SALESOPS})

# How much of each function an outcome has: none, if any, later, now.
LEVELS = {
    Outcome.SALESOPS: {Function.SALESOPS: 3, Function.REVOPS: 0},
    Outcome.SALESOPS_LEAN: {Function.SALESOPS: 1, Function.REVOPS: 0},
    Outcome.SALESOPS_THEN_REVOPS: {Function.SALESOPS: 3, Function.REVOPS: 2},
    Outcome.REVOPS: {Function.SALESOPS: 0, Function.REVOPS: 3},
    Outcome.REVOPS_LEAN: {Function.SALESOPS: 0, Function.REVOPS: 1},
    Outcome.REVOPS_THEN_SALESOPS: {Function.SALESOPS: 2, Function.REVOPS: 3},
    Outcome.BOTH: {Function.SALESOPS: 3, Function.REVOPS: 3},
    Outcome.NONE: {Function.SALESOPS: 0, Function.REVOPS: 0},
}


def against(case: Case) -> Against | None:
    """The whole case; None while there is no recommendation to speak against."""
    if case.result.outcome is None:
        return None
    other = most_acceptable_other(case.result)
    points, found = _points(case, other), ways(case, other)
    return Against(
        outcome=outcome_label(other),
        kind=KINDS[other],
        title=title(other),
        intro=(_how_often(case, other), *_arguments(case, other)),
        points_intro=_points_intro(len(points)),
        points=tuple(points[:MOST_POINTS]),
        ways_intro=_ways_intro(len(found)),
        ways=found,
        unknown=_unknown(case, other),
        cost=_cost(case, other),
        verdict=_verdict(case, other),
    )


def directions(own: Outcome, other: Outcome) -> dict[Function, bool]:
    """The functions of which the other outcome has more (True) or less (False) than our own."""
    gaps = {function: LEVELS[other][function] - LEVELS[own][function] for function in Function}
    return {function: gap > 0 for function, gap in gaps.items() if gap}


def _directions(case: Case, other: Outcome) -> dict[Function, bool]:
    assert case.result.outcome is not None  # there is a recommendation
    return directions(case.result.outcome, other)


def _how_often(case: Case, other: Outcome) -> str:
    result = case.result
    assert result.acceptability is not None
    assert result.robustness is not None
    share = result.acceptability[other]
    values = {"other": outcome_label(other), "share": share_text(share), "own": share_text(result.robustness)}
    if not share:
        return (
            gettext(
                "None of the possible weightings leads to “%(other)s”. It is the other answer that takes the fewest "
                "changes."
            )
            % values
        )
    if case.open_criteria() or case.open_gates():
        return (
            gettext(
                "Of all possible weightings and open answers, %(share)s lead to “%(other)s” and %(own)s to the "
                "recommendation."
            )
            % values
        )
    return (
        gettext("Of all possible weightings, %(share)s lead to “%(other)s” and %(own)s to the recommendation.") % values
    )


def _arguments(case: Case, other: Outcome) -> list[str]:
    return [argument(function, more=more) for function, more in _directions(case, other).items()]


def _points(case: Case, other: Outcome) -> list[Point]:
    """Every answer that speaks for the other outcome, the one that weighs most first."""
    more_of = _directions(case, other)
    speaking = [
        code for function, more in more_of.items() for code in case.asked(function) if _speaks(case, code, more)
    ]
    return [_point(case, code) for code in sorted(speaking, key=lambda code: -_force(case, code, more_of))]


def _speaks(case: Case, code: str, more: bool) -> bool:
    value = case.value(code)  # an open answer stands in the middle and speaks for nothing
    return value >= HIGH if more else value <= LOW


def _force(case: Case, code: str, more_of: dict[Function, bool]) -> int:
    """Weight times how far the answer is from the other end."""
    value = case.value(code)
    return case.content.weights[code] * (value if more_of[function_of(code)] else 4 - value)


def _point(case: Case, code: str) -> Point:
    return Point(
        kind=function_of(code).value,
        statement=statement(case, code),
        answer=case.answer_text(code),
        described=case.text(case.content.question(code).described),
        code=code,
    )


def _points_intro(count: int) -> str:
    if not count:
        return gettext("No single answer speaks clearly for it.")
    return ngettext(
        "%(n)d of the answers speaks for it.",
        "%(n)d of the answers speak for it; the one that weighs most stands first.",
        count,
    ) % {"n": count}


def _ways_intro(count: int) -> str:
    if not count:
        return gettext("No change of answers leads to it while the conditions stay as they are.")
    return ngettext(
        "This change would lead to it. You can try it without changing your answers.",
        "Any one of these changes would lead to it. You can try them without changing your answers.",
        count,
    )


def _unknown(case: Case, other: Outcome) -> tuple[str, ...]:
    """What is not known, and whether that alone could tip the answer."""
    lines = unknowns(case)
    if not lines:
        return (gettext("Every question was answered, so nothing that is open could tip it."),)
    alone = gettext("Open answers alone could lead to it.") if other in case.result.reachable else ""
    return (*([alone] if alone else []), *lines)


def _cost(case: Case, other: Outcome) -> tuple[str, ...]:
    """What following the recommendation costs, and what becomes of duties that the other outcome would serve better."""
    more_of = _directions(case, other)
    served = [function.value for function, more in more_of.items() if more]
    states = {
        "interim": duties_in_state(case, "interim", [*served, "shared"] if served else []),
        "doubled": duties_in_state(case, "doubled", FUNCTIONS if False in more_of.values() else []),
        "ends": duties_in_state(case, "ends", FUNCTIONS if served else []),
    }
    duties = [carried(state) % {"duties": " · ".join(tasks)} for state, tasks in states.items() if tasks]
    return (cost(case, more_of), *duties)


def _verdict(case: Case, other: Outcome) -> tuple[str, ...]:
    """Why it is still not recommended, as honestly as the numbers allow."""
    return (*_grounds(case, other), *_order(case, other), _conclusion(case))


def _grounds(case: Case, other: Outcome) -> list[str]:
    """The conditions and the scores that stand against it."""
    conditions = [flip.code for flip in case.result.gate_flips or () if flip.outcome is other]
    answers = [
        gettext("%(topic)s: the answer is “%(answer)s”. %(reading)s")
        % {"topic": case.label(code), "answer": case.answer_text(code), "reading": reading_text(case, code)}
        for code in conditions
    ]
    more_of = _directions(case, other)
    telling = [function for function, more in more_of.items() if more is not is_met(case, function)]
    scores = telling or ([] if answers else list(more_of))
    return [*answers, *(need_sentence(case, function) for function in scores)]


def _order(case: Case, other: Outcome) -> list[str]:
    """What decides between waiting and leaning, and between two outcomes that differ in their order only."""
    if Outcome.NONE in {case.result.outcome, other}:
        line = {"line": score_text(case.constants.case_line * POINTS_A_GRADE)}
        return [gettext("Only where both needs are below %(line)s is there no case for either function.") % line]
    if not {case.result.outcome, other} <= STAGED:
        return []
    gap = case.constants.lead_gap
    return [
        ngettext(
            "RevOps comes first only where its need leads by at least %(n)d of the eight grades.",
            "RevOps comes first only where its need leads by at least %(n)d of the eight grades.",
            gap,
        )
        % {"n": gap}
    ]


def _conclusion(case: Case) -> str:
    result = case.result
    assert result.outcome is not None  # there is a recommendation
    if result.close_call:
        return gettext(
            "The two lie so close together that neither is clearly right. Settle what is open before you hire."
        )
    values = {"outcome": outcome_label(result.outcome)}
    if result.strength is Strength.WEAK:
        weak = gettext("So the recommendation stays “%(outcome)s”, but it depends on details: check them first.")
        return weak % values
    return gettext("So the recommendation stays “%(outcome)s”.") % values
