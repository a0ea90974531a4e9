"""Every answer, the profile, what was assumed, what is missing, and the method with its receipt."""

from fractions import Fraction

from django.utils.formats import date_format
from django.utils.translation import gettext

from assessments.content.profile import shipped_profile
from assessments.content.values import CRITERION_CODES, GATE_CODES
from assessments.document.case import DONT_KNOW, Case, function_of
from assessments.document.needs import need_line
from assessments.document.numbers import POINTS_A_GRADE, score_text, share_text
from assessments.document.values import AnswerRow, Assumption, MethodFacts, OpenQuestion, Pair
from assessments.scoring import ENGINE_VERSION, Function, Recommendation


def answer_rows(case: Case) -> tuple[AnswerRow, ...]:
    """One row for each criterion that was asked, in the order S1..R6."""
    return tuple(_answer_row(case, code) for code in CRITERION_CODES if code in case.content.asked_criteria())


def _answer_row(case: Case, code: str) -> AnswerRow:
    question = case.content.question(code)
    return AnswerRow(
        code=code,
        kind=function_of(code).value,
        label=case.text(question.label),
        question=case.text(question.question),
        answer=case.answer_text(code),
        note=case.notes.get(code, ""),
        weight=str(case.content.weights[code]),
        points=points_text(case.points(code)),
        is_open=case.is_open(code),
    )


def points_text(points: Fraction) -> str:
    """`+14.3`, or `0`."""
    return f"+{score_text(points)}" if points else "0"


def profile_pairs(case: Case) -> tuple[Pair, ...]:
    """The profile as filled in, without the company's name, which can still change."""
    pairs = []
    for field in shipped_profile().fields:
        if field.slug != "company-name" and field.slug in case.facts:
            pairs.append(Pair(case.text(field.label), _fact_text(case, field.slug)))
        pairs.extend(
            Pair(case.text(part.label), str(case.facts[part.slug]))
            for part in field.parts
            if part.slug in case.facts and part.slug != "arr-currency"
        )
    return tuple(pairs)


def _fact_text(case: Case, slug: str) -> str:
    field, value = shipped_profile().field(slug), str(case.facts[slug])
    if field.kind != "choice":
        return value
    currency = str(case.facts.get("arr-currency", "EUR"))
    return case.text(field.option_label(value, currency))


def assumptions(case: Case) -> tuple[Assumption, ...]:
    """The four gates as answered, and how each was read."""
    return tuple(
        Assumption(case.label(code), case.answer_text(code), reading_text(case, code), case.notes.get(code, ""))
        for code in GATE_CODES
    )


def reading_text(case: Case, code: str) -> str:
    """What the answer was taken to mean."""
    yes, no = _readings()[code]
    reading = {"reading": yes if case.result.readings[code] else no}
    if case.choices.get(code) == DONT_KNOW:
        return gettext("Not known, so read with caution: %(reading)s. The other reading was tested too.") % reading
    return gettext("Read as: %(reading)s.") % reading


def _readings() -> dict[str, tuple[str, str]]:
    """Each gate's two readings, yes and no."""
    return {
        "B": (gettext("two separate teams can be funded"), gettext("two separate teams cannot be funded")),
        "K": (gettext("sales reps stay"), gettext("no sales reps stay")),
        "A": (gettext("sales move to automated funnels"), gettext("sales do not move to automated funnels")),
        "D": (gettext("there is a deep-rooted sales problem"), gettext("there is no deep-rooted sales problem")),
    }


def missing(case: Case) -> tuple[OpenQuestion, ...]:
    """What stands in the way of a recommendation: blank questions, and don't-knows in a part with too few answers."""
    if case.result.recommendation is not Recommendation.INSUFFICIENT:
        return ()
    codes = list(case.result.missing)
    for function in Function:
        score = case.result.salesops if function is Function.SALESOPS else case.result.revops
        if score.coverage < case.constants.coverage:
            codes.extend(code for code in case.open_criteria() if function_of(code) is function)
    return tuple(case.open_question(code) for code in dict.fromkeys(codes))


def method_facts(case: Case) -> MethodFacts:
    """Which method made this result, and the receipt by which it can be checked."""
    line, case_line = need_line(case), case.constants.case_line * POINTS_A_GRADE
    count = {"all": len(case.content.asked_criteria())}
    return MethodFacts(
        version=str(case.method_number),
        published=date_format(case.method_published, "DATE_FORMAT"),
        sentences=(
            gettext("Each need score is the weighted average of its criteria; each answer counts from 0 to 4."),
            gettext("Criteria asked: %(all)d. An open answer counts in the middle of the scale.") % count,
        ),
        constants=(
            Pair(gettext("Need line"), score_text(line)),
            Pair(gettext("Line below which there is no case"), score_text(case_line)),
            Pair(gettext("Grades by which RevOps must lead to come first"), str(case.constants.lead_gap)),
            Pair(gettext("Share of a part that must be answered"), share_text(case.constants.coverage)),
        ),
        engine_version=ENGINE_VERSION,
        receipt=case.receipt,
    )
