"""What every formula demands of its parts."""

from fractions import Fraction

from metrics.catalogue.faults import Fault, MetricError

Number = int | Fraction


def demand_amounts(**parts: Number) -> None:
    """MetricError for an amount, a duration or a rate under 0."""
    for name, value in parts.items():
        if value < 0:
            raise MetricError(Fault.NEGATIVE, name)


def demand_counts(**parts: Number) -> None:
    """MetricError for a count that is under 0 or not whole."""
    demand_amounts(**parts)
    for name, value in parts.items():
        if Fraction(value).denominator != 1:
            raise MetricError(Fault.NOT_WHOLE, name)


def demand_shares(**parts: Number) -> None:
    """MetricError for a share outside 0..1."""
    demand_amounts(**parts)
    for name, value in parts.items():
        if value > 1:
            raise MetricError(Fault.RATE_OVER_ONE, name)


def demand(holds: bool, fault: Fault, *parts: str) -> None:
    """MetricError with this fault unless the condition holds."""
    if not holds:
        raise MetricError(fault, *parts)
