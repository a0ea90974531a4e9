"""Method versions: weights, constants, gate mapping and texts under one number. Published ones never change."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class MethodVersionQuerySet(models.QuerySet["MethodVersion"]):
    def published(self) -> Self:
        return self.filter(status=MethodVersion.Status.PUBLISHED)


class MethodVersion(models.Model):
    """One version of the method. `content` is the JSON that `assessments.content` parses.

    Exactly one version is published; a partial unique constraint keeps it so in a race, and database triggers
    refuse any change of a published or retired version's content (migration 0002).
    """

    class Status(models.TextChoices):
        DRAFT = "draft", _("Draft")
        PUBLISHED = "published", _("Published")
        RETIRED = "retired", _("Retired")

    number = models.PositiveIntegerField(_("Number"), unique=True)
    status = models.CharField(_("Status"), max_length=9, choices=Status)
    content = models.JSONField(_("Content"))
    note = models.TextField(_("Change note"), max_length=2000, blank=True)
    published_at = models.DateTimeField(_("Published"), null=True, blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, verbose_name=_("Published by")
    )

    objects = MethodVersionQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                "status",
                condition=models.Q(status="published"),
                name="one_published_method",
                violation_error_message=_("Another version was published at the same time."),
            ),
            models.CheckConstraint(
                condition=models.Q(status="draft") | models.Q(published_at__isnull=False),
                name="published_method_has_date",
            ),
        ]

    def __str__(self) -> str:
        return f"method {self.number}"
