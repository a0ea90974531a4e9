import pytest
from django.test import Client
from tests.factories import *
from assessments.models import Result
@pytest.mark.django_db
@pytest.mark.parametrize("layout", ["single","section"])
@pytest.mark.parametrize("language", ["en","pl"])
def test_x(layout, language):
    published_method()
    c=Client()
    ref=completed_in(c, language, layout=layout)
    assert Result.objects.count()==1
    assert len(link_in(c,ref, language))==34
