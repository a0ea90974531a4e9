"""The engine: one company's whole result."""

from collections.abc import Iterator
from fractions import Fraction
from random import Random

from assessments.scoring import CRITERIA, DK, GATES, Answer, Constants, Inputs, Method, evaluate
from assessments.scoring import result_from_values as read_back
from assessments.scoring import result_values as written
from revops_advisor.bench.lines import Line
from revops_advisor.bench.setting import Setting, demand_equal
from revops_advisor.bench.timing import Calls, Seconds, Work, alone, timed

SIZE = 50
MOST_MS, MOST_MS_EVER = 1.0, 500.0
MOST_ROUNDS_OF_SLOWEST = 3
ODD = Constants(coverage=Fraction(1, 2), epsilon=Fraction(997, 1000))
# Weights and answers, S1..R6, that need the most arithmetic: found by search, see tests/scoring/test_cost.py.
SLOWEST = (
    ("10 10 2 3 4 5 6 10 10 3 4 5 7", "2 2 ? ? ? ? ? 2 2 ? ? ? ?"),
    ("10 10 3 4 5 7 1 10 10 9 4 7 5", "0 4 ? ? ? ? ? 1 3 2 ? ? ?"),
    ("10 1 1 2 2 2 2 10 1 1 2 3 3", "2 ? ? ? ? ? ? 2 ? ? ? ? ?"),
    ("10 9 8 7 5 6 1 9 7 8 10 5 1", "? ? ? ? ? ? ? ? ? ? ? ? ?"),
)


def engine(setting: Setting) -> Iterator[Line]:
    """All outputs of one company: without don't-knows, with three of them, and at its worst."""
    for _ in range(SIZE):
        result = evaluate(Method(), some_inputs(setting.random, 1))
        demand_equal(read_back(written(result)), result, "Result read back")
    known, three = (alone(random_companies(setting.random, unknown), setting.rounds) for unknown in (0, 3))
    yield timed("engine", "one company, all known", known, MOST_MS)
    yield timed("engine", "one company, 3 don't-knows", three)
    rounds = min(setting.rounds, MOST_ROUNDS_OF_SLOWEST)
    slowest = max((alone(slow_case(*case), rounds) for case in SLOWEST), key=least)
    yield timed("engine", "one company, slowest input known", slowest, MOST_MS_EVER)


def least(samples: list[Seconds]) -> float:
    return min(sample.processor for sample in samples)


def some_inputs(random: Random, unknown: int) -> Inputs:
    """Random answers and gates, so many of the answers unknown."""
    answers: dict[str, Answer] = {code: random.randrange(5) for code in CRITERIA}
    answers |= dict.fromkeys(random.sample(CRITERIA, unknown), DK)
    return Inputs(answers, {gate: random.random() < 0.5 for gate in GATES})


def random_companies(random: Random, unknown: int) -> Work:
    """Other companies in each sample."""
    method = Method()

    def prepare() -> Calls:
        companies = [some_inputs(random, unknown) for _ in range(SIZE)]
        return lambda: [evaluate(method, company) for company in companies]

    return Work(prepare, SIZE)


def slow_case(weights: str, answers: str) -> Work:
    method = Method(dict(zip(CRITERIA, map(int, weights.split()), strict=True)), ODD)
    given = zip(CRITERIA, answers.split(), strict=True)
    inputs = Inputs({code: DK if sign == "?" else int(sign) for code, sign in given}, dict.fromkeys(GATES))
    return Work(lambda: lambda: evaluate(method, inputs))
