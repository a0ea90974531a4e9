"""Every test here starts in English, with one published method."""

from collections.abc import Iterator

import pytest
from django.utils.translation import override


@pytest.fixture(autouse=True)
def method(db: None) -> Iterator[object]:
    """The published version; the language of a request before may still be in force."""
    from tests.questionnaire.browsers import published_method  # this file is read before Django is ready

    with override("en"):
        yield published_method()
