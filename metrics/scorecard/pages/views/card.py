"""The scorecard, and the same as a file."""

import csv
import io

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from metrics.catalogue.files import safe_cell
from metrics.models import Scorecard
from metrics.scorecard.pages.access import with_scorecard
from metrics.scorecard.pages.presenters.card import card_page
from metrics.scorecard.pages.views.uploading import csv_response
from metrics.scorecard.printing import plain_rows
from metrics.services.scorecards import computed_of


@with_scorecard
@require_safe
def scorecard(request: HttpRequest, scorecard: Scorecard) -> HttpResponse:
    """All KPIs by function; to the check page before they are computed."""
    computed = computed_of(scorecard)
    if computed is None:
        return redirect("scorecard-check", ref=scorecard.ref)
    page = card_page(scorecard.ref, computed, get_language() or "en")
    return render(request, "scorecard/card.html", {"page": page})


@with_scorecard
@require_safe
def download(request: HttpRequest, scorecard: Scorecard) -> HttpResponse:
    """Every value as CSV, with the keys of the command's JSON."""
    computed = computed_of(scorecard)
    if computed is None:
        return redirect("scorecard-check", ref=scorecard.ref)
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\r\n")
    for row in plain_rows((*computed.values, *computed.trend)):
        writer.writerow([cell if is_number else safe_cell(cell) for cell, is_number in row])
    return csv_response("scorecard.csv", output.getvalue())
