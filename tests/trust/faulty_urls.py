"""The product's addresses and some that fail, for pages that only a fault shows."""

from typing import NoReturn

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest
from django.urls import path

from revops_advisor import urls
from revops_advisor.logs import SECRET_ROUTES
from revops_advisor.urls import handler400, handler403, handler404, handler500

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


@login_not_required
def fault(request: HttpRequest, **kwargs: str) -> NoReturn:
    """Fail, with the address in the message as libraries like to do."""
    raise RuntimeError(f"A fault on {request.build_absolute_uri()}")


urlpatterns = [
    *[path(f"<str:language>/{route}/<str:secret>/fault/", fault) for route in SECRET_ROUTES],
    path("en/fault/", fault),
    path("pl/fault/", fault),
    *urls.urlpatterns,
]
