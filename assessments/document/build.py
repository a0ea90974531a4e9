"""Result and texts to the one advice document that every page and file reads."""

from django.utils.formats import date_format
from django.utils.translation import gettext, override

from assessments.document import outcomes
from assessments.document.against import against
from assessments.document.appendix import answer_rows, assumptions, method_facts, missing, profile_pairs
from assessments.document.case import Case
from assessments.document.charter import charter, differences, risks
from assessments.document.decision_map import decision_map
from assessments.document.flips import flips, steps_text
from assessments.document.lead import lead
from assessments.document.needs import needs
from assessments.document.numbers import share_text
from assessments.document.plan import plan
from assessments.document.reasons import reasons, reasons_title
from assessments.document.sequence import sequence
from assessments.document.stability import stability
from assessments.document.tornado import tornado
from assessments.document.values import AdviceDocument, Fact, Summary
from assessments.document.waterfall import waterfalls


def advice_document(case: Case) -> AdviceDocument:
    """The document of one completed assessment in the case's language."""
    with override(case.language):
        return AdviceDocument(
            language=case.language,
            completed=date_format(case.completed_at, "DATE_FORMAT"),
            outcome=str(case.result.outcome or case.result.recommendation),
            kind=outcomes.kind(case),
            headline_code=outcomes.headline_code(case),
            headline=outcomes.headline(case),
            pill=outcomes.pill(case),
            tags=tags(case),
            lead=lead(case),
            facts=_facts(case),
            needs=needs(case),
            sequence=sequence(case),
            reasons_title=reasons_title(case),
            reasons=reasons(case),
            flips=flips(case),
            stability=stability(case),
            missing=missing(case),
            answers=answer_rows(case),
            profile=profile_pairs(case),
            assumptions=assumptions(case),
            method=method_facts(case),
            map=decision_map(case, case.constants),
            waterfalls=waterfalls(case),
            tornado=tornado(case),
            plan=plan(case),
            charter=charter(case),
            differences=differences(case),
            risks=risks(case),
            against=against(case),
        )


def advice_summary(case: Case) -> Summary:
    """The fields of the document that say the answer, without the case against it: a tenth of the work."""
    with override(case.language):
        return Summary(
            language=case.language,
            kind=outcomes.kind(case),
            headline_code=outcomes.headline_code(case),
            headline=outcomes.headline(case),
            pill=outcomes.pill(case),
            tags=tags(case),
            needs=needs(case),
        )


def tags(case: Case) -> tuple[str, ...]:
    """What stands beside the outcome."""
    return (gettext("Provisional"),) if case.result.provisional else ()


def _facts(case: Case) -> tuple[Fact, ...]:
    """Three figures; while there is no recommendation, only how much was answered."""
    asked = case.content.asked_criteria()
    count = {"known": len(asked) - len(case.open_criteria()), "all": len(asked)}
    answered = Fact(gettext("%(known)d of %(all)d") % count, gettext("criteria answered"))
    if case.result.distance is None or case.result.robustness is None:
        return (answered,)
    return (
        Fact(steps_text(case.result.distance), gettext("is the smallest change of answers that would alter it")),
        Fact(share_text(case.result.robustness), gettext("of possible weightings give the same answer")),
        answered,
    )
