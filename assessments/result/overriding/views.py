"""A consultant's own recommendation beside the method's."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from assessments.document.decision import method_sentence
from assessments.models import Assessment, Override
from assessments.questionnaire.access import link_in_words, with_assessment
from assessments.questionnaire.addresses import check_url
from assessments.result.overriding.forms import OverrideForm
from assessments.result.overriding.presenters import OverridePage, decision_of
from assessments.services.overriding import current_override, set_override, withdraw_override
from assessments.services.reading import outcome_of


@with_assessment
@require_http_methods(["GET", "HEAD", "POST"])
def override(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    """Recommend something else, with a reason and a name; the method's result stays beside it."""
    if not assessment.for_client:
        raise Http404
    if not assessment.completed_at:
        return redirect(check_url(assessment.ref))
    if request.POST.get("do") == "withdraw":
        return withdraw(request, assessment)
    outcome, current = outcome_of(assessment), current_override(assessment)
    form = OverrideForm(outcome, request.POST) if request.method == "POST" else filled_form(outcome, current)
    if form.is_bound and request.POST.get("then") != "language" and form.is_valid():
        set_override(assessment, **form.cleaned_data, who=link_in_words(request, assessment.ref))
        messages.success(request, gettext("Your recommendation is saved. It stands beside the method’s."))
        return redirect("result", ref=assessment.ref)
    page = OverridePage(
        ref=assessment.ref,
        name=assessment.client.name,
        method=method_sentence(outcome),
        decision=decision_of(current),
    )
    return render(request, "result/override.html", {"page": page, "form": form})


def filled_form(outcome: str, current: Override | None) -> OverrideForm:
    """The form with what stands now."""
    fields = {"outcome": current.outcome, "reason": current.reason, "name": current.name} if current else {}
    return OverrideForm(outcome, initial=fields)


def withdraw(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    """Back to the method's recommendation alone; a second time changes nothing."""
    if withdraw_override(assessment, link_in_words(request, assessment.ref)):
        messages.success(request, gettext("Your recommendation is withdrawn. The method’s stands alone."))
    return redirect("result", ref=assessment.ref)
