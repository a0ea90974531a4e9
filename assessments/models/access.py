"""Links that open an assessment. Only a hash of the secret is kept, so a link is shown once, when it is made."""

from typing import ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.models.assessment import Assessment


class AccessLinkQuerySet(models.QuerySet["AccessLink"]):
    def personal(self) -> Self:
        """Personal links that work."""
        return self.filter(kind=AccessLink.Kind.RESUME, revoked_at=None)


class AccessLink(models.Model):
    class Kind(models.TextChoices):
        BROWSER = "browser", _("Browser that started it")
        RESUME = "resume", _("Personal link")

    assessment = models.ForeignKey(Assessment, models.CASCADE, related_name="links")
    kind = models.CharField(_("Kind"), max_length=7, choices=Kind)
    secret_hash = models.CharField(  # null, since unique: the browsers that start assessments have no secret
        _("Hash of the secret"), max_length=64, null=True, blank=True, unique=True
    )
    created_at = models.DateTimeField(_("Made"))
    revoked_at = models.DateTimeField(_("Revoked"), null=True, blank=True)

    objects = AccessLinkQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(kind="browser") | models.Q(secret_hash__isnull=False), name="link_has_secret"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
