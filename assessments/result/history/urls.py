"""Addresses of an assessment's history."""

from django.urls import path

from assessments.result.history import views

urlpatterns = [
    path("a/<slug:ref>/history/", views.history, name="history"),
    path("a/<slug:ref>/recomputed/", views.recomputed, name="recomputed"),
]
