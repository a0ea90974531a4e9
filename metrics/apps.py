"""The metrics app: the KPI catalogue."""

from django.apps import AppConfig


class MetricsConfig(AppConfig):
    name = "metrics"
