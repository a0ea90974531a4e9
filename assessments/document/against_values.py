"""The strongest case against an answer, as its page shows it: text only, frozen with the document."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """An answer that speaks for the other outcome: what it says, as it was given, and its criterion."""

    kind: str
    statement: str
    answer: str
    described: str
    code: str


@dataclass(frozen=True, slots=True)
class Way:
    """A change that leads to the other outcome; `parts` are (topic, new answer, what was answered, code).

    `scenario` is the code under which the change can be tried (`document.scenario`).
    """

    parts: tuple[tuple[str, str, str, str], ...]
    steps: str
    scenario: str


@dataclass(frozen=True, slots=True)
class Against:
    """The most acceptable other outcome, argued for from the answers given, and why it is still not advised."""

    outcome: str
    kind: str
    title: str
    intro: tuple[str, ...]
    points_intro: str
    points: tuple[Point, ...]
    ways_intro: str
    ways: tuple[Way, ...]
    unknown: tuple[str, ...]
    cost: tuple[str, ...]
    verdict: tuple[str, ...]
