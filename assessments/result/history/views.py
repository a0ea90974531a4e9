"""One assessment's results over time, and a result read by the current method. Nothing here is kept or stored."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from assessments.models import Assessment
from assessments.questionnaire.access import assessments_in_cookies, with_assessment
from assessments.questionnaire.addresses import check_url
from assessments.result.history.presenters import history_page, recomputed_page
from assessments.services.recomputing import current_reading, current_version
from assessments.services.results import summaries_of


@with_assessment
@require_safe
def history(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    """The versions of this assessment that this browser opens, newest first."""
    opened = Assessment.objects.reached_by_any(dict(assessments_in_cookies(request)))
    versions = list(opened.of_client(assessment.client_id))
    page = history_page(assessment, versions, summaries_of(versions), current_version())
    return render(request, "result/history.html", {"page": page})


@with_assessment
@require_safe
def recomputed(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    """The stored result beside what the current method makes of the same answers, never instead of it."""
    if not assessment.completed_at:
        return redirect(check_url(assessment.ref))
    page = recomputed_page(assessment, current_reading(assessment, get_language() or "en"))
    return render(request, "result/recomputed.html", {"page": page})
