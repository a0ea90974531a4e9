"""Who may open an assessment: a signed cookie for each one, checked against its link at every request.

No database session is involved. One cookie per assessment, so that two tabs which start two assessments at once
cannot overwrite each other's access.
"""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.signing import BadSignature, Signer
from django.db import DEFAULT_DB_ALIAS
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from assessments.models import AccessLink, Assessment, Client
from assessments.services.visiting import note_visit

COOKIE_NAME_START = f"{settings.COOKIE_PREFIX}a-"
MAX_AGE = 400 * 24 * 3600  # browsers keep no cookie longer
MOST_KEPT = 50  # a browser's request headers stay small

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


def _signer(ref: str) -> Signer:
    return Signer(salt=f"assessments.access.{ref}")


def link_id_in_cookie(request: HttpRequest, ref: str) -> int | None:
    """The link this browser opens the assessment by; None without a cookie of ours."""
    value = request.COOKIES.get(COOKIE_NAME_START + ref)
    if value is None:
        return None
    try:
        return int(_signer(ref).unsign(value))
    except (BadSignature, ValueError):
        return None


def assessments_in_cookies(request: HttpRequest) -> Iterator[tuple[str, int]]:
    """(reference, link) of every assessment this browser holds access to."""
    for name in request.COOKIES:
        if name.startswith(COOKIE_NAME_START):
            ref = name.removeprefix(COOKIE_NAME_START)
            link_id = link_id_in_cookie(request, ref)
            if link_id is not None:
                yield ref, link_id


def remember_access(request: HttpRequest, response: HttpResponse, ref: str, link: AccessLink) -> None:
    """Let this browser open the assessment from now on; past the limit the cookies of the oldest links go."""
    held = sorted(assessments_in_cookies(request), key=lambda pair: pair[1])
    for old_ref, _ in held[: max(0, len(held) - MOST_KEPT + 1)]:
        forget_access(response, old_ref)
    response.set_cookie(
        COOKIE_NAME_START + ref,
        _signer(ref).sign(str(link.pk)),
        max_age=MAX_AGE,
        secure=not settings.LOCAL,
        httponly=True,
        samesite="Lax",
    )


def forget_access(response: HttpResponse, ref: str) -> None:
    """Take this browser's access back."""
    response.set_cookie(
        COOKIE_NAME_START + ref, "", max_age=0, secure=not settings.LOCAL, httponly=True, samesite="Lax"
    )


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
