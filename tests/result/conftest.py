"""Every test here starts with one published method."""

import pytest

from assessments.models import MethodVersion
from tests.questionnaire.browsers import published_method


@pytest.fixture(autouse=True)
def method(db: None) -> MethodVersion:
    return published_method()
