"""CRM data beside the answers: keep a scorecard with the assessment, see what it says, let it go."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_http_methods

from assessments.crm.presenters import CrmPage, compared_rows, offered, uploaded
from assessments.models import Assessment
from assessments.questionnaire.access import with_assessment
from assessments.services.comparing import QUESTIONS, compared
from assessments.services.methods import method_content
from assessments.services.reading import answers_of
from metrics.scorecard.pages.access import scorecards_held
from metrics.scorecard.pages.presenters.card import columns
from metrics.services.scorecards import computed_of
from metrics.services.storing import delete_kept, keep_with, kept_with


@with_assessment
@require_http_methods(["GET", "HEAD", "POST"])
def crm_data(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    """The figures beside the answers; without a kept scorecard, the choice of one."""
    if request.method == "POST" and request.POST.get("then") != "language":
        return changed(request, assessment)
    language = get_language() or "en"
    kept = kept_with(assessment.ref)
    computed = computed_of(kept) if kept else None
    content = method_content(assessment.method_id)
    questions = {code: content.question(code) for code in QUESTIONS.values()}
    rows = compared(computed) if computed else []
    page = CrmPage(
        ref=assessment.ref,
        name=assessment.client.name,
        kept=uploaded(kept) if kept else "",
        rows=compared_rows(rows, questions, answers_of(assessment), addresses(assessment, questions), language),
        columns=columns(computed, language) if computed else (),
        offered=offered([] if kept else scorecards_held(request)),
        is_completed=assessment.completed_at is not None,
    )
    return render(request, "crm/data.html", {"page": page})


def changed(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    """Keep a scorecard of this browser with the assessment, or delete the one that is kept."""
    if request.POST.get("do") == "delete":
        delete_kept(assessment.ref)
        messages.success(request, gettext("The CRM data are deleted."))
        return redirect("crm-data", ref=assessment.ref)
    chosen = request.POST.get("scorecard", "")
    found = next((each for each in scorecards_held(request) if each.ref == chosen), None)
    if found is None or found.result is None:
        raise Http404
    keep_with(found, assessment.ref)
    messages.success(request, gettext("The scorecard is kept with this assessment."))
    return redirect("crm-data", ref=assessment.ref)


def addresses(assessment: Assessment, questions: Mapping[str, object]) -> dict[str, str]:
    """Where each answer is changed: at its question, or by a new version once the assessment is completed."""
    if assessment.completed_at:
        return dict.fromkeys(questions, reverse("answer-again", kwargs={"ref": assessment.ref}))
    content = method_content(assessment.method_id)
    slugs = {code: content.question(code).slug for code in questions}
    return {
        code: reverse("question", kwargs={"ref": assessment.ref, "slug": slug}) + "?from=check"
        for code, slug in slugs.items()
    }
