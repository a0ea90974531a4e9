"""The decision map: 64 grade cells shaded by exact probability, regions from the decision table, the company's place.

Pure geometry: every number is exact until it becomes an SVG attribute. The drawing is 420 by 420 units; scores 0..100
run from 46 to 406 across and from 364 up to 14.
"""

from fractions import Fraction

from django.utils.translation import gettext

from assessments.document.case import NAMES, Case
from assessments.document.needs import need_line, score_of
from assessments.document.numbers import range_text, score_text, share_text
from assessments.document.outcomes import KINDS, outcome_label
from assessments.document.picture_values import DecisionMap, MapCell, MapLabel, MapRegion, MapRow, MapTick
from assessments.scoring import Constants, Function, Outcome, Readings, decision
from assessments.scoring.result import Result

LEFT, RIGHT, TOP, BOTTOM = 46, 406, 14, 364
CELLS = 8
TICKS = (0, 20, 40, 60, 80, 100)
NOTE_DISTANCE = 26  # how far the company's label stands from its mark
HALF = 50
LETTER = 8  # about the width of a bold letter
MARGIN = 12  # left free beside a name
LINE = Fraction(17)

Grades = tuple[int, int]
Regions = dict[Grades, Outcome]


def decision_map(case: Case, constants: Constants) -> DecisionMap | None:
    """The map of a result at its own gates; None while there is no recommendation."""
    result = case.result
    if result.outcome is None:
        return None
    regions = outcomes_by_grade(readings_of(result), constants)
    x, y = across(result.salesops.need), up(result.revops.need)
    to_the_right = result.salesops.need < HALF
    return DecisionMap(
        title=gettext("Decision map: the company lies in the region “%(outcome)s”")
        % {"outcome": outcome_label(result.outcome)},
        description=_description(case),
        sentence=_sentence(case),
        shading=gettext("The stronger the colour of a cell, the more weightings and open answers lead there."),
        cell_width=unit(Fraction(RIGHT - LEFT, CELLS)),
        cell_height=unit(Fraction(BOTTOM - TOP, CELLS)),
        regions=map_regions(regions),
        cells=tuple(
            cell for grades, outcome in regions.items() if (cell := _cell(result, grades, outcome)).shade != "0"
        ),
        labels=region_labels(regions),
        borders=borders(regions),
        brackets=_brackets(result),
        mark_x=unit(x),
        mark_y=unit(y),
        mark_kind=KINDS[result.outcome],
        note_x=unit(x + NOTE_DISTANCE if to_the_right else x - NOTE_DISTANCE),
        note_y=unit(y - NOTE_DISTANCE if result.revops.need < HALF else y + NOTE_DISTANCE),
        note_anchor="start" if to_the_right else "end",
        note=gettext("Your company"),
        ticks=tuple(MapTick(str(tick), unit(across(Fraction(tick))), unit(up(Fraction(tick)))) for tick in TICKS),
        rows=tuple(_row(case, function) for function in Function),
    )


def readings_of(result: Result) -> Readings:
    read = result.readings
    return Readings(budget=read["B"], reps=read["K"], automation=read["A"], deep=read["D"])


def outcomes_by_grade(readings: Readings, constants: Constants) -> Regions:
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
    whole, rest = divmod(hundredths, 100)
    return f"{whole}.{rest:02d}".rstrip("0").rstrip(".")


def _corner(grade: int) -> Fraction:
    return Fraction(100 * grade, CELLS)


def _cell(result: Result, grades: Grades, outcome: Outcome) -> MapCell:
    x, y = across(_corner(grades[0])), up(_corner(grades[1] + 1))
    return MapCell(unit(x), unit(y), KINDS[outcome], unit(_probability(result, grades)))


def map_regions(regions: Regions) -> tuple[MapRegion, ...]:
    """One path for each kind of outcome, made of its cells."""
    width, height = unit(Fraction(RIGHT - LEFT, CELLS)), unit(Fraction(BOTTOM - TOP, CELLS))
    paths: dict[str, str] = {}
    for (s, r), outcome in regions.items():
        x, y = unit(across(_corner(s))), unit(up(_corner(r + 1)))
        paths[KINDS[outcome]] = f"{paths.get(KINDS[outcome], '')}M{x} {y}h{width}v{height}h-{width}z"
    return tuple(MapRegion(kind, path) for kind, path in paths.items())


def _probability(result: Result, grades: Grades) -> Fraction:
    laws = result.grade_laws
    if laws is None:
        return Fraction(0)
    return laws[Function.SALESOPS][grades[0]] * laws[Function.REVOPS][grades[1]]


def region_labels(regions: Regions) -> tuple[MapLabel, ...]:
    """The names of the regions that have room for them; the map's table and text name the others."""
    return tuple(label for outcome in dict.fromkeys(regions.values()) for label in _labels_of(regions, outcome))


def _labels_of(regions: Regions, outcome: Outcome) -> list[MapLabel]:
    """The name in the widest row of the region, on one line or two; nothing where it does not fit."""
    row, first, count = _widest_row(regions, outcome)
    middle = across(_corner(first) + Fraction(HALF * count, CELLS))
    centre = up(_corner(row) + Fraction(HALF, CELLS))
    room = count * Fraction(RIGHT - LEFT, CELLS)
    for lines in _line_breaks(outcome_label(outcome)):
        if max(map(len, lines)) * LETTER + MARGIN <= room:
            top = centre - LINE * (len(lines) - 1) / 2
            places = enumerate(lines)
            return [MapLabel(unit(middle), unit(top + LINE * n), KINDS[outcome], text) for n, text in places]
    return []


def _line_breaks(text: str) -> list[list[str]]:
    """The text as one line, and broken after its comma or its first word."""
    head, _, tail = text.partition(" ")
    return [[text], [head, tail]] if tail else [[text]]


def _widest_row(regions: Regions, outcome: Outcome) -> tuple[int, int, int]:
    """(row, first cell, number of cells) of the widest row; of equal ones the row nearest to the map's edge."""
    rows: dict[int, list[int]] = {}
    for (s, r), found in regions.items():
        if found is outcome:
            rows.setdefault(r, []).append(s)
    widest = max(map(len, rows.values()))
    candidates = [r for r, cells in rows.items() if len(cells) == widest]
    is_high = 2 * sum(candidates) >= (CELLS - 1) * len(candidates)
    row = max(candidates) if is_high else min(candidates)
    return row, min(rows[row]), widest


def borders(regions: Regions) -> str:
    """An SVG path along every edge between two cells of different outcomes."""
    parts = []
    for (s, r), outcome in regions.items():
        if s + 1 < CELLS and regions[s + 1, r] is not outcome:
            parts.append(f"M{unit(across(_corner(s + 1)))} {unit(up(_corner(r)))}V{unit(up(_corner(r + 1)))}")
        if r + 1 < CELLS and regions[s, r + 1] is not outcome:
            parts.append(f"M{unit(across(_corner(s)))} {unit(up(_corner(r + 1)))}H{unit(across(_corner(s + 1)))}")
    return "".join(parts)


def _brackets(result: Result) -> str:
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


def _row(case: Case, function: Function) -> MapRow:
    score, line = score_of(case, function), need_line(case)
    return MapRow(NAMES[function], score_text(score.need), range_text(score.low, score.high, line), score_text(line))


def _description(case: Case) -> str:
    """What the picture shows, for those who do not see it."""
    values = {
        "salesops": score_text(case.result.salesops.need),
        "revops": score_text(case.result.revops.need),
        "line": score_text(need_line(case)),
    }
    return (
        gettext(
            "Across: need for SalesOps, 0 to 100. Up: need for RevOps, 0 to 100. The company is at SalesOps "
            "%(salesops)s and RevOps %(revops)s; the line is at %(line)s on both."
        )
        % values
    )


def _sentence(case: Case) -> str:
    """The message under the picture: how often the company stays in its region."""
    result = case.result
    assert result.outcome is not None  # the map is drawn for results with a recommendation
    assert result.robustness is not None
    values = {"outcome": outcome_label(result.outcome), "share": share_text(result.robustness)}
    return gettext("Your company lies in “%(outcome)s” and stays there in %(share)s of weightings.") % values
