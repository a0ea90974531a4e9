"""What the method says and what a person decided, side by side."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.timezone import localtime

from assessments.document.decision import Decision, OwnRecommendation, decision

if TYPE_CHECKING:
    from assessments.models import Override


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
    own = OwnRecommendation(override.outcome, override.name, override.reason, localtime(override.created_at))
    return decision(override.assessment.result.outcome, own)
