"""The address of the comparison."""

from django.urls import path

from assessments.result.comparing import views

urlpatterns = [path("compare/", views.compare, name="compare")]
