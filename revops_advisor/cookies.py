"""Signed cookies that hold a link: one cookie for each assessment or scorecard, named by its reference.

No database session is involved, and two tabs that open two assessments at once cannot overwrite each other's access.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse

MAX_AGE = 400 * 24 * 3600  # browsers keep no cookie longer


@dataclass(frozen=True, slots=True)
class LinkCookies:
    """The cookies of one kind of access; the salt keeps them apart from every other kind."""

    start: str
    salt: str

    def link_id(self, request: HttpRequest, ref: str) -> int | None:
        """The link this browser holds for the assessment; None without a cookie of ours."""
        value = request.COOKIES.get(self.start + ref)
        if value is None:
            return None
        try:
            return int(self._signer(ref).unsign(value))
        except (BadSignature, ValueError):
            return None

    def held(self, request: HttpRequest) -> Iterator[tuple[str, int]]:
        """(reference, link) of every assessment this browser holds a link of."""
        for name in request.COOKIES:
            if name.startswith(self.start):
                ref = name.removeprefix(self.start)
                link_id = self.link_id(request, ref)
                if link_id is not None:
                    yield ref, link_id

    def keep(self, response: HttpResponse, ref: str, link_id: int) -> None:
        """Let the browser hold the link from now on."""
        self._set(response, ref, self._signer(ref).sign(str(link_id)), MAX_AGE)

    def drop(self, response: HttpResponse, ref: str) -> None:
        """Take the link back from the browser."""
        self._set(response, ref, "", 0)

    def drop_oldest(self, request: HttpRequest, response: HttpResponse, most: int) -> None:
        """Make room for one more: past the limit the cookies of the oldest links go."""
        held = sorted(self.held(request), key=lambda pair: pair[1])
        for ref, _ in held[: max(0, len(held) - most + 1)]:
            self.drop(response, ref)

    def _signer(self, ref: str) -> Signer:
        return Signer(salt=f"{self.salt}.{ref}")

    def _set(self, response: HttpResponse, ref: str, value: str, max_age: int) -> None:
        response.set_cookie(
            self.start + ref, value, max_age=max_age, secure=not settings.LOCAL, httponly=True, samesite="Lax"
        )
