"""A person's own recommendation beside the method's. Rows are only added: the latest counts."""

from typing import ClassVar, Self

from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from assessments.models.assessment import Assessment


class OverrideQuerySet(models.QuerySet["Override"]):
    def latest_first(self) -> Self:
        """The latest first, each with the result that it stands beside."""
        return (
            self.select_related("assessment__result")
            .only("outcome", "reason", "name", "created_at", "assessment__result__outcome")
            .order_by("-pk")
        )


class Override(models.Model):
    """What somebody decided otherwise and why; an empty outcome withdraws what stood before."""

    assessment = models.ForeignKey(Assessment, models.CASCADE, related_name="overrides")
    outcome = models.CharField(_("Outcome"), max_length=24, blank=True)
    reason = models.TextField(_("Reason"), blank=True, validators=[MaxLengthValidator(1000)])
    name = models.CharField(_("Name"), max_length=120, blank=True)
    created_at = models.DateTimeField(_("Made"))

    objects = OverrideQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(outcome="") | ~Q(reason="") & ~Q(name=""), name="override_has_reason")
        ]

    def __str__(self) -> str:
        return self.outcome
