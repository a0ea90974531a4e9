"""`advise`: many companies from JSON to JSON, beside the bare engine."""

import gc
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
FEW, TIMES = 10, 10  # the peaks of so many companies and of the same ones ten times; watching memory is slow
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
    batch = companies(setting, FEW)
    _, few, many = advised_peaks(adviser, [batch, batch, batch * TIMES])
    name, floor = f"peak of memory, {FEW * TIMES} companies", f"{FEW} companies"
    yield Line("advise", name, few, many, "KiB", floor=floor, ratio=many / few, target=1.1)


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


def advised_peaks(adviser: Adviser, batches: list[list[Inputs]]) -> list[float]:
    """For each batch the most memory in use at once above what is kept, in KiB; the first one fills the caches."""
    sources = [BytesIO(as_json(batch)) for batch in batches]
    gc.freeze()  # what was there before is not looked at again, so that collecting is quick
    tracemalloc.start()
    try:
        return [_peak(adviser, source) / KIB for source in sources]
    finally:
        tracemalloc.stop()
        gc.unfreeze()


def _peak(adviser: Adviser, source: BytesIO) -> int:
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.reset_peak()
    for number, _ in enumerate(adviser.advise(source)):
        if number % 10 == 0:
            gc.collect()  # what is in use counts, not what waits to be collected
    return tracemalloc.get_traced_memory()[1] - kept
