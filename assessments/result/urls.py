"""Addresses of the result."""

from django.urls import path

from assessments.result import views

urlpatterns = [path("a/<slug:ref>/result/", views.result, name="result")]
