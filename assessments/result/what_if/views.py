"""What-if: the result with other answers, worked out in one request and stored nowhere."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from assessments.models import Assessment
from assessments.questionnaire.access import with_assessment
from assessments.questionnaire.addresses import check_url, result_url
from assessments.result.what_if.forms import sent_scenario
from assessments.result.what_if.presenters import Place, scenario_query, what_if_page
from assessments.services.example import COMPANY, sample_origin
from assessments.services.scenarios import Origin, origin_of, scenario_reading


@with_assessment
@require_safe
def what_if(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    """Other answers to a completed assessment; the check page while there is no result."""
    if not assessment.completed_at:
        return redirect(check_url(assessment.ref))
    address = reverse("what-if", kwargs={"ref": assessment.ref})
    place = Place(address, result_url(assessment), assessment.client.name)
    return scenario_response(request, origin_of(assessment, get_language() or "en"), place)


@login_not_required
@require_safe
def example_what_if(request: HttpRequest) -> HttpResponse:
    """Other answers to the sample."""
    place = Place(reverse("example-what-if"), reverse("example"), COMPANY)
    return scenario_response(request, sample_origin(get_language() or "en"), place)


def scenario_response(request: HttpRequest, origin: Origin, place: Place) -> HttpResponse:
    """The page of the scenario in the address; a form that was sent leads to its scenario's own, short address."""
    sent = sent_scenario(request.GET, origin)
    address = f"{place.address}{scenario_query(origin, sent.choices)}"
    if sent.is_form and not sent.errors:
        return HttpResponseRedirect(f"{address}#news")
    now = scenario_reading(origin, sent.choices)
    page = what_if_page(place, origin, sent, now, request.build_absolute_uri(address))
    return render(request, "result/what_if.html", {"page": page})
