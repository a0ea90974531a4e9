"""Every test here starts with one published method."""

import pytest


@pytest.fixture(autouse=True)
def method(db: None) -> object:
    """The published version."""
    from tests.questionnaire.browsers import published_method  # this file is read before Django is ready

    return published_method()
