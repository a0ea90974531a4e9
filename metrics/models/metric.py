"""The texts of the catalogue's KPIs, each in English and Polish. What a KPI is computed from is code, not a row."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from metrics.catalogue.texts import MetricTexts, texts_of_columns

LONGEST_TEXT = 3000


class Metric(models.Model):
    """One KPI's texts. `manage.py prepare` fills the table; what was edited since is left alone.

    Lists (variants, sources) have one item a line, its name before the first colon.
    """

    slug = models.SlugField(_("Address"), max_length=40, unique=True)
    name_en = models.CharField(_("Name, English"), max_length=120)
    name_pl = models.CharField(_("Name, Polish"), max_length=120)
    meaning_en = models.TextField(_("Meaning, English"), max_length=LONGEST_TEXT)
    meaning_pl = models.TextField(_("Meaning, Polish"), max_length=LONGEST_TEXT)
    aliases_en = models.CharField(_("Other names, English"), max_length=200)
    aliases_pl = models.CharField(_("Other names, Polish"), max_length=200)
    sources_en = models.TextField(_("Fields it needs, English"), max_length=LONGEST_TEXT)
    sources_pl = models.TextField(_("Fields it needs, Polish"), max_length=LONGEST_TEXT)
    example_en = models.TextField(_("Worked example, English"), max_length=LONGEST_TEXT)
    example_pl = models.TextField(_("Worked example, Polish"), max_length=LONGEST_TEXT)
    reading_en = models.TextField(_("How to read it, English"), max_length=LONGEST_TEXT)
    reading_pl = models.TextField(_("How to read it, Polish"), max_length=LONGEST_TEXT)
    period_en = models.TextField(_("Typical period, English"), max_length=LONGEST_TEXT)
    period_pl = models.TextField(_("Typical period, Polish"), max_length=LONGEST_TEXT)
    misreading_en = models.TextField(_("Common misreading, English"), max_length=LONGEST_TEXT)
    misreading_pl = models.TextField(_("Common misreading, Polish"), max_length=LONGEST_TEXT)
    variants_en = models.TextField(_("Variants, English"), max_length=LONGEST_TEXT)
    variants_pl = models.TextField(_("Variants, Polish"), max_length=LONGEST_TEXT)
    salesops_en = models.TextField(_("What SalesOps asks of it, English"), max_length=LONGEST_TEXT)
    salesops_pl = models.TextField(_("What SalesOps asks of it, Polish"), max_length=LONGEST_TEXT)
    revops_en = models.TextField(_("What RevOps asks of it, English"), max_length=LONGEST_TEXT)
    revops_pl = models.TextField(_("What RevOps asks of it, Polish"), max_length=LONGEST_TEXT)
    shipped = models.CharField(_("Fingerprint of the texts as shipped"), max_length=64, editable=False)

    class Meta:
        ordering: ClassVar = ["slug"]

    def __str__(self) -> str:
        return self.slug

    @property
    def texts(self) -> MetricTexts:
        """All texts as one value."""
        return texts_of_columns(vars(self))

    @property
    def is_edited(self) -> bool:
        """Whether a text differs from what was shipped."""
        return self.texts.fingerprint() != self.shipped
