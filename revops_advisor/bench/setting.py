"""What a group of measurements works with."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from revops_advisor.bench.lines import Line
from revops_advisor.bench.visitor import Handler


@dataclass(frozen=True)
class Setting:
    """The two handlers, ours and the floors', behind the same middleware, and how much is measured."""

    product: Handler
    floors: Handler
    rounds: int
    companies: int
    random: Random


Group = Callable[[Setting], Iterator[Line]]


class UnequalError(Exception):
    """A fast path gives something else than the plain one: its time is worth nothing."""


def demand_equal(fast: object, plain: object, what: str) -> None:
    """Raise UnequalError unless both are equal."""
    if fast != plain:
        raise UnequalError(f"{what}: the fast path and the plain one differ.")
