"""Delete an assessment with everything that hangs on it: one on request, or all that nobody has opened for long."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from django.db import transaction

from assessments.models import Assessment, Client
from metrics.services.storing import delete_kept

BATCH = 200


@transaction.atomic
def delete_assessment(assessment: Assessment) -> None:
    """Delete the assessment with all that hangs on it; the client too when it has no other assessment.

    What the audit says of it stays: a reference, times and deeds.
    """
    client = assessment.client
    delete_kept(assessment.ref)
    assessment.delete()
    if not client.assessments.exists():
        client.delete()


def months_before(today: date, months: int) -> date:
    """The same day so many calendar months earlier; the last day of that month where it has no such day."""
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


def deletion_day(visited_on: date, months: int) -> date:
    """The first day on which `delete_old` deletes what was last opened on this day."""
    year, month = divmod(visited_on.year * 12 + visited_on.month - 1 + months, 12)
    day = date(year, month + 1, min(visited_on.day, monthrange(year, month + 1)[1]))
    while months_before(day, months) <= visited_on:
        day += timedelta(days=1)
    return day


def delete_unvisited(day: date, *, batch: int = BATCH) -> Iterator[str]:
    """Delete every assessment last visited before this day; the reference of each, once it is gone for good."""
    while deleted := _delete_batch(day, batch):
        yield from deleted


def unvisited(day: date) -> Iterator[str]:
    """The references that `delete_unvisited` would delete."""
    refs = Assessment.objects.unvisited_since(day).order_by("pk").values_list("ref", flat=True)
    return refs.iterator(chunk_size=BATCH)


@transaction.atomic
def _delete_batch(day: date, batch: int) -> list[str]:
    """Delete so many of them. Their rows are locked, so a visit at the same moment comes wholly before or after."""
    locked = Assessment.objects.unvisited_since(day).order_by("pk").select_for_update()
    rows = list(locked.values_list("pk", "ref", "client_id")[:batch])
    delete_kept(*(ref for _, ref, _ in rows))
    Assessment.objects.filter(pk__in=[pk for pk, _, _ in rows]).delete()
    Client.objects.filter(pk__in={client for _, _, client in rows}, assessments=None).delete()
    return [ref for _, ref, _ in rows]
