"""Addresses of the landing page and the text pages, below the language."""

from django.urls import path

from assessments.pages import views

urlpatterns = [
    path("", views.landing, name="landing"),
    path("method/", views.method, name="method"),
    path("help/", views.help_page, name="help"),
    path("privacy/", views.privacy, name="privacy"),
    path("accessibility/", views.accessibility, name="accessibility"),
]
