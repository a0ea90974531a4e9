"""The decision map: 64 grade cells shaded by exact probability, regions from the decision table, the company's place.

Pure geometry: every number is exact until it becomes an SVG attribute. The drawing is 420 by 420 units; scores 0..100
run from 46 to 406 across and from 364 up to 14. The same values serve the page and, later, the files.
"""

from dataclasses import dataclass
from fractions import Fraction

from assessments.scoring import Constants, Function, Outcome, Readings, decision
from assessments.scoring.result import Result

LEFT, RIGHT, TOP, BOTTOM = 46, 406, 14, 364
CELLS = 8
TICKS = (0, 20, 40, 60, 80, 100)
MARK = 16

Grades = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a need grade each: its corner, the outcome there, and how dark its probability makes it (0..1)."""

    x: str
    y: str
    outcome: Outcome
    shade: str


@dataclass(frozen=True, slots=True)
class Label:
    x: str
    y: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Tick:
    text: str
    x: str
    y: str


@dataclass(frozen=True, slots=True)
class Geometry:
    """Everything the drawing needs; `borders` and `range` are SVG paths, `range` empty where nothing is open."""

    cells: tuple[Cell, ...]
    labels: tuple[Label, ...]
    borders: str
    range: str
    mark_x: str
    mark_y: str
    ticks: tuple[Tick, ...]


def geometry(result: Result, constants: Constants) -> Geometry:
    """The map of a result with a recommendation, at its own gates."""
    outcomes = outcomes_by_grade(readings_of(result), constants)
    return Geometry(
        cells=tuple(_cell(grades, outcome, _probability(result, grades)) for grades, outcome in outcomes.items()),
        labels=tuple(_label(outcomes, outcome) for outcome in dict.fromkeys(outcomes.values())),
        borders=borders(outcomes),
        range=_range(result),
        mark_x=unit(across(result.salesops.need)),
        mark_y=unit(up(result.revops.need)),
        ticks=tuple(Tick(str(tick), unit(across(Fraction(tick))), unit(up(Fraction(tick)))) for tick in TICKS),
    )


def readings_of(result: Result) -> Readings:
    read = result.readings
    return Readings(budget=read["B"], reps=read["K"], automation=read["A"], deep=read["D"])


def outcomes_by_grade(readings: Readings, constants: Constants) -> dict[Grades, Outcome]:
    """The outcome of each of the 64 pairs of grades (SalesOps, RevOps)."""
    pairs = ((s, r) for r in range(CELLS) for s in range(CELLS))
    return {(s, r): decision(s, r, readings, constants).outcome for s, r in pairs}


def across(score: Fraction) -> Fraction:
    """The place of a SalesOps score from left to right."""
    return LEFT + score * (RIGHT - LEFT) / 100


def up(score: Fraction) -> Fraction:
    """The place of a RevOps score; the drawing counts from the top."""
    return BOTTOM - score * (BOTTOM - TOP) / 100


def unit(value: Fraction | int) -> str:
    """A coordinate with at most two decimals and a point."""
    hundredths = (Fraction(value) * 100 + Fraction(1, 2)).__floor__()
    whole, rest = divmod(abs(hundredths), 100)
    sign = "-" if hundredths < 0 else ""
    return f"{sign}{whole}.{rest:02d}".rstrip("0").rstrip(".")


def _corner(grade: int) -> Fraction:
    return Fraction(100 * grade, CELLS)


def _probability(result: Result, grades: Grades) -> Fraction:
    laws = result.grade_laws
    if laws is None:
        return Fraction(0)
    return laws[Function.SALESOPS][grades[0]] * laws[Function.REVOPS][grades[1]]


def _cell(grades: Grades, outcome: Outcome, probability: Fraction) -> Cell:
    return Cell(unit(across(_corner(grades[0]))), unit(up(_corner(grades[1] + 1))), outcome, unit(probability))


def _label(outcomes: dict[Grades, Outcome], outcome: Outcome) -> Label:
    """The middle of the cell of this region that lies nearest to the region's centre of gravity."""
    own = [grades for grades, found in outcomes.items() if found is outcome]
    centre = [Fraction(sum(grades[axis] for grades in own), len(own)) for axis in (0, 1)]
    best = min(own, key=lambda grades: ((grades[0] - centre[0]) ** 2 + (grades[1] - centre[1]) ** 2, grades))
    half = Fraction(50, CELLS)
    return Label(unit(across(_corner(best[0]) + half)), unit(up(_corner(best[1]) + half)), outcome)


def borders(outcomes: dict[Grades, Outcome]) -> str:
    """An SVG path along every edge between two cells of different outcomes."""
    parts = []
    for (s, r), outcome in outcomes.items():
        if s + 1 < CELLS and outcomes[s + 1, r] is not outcome:
            parts.append(f"M{unit(across(_corner(s + 1)))} {unit(up(_corner(r)))}V{unit(up(_corner(r + 1)))}")
        if r + 1 < CELLS and outcomes[s, r + 1] is not outcome:
            parts.append(f"M{unit(across(_corner(s)))} {unit(up(_corner(r + 1)))}H{unit(across(_corner(s + 1)))}")
    return "".join(parts)


def _range(result: Result) -> str:
    """Brackets through the mark where open answers leave a range."""
    x, y = across(result.salesops.need), up(result.revops.need)
    parts = []
    if result.salesops.low != result.salesops.high:
        low, high = unit(across(result.salesops.low)), unit(across(result.salesops.high))
        parts.append(f"M{low} {unit(y)}H{high}M{low} {unit(y - 6)}v12M{high} {unit(y - 6)}v12")
    if result.revops.low != result.revops.high:
        low, high = unit(up(result.revops.low)), unit(up(result.revops.high))
        parts.append(f"M{unit(x)} {low}V{high}M{unit(x - 6)} {low}h12M{unit(x - 6)} {high}h12")
    return "".join(parts)
