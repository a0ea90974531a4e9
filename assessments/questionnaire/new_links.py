"""Show a link that was just made: on its page, in this browser, for ten minutes.

The secret is stored nowhere and stands in no address, so a signed cookie carries the key of the form that made the
link; the secret is computed from it. Reloading, another language and the same form sent twice show the same link.
"""

from django.conf import settings
from django.core.signing import BadSignature, TimestampSigner
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from assessments.models import AccessLink
from assessments.services.links import link_for_secret, secret_from

NEW_LINK_START = f"{settings.COOKIE_PREFIX}n-"
SHOWN_SECONDS = 600
ROUTES = {AccessLink.Kind.RESUME: "resume", AccessLink.Kind.SHARE: "shared-link"}


def show_new_link(response: HttpResponse, kind: AccessLink.Kind, ref: str, key: str) -> None:
    """Let this browser see the link that the form with this key made."""
    response.set_cookie(
        _name(kind, ref),
        _signer(kind, ref).sign(key),
        max_age=SHOWN_SECONDS,
        secure=not settings.LOCAL,
        httponly=True,
        samesite="Lax",
    )


def new_link(request: HttpRequest, kind: AccessLink.Kind, ref: str) -> str:
    """The whole address of the link just made; empty when there is none, or it works no longer."""
    value = request.COOKIES.get(_name(kind, ref))
    if value is None:
        return ""
    try:
        key = _signer(kind, ref).unsign(value, max_age=SHOWN_SECONDS)
    except BadSignature:
        return ""
    secret = secret_from(key, kind, ref)
    link = link_for_secret(secret, kind)
    works = link is not None and link.works(timezone.now())
    return request.build_absolute_uri(reverse(ROUTES[kind], kwargs={"secret": secret})) if works else ""


def _name(kind: AccessLink.Kind, ref: str) -> str:
    return f"{NEW_LINK_START}{kind.value}-{ref}"


def _signer(kind: AccessLink.Kind, ref: str) -> TimestampSigner:
    return TimestampSigner(salt=f"assessments.new-link.{kind.value}.{ref}")
