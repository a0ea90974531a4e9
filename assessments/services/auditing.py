"""Write down who did what, in the transaction of the deed itself."""

import json
from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from assessments.models import AuditEntry

Facts = Mapping[str, str | int | bool | None]


def audit(
    who: str, what: AuditEntry.What, ref: str, *, before: Facts | None = None, after: Facts | None = None
) -> None:
    """Add an entry. The facts hold no personal data, for entries outlive what they tell of."""
    assert transaction.get_connection().in_atomic_block  # the deed and its entry stand or fall together
    AuditEntry.objects.create(
        who=who, at=timezone.now(), what=what, ref=ref, before=_as_json(before), after=_as_json(after)
    )


def _as_json(facts: Facts | None) -> str:
    return json.dumps(dict(facts), sort_keys=True) if facts else ""
