"""Tests that use the database start with one published method and empty counters."""

import pytest


@pytest.fixture
def method(db: None, settings) -> object:
    """The published version; `django_db(transaction=True)` on a test makes it a committed one."""
    from django.core.cache import caches  # this file is read before Django is ready

    from tests.factories import published_method  # the same

    for name in settings.CACHES:
        caches[name].clear()
    return published_method()
