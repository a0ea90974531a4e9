"""A second, slow reading of method.md: fractions, plain recursion, every completion and every change by brute force."""

from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import pairwise, product

from assessments.scoring import CRITERIA, GATES, REVOPS_CODES, SALESOPS_CODES, Constants, Inputs, Method, Outcome

CAUTIOUS = {"B": False, "K": True, "A": False, "D": False}
Advice = tuple[str, str, str | None, str | None]
Grades = tuple[int, int]


def q(values: list[Fraction], c: Fraction) -> Fraction:
    """Q(v, c), word for word."""
    high = [v - c for v in values if v > c]
    low = [c - v for v in values if v < c]
    if not high:
        return Fraction(1 if low else 0)
    if not low:
        return Fraction(0)

    @cache
    def share(i: int, j: int) -> Fraction:
        if i == len(high):
            return Fraction(1)
        if j == len(low):
            return Fraction(0)
        p = low[j] / (low[j] + high[i])
        return p * share(i + 1, j) + (1 - p) * share(i, j + 1)

    return share(0, 0)


def advice(g_s: int, g_r: int, gates: dict[str, bool], c: Constants) -> Advice:
    """(outcome, mode, first, later) by the rows of the table, tried in turn."""
    s, r, d = g_s >= c.need_line, g_r >= c.need_line, gates["D"]
    s = s or (d and r)
    first = "revops" if g_r - g_s >= c.lead_gap and not d else "salesops"
    later = {"revops": "salesops", "salesops": "revops"}[first]
    lean = "revops" if g_r > g_s and not d else "salesops"
    ends = gates["A"] and not gates["K"]
    rows: list[tuple[bool, Advice]] = [
        (not s and not r and max(g_s, g_r) < c.case_line and not d, ("none", "no_case", None, None)),
        (not s and not r, (f"{lean}_lean", "lean", lean, None)),
        (s and not r and not ends, ("salesops", "met", "salesops", None)),
        (s and not r, ("salesops", "erodes", "salesops", None)),
        (not s and r, ("revops", "met", "revops", None)),
        (ends and not d, ("revops", "absorb", "revops", None)),
        (gates["B"], ("both", "met", first, None)),
        (True, (f"{first}_then_{later}", "staged", first, later)),
    ]
    return next(row for holds, row in rows if holds)


@dataclass
class Reference:
    """The method on one input, each question answered from its definition."""

    method: Method
    inputs: Inputs

    def __post_init__(self) -> None:
        weights = self.method.weights
        self.codes = [[c for c in block if weights[c]] for block in (SALESOPS_CODES, REVOPS_CODES)]
        self.open = [c for c in CRITERIA if weights[c] and self.inputs.answers.get(c, "dk") == "dk"]
        known = {c: self.inputs.answers.get(c, "dk") for c in CRITERIA if weights[c]}
        self.central: dict[str, int] = {c: 2 if a == "dk" else int(a) for c, a in known.items()}
        self.unknown = [g for g in GATES if self.inputs.gates.get(g, True) is None]
        self.gates = {g: CAUTIOUS[g] if self.inputs.gates.get(g) is None else bool(self.inputs.gates[g]) for g in GATES}

    def need(self, block: int, answers: dict[str, int], weights: dict[str, int] | None = None) -> Fraction:
        w = weights or self.method.weights
        codes = self.codes[block]
        return Fraction(25 * sum(w[c] * answers[c] for c in codes), sum(w[c] for c in codes))

    def grade(self, block: int, answers: dict[str, int], weights: dict[str, int] | None = None) -> int:
        return min(7, int(8 * self.need(block, answers, weights) / 100))

    def grades(self, answers: dict[str, int]) -> Grades:
        return self.grade(0, answers), self.grade(1, answers)

    def advice(self, answers: dict[str, int], gates: dict[str, bool] | None = None) -> Advice:
        return advice(*self.grades(answers), gates or self.gates, self.method.constants)

    def outcome(self) -> str:
        return self.advice(self.central)[0]

    def readings(self, gates: dict[str, bool | None] | None = None) -> list[dict[str, bool]]:
        free = [g for g in self.unknown if g not in (gates or {})]
        base = self.gates | {g: bool(v) for g, v in (gates or {}).items()}
        return [base | dict(zip(free, values, strict=True)) for values in product((False, True), repeat=len(free))]

    def law(self, block: int, fixed: dict[str, int] | None = None) -> list[Fraction]:
        """Law of the grade, averaged over explicit completions; `fixed` answers some open items."""
        free = [c for c in self.codes[block] if c in self.open and c not in (fixed or {})]
        known = self.central | (fixed or {})
        completions = product(range(5), repeat=len(free))
        laws = [self._law(block, known | dict(zip(free, values, strict=True))) for values in completions]
        return [sum(law[g] for law in laws) / Fraction(len(laws)) for g in range(8)]

    def _law(self, block: int, answers: dict[str, int]) -> list[Fraction]:
        eps = self.method.constants.epsilon
        n0 = self.need(block, answers)
        scores = [Fraction(25 * answers[c]) for c in self.codes[block]]
        bounds = [Fraction(25 * k, 2) for k in range(1, 8)]
        below = [q(scores, (t - (1 - eps) * n0) / eps) if eps else Fraction(n0 < t) for t in bounds]
        edges = [Fraction(0), *below, Fraction(1)]
        return [high - low for low, high in pairwise(edges)]

    def shares(
        self, fixed: dict[str, int] | None = None, gates: dict[str, bool | None] | None = None
    ) -> dict[str, Fraction]:
        law_s, law_r = self.law(0, fixed), self.law(1, fixed)
        readings = self.readings(gates)
        shares = {str(outcome): Fraction(0) for outcome in Outcome}
        for (i, p), (j, r), seen in product(enumerate(law_s), enumerate(law_r), readings):
            shares[advice(i, j, seen, self.method.constants)[0]] += p * r / len(readings)
        return shares

    def reachable(self) -> list[str]:
        found = set()
        for values in product(range(5), repeat=len(self.open)):
            answers = self.central | dict(zip(self.open, values, strict=True))
            found |= {self.advice(answers, gates)[0] for gates in self.readings()}
        return [str(outcome) for outcome in Outcome if outcome in found]

    def missing(self) -> list[str]:
        blank = [g for g in GATES if g not in self.inputs.gates]
        needed = []
        for gate in blank:
            others = [g for g in blank if g != gate]
            for values in product((False, True), repeat=len(others)):
                gates = self.gates | dict(zip(others, values, strict=True))
                two = [self.advice(self.central, gates | {gate: value})[:3] for value in (False, True)]
                if two[0] != two[1] and gate not in needed:
                    needed.append(gate)
        return [c for c in self.central if c not in self.inputs.answers] + needed

    def is_insufficient(self) -> bool:
        w = self.method.weights
        open_shares = [
            Fraction(sum(w[c] for c in codes if c in self.open), sum(w[c] for c in codes)) for codes in self.codes
        ]
        thin = any(1 - share < self.method.constants.coverage for share in open_shares)
        return thin or any(item in GATES for item in self.missing())

    def next_question(self) -> str | None:
        missing = self.missing()
        if missing:
            return missing[0]
        gains = {}
        for code in self.open:
            gains[code] = sum(max(self.shares({code: x}).values()) for x in range(5)) / Fraction(5)
        for gate in self.unknown:
            gains[gate] = sum(max(self.shares(gates={gate: x}).values()) for x in (False, True)) / Fraction(2)
        best = max(gains.values(), default=None)
        return next((item for item, gain in gains.items() if gain == best), None)

    def changes(self) -> dict[str, tuple[int, int, list[tuple[int, int]]]]:
        """Per outcome, the smallest (steps, touched, list of (position, new answer)) over all 5^n answers."""
        best: dict[str, tuple[int, int, list[tuple[int, int]]]] = {}
        codes = list(self.central)
        for values in product(range(5), repeat=len(codes)):
            answers = dict(zip(codes, values, strict=True))
            moved = [(CRITERIA.index(c), x) for c, x in answers.items() if x != self.central[c]]
            steps = sum(abs(x - self.central[c]) for c, x in answers.items())
            found = (steps, len(moved), moved)
            outcome = self.advice(answers)[0]
            best[outcome] = min(best.get(outcome, found), found)
        return best

    def nearest(self) -> tuple[str, int, list[tuple[int, int]]]:
        shares = self.shares()
        found = {o: v for o, v in self.changes().items() if o != self.outcome()}
        outcome = min(found, key=lambda o: (found[o][0], -shares[o], found[o][1], found[o][2]))
        return outcome, found[outcome][0], found[outcome][2]

    def weight_outcome(self, code: str, weight: int) -> tuple[Fraction, str] | None:
        """Need of the block and outcome with one weight replaced; None if the block is empty."""
        block = int(code.startswith("R"))
        weights = {**self.method.weights, code: weight}
        if not sum(weights[c] for c in self.codes[block]):
            return None
        grades = list(self.grades(self.central))
        grades[block] = self.grade(block, self.central, weights)
        return self.need(block, self.central, weights), advice(*grades, self.gates, self.method.constants)[0]

    def answer_outcome(self, code: str, answer: int) -> tuple[Fraction, str]:
        answers = self.central | {code: answer}
        return self.need(int(code.startswith("R")), answers), self.advice(answers)[0]
