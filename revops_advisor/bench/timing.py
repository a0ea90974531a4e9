"""Interleaved timing: in each round the path and its floor run next to each other, so both meet the same noise."""

import gc
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from revops_advisor.bench.backend import backend_seconds
from revops_advisor.bench.lines import Line

Calls = Callable[[], object]


class Clock(StrEnum):
    PROCESSOR = "cpu"  # for computation; with PostgreSQL its backend's time is added
    WALL = "wall"  # for durable writes, which wait for the disk


@dataclass(frozen=True, slots=True)
class Work:
    """Something to time: `prepare` makes the calls of one sample, untimed; `size` is how many units they are."""

    prepare: Callable[[], Calls]
    size: int = 1


@dataclass(frozen=True, slots=True)
class Seconds:
    """What one unit of a sample took."""

    processor: float
    wall: float

    def by(self, clock: Clock) -> float:
        return self.processor if clock is Clock.PROCESSOR else self.wall


@dataclass(frozen=True, slots=True)
class Aim:
    """What a path is called, and what it is held against."""

    group: str
    name: str
    floor: str
    ratio: float | None = None
    statements: int | None = None
    most_statements: int | None = None


Pairs = Sequence[tuple[Seconds, Seconds]]


def sample(work: Work) -> Seconds:
    """One sample. The backend's clock is read outside of ours."""
    calls = work.prepare()
    backend, wall, own = backend_seconds(), time.perf_counter(), time.process_time()
    calls()
    own, wall = time.process_time() - own, time.perf_counter() - wall
    processor = own + backend_seconds() - backend
    return Seconds(processor / work.size, wall / work.size)


def interleaved(path: Work, floor: Work, rounds: int) -> Pairs:
    """Samples of (path, floor), after one of each that does not count; every other round begins with the floor."""
    sample(path), sample(floor)
    gc.collect()
    pairs = []
    for number in range(rounds):
        if number % 2:
            of_floor = sample(floor)
            pairs.append((sample(path), of_floor))
        else:
            pairs.append((sample(path), sample(floor)))
    return pairs


def alone(work: Work, rounds: int) -> list[Seconds]:
    """Samples of something without a floor."""
    sample(work)
    gc.collect()
    return [sample(work) for _ in range(rounds)]


def compared(aim: Aim, pairs: Pairs, clock: Clock = Clock.PROCESSOR) -> Line:
    """The line of a path beside its floor."""
    taken = [path.by(clock) * 1000 for path, _ in pairs]
    return Line(
        aim.group,
        aim.name,
        min(taken),
        statistics.median(taken),
        clock=clock,
        floor=aim.floor,
        ratio=statistics.median(path.by(clock) / floor.by(clock) for path, floor in pairs),
        target=aim.ratio,
        statements=aim.statements,
        most_statements=aim.most_statements,
    )


def timed(group: str, name: str, samples: Sequence[Seconds], most_ms: float | None = None) -> Line:
    """The line of something that is timed without a floor."""
    taken = [seconds.processor * 1000 for seconds in samples]
    return Line(group, name, min(taken), statistics.median(taken), clock=Clock.PROCESSOR, target=most_ms)
