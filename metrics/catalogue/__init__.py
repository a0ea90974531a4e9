"""The catalogue of KPIs: standard library only, usable without Django."""

from .entries import METRICS, metrics_of
from .values import Metric, Owner

__all__ = ["METRICS", "Metric", "Owner", "metrics_of"]
