"""Pages for what goes wrong: each says what happened, whether answers are safe, and what to do next.

Nothing here reads the database, and the page for our own faults falls back to plain HTML when its template fails.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from revops_advisor.logs import request_id

logger = logging.getLogger(__name__)

Text = str | Promise
KEPT = _("Answers you saved with Continue are kept.")
RETRY_AFTER = {429: "60", 503: "30"}
SAME_ADDRESS = frozenset({413, 429, 500, 503})  # where trying the same address again makes sense
OUR_FAULT = frozenset({500, 503})


@dataclass(frozen=True, slots=True)
class ErrorText:
    """What a page says about one status, in the language in which it is read."""

    heading: Text
    happened: Text
    answers: Text
    todo: Text


TEXTS = {
    400: ErrorText(
        _("We could not read this request"),
        _("The address or the form holds characters that cannot be used here, or names a host that is not this site."),
        KEPT,
        _("Go back, check the address, remove unusual characters, and try again."),
    ),
    403: ErrorText(
        _("You cannot open this page"),
        _("This browser has not been given access to it, or the page was open for too long before it was sent."),
        KEPT,
        _("Open the page again with your personal link, or ask the person who sent you here."),
    ),
    404: ErrorText(
        _("Page not found"),
        _("There is no page at this address. It may be mistyped or old, or this browser may not have access."),
        KEPT,
        _("Start an assessment, or paste your personal link to return to one."),
    ),
    405: ErrorText(
        _("This address cannot be opened that way"),
        _("It only receives what a form sends, so it has no page of its own."),
        KEPT,
        _("Go back to the page you came from and use its button."),
    ),
    410: ErrorText(
        _("This link no longer works"),
        _("It was revoked, or it has expired."),
        _("The assessment itself has not changed."),
        _("Ask the person who shared it for a new one."),
    ),
    413: ErrorText(
        _("This is too much to send at once"),
        _("The form or file is larger than this page accepts, so nothing from it was saved."),
        KEPT,
        _("Go back, shorten what you are sending, and try again."),
    ),
    429: ErrorText(
        _("Too many tries"),
        _("There were too many tries from your connection in a short time."),
        KEPT,
        _("Wait a minute, then try again."),
    ),
    500: ErrorText(
        _("Sorry, something went wrong on our side"),
        _("A fault stopped this page. It has been recorded."),
        KEPT,
        _("Try again. If it happens again, tell the person who runs this site the reference below."),
    ),
    503: ErrorText(
        _("Sorry, this service is not available just now"),
        _("The place where answers are kept cannot be reached, so what you sent last may not be saved."),
        KEPT,
        _("Wait half a minute, then try again."),
    ),
}


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """What the template of all error pages shows. `languages` holds a second language only for an unknown address."""

    status: int
    text: ErrorText
    languages: list[str]
    again: str
    offers_resume: bool
    reference: str

    @property
    def title(self) -> Text:
        return self.text.heading


def error_page(request: HttpRequest, status: int, *, headers: Mapping[str, str] | None = None) -> HttpResponse:
    """The page of one error status, in the language of the address, else in the browser's."""
    with translation.override(translation.get_language_from_request(request, check_path=True)):
        page = ErrorPage(
            status=status,
            text=TEXTS[status],
            languages=languages_of(request, status),
            again=request.get_full_path() if status in SAME_ADDRESS else "",
            offers_resume=status == 404,
            reference=request_id.get() if status in OUR_FAULT else "",
        )
        response = render(request, "errors/page.html", {"page": page}, status=status)
    for name, value in headers_of(status, headers).items():
        response.headers[name] = value
    return response


def languages_of(request: HttpRequest, status: int) -> list[str]:
    """The page's language; all of them, the page's first, when the address names none we know."""
    own, known = get_language() or settings.LANGUAGE_CODE, dict(settings.LANGUAGES)
    if status != 404 or request.path_info.split("/", 2)[1] in known:
        return [own]
    return [own, *(code for code in known if code != own)]


def headers_of(status: int, given: Mapping[str, str] | None) -> dict[str, str]:
    usual = {"Retry-After": RETRY_AFTER[status]} if status in RETRY_AFTER else {}
    return usual | dict(given or {})


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_page(request, 400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_page(request, 403)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_page(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """The page for a fault of ours, which may be the fault that keeps templates from working."""
    try:
        return error_page(request, 500)
    except Exception:
        logger.exception("The page for a server error could not be made")
        return plain_server_error()


PLAIN = (
    '<!doctype html><html lang="{}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    "<title>{} – RevOps Advisor</title><h1>{}</h1><p>{}</p><p>{}</p><p>{}</p><p>{}</p></html>"
)


def plain_server_error() -> HttpResponse:
    """The same words without templates, styles or addresses."""
    text = TEXTS[500]
    parts = (text.heading, text.heading, text.happened, text.answers, text.todo, request_id.get())
    return HttpResponse(format_html(PLAIN, get_language() or settings.LANGUAGE_CODE, *parts), status=500)
