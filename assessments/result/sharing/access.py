"""Who may read a shared result: a signed cookie of its own name, checked against its link at every request.

It gives no access to the assessment itself. The cookie is fresh until the result is first shown, so that an opening is
counted when somebody reads, not when a mail scanner follows the link.
"""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from assessments.models import AccessLink
from assessments.services.sharing import count_opening
from revops_advisor.cookies import LinkCookies
from revops_advisor.errors import error_page

COOKIE_NAME_START = f"{settings.COOKIE_PREFIX}s-"
MOST_KEPT = 20  # beside the cookies of assessments, a browser's request headers stay small
FRESH = LinkCookies(COOKIE_NAME_START, "assessments.shared.fresh")
READ = LinkCookies(COOKIE_NAME_START, "assessments.shared")

LinkView = Callable[[HttpRequest, AccessLink], HttpResponse]


def remember_sharing(request: HttpRequest, response: HttpResponse, link: AccessLink) -> None:
    """Let this browser read the result from now on."""
    READ.drop_oldest(request, response, MOST_KEPT)
    FRESH.keep(response, link.assessment.ref, link.pk)


def with_sharing(view: LinkView) -> Callable[..., HttpResponse]:
    """Give the view its link, with the assessment: one query. 410 when it was revoked or has expired, else 404."""

    @login_not_required
    @wraps(view)
    def checked(request: HttpRequest, ref: str) -> HttpResponse:
        fresh = FRESH.link_id(request, ref)
        link_id = fresh or READ.link_id(request, ref)
        link = AccessLink.objects.sharing(ref, link_id).first() if link_id else None
        if link is None:
            raise Http404
        if not link.works(timezone.now()):
            return error_page(request, 410)
        response = view(request, link)
        if fresh and request.method == "GET" and response.status_code == 200:
            count_opening(link)
            READ.keep(response, ref, link.pk)
        return response

    return checked
