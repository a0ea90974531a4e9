"""Only the names that the frame of every page links to, so that its tests need no room of the product."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path

FAULTS: dict[str, Exception] = {
    "400": BadRequest(),
    "403": PermissionDenied(),
    "404": Http404(),
    "500": RuntimeError("made for the test"),
}


@login_not_required
def page(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok")


@login_not_required
def fault(request: HttpRequest, code: str) -> HttpResponse:
    raise FAULTS[code]


NAMES = ("start", "metrics", "help", "method", "privacy", "accessibility", "mine", "resume-form")

urlpatterns = i18n_patterns(
    path("", page, name="landing"),
    *(path(f"{name}/", page, name=name) for name in NAMES),
    path("fault/<str:code>/", fault, name="fault"),
)

handler400 = "revops_advisor.errors.bad_request"
handler403 = "revops_advisor.errors.permission_denied"
handler404 = "revops_advisor.errors.page_not_found"
handler500 = "revops_advisor.errors.server_error"
