"""Addresses of the catalogue."""

from django.urls import path

from metrics.pages import views

urlpatterns = [
    path("metrics/", views.catalogue, name="metrics"),
    path("metrics/catalogue.<str:kind>", views.download, name="metrics-download"),
    path("metrics/<slug:slug>/", views.metric, name="metric"),
]
