"""Who may open a scorecard: the browser that uploaded it, by a signed cookie, for as long as it is there."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from metrics.models import Scorecard
from revops_advisor.cookies import LinkCookies

COOKIE_NAME_START = f"{settings.COOKIE_PREFIX}c-"
MOST_KEPT = 20
COOKIES = LinkCookies(COOKIE_NAME_START, "metrics.scorecard")

View = Callable[..., HttpResponse]


def remember_scorecard(request: HttpRequest, response: HttpResponse, scorecard: Scorecard) -> None:
    """Let this browser open the scorecard from now on."""
    COOKIES.drop_oldest(request, response, MOST_KEPT)
    COOKIES.keep(response, scorecard.ref, scorecard.pk)


def forget_scorecard(response: HttpResponse, ref: str) -> None:
    """Take this browser's access back."""
    COOKIES.drop(response, ref)


def scorecards_held(request: HttpRequest) -> list[Scorecard]:
    """The scorecards this browser opens, newest first."""
    return list(Scorecard.objects.held(dict(COOKIES.held(request)), timezone.now()))


def with_scorecard(view: View) -> View:
    """Give the view its scorecard instead of the reference; 404 alike for foreign, expired and absent ones."""

    @login_not_required
    @wraps(view)
    def checked(request: HttpRequest, ref: str, **kwargs: Any) -> HttpResponse:
        pk = COOKIES.link_id(request, ref)
        found = None if pk is None else Scorecard.objects.held({ref: pk}, timezone.now()).first()
        if found is None:
            raise Http404
        return view(request, found, **kwargs)

    return checked
