"""What a comparison of results shows: text only. Each tuple of standings has one for each result, in their order."""

from dataclasses import dataclass

from assessments.document.values import Pair


@dataclass(frozen=True, slots=True)
class Standing:
    """How something stands in one result; where it `is_moved`, other than in the first, `effect` is the difference."""

    text: str
    is_moved: bool
    effect: str = ""
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """A question that was answered differently; `kind` and `name` are empty for a condition, which moves no score."""

    code: str
    kind: str
    name: str
    label: str
    standings: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """A need score in each result."""

    kind: str
    name: str
    standings: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class ListDifference:
    """Two or more lists: what each has that not all have, and what all have."""

    title: str
    only: tuple[tuple[str, ...], ...]
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """Changed answers, those that move a score most first, and whatever else differs."""

    answers: tuple[Change, ...]
    scores: tuple[ScoreRow, ...]
    conditions: tuple[Change, ...]
    unchanged: tuple[Pair, ...]
    lists: tuple[ListDifference, ...]


@dataclass(frozen=True, slots=True)
class WeightRow:
    """A criterion that two methods weigh differently: weights and points under each."""

    label: str
    weight_before: str
    weight_after: str
    points_before: str
    points_after: str
