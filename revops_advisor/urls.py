"""All addresses. Pages stand under their language; probes and the way in do not."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import include, path
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from revops_advisor import health
from revops_advisor.logs import SECRET_ROUTES

handler400 = "revops_advisor.errors.bad_request"
handler403 = "revops_advisor.errors.permission_denied"
handler404 = "revops_advisor.errors.page_not_found"
handler500 = "revops_advisor.errors.server_error"


@login_not_required
@require_safe
def choose_language(request: HttpRequest) -> HttpResponse:
    """To the landing page in the language chosen last, else the browser's."""
    response = redirect("landing")
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response


@login_not_required
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Search engines may list the text pages, never an assessment."""
    closed = [
        f"Disallow: /{code}/{room}/\n"
        for room in ("a", "scorecard", "shared", *SECRET_ROUTES)
        for code, _ in settings.LANGUAGES
    ]
    return HttpResponse("User-agent: *\n" + "".join(closed), content_type="text/plain")


urlpatterns = [
    path("", choose_language, name="choose-language"),
    path("livez", health.livez, name="livez"),
    path("readyz", health.readyz, name="readyz"),
    path("robots.txt", robots, name="robots"),
    *i18n_patterns(
        path("", include("assessments.pages.urls")),
        path("", include("assessments.questionnaire.urls")),
        path("", include("assessments.result.urls")),
        path("", include("assessments.reports.urls")),
        path("", include("assessments.crm.urls")),
        path("", include("metrics.pages.urls")),
        path("", include("metrics.scorecard.pages.urls")),
    ),
]
