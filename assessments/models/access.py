"""Links that open an assessment. Only a hash of the secret is kept, so a link is shown when it is made."""

from datetime import datetime, timedelta
from typing import ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.models.assessment import Assessment

SOON = timedelta(days=7)


class AccessLinkQuerySet(models.QuerySet["AccessLink"]):
    def personal(self) -> Self:
        """Personal links that work."""
        return self.filter(kind=AccessLink.Kind.RESUME, revoked_at=None)

    def shared(self) -> Self:
        """Share links that are not revoked, newest first; expired ones too."""
        return self.filter(kind=AccessLink.Kind.SHARE, revoked_at=None).order_by("-pk")

    def sharing(self, ref: str, link_id: int) -> Self:
        """The share link of the assessment with this reference, revoked and expired ones too, with all it opens."""
        found = self.select_related("assessment__client")
        return found.filter(pk=link_id, kind=AccessLink.Kind.SHARE, assessment__ref=ref)


class AccessLink(models.Model):
    """A browser and a personal link open the assessment itself, a share link its result, read-only."""

    class Kind(models.TextChoices):
        BROWSER = "browser", _("Browser that started it")
        RESUME = "resume", _("Personal link")
        SHARE = "share", _("Share link")

    assessment = models.ForeignKey(Assessment, models.CASCADE, related_name="links")
    kind = models.CharField(_("Kind"), max_length=7, choices=Kind)
    secret_hash = models.CharField(  # null, since unique: the browsers that start assessments have no secret
        _("Hash of the secret"), max_length=64, null=True, blank=True, unique=True
    )
    created_at = models.DateTimeField(_("Made"))
    revoked_at = models.DateTimeField(_("Revoked"), null=True, blank=True)
    label = models.CharField(_("Label"), max_length=80, blank=True)
    shows_answers = models.BooleanField(_("Shows answers and notes"), default=False)
    allows_downloads = models.BooleanField(_("Allows downloads"), default=False)
    expires_at = models.DateTimeField(_("Expires"), null=True, blank=True)
    opened = models.PositiveIntegerField(_("Times opened"), default=0)

    objects = AccessLinkQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(kind="browser") | models.Q(secret_hash__isnull=False), name="link_has_secret"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    def has_expired(self, now: datetime) -> bool:
        return self.expires_at is not None and self.expires_at <= now

    def expires_soon(self, now: datetime) -> bool:
        return self.expires_at is not None and self.expires_at - now < SOON

    def works(self, now: datetime) -> bool:
        return self.revoked_at is None and not self.has_expired(now)
