"""Addresses of the landing page and the text pages."""

from django.urls import path

urlpatterns: list[object] = []
