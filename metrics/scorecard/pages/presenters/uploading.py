"""What the upload page shows."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext

from metrics.scorecard.pages.texts import Words, count_text

if TYPE_CHECKING:
    from metrics.models import Scorecard


@dataclass(frozen=True, slots=True)
class Held:
    """A scorecard this browser opens."""

    ref: str
    uploaded: str
    until: str
    is_computed: bool


@dataclass(frozen=True, slots=True)
class UploadPage:
    limits: str
    hours: str
    held: tuple[Held, ...]
    title: Words = ""
    area: str = "metrics"


def upload_page(held: Iterable["Scorecard"], language: str) -> UploadPage:
    """The page with the limits in force."""
    limits = gettext("CSV up to %(megabytes)s MB, %(rows)s rows and %(columns)s columns.") % {
        "megabytes": settings.SCORECARD_MAX_MB,
        "rows": count_text(settings.SCORECARD_MAX_ROWS, language),
        "columns": settings.SCORECARD_MAX_COLUMNS,
    }
    return UploadPage(limits, str(settings.SCORECARD_HOURS), tuple(map(_held, held)))


def _held(scorecard: "Scorecard") -> Held:
    until = gettext("Kept with an assessment")
    if scorecard.expires_at:
        moment = date_format(localtime(scorecard.expires_at), "DATETIME_FORMAT")
        until = gettext("Deleted on %(moment)s") % {"moment": moment}
    uploaded = date_format(localtime(scorecard.created_at), "DATETIME_FORMAT")
    return Held(scorecard.ref, uploaded, until, scorecard.result is not None)
