"""Share links: they open a result read-only until they are revoked or expire."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from assessments.models import AccessLink, Assessment, AuditEntry
from assessments.services.auditing import Facts, audit
from assessments.services.links import new_secret, secret_from, secret_hash


@dataclass(frozen=True, slots=True)
class Sharing:
    """What a share link shows and for how long: `days` is None for a link that does not expire."""

    label: str
    shows_answers: bool
    allows_downloads: bool
    days: int | None


@transaction.atomic
def make_share_link(assessment: Assessment, sharing: Sharing, who: str, key: str | None = None) -> str:
    """Make a share link and return its secret, which is stored nowhere.

    With the key of a form, a second call makes no second link and returns the same secret.
    """
    kind, now = AccessLink.Kind.SHARE, timezone.now()
    secret = secret_from(key, kind, assessment.ref) if key else new_secret()
    fields = {
        "assessment": assessment,
        "kind": kind,
        "created_at": now,
        "label": sharing.label,
        "shows_answers": sharing.shows_answers,
        "allows_downloads": sharing.allows_downloads,
        "expires_at": None if sharing.days is None else now + timedelta(days=sharing.days),
    }
    link, is_new = AccessLink.objects.get_or_create(secret_hash=secret_hash(secret), defaults=fields)
    if is_new:
        audit(who, AuditEntry.What.SHARE_MADE, assessment.ref, after=_facts(link))
    return secret


@transaction.atomic
def revoke_share_link(assessment: Assessment, link_id: int, who: str) -> bool:
    """Revoke a share link; False when the assessment has none with this id that still stands."""
    link = assessment.links.shared().select_for_update().filter(pk=link_id).first()
    if link is None:
        return False
    before, link.revoked_at = _facts(link), timezone.now()
    link.save(update_fields=["revoked_at"])
    audit(who, AuditEntry.What.SHARE_REVOKED, assessment.ref, before=before, after=_facts(link))
    return True


def count_opening(link: AccessLink) -> None:
    """One more time that the link was opened."""
    AccessLink.objects.filter(pk=link.pk).update(opened=F("opened") + 1)


def _facts(link: AccessLink) -> Facts:
    """The link without its label, which may name somebody."""
    return {
        "link": link.pk,
        "shows_answers": link.shows_answers,
        "allows_downloads": link.allows_downloads,
        "expires_at": link.expires_at.isoformat() if link.expires_at else None,
        "revoked": link.revoked_at is not None,
    }
