"""The decision map: 64 grade cells shaded by exact probability, regions from the decision table, the company's place.

Pure geometry: every number is exact until it becomes an SVG attribute.
"""

from fractions import Fraction

from django.utils.translation import gettext

from assessments.document.case import NAMES, Case
from assessments.document.map_labels import (
    LINE,
    MARGIN,
    MARK,
    QUARTER,
    Box,
    Ground,
    Name,
    company_note,
    names_of,
    quarters,
)
from assessments.document.map_scale import (
    BOTTOM,
    CELLS,
    LEFT,
    RIGHT,
    TOP,
    Grades,
    Regions,
    across,
    corner,
    unit,
    up,
)
from assessments.document.needs import need_line, score_of
from assessments.document.numbers import range_text, score_text, share_text
from assessments.document.outcomes import KINDS, outcome_label
from assessments.document.picture_values import DecisionMap, MapArea, MapCell, MapLabel, MapRegion, MapRow, MapTick
from assessments.scoring import Constants, Function, Outcome, Readings
from assessments.scoring.decision import decisions
from assessments.scoring.result import Result

TICKS = (0, 20, 40, 60, 80, 100)
BRACKET = 6  # half the width of a bracket's ends


def decision_map(case: Case, constants: Constants) -> DecisionMap | None:
    """The map of a result at its own gates; None while there is no recommendation."""
    result = case.result
    if result.outcome is None:
        return None
    regions = outcomes_by_grade(readings_of(result), constants)
    x, y = across(result.salesops.need), up(result.revops.need)
    ground = _ground(result)
    names = names_of(cells_of(regions), {outcome: outcome_label(outcome) for outcome in KINDS}, ground)
    text = gettext("Your company")
    note = company_note(text, ground, [name.box for name in names.values()])
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
        labels=tuple(label for outcome, name in names.items() for label in _labels(outcome, name)),
        leaders="".join(_leader(name) for name in names.values()),
        borders=borders(regions),
        brackets=_brackets(result),
        mark_x=unit(x),
        mark_y=unit(y),
        mark_kind=KINDS[result.outcome],
        note_x=unit(Fraction(note.x, QUARTER)),
        note_y=unit(Fraction(note.y, QUARTER)),
        note_anchor=note.anchor,
        note=text,
        ticks=tuple(MapTick(str(tick), unit(across(Fraction(tick))), unit(up(Fraction(tick)))) for tick in TICKS),
        rows=tuple(_row(case, function) for function in Function),
        areas=_areas(result, regions),
    )


def readings_of(result: Result) -> Readings:
    read = result.readings
    return Readings(budget=read["B"], reps=read["K"], automation=read["A"], deep=read["D"])


def outcomes_by_grade(readings: Readings, constants: Constants) -> Regions:
    """The outcome of each of the 64 pairs of grades (SalesOps, RevOps)."""
    table = decisions(readings, constants)
    return {(s, r): table[s][r].outcome for r in range(CELLS) for s in range(CELLS)}


def cells_of(regions: Regions) -> dict[Outcome, set[Grades]]:
    """The cells of each region."""
    return {outcome: {grades for grades, found in regions.items() if found is outcome} for outcome in regions.values()}


def _ground(result: Result) -> Ground:
    """What the words have to stand clear of."""
    x, y = quarters(across(result.salesops.need)), quarters(up(result.revops.need))
    shades = {(s, r): (100 * _probability(result, (s, r))).__floor__() for s in range(CELLS) for r in range(CELLS)}
    return Ground(shades, Box(x - MARK, y - MARK, x + MARK, y + MARK), _bracket_boxes(result, x, y))


def _bracket_boxes(result: Result, x: int, y: int) -> tuple[Box, ...]:
    """The place of each bracket that is drawn."""
    salesops, revops, half = result.salesops, result.revops, BRACKET * QUARTER
    boxes = []
    if salesops.low != salesops.high:
        boxes.append(Box(quarters(across(salesops.low)), y - half, quarters(across(salesops.high)), y + half))
    if revops.low != revops.high:
        boxes.append(Box(x - half, quarters(up(revops.high)), x + half, quarters(up(revops.low))))
    return tuple(boxes)


def _cell(result: Result, grades: Grades, outcome: Outcome) -> MapCell:
    x, y = across(corner(grades[0])), up(corner(grades[1] + 1))
    return MapCell(unit(x), unit(y), KINDS[outcome], unit(_probability(result, grades)))


def map_regions(regions: Regions) -> tuple[MapRegion, ...]:
    """One path for each kind of outcome, made of its cells."""
    width, height = unit(Fraction(RIGHT - LEFT, CELLS)), unit(Fraction(BOTTOM - TOP, CELLS))
    paths: dict[str, str] = {}
    for (s, r), outcome in regions.items():
        x, y = unit(across(corner(s))), unit(up(corner(r + 1)))
        paths[KINDS[outcome]] = f"{paths.get(KINDS[outcome], '')}M{x} {y}h{width}v{height}h-{width}z"
    return tuple(MapRegion(kind, path) for kind, path in paths.items())


def _probability(result: Result, grades: Grades) -> Fraction:
    laws = result.grade_laws
    if laws is None:
        return Fraction(0)
    return laws[Function.SALESOPS][grades[0]] * laws[Function.REVOPS][grades[1]]


def _labels(outcome: Outcome, name: Name) -> list[MapLabel]:
    """The lines of a region's name, centred in its box."""
    middle = Fraction(name.box.left + name.box.right, 2 * QUARTER)
    first = Fraction(2 * name.box.top + MARGIN + LINE, 2 * QUARTER)
    return [
        MapLabel(unit(middle), unit(first + Fraction(LINE * place, QUARTER)), KINDS[outcome], line)
        for place, line in enumerate(name.lines)
    ]


def _leader(name: Name) -> str:
    """The line from a name above the map into its region."""
    if name.target is None:
        return ""
    x, y = name.target
    return f"M{unit(Fraction(x, QUARTER))} {unit(Fraction(name.box.bottom, QUARTER))}V{unit(Fraction(y, QUARTER))}"


def _areas(result: Result, regions: Regions) -> tuple[MapArea, ...]:
    """The regions of the map, largest first, with the share of weightings that lead to each outcome."""
    assert result.acceptability is not None  # the map is drawn for results with a recommendation
    cells = {outcome: len(own) for outcome, own in cells_of(regions).items()}
    return tuple(
        MapArea(KINDS[outcome], outcome_label(outcome), str(count), share_text(result.acceptability[outcome]))
        for outcome, count in sorted(cells.items(), key=lambda pair: -pair[1])
    )


def borders(regions: Regions) -> str:
    """An SVG path along every edge between two cells of different outcomes."""
    parts = []
    for (s, r), outcome in regions.items():
        if s + 1 < CELLS and regions[s + 1, r] is not outcome:
            parts.append(f"M{unit(across(corner(s + 1)))} {unit(up(corner(r)))}V{unit(up(corner(r + 1)))}")
        if r + 1 < CELLS and regions[s, r + 1] is not outcome:
            parts.append(f"M{unit(across(corner(s)))} {unit(up(corner(r + 1)))}H{unit(across(corner(s + 1)))}")
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
