"""What the method says and what a person decided, side by side."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.formats import time_format
from django.utils.timezone import localtime

from assessments.document.decision import Decision, OwnRecommendation, decision
from assessments.document.outcomes import stored_label

if TYPE_CHECKING:
    from assessments.models import Override


@dataclass(frozen=True, slots=True)
class OverridePage:
    """`decision` is what stands now; None while nothing does."""

    ref: str
    name: str
    method: str
    decision: Decision | None
    version: str
    area: str = "assess"


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a conflict, as text; a side without an outcome has no recommendation."""

    outcome: str = ""
    reason: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class OverrideConflictPage:
    """Two recommendations, and the hidden fields that would put the second in place of the first."""

    ref: str
    time: str
    theirs: Side
    mine: Side
    fields: list[tuple[str, str]]
    keeps_typed: str = "again"


def side(outcome: str, reason: str, name: str) -> Side:
    """One side, by the code of its outcome."""
    return Side(stored_label(outcome), reason, name)


def side_of(override: "Override | None") -> Side:
    """What stands."""
    return side(override.outcome, override.reason, override.name) if override else Side()


def time_of(override: "Override | None") -> str:
    """When it was saved, in the server's time zone; empty where nothing stands."""
    return str(time_format(localtime(override.created_at), "H:i")) if override else ""


def decision_of(override: "Override | None") -> Decision | None:
    """The decision that stands beside the result; None when there is none."""
    if override is None:
        return None
    own = OwnRecommendation(override.outcome, override.name, override.reason, localtime(override.created_at))
    return decision(override.assessment.result.outcome, own)
