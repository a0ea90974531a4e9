"""Every view says itself that it is public; one that forgets is closed."""

import pytest
from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from django.utils.module_loading import import_string

from revops_advisor import urls
from tests.trust.addresses import patterns


def forgetful(request: HttpRequest) -> HttpResponse:
    return HttpResponse("open to everybody")


urlpatterns = [*urls.urlpatterns, path("forgetful/", forgetful)]


def test_login_is_required_unless_a_view_says_otherwise() -> None:
    classes = [each for each in map(import_string, settings.MIDDLEWARE) if isinstance(each, type)]

    assert len([each for each in classes if issubclass(each, LoginRequiredMiddleware)]) == 1


def test_every_view_is_public_on_purpose() -> None:
    assert [route for route, view in patterns() if getattr(view, "login_required", True)] == []


@pytest.mark.django_db
@pytest.mark.urls("tests.trust.test_public_on_purpose")
def test_view_that_forgets_to_say_so_is_closed() -> None:
    response = Client().get("/forgetful/", headers={"accept-language": "en"})

    assert (response.status_code, response.headers["Location"]) == (302, "/en/?next=/forgetful/")
