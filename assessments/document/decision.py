"""A person's own recommendation beside the method's, in words."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext

from assessments.document.outcomes import stored_label


@dataclass(frozen=True, slots=True)
class Decision:
    """Two sentences, apart: the method's and the person's, with the reason and the date."""

    method: str
    person: str
    reason: str
    date: str


@dataclass(frozen=True, slots=True)
class OwnRecommendation:
    """What somebody recommends instead, before it is put into words; `made_at` is in the server's time zone."""

    outcome: str
    name: str
    reason: str
    made_at: datetime


def decision(method_says: str, own: OwnRecommendation) -> Decision:
    """Both recommendations in the language in force."""
    said = {"name": own.name, "outcome": stored_label(own.outcome)}
    return Decision(
        method=method_sentence(method_says),
        person=gettext("%(name)s decided otherwise: %(outcome)s.") % said,
        reason=own.reason,
        date=str(date_format(own.made_at, "DATE_FORMAT")),
    )


def method_sentence(outcome: str) -> str:
    """What the method recommends."""
    return gettext("The method says: %(outcome)s.") % {"outcome": stored_label(outcome)}
