"""Addresses of the result."""

from django.urls import path

from assessments.result import views
from assessments.result.example.views import example

urlpatterns = [
    path("a/<slug:ref>/result/", views.result, name="result"),
    path("example/", example, name="example"),
]
