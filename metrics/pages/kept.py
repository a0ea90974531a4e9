"""Rendered pages of the catalogue, kept on the server until its texts change."""

from collections.abc import Callable

from django.core.cache import caches
from django.http import HttpRequest, HttpResponse


def kept_page(request: HttpRequest, fingerprint: str, rendering: Callable[[], str]) -> HttpResponse:
    """The page at this address; rendered once for each state of the texts, and each time where it shows more."""
    if request.META.get("QUERY_STRING") or request.COOKIES.get("messages"):
        return HttpResponse(rendering())
    key = f"metrics:{request.path_info}:{fingerprint}"
    html: str | None = caches["pages"].get(key)
    if html is None:
        html = rendering()
        caches["pages"].set(key, html)
    return HttpResponse(html)
