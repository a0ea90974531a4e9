"""Complete an assessment: once, from one moment's answers, and for ever."""

from django.db import transaction
from django.utils import timezone

from assessments.content.profile import shipped_profile
from assessments.models import Assessment, MethodVersion, Result
from assessments.services.freezing import Gathered, MethodUsed, frozen_fields
from assessments.services.methods import method_content
from metrics.services.reading import catalogue_entries

TRIES = 5


class OpenQuestionsError(Exception):
    """Something is not answered yet; nothing was frozen. `open_items` are question codes and profile fields."""

    def __init__(self, open_items: list[str]) -> None:
        super().__init__(f"Not answered yet: {', '.join(open_items)}.")
        self.open_items = open_items


class BusyError(Exception):
    """Answers kept changing while the result was computed; nothing was frozen, a further try may succeed."""


def complete(assessment: Assessment) -> Result:
    """Freeze the assessment with its result. A second call, also a simultaneous one, returns the first one's result.

    The result is computed before the transaction, which then only checks that nothing was saved meanwhile.
    Raises OpenQuestionsError when something is open.
    """
    used, kpis = method_used(assessment.method_id), catalogue_entries()
    for _ in range(TRIES):
        gathered = gathered_from(assessment)
        refuse_open_questions(assessment, gathered)
        completed_at = timezone.now()
        fields = frozen_fields(used, gathered, timezone.localtime(completed_at), kpis)
        result = _stored(assessment, gathered, completed_at, fields)
        if result is not None:
            return result
    raise BusyError("Answers kept changing while the result was computed. Nothing was lost; try again.")


def method_used(method_id: int) -> MethodUsed:
    """The version with its content parsed."""
    number, published_at = MethodVersion.objects.values_list("number", "published_at").get(pk=method_id)
    return MethodUsed(method_content(method_id), number, timezone.localtime(published_at))


def gathered_from(assessment: Assessment) -> Gathered:
    """Everything answered so far: two queries."""
    answers = list(assessment.answers.values_list("code", "choice", "note"))
    facts: dict[str, str | int] = {}
    for page_facts in assessment.profile_pages.values_list("facts", flat=True):
        facts |= page_facts
    return Gathered({a[0]: a[1] for a in answers}, {a[0]: a[2] for a in answers if a[2]}, facts)


def open_items(assessment: Assessment, gathered: Gathered) -> list[str]:
    """Questions without an answer and required profile fields that are empty, in the order of the pages."""
    content = method_content(assessment.method_id)
    required = [field.slug for field in shipped_profile().fields if field.required]
    asked = content.question_order(content.asked_criteria())
    return [slug for slug in required if slug not in gathered.facts] + [c for c in asked if c not in gathered.choices]


def refuse_open_questions(assessment: Assessment, gathered: Gathered) -> None:
    """Raise OpenQuestionsError unless everything is answered."""
    still_open = open_items(assessment, gathered)
    if still_open:
        raise OpenQuestionsError(still_open)


@transaction.atomic
def _stored(
    assessment: Assessment, gathered: Gathered, completed_at: object, fields: dict[str, object]
) -> Result | None:
    """The stored result; None when answers changed since they were gathered."""
    locked = Assessment.objects.select_for_update(of=("self",)).get(pk=assessment.pk)
    if locked.completed_at:
        return locked.result
    if gathered_from(locked) != gathered:
        return None
    Assessment.objects.filter(pk=locked.pk).update(completed_at=completed_at)
    return Result.objects.create(assessment=locked, method_id=locked.method_id, **fields)
