"""A database with the shipped method published."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from django.utils import translation

if TYPE_CHECKING:
    from assessments.models import MethodVersion


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """English until a test asks for another language; a request before it may have left its own."""
    with translation.override("en"):
        yield


@pytest.fixture
def published(db: None) -> "MethodVersion":
    """The shipped method as the published version, not yet parsed by this process."""
    # Imported here because pytest may read this file before Django is set up.
    from assessments.models import MethodVersion
    from assessments.services.methods import method_content
    from assessments.services.publishing import publish_shipped_method_once

    publish_shipped_method_once()
    method_content.cache_clear()
    return MethodVersion.objects.published().get()
