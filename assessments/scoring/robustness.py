"""Robustness, exact (method.md 5): the law of a grade when weights are drawn around the admin weights.

Answers stay in 0..4, so a score of t points is t/25 here, and all shares are integer numerators over one whole.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from operator import mul
from typing import Final

from .need import Block
from .values import GRADES, TOP_ANSWER

PER_GAP: Final = (0, 12, 6, 4, 3)
"""12 / gap for the gaps 1..4 between two answers: keeps l / (l + h) an integer over 12 d."""
KEY_BITS: Final = 3
TOTAL_SHIFT: Final = KEY_BITS * (TOP_ANSWER + 1)
Mass = tuple[int, ...]


def below_numerator(answers: Sequence[int], c: int, d: int) -> int:
    """Q(answers, c / d) * (12 d)^(n-1), an integer: the recursion of method.md 5, from its far corner to F(1, 1)."""
    whole = 12 * d
    above = [a for a in answers if a * d > c]
    under = [a for a in answers if a * d < c]
    if not above or not under:
        certain: int = whole ** (len(answers) - 1) if under else 0
        return certain
    gaps = [(a, c - a * d) for a in under]
    row: list[int] = [whole**j for j in range(len(gaps))]
    for high in above:
        after = 0
        for j, (low, gap) in enumerate(gaps):
            step = gap * PER_GAP[high - low]
            after = row[j] = step * row[j] + (whole - step) * after
    scale: int = whole ** (len(answers) - len(above) - len(under))
    return row[-1] * scale


def share_below(answers: Sequence[int], threshold: Fraction) -> Fraction:
    """Q(v, c) of method.md 5 in units of answers: v = answers 0..4, c = points / 25; a share 0..1."""
    whole = (12 * threshold.denominator) ** (len(answers) - 1)
    return Fraction(below_numerator(answers, threshold.numerator, threshold.denominator), whole)


@dataclass(frozen=True, slots=True)
class GradeLaw:
    """Law of a grade as integers: `mass` over `whole`; `given[code][x]` over `whole / 5` where an open answer is x."""

    mass: Mass
    whole: int
    given: Mapping[str, tuple[Mass, ...]]

    @property
    def shares(self) -> tuple[Fraction, ...]:
        """P(g = 0), ..., P(g = 7); they sum to 1."""
        return tuple(Fraction(mass, self.whole) for mass in self.mass)


class _GroupMasses(dict[int, Mass]):
    """Masses of the eight grades, remembered per group of completions: (total, multiset of answers)."""

    def __init__(self, own: Block, epsilon: Fraction) -> None:
        super().__init__()
        p, q = epsilon.numerator, epsilon.denominator
        self.weight = own.weight
        self.per_bound = q * own.weight
        self.per_total = 2 * (q - p)
        self.denominator = 2 * p * own.weight
        self.whole = (12 * self.denominator) ** (len(own.codes) - 1) if p else 1

    def __missing__(self, key: int) -> Mass:
        total = key >> TOTAL_SHIFT
        bounds = [0, *self._cumulative(total, _multiset(key)), self.whole]
        mass = self[key] = tuple(high - low for low, high in pairwise(bounds))
        return mass

    def _cumulative(self, total: int, answers: list[int]) -> list[int]:
        """P(N < t) at the seven bounds, times `whole`; for eps = 0 it is 0 or 1 by the score at admin weights."""
        if not self.denominator:
            return [int(2 * total < bound * self.weight) for bound in range(1, GRADES)]
        pull = self.per_total * total
        return [below_numerator(answers, bound * self.per_bound - pull, self.denominator) for bound in range(1, GRADES)]


def _key(weight: int, answer: int) -> int:
    """What one answer adds to the key of its group: w a to the total, one to the count of its value."""
    return (weight * answer << TOTAL_SHIFT) + (1 << KEY_BITS * answer)


def _multiset(key: int) -> list[int]:
    return [a for a in range(TOP_ANSWER + 1) for _ in range(key >> KEY_BITS * a & 7)]


def _groups(start: int, weights: Iterable[int]) -> dict[int, int]:
    """Number of completions of open answers with these weights in each group."""
    groups = {start: 1}
    for weight in weights:
        keys = [_key(weight, answer) for answer in range(TOP_ANSWER + 1)]
        grown: dict[int, int] = {}
        for group, count in groups.items():
            for key in keys:
                grown[group + key] = grown.get(group + key, 0) + count
        groups = grown
    return groups


def _mass(groups: Mapping[int, int], shift: int, masses: _GroupMasses) -> Mass:
    """Masses of the grades summed over groups of completions, each moved by one more answer."""
    columns = zip(*(masses[group + shift] for group in groups), strict=True)
    return tuple(sum(map(mul, groups.values(), column)) for column in columns)


def grade_law(own: Block, epsilon: Fraction) -> GradeLaw:
    """Law of g_f for w = (1-eps) w_admin + eps u, open answers uniform on 0..4 (method.md 5); exact."""
    masses = _GroupMasses(own, Fraction(epsilon))
    answered = [(w, a) for w, a in zip(own.weights, own.answers, strict=True) if a is not None]
    start = sum(_key(weight, answer) for weight, answer in answered)
    unknown = {code: w for code, w, a in zip(own.codes, own.weights, own.answers, strict=True) if a is None}
    if not unknown:
        return GradeLaw(masses[start], masses.whole, {})
    given = {code: _given(code, start, unknown, masses) for code in unknown}
    mass = tuple(map(sum, zip(*next(iter(given.values())), strict=True)))
    return GradeLaw(mass, masses.whole * 5 ** len(unknown), given)


def _given(code: str, start: int, unknown: Mapping[str, int], masses: _GroupMasses) -> tuple[Mass, ...]:
    """Masses of the grades for each of the five values of one open answer, the other open ones averaged."""
    groups = _groups(start, (weight for other, weight in unknown.items() if other != code))
    return tuple(_mass(groups, _key(unknown[code], answer), masses) for answer in range(TOP_ANSWER + 1))


def central_weights(own: Block, need_line: int) -> dict[str, Fraction] | None:
    """Mean weights among all weights that meet the need line (eps = 1, open answers at 2); they sum to 1.

    w_i = (1/n) (1 - Q(v with v_i repeated, c)) / (1 - Q(v, c)); None if no weights meet the line (method.md 5).
    """
    size = len(own.codes)
    met = 24 ** (size - 1) - below_numerator(own.central, need_line, 2)
    if met == 0:
        return None
    above = {a: 24**size - below_numerator((*own.central, a), need_line, 2) for a in set(own.central)}
    shares = {answer: Fraction(share, size * 24 * met) for answer, share in above.items()}
    return {code: shares[answer] for code, answer in zip(own.codes, own.central, strict=True)}
