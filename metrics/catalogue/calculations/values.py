"""What a calculator is made of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from metrics.catalogue.expressions import Term
from metrics.catalogue.values import Period, Text, Unit


@dataclass(frozen=True, slots=True)
class Given:
    """What was entered: numbers (percentages as shares), several numbers for one part, and periods."""

    numbers: Mapping[str, Fraction] = field(default_factory=dict)
    several: Mapping[str, tuple[Fraction, ...]] = field(default_factory=dict)
    periods: Mapping[str, Period] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Calculation:
    """One variant of a KPI. `parts` are asked for in this order; `example` has them as one would type them in.

    `remark` says the result in words, with {parts}; `limit` is shown where the formula would divide by nothing
    although the value exists. `cases` are the parts (successes, cases) of a rate whose few cases leave room for chance.
    `compute` raises MetricError where there is no value.
    """

    code: str
    title: Text
    unit: Unit
    term: Term
    parts: tuple[str, ...]
    compute: Callable[[Given], Fraction]
    example: tuple[str, ...]
    remark: Text | None = None
    limit: Term | None = None
    cases: tuple[str, str] | None = None


def of(formula: Callable[..., Fraction], *parts: str) -> Callable[[Given], Fraction]:
    """The formula of these numbers, in its order of arguments."""
    return lambda given: formula(*(given.numbers[part] for part in parts))


def of_several(formula: Callable[..., Fraction], part: str) -> Callable[[Given], Fraction]:
    """The formula of all the numbers of one part."""
    return lambda given: formula(given.several[part])


BY_COUNT, BY_VALUE = Text("By count", "Liczbowo"), Text("By value", "Wartościowo")
