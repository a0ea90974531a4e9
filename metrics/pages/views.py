"""The catalogue, each KPI with its calculators, and the catalogue as a file."""

from collections.abc import Mapping
from dataclasses import replace

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from metrics.catalogue.files import catalogue_csv, catalogue_json
from metrics.catalogue.searching import LONGEST_QUERY
from metrics.catalogue.texts import Entry
from metrics.pages.forms import CalculatorForm
from metrics.pages.kept import kept_page
from metrics.pages.presenters.catalogue import catalogue_page
from metrics.pages.presenters.metric import chosen_calculation, metric_page
from metrics.pages.presenters.result import Computed, outcome
from metrics.services.reading import catalogue_entries, read_catalogue

BYTE_ORDER_MARK = "\ufeff"  # without it spreadsheets take Polish letters for rubbish


@login_not_required
@require_safe
def catalogue(request: HttpRequest) -> HttpResponse:
    """All KPIs in three columns, or those that were searched for."""
    found = read_catalogue()
    query = " ".join(request.GET.get("q", "").split())[:LONGEST_QUERY]
    function, first = request.GET.get("function", ""), request.GET.get("first", "")

    def rendering() -> str:
        page = catalogue_page(found.entries, get_language() or "en", query, function, first)
        return render_to_string("metrics/catalogue.html", {"page": page}, request)

    return kept_page(request, found.fingerprint, rendering)


@login_not_required
@require_safe
def metric(request: HttpRequest, slug: str) -> HttpResponse:
    """One KPI; with numbers in the address also what they yield."""
    found = read_catalogue()
    entries = {entry.metric.slug: entry for entry in found.entries}
    if slug not in entries:
        raise Http404
    return kept_page(request, found.fingerprint, lambda: metric_html(request, entries, slug))


def metric_html(request: HttpRequest, entries: Mapping[str, Entry], slug: str) -> str:
    """The KPI's page, with the calculator as it was filled in."""
    language = get_language() or "en"
    calculation = chosen_calculation(slug, request.GET.get("variant", ""))
    form = CalculatorForm(calculation, language, request.GET)
    names = {each: entry.texts.name.in_language(language) for each, entry in entries.items()}
    page = metric_page(entries[slug], names, calculation, language)
    if form.is_valid() and form.value is not None:
        result = outcome(Computed(calculation, form.given, form.value, form.currency), language)
        page = replace(page, outcome=result, address=request.build_absolute_uri())
    return render_to_string("metrics/metric.html", {"page": page, "form": form}, request)


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
