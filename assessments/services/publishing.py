"""Publish a method version. What was published before is retired and stays as it is."""

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone

from assessments.content.loader import method_data, shipped_method
from assessments.content.values import MethodContent
from assessments.models import MethodVersion, User


class PublishError(Exception):
    """The version was not published; the sentence says why. Nothing was changed."""


def publish(content: MethodContent, *, note: str, by: User | None = None) -> MethodVersion:
    """Publish this content as a new version and retire the present one.

    Raises PublishError when another version was published at the same moment.
    """
    try:
        with transaction.atomic():
            number = MethodVersion.objects.aggregate(last=Max("number"))["last"] or 0
            MethodVersion.objects.published().update(status=MethodVersion.Status.RETIRED)
            return MethodVersion.objects.create(
                number=number + 1,
                status=MethodVersion.Status.PUBLISHED,
                content=method_data(content),
                note=note,
                published_at=timezone.now(),
                published_by=by,
            )
    except IntegrityError as error:
        raise PublishError("Another version was published at the same time. Look at it, then publish again.") from error


def publish_shipped_method_once() -> bool:
    """Publish the method this release ships if none is published yet; True when it did."""
    if MethodVersion.objects.published().exists():
        return False
    publish(shipped_method(), note="The method shipped with the product.")
    return True
