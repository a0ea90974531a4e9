"""The catalogue, each KPI with its calculators, and the catalogue as a file."""

from dataclasses import replace

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from metrics.catalogue.files import catalogue_csv, catalogue_json
from metrics.catalogue.searching import LONGEST_QUERY
from metrics.pages.forms import CalculatorForm
from metrics.pages.presenters.catalogue import catalogue_page
from metrics.pages.presenters.metric import chosen_calculation, metric_page
from metrics.pages.presenters.result import Computed, outcome
from metrics.services.reading import catalogue_entries

BYTE_ORDER_MARK = "\ufeff"  # without it spreadsheets take Polish letters for rubbish


@login_not_required
@require_safe
def catalogue(request: HttpRequest) -> HttpResponse:
    """All KPIs in three columns, or those that were searched for."""
    query = " ".join(request.GET.get("q", "").split())[:LONGEST_QUERY]
    function, first = request.GET.get("function", ""), request.GET.get("first", "")
    page = catalogue_page(catalogue_entries(), get_language() or "en", query, function, first)
    return render(request, "metrics/catalogue.html", {"page": page})


@login_not_required
@require_safe
def metric(request: HttpRequest, slug: str) -> HttpResponse:
    """One KPI; with numbers in the address also what they yield."""
    language = get_language() or "en"
    entries = {entry.metric.slug: entry for entry in catalogue_entries()}
    if slug not in entries:
        raise Http404
    calculation = chosen_calculation(slug, request.GET.get("variant", ""))
    form = CalculatorForm(calculation, language, request.GET)
    names = {each: entry.texts.name.in_language(language) for each, entry in entries.items()}
    page = metric_page(entries[slug], names, calculation, language)
    if form.is_valid() and form.value is not None:
        result = outcome(Computed(calculation, form.given, form.value, form.currency), language)
        page = replace(page, outcome=result, address=request.build_absolute_uri())
    return render(request, "metrics/metric.html", {"page": page, "form": form})


@login_not_required
@require_safe
def download(request: HttpRequest, kind: str) -> HttpResponse:
    """The catalogue in the page's language as a file."""
    language = get_language() or "en"
    if kind == "json":
        response = HttpResponse(catalogue_json(catalogue_entries(), language), content_type="application/json")
    elif kind == "csv":
        body = BYTE_ORDER_MARK + catalogue_csv(catalogue_entries(), language)
        response = HttpResponse(body, content_type="text/csv; charset=utf-8")
    else:
        raise Http404
    response["Content-Disposition"] = f'attachment; filename="kpi-catalogue-{language}.{kind}"'
    return response
