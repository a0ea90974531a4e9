"""Before you start, and the copy of a completed assessment to answer again."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from assessments.models import Assessment
from assessments.questionnaire.access import remember_access, with_assessment
from assessments.questionnaire.addresses import change_url, check_url, step_url
from assessments.questionnaire.form_keys import hash_of_key
from assessments.questionnaire.forms import StartForm, first_option
from assessments.questionnaire.plans import plan_of
from assessments.services.methods import method_content
from assessments.services.starting import copy_to_answer_again
from assessments.services.starting import start as start_assessment


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """What to expect, and for whom one answers; then the first step."""
    form = StartForm(request.POST) if request.method == "POST" else StartForm()
    if not form.is_valid() or request.POST.get("then") == "language":
        return render(request, "questionnaire/start.html", {"form": form})
    assessment, link = start_assessment(
        language=get_language() or "en",
        layout=form.chosen_layout(),
        for_client=form.cleaned_data["for_whom"] == "client",
        made_with=hash_of_key(request, "start"),
    )
    response = redirect(step_url(assessment.ref, plan_of(assessment).steps[0]))
    remember_access(request, response, assessment.ref, link)
    return response


@with_assessment
@require_http_methods(["GET", "HEAD", "POST"])
def answer_again(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    """Say what changing answers does; then a copy, opened on its check page. The result stays as it is."""
    if not assessment.completed_at:
        return redirect(check_url(assessment.ref))
    if request.method != "POST":
        return render(request, "questionnaire/again.html", {"page": {"ref": assessment.ref}})
    made_with = hash_of_key(request, "again", assessment.ref)
    copy, link = copy_to_answer_again(assessment, language=get_language() or "en", made_with=made_with)
    response = redirect(first_page(copy, request.GET.get("question", "")))
    remember_access(request, response, copy.ref, link)
    return response


def first_page(copy: Assessment, slug: str) -> str:
    """The page of the question that one wants to answer, else the check page."""
    question = next((q for q in method_content(copy.method_id).questions if q.slug == slug), None)
    step = question and plan_of(copy).step_of(question.code)
    return change_url(copy.ref, step, first_option(question.code)) if question and step else check_url(copy.ref)
