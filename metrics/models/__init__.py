"""The tables of the metrics app. Nothing here imports a service or a view."""

from metrics.models.metric import Metric
from metrics.models.scorecard import FilePart, Scorecard, ScorecardFile

__all__ = ["FilePart", "Metric", "Scorecard", "ScorecardFile"]
