"""The address of CRM data beside an assessment."""

from django.urls import path

from assessments.crm import views

urlpatterns = [path("a/<slug:ref>/crm/", views.crm_data, name="crm-data")]
