"""Addresses of a person's own recommendation."""

from django.urls import path

from assessments.result.overriding import views

urlpatterns = [path("a/<slug:ref>/override/", views.override, name="override")]
