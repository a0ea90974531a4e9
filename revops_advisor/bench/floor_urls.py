"""Addresses of the floors; they look like those of an assessment, so that the middleware treats them alike."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import path

from revops_advisor.bench import floors

urlpatterns = i18n_patterns(
    path("a/<slug:ref>/bare/", floors.bare),
    path("a/<slug:ref>/page/", floors.one_template),
    path("a/<slug:ref>/stored/<int:assessment_id>/<slug:code>/", floors.one_template_one_select),
    path("a/<slug:ref>/insert/<int:assessment_id>/<slug:code>/", floors.one_insert),
)
