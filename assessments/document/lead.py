"""The lines under the headline: the two strongest statements for the answer, and one sentence for the other side."""

from django.utils.translation import gettext

from assessments.document.case import HIGH, LOW, Case, function_of
from assessments.document.numbers import coverage_text
from assessments.document.outcomes import FAR_BELOW, headline_code, rival
from assessments.scoring import Function, Recommendation

BOTH_SIDES = frozenset({"both", "both_salesops_first", "both_revops_first", "revops_absorbs"})


def lead(case: Case) -> tuple[str, ...]:
    """Two or three sentences."""
    code = headline_code(case)
    if code == "insufficient":
        return (
            gettext(
                "A recommendation needs answers to at least %(share)s of the questions in each part, by weight, and "
                "to each question that decides."
            )
            % {"share": coverage_text(case.constants.coverage)},
            gettext("Here is what the answers show so far, and what is missing."),
        )
    if code == "close_call":
        return _close_call_lead(case)
    return (*(f"{statement}." for statement in _statements(case, code)), _other_side(case, code))


def _close_call_lead(case: Case) -> tuple[str, ...]:
    topics = deciding_topics(case)
    first = gettext("Both fit your answers about equally.")
    if len(topics) < 2:  # one topic has a sentence of its own
        only = gettext("One question decides: %(topic)s. Settle it before hiring.") % {"topic": topics[0]}
        return first, only
    names = {"one": topics[0], "two": topics[1]}
    return first, gettext("Two questions decide: %(one)s; %(two)s. Settle those before hiring.") % names


def deciding_topics(case: Case) -> list[str]:
    """The topics whose answers lead from the reported outcome to its rival, at most two."""
    result = case.result
    assert result.nearest is not None  # only results with a recommendation come here
    other = rival(result)
    if other is not result.nearest.outcome and result.next_question:
        return [case.label(result.next_question)]
    changed = [change.code for change in result.nearest.changes]
    alone = [flip.code for flip in result.single_flips or () if flip.outcome is other]
    return [case.label(code) for code in dict.fromkeys([*changed, *alone])][:2]


def _statements(case: Case, code: str) -> list[str]:
    """The strongest statements for the outcome; for both functions, one of each."""
    if code == "not_yet":
        return _low_statements(case)
    if code in BOTH_SIDES:
        order = sorted(Function, key=lambda function: function is not case.result.first)
        return [_high_statements(case, function)[0] for function in order]
    function = Function(case.result.recommendation)
    return _high_statements(case, function)[:2]


def _high_statements(case: Case, function: Function) -> list[str]:
    """What the high answers say, strongest first; one general sentence when no answer is high."""
    high = [code for code in case.strongest_first(case.asked(function)) if case.value(code) >= HIGH]
    return [statement(case, code) for code in high] or [_middle_sentence(function)]


def _low_statements(case: Case) -> list[str]:
    low = [code for code in case.content.asked_criteria() if not case.is_open(code) and case.value(code) <= LOW]
    ordered = sorted(low, key=lambda code: (case.value(code), -case.content.weights[code]))
    chosen = dict.fromkeys(function_of(code) for code in ordered)
    first_of_each = [next(code for code in ordered if function_of(code) == function) for function in chosen]
    return [statement(case, code) for code in first_of_each] or [gettext("Most answers are in the lower half")]


def statement(case: Case, code: str) -> str:
    """What the answer to a criterion says about the company; for the middle option, the answer itself."""
    text = case.content.criterion(code).statement(case.value(code))
    if text is None or case.is_open(code):
        return f"{case.label(code)}: {case.answer_text(code)}"
    return case.text(text)


def _middle_sentence(function: Function) -> str:
    if function is Function.SALESOPS:
        return gettext("No single answer about sales stands out")
    return gettext("No single answer about growth and teamwork stands out")


def _other_side(case: Case, code: str) -> str:
    if code == "salesops" or (code == "revops" and case.result.salesops.grade > FAR_BELOW):
        return _real_but_below(case)
    if code.startswith("both") or code == "revops_absorbs":
        return _for_both(case, code)
    return {
        "salesops_only": gettext("Little points to RevOps for now."),
        "revops": gettext("Little points to SalesOps for now."),
        "revops_no_reps": gettext("SalesOps becomes a question again when there are sales reps."),
        "erodes": gettext("No sales reps will stay after the change, so build no more than you need until then."),
        "lean_salesops": gettext("Neither need reaches the line where we advise action."),
        "lean_revops": gettext("Neither need reaches the line where we advise action."),
        "not_yet": gettext("Nothing points strongly to either function yet."),
    }[code]


def _real_but_below(case: Case) -> str:
    if case.result.recommendation is Recommendation.SALESOPS:
        return gettext("The need for RevOps is real but still below the line where we advise action.")
    return gettext("The need for SalesOps is real but still below the line where we advise action.")


def _for_both(case: Case, code: str) -> str:
    if code == "revops_absorbs":
        return gettext("Automated funnels take over from sales reps, so one team can carry both jobs.")
    if case.result.readings["D"] and not is_met(case, Function.SALESOPS):
        return gettext("Sales results have been below plan for long, so SalesOps belongs to the answer.")
    if code == "both":
        return gettext("Two separate teams can be funded, and each has a job of its own.")
    return gettext("Two separate teams cannot be funded yet, so one follows the other.")


def is_met(case: Case, function: Function) -> bool:
    """Whether the function's grade is at the need line or above."""
    score = case.result.salesops if function is Function.SALESOPS else case.result.revops
    return score.grade >= case.constants.need_line
