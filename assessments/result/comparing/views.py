"""Compare two to four results that this browser opens."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from assessments.models import Assessment
from assessments.questionnaire.access import assessments_in_cookies
from assessments.result.comparing.asking import FEWEST, asked_in, faults, query_of
from assessments.result.comparing.presenters import choose_page, compare_page
from assessments.result.kept import kept_page, page_key
from assessments.services.recomputing import sides_of
from assessments.services.results import summaries_of
from assessments.services.visiting import note_visit


@login_not_required
@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """The comparison, the result completed first before the others; the choice where it is not one yet.

    At its plain address a comparison is rendered once and kept on the server.
    """
    opened = list(Assessment.objects.reached_by_any(dict(assessments_in_cookies(request))))
    asked = asked_in(request.GET)
    chosen = [each for each in opened if each.ref in asked.refs]
    errors = faults(asked, chosen)
    if errors or len(chosen) < FEWEST:
        completed = [each for each in opened if each.completed_at]
        choice = choose_page(completed, summaries_of(completed), asked, errors)
        return render(request, "result/compare_choice.html", {"page": choice})
    in_order = sorted(chosen, key=lambda each: (each.completed_at, each.pk))
    for each in in_order:
        note_visit(each, timezone.now().date())
    shown = [(each.ref, each.client.name) for each in in_order]
    key = page_key(request, "compare", shown, query=query_of(in_order))
    return kept_page(key, lambda: compared_html(request, in_order))


def compared_html(request: HttpRequest, in_order: list[Assessment]) -> str:
    """The comparison of results that never change."""
    page = compare_page(in_order, sides_of(in_order, get_language() or "en"))
    return render_to_string("result/compare.html", {"page": page}, request)
