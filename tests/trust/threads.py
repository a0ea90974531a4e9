"""Several threads at once, each with a database connection of its own."""

import random
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

from django.db import connections

T = TypeVar("T")


def at_once(tasks: Sequence[Callable[[], T]]) -> list[T]:
    """The values of all tasks, begun at the same moment; the first exception of any of them."""
    barrier = Barrier(len(tasks))

    def run(task: Callable[[], T]) -> T:
        barrier.wait()
        try:
            return task()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(tasks)) as pool:
        return [future.result() for future in [pool.submit(run, task) for task in tasks]]


def seeded(counts: str) -> random.Random:
    """Chance that can be repeated: the seed and the counts stand in the output of a failed test."""
    seed = random.randrange(2**32)
    print(f"seed {seed}, {counts}")
    return random.Random(seed)
