"""From a completed assessment to what a report is made from: two queries at most, and none for the sample."""

from django.utils.timezone import get_current_timezone_name, localtime
from django.utils.translation import override as in_language

from assessments.content.loader import shipped_method
from assessments.document.case import engine_inputs, engine_method
from assessments.document.decision import Decision, OwnRecommendation, decision
from assessments.document.stored import document_from_json
from assessments.models import Assessment, Override
from assessments.reports.values import Options, Record, Report
from assessments.scoring import canonical_json, evaluate, result_values
from assessments.services.example import ANSWERS, COMPANY, GATES, sample_document
from assessments.services.freezing import stored_inputs
from assessments.services.overriding import override_beside


def report_of(assessment: Assessment, options: Options, name: str | None = None) -> Report:
    """What to print of a completed assessment; `name` stands in place of the company's own, where it is given."""
    assert assessment.completed_at is not None  # views send everything else to the check page
    stored = assessment.result
    return Report(
        document=document_from_json(stored.document(options.language)),
        options=options,
        name=assessment.client.name if name is None else name,
        day=localtime(assessment.completed_at).date().isoformat(),
        zone=get_current_timezone_name(),
        decision=_decision(override_beside(assessment), stored.outcome, options.language),
        record=Record(stored.inputs, stored.values),
    )


def _decision(own: Override | None, method_says: str, language: str) -> Decision | None:
    if own is None:
        return None
    with in_language(language):
        return decision(method_says, OwnRecommendation(own.outcome, own.name, own.reason, localtime(own.created_at)))


def sample_report(options: Options) -> Report:
    """The sample as a report; it has no date and no receipt."""
    content = shipped_method()
    method, inputs = engine_method(content), engine_inputs(content, ANSWERS | GATES)
    return Report(
        document=sample_document(options.language),
        options=options,
        name=COMPANY,
        record=Record(
            canonical_json(stored_inputs(content, method, inputs)),
            canonical_json(result_values(evaluate(method, inputs))),
        ),
    )


def completed_assessment(ref: str) -> Assessment | None:
    """The completed assessment with this reference, with all that its report needs."""
    found = Assessment.objects.select_related("client", "result").filter(ref=ref, completed_at__isnull=False)
    return found.first()
