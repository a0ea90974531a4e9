"""Who may open an assessment: a signed cookie for each one, checked against its link at every request."""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import DEFAULT_DB_ALIAS
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from assessments.models import AccessLink, Assessment, Client
from assessments.services.visiting import note_visit
from revops_advisor.cookies import LinkCookies

COOKIE_NAME_START = f"{settings.COOKIE_PREFIX}a-"
MOST_KEPT = 50  # a browser's request headers stay small
COOKIES = LinkCookies(COOKIE_NAME_START, "assessments.access")

# `Assessment.objects.reached_by` as a statement: every page of a founder begins with it, and Django takes ten times as
# long to compose it as the database takes to answer it.
REACHED = """
SELECT a.*, c.name AS client_name FROM assessments_assessment a
JOIN assessments_client c ON c.id = a.client_id
JOIN assessments_accesslink l ON l.assessment_id = a.id
WHERE a.ref = %s AND l.id = %s AND l.revoked_at IS NULL AND l.kind IN ('browser', 'resume')
"""

View = Callable[..., HttpResponse]


class AccessLost(Http404):
    """This browser does not open the assessment: it is another's, its link was revoked, or there is none."""


def link_id_in_cookie(request: HttpRequest, ref: str) -> int | None:
    """The link this browser opens the assessment by; None without a cookie of ours."""
    return COOKIES.link_id(request, ref)


def link_in_words(request: HttpRequest, ref: str) -> str:
    """Who acts, for the audit: the link by which this browser opens the assessment."""
    return f"link {COOKIES.link_id(request, ref)}"


def assessments_in_cookies(request: HttpRequest) -> Iterator[tuple[str, int]]:
    """(reference, link) of every assessment this browser holds access to."""
    return COOKIES.held(request)


def remember_access(request: HttpRequest, response: HttpResponse, ref: str, link: AccessLink) -> None:
    """Let this browser open the assessment from now on; past the limit the cookies of the oldest links go."""
    COOKIES.drop_oldest(request, response, MOST_KEPT)
    COOKIES.keep(response, ref, link.pk)


def forget_access(response: HttpResponse, ref: str) -> None:
    """Take this browser's access back."""
    COOKIES.drop(response, ref)


def reachable_assessment(request: HttpRequest, ref: str) -> Assessment | None:
    """The assessment with its client, if this browser's link still opens it: one query."""
    link_id = link_id_in_cookie(request, ref)
    found = None if link_id is None else next(iter(Assessment.objects.raw(REACHED, [ref, link_id])), None)
    if found is not None:
        name = found.client_name  # type: ignore[attr-defined]  # a column of REACHED
        found.client = Client.from_db(DEFAULT_DB_ALIAS, ["id", "name"], [found.client_id, name])
    return found


def with_assessment(view: View) -> View:
    """Give the view its assessment instead of the reference; 404 alike for foreign, revoked and absent ones."""

    @login_not_required
    @wraps(view)
    def checked(request: HttpRequest, ref: str, **kwargs: Any) -> HttpResponse:
        assessment = reachable_assessment(request, ref)
        if assessment is None:
            raise AccessLost
        note_visit(assessment, timezone.now().date())
        return view(request, assessment, **kwargs)

    return checked
