"""The sample result: what a result looks like, before one answers anything."""

from functools import cache

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from assessments.result.example.presenters import ExamplePage
from assessments.services.example import COMPANY, sample_document


@login_not_required
@require_safe
def example(request: HttpRequest) -> HttpResponse:
    """The result page of a made-up company; it cannot be changed, and nothing of it is stored."""
    page = ExamplePage(name=COMPANY, advice=example_html(get_language() or "en"))
    return render(request, "result/example.html", {"page": page})


@cache
def example_html(language: str) -> SafeString:
    """The advice as HTML, rendered once for each language."""
    context = {
        "document": sample_document(language),
        "read_only": True,
        "what_if_address": reverse("example-what-if"),
        "against_address": reverse("example-case-against"),
    }
    return mark_safe(render_to_string("result/advice.html", context))  # noqa: S308  # a template with autoescape
