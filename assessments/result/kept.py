"""Rendered pages of results, kept on the server by everything that they show."""

import hashlib
from collections.abc import Callable

from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language


def page_key(request: HttpRequest, kind: str, *shown: object, query: str = "") -> str | None:
    """What the page depends on, the language too. None where it shows more, such as a message or another query."""
    if request.META.get("QUERY_STRING", "") != query or request.COOKIES.get("messages"):
        return None
    parts = hashlib.sha256(repr(shown).encode(errors="surrogatepass")).hexdigest()
    return f"{kind}:{get_language()}:{parts}"


def kept_page(key: str | None, rendering: Callable[[], str]) -> HttpResponse:
    """The page of this key; rendered the first time, and each time without a key."""
    html: str | None = caches["pages"].get(key) if key else None
    if html is None:
        html = rendering()
        if key:
            caches["pages"].set(key, html)
    return HttpResponse(html)
