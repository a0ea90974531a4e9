"""`advise`: many companies from JSON to JSON, beside the bare engine."""

import json
import tracemalloc
from collections.abc import Iterator
from io import BytesIO

from assessments.scoring import Inputs, evaluate
from assessments.services.advising import Adviser, published_adviser
from assessments.services.advising.items import GATE_CODES
from revops_advisor.bench.groups.engine import some_inputs
from revops_advisor.bench.lines import Line
from revops_advisor.bench.setting import Setting, demand_equal
from revops_advisor.bench.timing import Aim, Calls, Work, compared, interleaved

SAMPLES = 10
FEW, MANY = 30, 300  # companies whose peaks of memory are compared; few, because watching memory is slow
KIB = 1024


def advise(setting: Setting) -> Iterator[Line]:
    """The companies in samples; then the peak of memory for few and for ten times as many."""
    adviser = published_adviser()
    size = max(1, setting.companies // SAMPLES)
    demand_engine_results(adviser, companies(setting, size))
    pending: list[Inputs] = []

    def advised() -> Calls:
        pending[:] = companies(setting, size)
        source = BytesIO(as_json(pending))
        return lambda: sum(isinstance(line, str) for line in adviser.advise(source))

    def bare() -> Calls:
        given = list(pending)  # the companies that are advised in the same round, or were in the one before
        return lambda: [evaluate(adviser.method, inputs) for inputs in given]

    rounds = SAMPLES if setting.rounds > 1 else 1
    pairs = interleaved(Work(advised, size), Work(bare, size), rounds)
    yield compared(Aim("advise", f"advise, {size * rounds:,} companies", "bare engine", 1.3), pairs)
    advised_peak(adviser, companies(setting, FEW))  # fills what is kept for ever
    few, many = (advised_peak(adviser, companies(setting, count)) / KIB for count in (FEW, MANY))
    floor = f"{FEW} companies"
    yield Line("advise", f"peak of memory, {MANY} companies", few, many, "KiB", "", floor, many / few, 1.1)


def companies(setting: Setting, count: int) -> list[Inputs]:
    """Random companies, each with one don't-know in three."""
    return [some_inputs(setting.random, number % 3 // 2) for number in range(count)]


def as_json(given: list[Inputs]) -> bytes:
    """The companies as `advise` reads them, one a line."""
    names = {gate: name for name, gate in GATE_CODES.items()}
    items = (
        {"id": number, "answers": each.answers, "gates": {names[gate]: read for gate, read in each.gates.items()}}
        for number, each in enumerate(given)
    )
    return "\n".join(map(json.dumps, items)).encode()


def demand_engine_results(adviser: Adviser, given: list[Inputs]) -> None:
    """Each line says what the bare engine says."""
    lines = list(adviser.advise(BytesIO(as_json(given))))
    advised = [json.loads(str(line)) for line in lines]
    results = [evaluate(adviser.method, inputs) for inputs in given]
    found = [(each["outcome"], each["robustness"], each["distance"], each["salesops"]["need"]) for each in advised]
    plain = [(each.outcome, str(each.robustness), each.distance, str(each.salesops.need)) for each in results]
    demand_equal(found, plain, "Advice")


def advised_peak(adviser: Adviser, given: list[Inputs]) -> int:
    """The most memory in use at once while these companies are advised, in bytes, without their text."""
    source = BytesIO(as_json(given))
    tracemalloc.start()
    try:
        for _ in adviser.advise(source):
            pass
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
