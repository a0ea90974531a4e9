"""The landing page and the text pages: help, method, privacy, accessibility."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from assessments.models import Assessment, MethodVersion
from assessments.pages.presenters.landing import landing_page
from assessments.pages.presenters.method import PublishedMethod, method_page
from assessments.pages.presenters.texts import accessibility_page, help_sections_page, privacy_page
from assessments.questionnaire.access import assessments_in_cookies
from assessments.services.methods import method_content
from assessments.services.starting import NoPublishedMethodError


@login_not_required
@require_safe
def landing(request: HttpRequest) -> HttpResponse:
    """What one gets, for whom, how long it takes; and the way back for a browser that began before."""
    links = dict(assessments_in_cookies(request))
    found = list(Assessment.objects.reached_by_any(links)) if links else []
    page = landing_page(found, today=timezone.localdate(), language=get_language() or "en")
    return render(request, "pages/landing.html", {"page": page})


@login_not_required
@require_safe
def method(request: HttpRequest) -> HttpResponse:
    """The published method, exact enough to recompute a result by hand."""
    version = MethodVersion.objects.published().only("id", "number", "published_at").first()
    if version is None:
        raise NoPublishedMethodError("No method is published. Run: python manage.py prepare")
    published = PublishedMethod(version.number, version.published_at, method_content(version.pk))
    return render(request, "pages/text.html", {"page": method_page(published, get_language() or "en")})


@login_not_required
@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/text.html", {"page": help_sections_page()})


@login_not_required
@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/text.html", {"page": privacy_page()})


@login_not_required
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/text.html", {"page": accessibility_page()})
