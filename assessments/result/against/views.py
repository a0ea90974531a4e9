"""The strongest case against the answer: frozen with the result, shown."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from assessments.document.stored import summary_from_json
from assessments.models import Assessment
from assessments.questionnaire.access import with_assessment
from assessments.questionnaire.addresses import check_url, result_url
from assessments.result.against.presenters import AgainstPage, absence
from assessments.result.kept import kept_page, page_key
from assessments.services.example import COMPANY, sample_summary


@with_assessment
@require_safe
def case_against(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    """What speaks for the most acceptable other outcome; the check page while there is no result."""
    if not assessment.completed_at:
        return redirect(check_url(assessment.ref))
    key = page_key(request, "case-against", assessment.ref, assessment.client.name)
    return kept_page(key, lambda: against_html(request, assessment))


def against_html(request: HttpRequest, assessment: Assessment) -> str:
    """The page around the frozen case."""
    summary = summary_from_json(assessment.result.document(get_language() or "en"))
    page = AgainstPage(
        name=assessment.client.name,
        result_address=result_url(assessment),
        what_if_address=reverse("what-if", kwargs={"ref": assessment.ref}),
        override_address=reverse("override", kwargs={"ref": assessment.ref}) if assessment.for_client else "",
        absent=absence(summary),
    )
    return render_to_string("result/against.html", {"page": page, "summary": summary}, request)


@login_not_required
@require_safe
def example_case_against(request: HttpRequest) -> HttpResponse:
    """What speaks against the sample's answer."""
    summary = sample_summary(get_language() or "en")
    page = AgainstPage(
        name=COMPANY,
        result_address=reverse("example"),
        what_if_address=reverse("example-what-if"),
        override_address="",
        absent=absence(summary),
    )
    return render(request, "result/against.html", {"page": page, "summary": summary})
