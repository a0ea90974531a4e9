"""The catalogue of KPIs: standard library only, usable without Django."""

from .entries import METRICS, metrics_of
from .faults import Fault, MetricError
from .values import Direction, Metric, Owner, Period, Text, Unit

__all__ = ["METRICS", "Direction", "Fault", "Metric", "MetricError", "Owner", "Period", "Text", "Unit", "metrics_of"]
