"""The result page: the frozen advice document, shown."""

from dataclasses import replace

from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from assessments.document.stored import document_from_json
from assessments.models import Assessment
from assessments.questionnaire.access import with_assessment
from assessments.questionnaire.addresses import check_url
from assessments.result.overriding.presenters import decision_of
from assessments.result.presenters import result_page
from assessments.services.overriding import current_override


@with_assessment
@require_safe
def result(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    """The result; the check page while there is none."""
    if not assessment.completed_at:
        return redirect(check_url(assessment.ref))
    language = get_language() or "en"
    completed_at = timezone.localtime(assessment.completed_at)
    advice = advice_html(assessment, language, edits=True, shows_answers=True)
    page = result_page(assessment.ref, assessment.client.name, completed_at, advice)
    decision = decision_of(current_override(assessment)) if assessment.for_client else None
    page = replace(page, is_for_client=assessment.for_client, decision=decision)
    return render(request, "result/result.html", {"page": page})


def advice_html(assessment: Assessment, language: str, *, edits: bool, shows_answers: bool) -> SafeString:
    """The advice as HTML: rendered once, for it never changes, and kept by result, language and what it shows."""
    key = f"advice:{assessment.ref}:{language}:{edits}:{shows_answers}"
    kept: str | None = caches["pages"].get(key)
    if kept is None:
        document = document_from_json(assessment.result.document(language))
        shown = {"document": document, "ref": assessment.ref, "edits": edits, "shows_answers": shows_answers}
        kept = render_to_string("result/advice.html", shown)
        caches["pages"].set(key, kept)
    return mark_safe(kept)  # noqa: S308  # rendered by a template with autoescape
