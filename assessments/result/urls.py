"""Addresses of the result."""

from django.urls import include, path

from assessments.result import views
from assessments.result.example.views import example

urlpatterns = [
    path("a/<slug:ref>/result/", views.result, name="result"),
    path("", include("assessments.result.sharing.urls")),
    path("", include("assessments.result.overriding.urls")),
    path("", include("assessments.result.what_if.urls")),
    path("", include("assessments.result.against.urls")),
    path("example/", example, name="example"),
]
