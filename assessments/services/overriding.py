"""A person's own recommendation beside the method's: set it, withdraw it. The method's result never changes."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from assessments.models import Assessment, AuditEntry, Override
from assessments.services.auditing import Facts, audit


@dataclass(frozen=True, slots=True)
class OverrideGiven:
    """A decision as its form sends it; `version` is that of the decision which the form was made from, 0 for none."""

    outcome: str
    reason: str
    name: str
    version: int


@dataclass(frozen=True, slots=True)
class OverrideConflict:
    """Someone else decided or withdrew meanwhile; nothing was changed. None stands after a withdrawal."""

    stored: Override | None


def override_version(override: Override | None) -> int:
    """What a form carries along to say from which decision it was made."""
    return override.pk if override else 0


def current_override(assessment: Assessment) -> Override | None:
    """What stands beside the result, with that result's outcome: one query; None when nothing does."""
    latest = assessment.overrides.latest_first().first()
    return latest if latest and latest.outcome else None


def override_beside(assessment: Assessment) -> Override | None:
    """What stands beside the result. Only a client's assessment can have something, so others cost no query."""
    return current_override(assessment) if assessment.for_client else None


@transaction.atomic
def set_override(assessment: Assessment, given: OverrideGiven, who: str) -> OverrideConflict | None:
    """Add a decision; one equal to what stands already, as from a form sent twice, adds nothing.

    A form made from anything but what stands now changes nothing either: the conflict is returned.
    """
    _lock(assessment)
    before = current_override(assessment)
    if before and (before.outcome, before.reason, before.name) == (given.outcome, given.reason, given.name):
        return None
    if override_version(before) != given.version:
        return OverrideConflict(before)
    _add(assessment, outcome=given.outcome, reason=given.reason, name=given.name)
    audit(who, AuditEntry.What.OVERRIDE_SET, assessment.ref, before=_facts(before), after={"outcome": given.outcome})
    return None


@transaction.atomic
def withdraw_override(assessment: Assessment, version: int, who: str) -> bool | OverrideConflict:
    """Add a row that withdraws the decision; False when none stands, the conflict when another one does."""
    _lock(assessment)
    before = current_override(assessment)
    if before is None:
        return False
    if before.pk != version:
        return OverrideConflict(before)
    _add(assessment, outcome="", reason="", name="")
    audit(who, AuditEntry.What.OVERRIDE_WITHDRAWN, assessment.ref, before=_facts(before))
    return True


def _lock(assessment: Assessment) -> None:
    """Two decisions at once come one after the other."""
    Assessment.objects.select_for_update().only("id").get(pk=assessment.pk)


def _add(assessment: Assessment, **fields: str) -> None:
    Override.objects.create(assessment=assessment, created_at=timezone.now(), **fields)


def _facts(override: Override | None) -> Facts | None:
    return {"outcome": override.outcome} if override else None
