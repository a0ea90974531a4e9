"""What the method says and what a person decided, side by side."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext

from assessments.document.outcomes import stored_label

if TYPE_CHECKING:
    from assessments.models import Override


@dataclass(frozen=True, slots=True)
class Decision:
    """Two sentences, apart: the method's and the person's, with the reason and the date."""

    method: str
    person: str
    reason: str
    date: str


@dataclass(frozen=True, slots=True)
class OverridePage:
    """`decision` is what stands now; None while nothing does."""

    ref: str
    name: str
    method: str
    decision: Decision | None
    area: str = "assess"


def decision_of(override: "Override | None") -> Decision | None:
    """The decision that stands beside the result; None when there is none."""
    if override is None:
        return None
    said = {"name": override.name, "outcome": stored_label(override.outcome)}
    return Decision(
        method=method_sentence(override.assessment.result.outcome),
        person=gettext("%(name)s decided otherwise: %(outcome)s.") % said,
        reason=override.reason,
        date=str(date_format(localtime(override.created_at), "DATE_FORMAT")),
    )


def method_sentence(outcome: str) -> str:
    return gettext("The method says: %(outcome)s.") % {"outcome": stored_label(outcome)}
