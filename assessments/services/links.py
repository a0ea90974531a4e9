"""References and secret links: how an assessment is opened, and how that stops."""

import hashlib
import secrets

from django.utils import timezone
from django.utils.crypto import salted_hmac

from assessments.models import AccessLink, Assessment

REFERENCE_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # no signs that are mistaken for each other
SECRET_ALPHABET = REFERENCE_ALPHABET + "1"
GROUPS, GROUP_LENGTH = 7, 4  # 28 signs of 5 bits: 140 bits


def new_reference() -> str:
    """A public reference of ten signs; it opens nothing by itself."""
    return "".join(secrets.choice(REFERENCE_ALPHABET) for _ in range(10))


def new_secret() -> str:
    """A secret of 140 bits in groups that can be read out over the telephone."""
    return _in_groups(secrets.token_bytes(GROUPS * GROUP_LENGTH))


def secret_from(key: str, kind: AccessLink.Kind, ref: str) -> str:
    """The secret of the link that the form with this key makes: nobody computes it without the server's own secret."""
    return _in_groups(salted_hmac(f"assessments.link.{kind.value}", f"{ref}\0{key}", algorithm="sha256").digest())


def _in_groups(numbers: bytes) -> str:
    """Five bits of each of the first 28 bytes as a sign."""
    signs = "".join(SECRET_ALPHABET[number % len(SECRET_ALPHABET)] for number in numbers[: GROUPS * GROUP_LENGTH])
    return "-".join(signs[start : start + GROUP_LENGTH] for start in range(0, len(signs), GROUP_LENGTH))


def secret_hash(secret: str) -> str:
    """SHA-256 of the secret without its dashes; case and stray spaces do not matter."""
    signs = "".join(char for char in secret.lower() if char.isalnum())
    return hashlib.sha256(signs.encode()).hexdigest()


def browser_link(assessment: Assessment) -> AccessLink:
    """Access for the browser that made the assessment; it has no secret and lives in that browser's cookie."""
    return AccessLink.objects.create(assessment=assessment, kind=AccessLink.Kind.BROWSER, created_at=timezone.now())


def make_resume_link(assessment: Assessment, key: str | None = None) -> str:
    """Make a personal link and return its secret, which is stored nowhere; earlier links keep working.

    With the key of a form, a second call makes no second link and returns the same secret.
    """
    kind = AccessLink.Kind.RESUME
    secret = secret_from(key, kind, assessment.ref) if key else new_secret()
    fields = {"assessment": assessment, "kind": kind, "created_at": timezone.now()}
    AccessLink.objects.get_or_create(secret_hash=secret_hash(secret), defaults=fields)
    return secret


def link_for_secret(secret: str, kind: AccessLink.Kind = AccessLink.Kind.RESUME) -> AccessLink | None:
    """The link of this kind with this secret, revoked or not; None when there is none. No kind stands for another."""
    links = AccessLink.objects.select_related("assessment")
    return links.filter(secret_hash=secret_hash(secret), kind=kind).first()


def revoke_links(assessment: Assessment) -> int:
    """Revoke every personal link of the assessment; the access they gave ends at the next request."""
    return assessment.links.personal().update(revoked_at=timezone.now())
