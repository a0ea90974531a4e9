"""The tables of the metrics app. Nothing here imports a service or a view."""

from metrics.models.metric import Metric

__all__ = ["Metric"]
