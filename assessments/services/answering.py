"""Save one answer durably: one statement that also refuses stale and late saves.

The version a page was made from travels in its form. The statement writes only if that version is still the stored
one and the assessment is not completed; so of two tabs, none overwrites the other without being asked.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.utils import timezone

from assessments.models import Answer, Assessment

# The assessment's row is share-locked on PostgreSQL, so a save waits for a completion under way and then sees it.
# SQLite runs one writer at a time.
LOCK = {"postgresql": "FOR SHARE", "sqlite": ""}

SAVE_ANSWER = """
INSERT INTO assessments_answer (assessment_id, code, choice, note, version, saved_at)
SELECT a.id, %s, %s, %s, 1, %s FROM assessments_assessment a
WHERE a.id = %s AND a.completed_at IS NULL {lock}
ON CONFLICT (assessment_id, code) DO UPDATE
SET choice = excluded.choice, note = excluded.note, version = assessments_answer.version + 1,
    saved_at = excluded.saved_at
WHERE assessments_answer.version = %s
RETURNING version
"""


@dataclass(frozen=True, slots=True)
class Given:
    """One answer as a page sends it: the option 0..4 or DONT_KNOW, the note, and the version the page showed."""

    code: str
    choice: int
    note: str
    version: int


@dataclass(frozen=True, slots=True)
class Saved:
    version: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """Someone else saved another answer meanwhile; nothing was changed."""

    stored: Answer


@dataclass(frozen=True, slots=True)
class Late:
    """The assessment was completed before the save arrived; nothing was changed."""

    completed_at: datetime


SaveOutcome = Saved | Conflict | Late


def save_answer(assessment: Assessment, given: Given) -> SaveOutcome:
    """Save the answer, or say why not. A repeated save of what is already stored counts as saved."""
    statement = SAVE_ANSWER.format(lock=LOCK[connection.vendor])
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    with connection.cursor() as cursor:
        cursor.execute(statement, [given.code, given.choice, given.note, now, assessment.pk, given.version])
        row = cursor.fetchone()
    return Saved(version=row[0]) if row else _refusal(assessment, given)


def _refusal(assessment: Assessment, given: Given) -> SaveOutcome:
    completed_at = Assessment.objects.values_list("completed_at", flat=True).get(pk=assessment.pk)
    stored = assessment.answers.filter(code=given.code).first()
    if stored and (stored.choice, stored.note) == (given.choice, given.note):
        return Saved(version=stored.version)
    if completed_at:
        return Late(completed_at=completed_at)
    if stored is None:
        raise Assessment.DoesNotExist
    return Conflict(stored=stored)
