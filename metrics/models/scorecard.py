"""Uploaded files with what is settled about reading them, and the KPIs computed from them. No deal is a row here.

The files lie in the database, compressed and in pieces: every worker on every machine reaches them, they go with their
scorecard in one transaction, and there is no second place to protect, to back up and to clean.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _


class ScorecardQuerySet(models.QuerySet["Scorecard"]):
    def alive(self, now: datetime) -> Self:
        """Those that are kept, or whose time is not over."""
        return self.filter(models.Q(expires_at=None) | models.Q(expires_at__gt=now))

    def expired(self, now: datetime) -> Self:
        """Those whose time is over."""
        return self.filter(expires_at__lte=now)

    def held(self, ids: Mapping[str, int], now: datetime) -> Self:
        """Those that a browser holds access to (reference to id), newest first."""
        return self.alive(now).filter(pk__in=ids.values(), ref__in=ids).order_by("-created_at", "-pk")

    def kept_for(self, *owners: str) -> Self:
        """Those kept with these assessments, newest first."""
        return self.filter(owner__in=owners).order_by("-created_at", "-pk")


class Scorecard(models.Model):
    """One set of files. `owner` is the reference of the assessment it is kept with; without one it goes after a day.

    `asked` holds the choices of the check page, `result` the computed KPIs, null until they are computed.
    """

    ref = models.CharField(_("Reference"), max_length=16, unique=True)
    created_at = models.DateTimeField(_("Uploaded"))
    expires_at = models.DateTimeField(_("Deleted after"), null=True, blank=True, db_index=True)
    owner = models.CharField(_("Kept with the assessment"), max_length=16, blank=True, db_index=True)
    asked = models.JSONField(_("Choices"), default=dict, blank=True)
    result = models.JSONField(_("Computed KPIs"), null=True, blank=True)

    objects = ScorecardQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(owner="") | models.Q(expires_at=None), name="scorecard_kept_does_not_expire"
            )
        ]

    def __str__(self) -> str:
        return self.ref


class ScorecardFile(models.Model):
    """One uploaded file. `reading` is how it is to be read, empty until that is settled."""

    scorecard = models.ForeignKey(Scorecard, models.CASCADE, related_name="files", verbose_name=_("Scorecard"))
    kind = models.CharField(_("Kind"), max_length=13)
    name = models.CharField(_("File name"), max_length=80)
    size = models.PositiveBigIntegerField(_("Bytes"))
    reading = models.JSONField(_("Columns and formats"), default=dict, blank=True)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["scorecard", "kind"], name="scorecard_one_file_a_kind")
        ]

    def __str__(self) -> str:
        return f"{self.scorecard_id} {self.kind}"


class FilePart(models.Model):
    """A compressed piece of a file."""

    file = models.ForeignKey(ScorecardFile, models.CASCADE, related_name="parts", verbose_name=_("File"))
    number = models.PositiveIntegerField(_("Number"))
    data = models.BinaryField(_("Content"))

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["file", "number"], name="file_part_once")]

    def __str__(self) -> str:
        return f"{self.file_id}/{self.number}"
