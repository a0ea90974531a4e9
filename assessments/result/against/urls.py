"""Addresses of the strongest case against an answer."""

from django.urls import path

from assessments.result.against import views

urlpatterns = [
    path("a/<slug:ref>/case-against/", views.case_against, name="case-against"),
    path("example/case-against/", views.example_case_against, name="example-case-against"),
]
