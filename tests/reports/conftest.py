"""Every test here starts in English."""

from collections.abc import Iterator

import pytest
from django.utils.translation import override


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """The language of a request in a test before may still be in force."""
    with override("en"):
        yield
