"""The assessments app: questionnaire, engine, result."""

from django.apps import AppConfig


class AssessmentsConfig(AppConfig):
    name = "assessments"
