"""The check page: what can be used, what cannot and why; nothing is computed before it is passed."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from metrics.models import Scorecard
from metrics.scorecard.card import Files, demand_rows
from metrics.scorecard.faults import ScorecardError
from metrics.scorecard.fields import Kind
from metrics.scorecard.pages.access import with_scorecard
from metrics.scorecard.pages.forms import CheckForm
from metrics.scorecard.pages.presenters.checking import Checked, check_page
from metrics.scorecard.pages.views.uploading import csv_response
from metrics.services.problem_rows import problem_rows
from metrics.services.scorecards import checked, compute, files_of, first_unsettled, table_of


@with_scorecard
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, scorecard: Scorecard) -> HttpResponse:
    """Read every file and say what was found; when that is confirmed, compute."""
    files = files_of(scorecard)
    unsettled = first_unsettled(files)
    if unsettled is not None:
        return redirect("scorecard-map", ref=scorecard.ref, kind=unsettled.kind)
    today = timezone.localdate()
    found = checked(files, today)
    form = asked_form(request, scorecard, found)
    error = no_rows(found)
    if form.is_bound and not error and form.is_valid():
        scorecard.asked = form.asked()
        question = form.question()
        try:
            compute(scorecard, found if question.as_of == today.toordinal() else checked(files, form.day()), question)
        except ScorecardError as fault:
            form.add_error(None, fault.sentence(get_language() or "en"))
        else:
            return redirect("scorecard", ref=scorecard.ref)
    page = check_page(scorecard.ref, files, Checked(found, table_of(files[0]), error), get_language() or "en")
    return render(request, "scorecard/check.html", {"page": page, "form": form})


def asked_form(request: HttpRequest, scorecard: Scorecard, found: Files) -> CheckForm:
    """The form as it was sent, or with what was asked before."""
    currencies, pipelines = found.deals.names("currency"), found.deals.names("pipeline")
    if request.method == "POST" and request.POST.get("then") != "language":
        return CheckForm(currencies, pipelines, request.POST)
    start = {"as_of": timezone.localdate().isoformat(), **{k: v for k, v in scorecard.asked.items() if v}}
    return CheckForm(currencies, pipelines, initial=start)


def no_rows(found: Files) -> str:
    """Why nothing can be computed; empty where something can."""
    try:
        demand_rows(found.problems)
    except ScorecardError as error:
        return error.sentence(get_language() or "en")
    return ""


@with_scorecard
@require_safe
def problems(request: HttpRequest, scorecard: Scorecard, kind: str) -> HttpResponse:
    """The rows that cannot be used, as they were, to be corrected and uploaded again."""
    files = files_of(scorecard)
    file = next((each for each in files if each.kind == kind and each.reading), None)
    if file is None:
        raise Http404
    rows = problem_rows(file, Kind(kind), timezone.localdate())
    return csv_response(f"{kind}-rows-with-problems.csv", "".join(rows))
