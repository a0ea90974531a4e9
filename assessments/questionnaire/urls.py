"""Addresses of the questionnaire."""

from django.urls import path

from assessments.questionnaire.views import checking, keeping, profile, questions, resuming, starting
from revops_advisor.logs import RESUME

urlpatterns = [
    path("start/", starting.start, name="start"),
    path("mine/", resuming.mine, name="mine"),
    path(f"{RESUME}/", resuming.resume_form, name="resume-form"),
    path(f"{RESUME}/<str:secret>/", resuming.resume, name="resume"),
    path("a/<slug:ref>/", resuming.entry, name="entry"),
    path("a/<slug:ref>/company/", profile.profile, {"slug": "company"}, name="profile"),
    path("a/<slug:ref>/team/", profile.profile, {"slug": "team"}, name="profile"),
    path("a/<slug:ref>/q/<slug:slug>/", questions.question, name="question"),
    path("a/<slug:ref>/section/<slug:slug>/", questions.section, name="section"),
    path("a/<slug:ref>/check/", checking.check, name="check"),
    path("a/<slug:ref>/save/", keeping.save, name="save"),
    path("a/<slug:ref>/name/", keeping.rename, name="rename"),
    path("a/<slug:ref>/delete/", keeping.delete, name="delete"),
    path("a/<slug:ref>/again/", starting.answer_again, name="answer-again"),
]
