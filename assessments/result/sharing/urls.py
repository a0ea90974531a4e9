"""Addresses of sharing."""

from django.urls import path

from assessments.result.sharing import views
from revops_advisor.logs import SHARE

urlpatterns = [
    path("a/<slug:ref>/share/", views.share, name="share"),
    path(f"{SHARE}/<str:secret>/", views.shared_link, name="shared-link"),
    path("shared/<slug:ref>/", views.shared, name="shared"),
]
