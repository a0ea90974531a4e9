"""Addresses of what-if."""

from django.urls import path

from assessments.result.what_if import views

urlpatterns = [
    path("a/<slug:ref>/what-if/", views.what_if, name="what-if"),
    path("example/what-if/", views.example_what_if, name="example-what-if"),
]
