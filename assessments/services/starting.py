"""Start an assessment, or copy a completed one to answer again."""

from django.db import transaction
from django.utils import timezone

from assessments.models import AccessLink, Answer, Assessment, Client, MethodVersion, ProfilePage
from assessments.services.links import browser_link, new_reference


class NoPublishedMethodError(Exception):
    """The database holds no published method; `manage.py prepare` loads the shipped one."""


@transaction.atomic
def start(*, language: str, layout: str, for_client: bool) -> tuple[Assessment, AccessLink]:
    """A new assessment on the published method, and the link of the browser that starts it."""
    method = MethodVersion.objects.published().only("id").first()
    if method is None:
        raise NoPublishedMethodError("No method is published. Run: python manage.py prepare")
    now = timezone.now()
    assessment = Assessment.objects.create(
        ref=new_reference(),
        client=Client.objects.create(),
        method=method,
        layout=layout,
        for_client=for_client,
        language=language,
        started_at=now,
        visited_on=now.date(),
    )
    return assessment, browser_link(assessment)


@transaction.atomic
def copy_to_answer_again(original: Assessment, *, language: str) -> tuple[Assessment, AccessLink]:
    """A draft with the answers, notes and profile of a completed assessment, on the same method version."""
    now = timezone.now()
    copy = Assessment.objects.create(
        ref=new_reference(),
        client=original.client,
        method_id=original.method_id,
        previous=original,
        layout=original.layout,
        for_client=original.for_client,
        sells_without_reps=original.sells_without_reps,
        language=language,
        started_at=now,
        visited_on=now.date(),
    )
    Answer.objects.bulk_create(
        Answer(assessment=copy, code=a.code, choice=a.choice, note=a.note, saved_at=a.saved_at)
        for a in original.answers.all()
    )
    ProfilePage.objects.bulk_create(
        ProfilePage(assessment=copy, page=p.page, facts=p.facts, saved_at=p.saved_at)
        for p in original.profile_pages.all()
    )
    return copy, browser_link(copy)
