"""Check answers, then complete the assessment."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from assessments.models import Assessment
from assessments.questionnaire.access import with_assessment
from assessments.questionnaire.addresses import result_url
from assessments.questionnaire.overview import Overview, check_page
from assessments.questionnaire.plans import plan_of
from assessments.services.completing import OpenQuestionsError, complete
from assessments.services.methods import method_content
from assessments.services.reading import answers_of, profiles_of


@with_assessment
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    """Everything that was answered, what is open, and the button that asks for the recommendation."""
    if assessment.completed_at:
        return redirect(result_url(assessment))
    wants_result = request.method == "POST"
    if wants_result:
        try:
            complete(assessment)
            return redirect(result_url(assessment))
        except OpenQuestionsError:
            pass  # shown below with links to the gaps
    return render(request, "questionnaire/check.html", {"page": page_of(assessment, wants_result=wants_result)})


def page_of(assessment: Assessment, *, wants_result: bool) -> object:
    return check_page(
        Overview(
            ref=assessment.ref,
            company_name=assessment.client.name,
            content=method_content(assessment.method_id),
            plan=plan_of(assessment),
            answers=answers_of(assessment),
            profiles=profiles_of(assessment),
            language=get_language() or "en",
        ),
        shows_gaps=wants_result,
    )
