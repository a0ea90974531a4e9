"""Download a report of one's own result, or of a shared one whose link allows it."""

import logging

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from assessments.models import AccessLink, Assessment
from assessments.questionnaire.access import with_assessment
from assessments.questionnaire.addresses import check_url, result_url
from assessments.reports.filenames import disposition
from assessments.reports.forms import BrandedReportForm, ReportForm
from assessments.reports.presenters import ReportPage
from assessments.reports.remembering import remember, remembered
from assessments.reports.values import Format, ReportError
from assessments.reports.writing import written
from assessments.result.sharing.access import with_sharing
from assessments.services.reporting import report_of
from assessments.services.visiting import note_visit

logger = logging.getLogger(__name__)


@with_assessment
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    """Choose a report; the answer to a valid choice is the file. A consultant's branding is remembered."""
    if not assessment.completed_at:
        return redirect(check_url(assessment.ref))
    form = branded_form(request, assessment) if assessment.for_client else plain_form(request)
    if is_sent(request, form) and assessment.for_client:
        remember(request.session, form.branding())
    return answered(request, assessment, form, ReportPage(assessment.client.name, result_url(assessment)))


@with_sharing
@require_http_methods(["GET", "HEAD", "POST"])
def shared_report(request: HttpRequest, link: AccessLink) -> HttpResponse:
    """The same for a reader: without the answers and notes that the link hides, and without branding."""
    assessment = link.assessment
    if not (link.allows_downloads and assessment.completed_at):
        raise Http404
    note_visit(assessment, timezone.now().date())
    form = plain_form(request, shows_answers=link.shows_answers)
    page = ReportPage(assessment.client.name, reverse("shared", args=[assessment.ref]))
    return answered(request, assessment, form, page)


def plain_form(request: HttpRequest, *, shows_answers: bool = True) -> ReportForm:
    """The form as sent, or with what fits best."""
    sent = request.POST if request.method == "POST" else None
    return ReportForm(sent, initial=fitting(request), shows_answers=shows_answers)


def branded_form(request: HttpRequest, assessment: Assessment) -> BrandedReportForm:
    """The form as sent, or with the company's name and the branding of this browser session."""
    kept = remembered(request.session)
    known = {"prepared_by": kept.prepared_by, "accent": kept.accent, "closing": kept.closing}
    initial = fitting(request) | known | {"client_name": assessment.client.name}
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    return BrandedReportForm(*sent, initial=initial, kept=kept)


def fitting(request: HttpRequest) -> dict[str, str]:
    """The page's language, and the format that the address names."""
    asked = request.GET.get("format", "")
    return {"language": get_language() or "en", "format": asked if asked in set(Format) else str(Format.PDF)}


def is_sent(request: HttpRequest, form: ReportForm) -> bool:
    """Whether a valid choice was sent, and not only the page's language changed."""
    return form.is_bound and request.POST.get("then") != "language" and form.is_valid()


def answered(request: HttpRequest, assessment: Assessment, form: ReportForm, page: ReportPage) -> HttpResponse:
    """The file for a valid choice, else the page; where a file cannot be made, the page says so."""
    if not is_sent(request, form):
        return render(request, "reports/report.html", {"page": page, "form": form})
    try:
        file = written(report_of(assessment, form.options(), form.company), form.kind)
    except ReportError as error:
        logger.exception("report failed")
        page = ReportPage(page.name, page.back, failed=str(error))
        return render(request, "reports/report.html", {"page": page, "form": form}, status=500)
    headers = {"Content-Disposition": disposition(file.name)}
    return HttpResponse(file.content, content_type=file.media_type, headers=headers)
