"""Method content by version, parsed once per process: published and retired versions never change."""

from functools import lru_cache

from assessments.content.loader import parse_method
from assessments.content.values import MethodContent
from assessments.models import MethodVersion


@lru_cache(maxsize=64)
def method_content(method_id: int) -> MethodContent:
    """The content of a published or retired version; one query the first time."""
    version = MethodVersion.objects.exclude(status=MethodVersion.Status.DRAFT).get(pk=method_id)
    return parse_method(version.content)
