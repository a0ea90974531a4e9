"""The frozen outcome of a completed assessment; database triggers refuse any change (migration 0002)."""

from collections.abc import Iterable
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.models.assessment import Assessment
from assessments.models.method import MethodVersion


class ResultQuerySet(models.QuerySet["Result"]):
    def to_compare(self, assessments: Iterable[Assessment]) -> Self:
        """The results of these assessments, each with the number and the day of its method, without its content."""
        found = self.filter(pk__in=[each.pk for each in assessments]).select_related("method")
        return found.defer("inputs", "method__content", "method__note")


class Result(models.Model):
    """Everything a completed assessment said, kept for ever.

    `inputs` holds the method's weights, constants and gate mapping with the answers, `values` what the engine made of
    them (both canonical JSON, `scoring.receipt`). The two documents are the advice in each language as it read on that
    day. The three codes are one integer for each block and for the gates (`scoring.codes`), for replays that read no
    answer rows.
    """

    assessment = models.OneToOneField(Assessment, models.CASCADE, primary_key=True, related_name="result")
    method = models.ForeignKey(MethodVersion, models.PROTECT, related_name="results")
    engine_version = models.CharField(_("Engine version"), max_length=20)
    receipt = models.CharField(_("Receipt"), max_length=64)
    outcome = models.CharField(_("Outcome"), max_length=24)
    inputs = models.TextField(_("Inputs"))
    values = models.TextField(_("Values"))
    document_en = models.TextField(_("Document in English"))
    document_pl = models.TextField(_("Document in Polish"))
    salesops_code = models.PositiveIntegerField(_("SalesOps answers"))
    revops_code = models.PositiveIntegerField(_("RevOps answers"))
    gates_code = models.PositiveIntegerField(_("Gate answers"))

    objects = ResultQuerySet.as_manager()

    def __str__(self) -> str:
        return self.receipt

    def document(self, language: str) -> str:
        """The frozen advice document in `en` or `pl`, as JSON."""
        return self.document_pl if language == "pl" else self.document_en
