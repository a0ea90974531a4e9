"""Who did what, written beside the deed and never changed; database triggers see to it (migration 0003).

An entry names its assessment by reference only, so it outlives it, and holds no personal data: no note, no reason, no
label, no name of a company.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AuditEntry(models.Model):
    """`who` is `link 12` for the holder of a link; `before` and `after` are JSON, empty where there is nothing."""

    class What(models.TextChoices):
        SHARE_MADE = "share.made", _("Share link made")
        SHARE_REVOKED = "share.revoked", _("Share link revoked")
        OVERRIDE_SET = "override.set", _("Own decision set")
        OVERRIDE_WITHDRAWN = "override.withdrawn", _("Own decision withdrawn")

    who = models.CharField(_("Who"), max_length=120)
    at = models.DateTimeField(_("When"))
    what = models.CharField(_("What"), max_length=24, choices=What)
    ref = models.CharField(_("Reference"), max_length=16, blank=True, db_index=True)
    before = models.TextField(_("Before"), blank=True)
    after = models.TextField(_("After"), blank=True)

    def __str__(self) -> str:
        return f"{self.what} {self.ref}"
