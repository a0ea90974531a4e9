"""A consultant's own recommendation beside the method's."""

import re

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from assessments.document.decision import method_sentence
from assessments.models import Assessment, Override
from assessments.questionnaire.access import link_in_words, with_assessment
from assessments.questionnaire.addresses import check_url
from assessments.questionnaire.recovery import typed_comes_back
from assessments.result.overriding.forms import OverrideForm
from assessments.result.overriding.presenters import (
    OverrideConflictPage,
    OverridePage,
    Side,
    decision_of,
    side,
    side_of,
    time_of,
)
from assessments.services.overriding import (
    OverrideConflict,
    current_override,
    override_version,
    set_override,
    withdraw_override,
)
from assessments.services.reading import outcome_of

VERSION = re.compile("[0-9]{1,9}")


@typed_comes_back
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
        return decide(request, assessment, form)
    page = OverridePage(
        ref=assessment.ref,
        name=assessment.client.name,
        method=method_sentence(outcome),
        decision=decision_of(current),
        version=str(override_version(current)),
    )
    return render(request, "result/override.html", {"page": page, "form": form})


def filled_form(outcome: str, current: Override | None) -> OverrideForm:
    """The form with what stands now."""
    fields = {"outcome": current.outcome, "reason": current.reason, "name": current.name} if current else {}
    return OverrideForm(outcome, initial={**fields, "version": override_version(current)})


def decide(request: HttpRequest, assessment: Assessment, form: OverrideForm) -> HttpResponse:
    """Save the recommendation; both when somebody saved another one meanwhile."""
    given = form.given()
    conflict = set_override(assessment, given, link_in_words(request, assessment.ref))
    if conflict:
        mine = side(given.outcome, given.reason, given.name)
        return refused(request, assessment, conflict, mine, form.sent_fields())
    messages.success(request, gettext("Your recommendation is saved. It stands beside the method’s."))
    return redirect("result", ref=assessment.ref)


def withdraw(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    """Back to the method's recommendation alone; a second time changes nothing."""
    sent = request.POST.get("replaces" if request.POST.get("then") == "replace" else "version", "")
    version = int(sent) if VERSION.fullmatch(sent) else 0
    outcome = withdraw_override(assessment, version, link_in_words(request, assessment.ref))
    if isinstance(outcome, OverrideConflict):
        return refused(request, assessment, outcome, Side(), [("do", "withdraw"), ("version", sent)])
    if outcome:
        messages.success(request, gettext("Your recommendation is withdrawn. The method’s stands alone."))
    return redirect("result", ref=assessment.ref)


def refused(
    request: HttpRequest, assessment: Assessment, conflict: OverrideConflict, mine: Side, fields: list[tuple[str, str]]
) -> HttpResponse:
    """What stands and what was sent, to choose from; nothing is changed."""
    page = OverrideConflictPage(
        ref=assessment.ref,
        time=time_of(conflict.stored),
        theirs=side_of(conflict.stored),
        mine=mine,
        fields=[*fields, ("replaces", str(override_version(conflict.stored)))],
    )
    return render(request, "result/override_conflict.html", {"page": page}, status=409)
