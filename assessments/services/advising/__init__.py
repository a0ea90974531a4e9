"""Advice on many companies at once: JSON in, JSON out, one item at a time."""

from .adviser import Adviser, published_adviser
from .errors import AdvisingError
from .printing import Printed, Progress
from .window import Source

__all__ = ["Adviser", "AdvisingError", "Printed", "Progress", "Source", "published_adviser"]
