"""Start an assessment, or copy a completed one to answer again."""

from collections.abc import Callable, Mapping

from django.db import IntegrityError, transaction
from django.utils import timezone

from assessments.models import AccessLink, Answer, Assessment, Client, MethodVersion, ProfilePage
from assessments.services.links import browser_link, new_reference


class NoPublishedMethodError(Exception):
    """The database holds no published method; `manage.py prepare` loads the shipped one."""


Made = tuple[Assessment, AccessLink]


def made_once(made_with: str | None, making: Callable[[], Made]) -> Made:
    """What `making` makes, with the link of the browser; when the same form made it already, that one again.

    `made_with` is the hash of the form's key; its unique constraint decides between two requests at the same time.
    """
    try:
        with transaction.atomic():
            return making()
    except IntegrityError:
        made = Assessment.objects.filter(made_with=made_with).first() if made_with else None
        if made is None:
            raise
        return made, made.links.filter(kind=AccessLink.Kind.BROWSER).earliest("pk")


def start(*, language: str, layout: str, for_client: bool, made_with: str | None = None) -> Made:
    """A new assessment on the published method, and the link of the browser that starts it; once for each form key."""
    fields = {"language": language, "layout": layout, "for_client": for_client, "made_with": made_with}
    return made_once(made_with, lambda: _started(fields))


def copy_to_answer_again(original: Assessment, *, language: str, made_with: str | None = None) -> Made:
    """A draft with the answers, notes and profile of a completed assessment, on the same method version; once for each
    form key."""
    return made_once(made_with, lambda: _copied(original, language, made_with))


def _started(fields: Mapping[str, object]) -> Made:
    method = MethodVersion.objects.published().only("id").first()
    if method is None:
        raise NoPublishedMethodError("No method is published. Run: python manage.py prepare")
    now = timezone.now()
    assessment = Assessment.objects.create(
        ref=new_reference(),
        client=Client.objects.create(),
        method=method,
        started_at=now,
        visited_on=now.date(),
        **fields,
    )
    return assessment, browser_link(assessment)


def _copied(original: Assessment, language: str, made_with: str | None) -> Made:
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
        made_with=made_with,
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
