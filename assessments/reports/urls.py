"""Addresses of reports."""

from django.urls import path

from assessments.reports import views

urlpatterns = [
    path("a/<slug:ref>/report/", views.report, name="report"),
    path("shared/<slug:ref>/report/", views.shared_report, name="shared-report"),
]
