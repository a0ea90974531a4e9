"""What every request gets: an id, private caching, refusal of broken input, a page when the database is away."""

import logging
import re
import secrets
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote_to_bytes

from csp.utils import build_policy
from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, UnreadablePostError

from assessments.services.completing import BusyError
from assessments.services.starting import NoPublishedMethodError
from revops_advisor.errors import error_page
from revops_advisor.logs import REQUEST_ID, SECRET_ROUTES, request_id

Handler = Callable[[HttpRequest], HttpResponse]
PRIVATE_SEGMENTS = frozenset({"a", "mine", "shared", *SECRET_ROUTES})
AWAY = (OperationalError, InterfaceError, BusyError, NoPublishedMethodError)
UNSTORABLE = re.compile("[\0\ud800-\udfff]")
CONTENT_POLICY = build_policy()
TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def request_identity(get_response: Handler) -> Handler:
    """Give the request an id for logs, error pages and the X-Request-ID header; keep responses to this origin."""

    def respond(request: HttpRequest) -> HttpResponse:
        request.META[REQUEST_ID] = secrets.token_hex(8)
        token = request_id.set(request.META[REQUEST_ID])
        try:
            response = get_response(request)
            response.headers["X-Request-ID"] = request_id.get()
            response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
            response.headers.setdefault("Cache-Control", "no-store")  # the way to HTTPS, which no other code sees
            return response
        finally:
            request_id.reset(token)

    return respond


def private_responses(get_response: Handler) -> Handler:
    """No cache keeps a page, no search engine lists an assessment, and the chosen language is remembered.

    The Content-Security-Policy is composed once: it is the same for every page, and django-csp takes its time.
    """

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers["Cache-Control"] = "no-store"
        response.headers.setdefault("Content-Security-Policy", CONTENT_POLICY)
        segments = request.path_info.split("/", 3)
        if len(segments) > 2 and segments[2] in PRIVATE_SEGMENTS:
            response.headers["X-Robots-Tag"] = "noindex, nofollow"
        if len(segments) > 1 and segments[1] in LANGUAGES:
            remember_language(request, response, segments[1])
        return response

    return respond


LANGUAGES = frozenset(code for code, _ in settings.LANGUAGES)


def remember_language(request: HttpRequest, response: HttpResponse, language: str) -> None:
    """Keep the language of the address, so that `/` opens in it next time."""
    if request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME) != language:
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            language,
            max_age=settings.LANGUAGE_COOKIE_AGE,
            secure=settings.LANGUAGE_COOKIE_SECURE,
            httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
            samesite="Lax",
        )


class LoginRequired(LoginRequiredMiddleware):
    """Ask who is signed in only where a view needs it; Django would read the session on every page."""

    def process_view(self, request: HttpRequest, view_func: Any, view_args: Any, view_kwargs: Any) -> Any:
        if not getattr(view_func, "login_required", True):
            return None
        return super().process_view(request, view_func, view_args, view_kwargs)


def wrong_method_page(get_response: Handler) -> Handler:
    """A page in place of Django's empty answer to a method that an address does not take."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.status_code != 405 or response.content:
            return response
        return error_page(request, 405, headers={"Allow": response.headers["Allow"]})

    return respond


class RefuseBadInput:
    """Answer 400 to characters no database keeps, and 413 to more than a form can hold, before anything reads them."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        status = broken_input_status(request)
        if status is None:
            return self.get_response(request)
        return error_page(request, status)


def broken_input_status(request: HttpRequest) -> int | None:
    """400 or 413 for input that cannot be read, None when all can."""
    if has_unstorable(request.path) or has_unstorable(request.META.get("QUERY_STRING", "").replace("%00", "\0")):
        return 400
    try:
        if int(request.META.get("CONTENT_LENGTH") or 0) > settings.LARGEST_BODY:
            return 413
        request.POST  # noqa: B018  # reading it parses the body
    except TOO_MUCH:
        return 413
    except (UnreadablePostError, ValueError):  # the latter for a length that is no number
        return 400
    return None if is_utf8(request) else 400


def is_utf8(request: HttpRequest) -> bool:
    """Whether a form's bytes are UTF-8: Django would put other characters in the place of those that are not."""
    if request.content_type != "application/x-www-form-urlencoded":
        return True
    try:
        unquote_to_bytes(request.body).decode()
    except UnicodeDecodeError:
        return False
    return True


def has_unstorable(text: str) -> bool:
    """Whether the text holds a NUL or half of a surrogate pair."""
    return UNSTORABLE.search(text) is not None


class DatabaseAway:
    """Answer 503 with Retry-After, in the page's language, when the database cannot be reached, written or used yet."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, AWAY):
            logging.getLogger(__name__).error("The database cannot be used: %s", exception)
            return error_page(request, 503)
        return None
