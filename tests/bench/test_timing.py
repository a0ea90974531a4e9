"""Samples, pairs and what is made of them."""

import re
from collections.abc import Callable

import pytest

from revops_advisor.bench.backend import backend_seconds, database_in_use, statements
from revops_advisor.bench.timing import Aim, Clock, Seconds, Work, alone, compared, interleaved, timed

AIM = Aim("save", "save and continue", "raw INSERT", 2.0, 1, 3)


def work(log: list[str], name: str, size: int = 1) -> Work:
    def prepare() -> Callable[[], object]:
        log.append(f"prepare {name}")
        return lambda: log.append(name)

    return Work(prepare, size)


@pytest.mark.django_db
def test_path_and_floor_take_turns() -> None:
    log: list[str] = []

    pairs = interleaved(work(log, "path"), work(log, "floor"), 3)

    assert len(pairs) == 3
    done = log[1::2]
    assert done == ["path", "floor", "path", "floor", "floor", "path", "path", "floor"]
    assert log[0::2] == [f"prepare {name}" for name in done]


@pytest.mark.django_db
def test_one_sample_more_is_taken_than_counts() -> None:
    log: list[str] = []

    assert len(alone(work(log, "path"), 4)) == 4
    assert log.count("path") == 5


def test_line_holds_the_median_of_the_ratios_of_pairs() -> None:
    """1, 3 and 2: the median of pairs, not the ratio of the medians (which is 1.5)."""
    pairs = [
        (Seconds(0.001, 0.01), Seconds(0.001, 0.01)),
        (Seconds(0.003, 0.01), Seconds(0.001, 0.02)),
        (Seconds(0.004, 0.01), Seconds(0.002, 0.04)),
    ]

    by_processor, by_wall = compared(AIM, pairs), compared(AIM, pairs, Clock.WALL)

    assert (by_processor.minimum, by_processor.median, by_processor.ratio) == (1.0, 3.0, 2.0)
    assert (by_wall.minimum, by_wall.median, by_wall.ratio) == (10.0, 10.0, 0.5)
    assert (by_wall.clock, by_wall.target, by_wall.statements, by_wall.most_statements) == ("wall", 2.0, 1, 3)


def test_time_alone_has_no_ratio() -> None:
    line = timed("engine", "one company", [Seconds(0.002, 1), Seconds(0.001, 1), Seconds(0.009, 1)], 1.0)

    assert (line.minimum, line.median, line.ratio, line.target) == (1.0, 2.0, None, 1.0)


@pytest.mark.django_db
def test_statements_are_counted() -> None:
    from assessments.models import Client  # models need the settings

    assert statements(lambda: [Client.objects.count(), Client.objects.first()]) == 2


@pytest.mark.django_db
def test_backend_has_a_clock_on_postgresql_only() -> None:
    from django.db import connection  # needs the settings

    assert (backend_seconds() > 0) == (connection.vendor == "postgresql")


@pytest.mark.django_db
def test_database_says_whether_it_waits_for_the_disk() -> None:
    assert re.fullmatch(r"sqlite|postgresql \(fsync (on|off), synchronous_commit \w+\)", database_in_use())
