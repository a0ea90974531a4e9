"""A person's own recommendation beside the method's: set it, withdraw it. The method's result never changes."""

from django.db import transaction
from django.utils import timezone

from assessments.models import Assessment, AuditEntry, Override
from assessments.services.auditing import Facts, audit


def current_override(assessment: Assessment) -> Override | None:
    """What stands beside the result, with that result's outcome: one query; None when nothing does."""
    latest = assessment.overrides.latest_first().first()
    return latest if latest and latest.outcome else None


def override_beside(assessment: Assessment) -> Override | None:
    """What stands beside the result. Only a client's assessment can have something, so others cost no query."""
    return current_override(assessment) if assessment.for_client else None


@transaction.atomic
def set_override(assessment: Assessment, *, outcome: str, reason: str, name: str, who: str) -> None:
    """Add a decision; one equal to what stands already, as from a form sent twice, adds nothing."""
    _lock(assessment)
    before = current_override(assessment)
    if before and (before.outcome, before.reason, before.name) == (outcome, reason, name):
        return
    _add(assessment, outcome=outcome, reason=reason, name=name)
    audit(who, AuditEntry.What.OVERRIDE_SET, assessment.ref, before=_facts(before), after={"outcome": outcome})


@transaction.atomic
def withdraw_override(assessment: Assessment, who: str) -> bool:
    """Add a row that withdraws the decision; False when none stands."""
    _lock(assessment)
    before = current_override(assessment)
    if before is None:
        return False
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
