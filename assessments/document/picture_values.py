"""What the pictures of a result show: text, and strings for SVG attributes. Frozen with the document."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """One criterion: its topic, the answer, the points it adds, and the bar's start and length."""

    label: str
    answer: str
    points: str
    start: str
    width: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class Waterfall:
    """One function's bars, most points first, and the total with the line."""

    kind: str
    name: str
    bars: tuple[Bar, ...]
    total: str
    width: str
    line: str


@dataclass(frozen=True, slots=True)
class Turn:
    """Where a swing changes the recommendation: the place, the part of the bar beyond it, and the new outcome."""

    at: str
    start: str
    width: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Swing:
    """One criterion's swing: its bar, whether any option changes the recommendation, and where."""

    label: str
    answer: str
    text: str
    low: str
    high: str
    start: str
    width: str
    flips: bool
    turns: tuple[Turn, ...] = ()


@dataclass(frozen=True, slots=True)
class AxisMark:
    text: str
    at: str
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class SwingGroup:
    """The swings of one function, those that change the recommendation first; `base` is its score now."""

    kind: str
    name: str
    base: str
    line: str
    swings: tuple[Swing, ...]
    marks: tuple[AxisMark, ...]


@dataclass(frozen=True, slots=True)
class Tornado:
    """The group of the function that changes the recommendation more easily, and the other where it can too."""

    kind: str
    title: str
    subtitle: str
    base: str
    line: str
    swings: tuple[Swing, ...]
    marks: tuple[AxisMark, ...]
    name: str = ""
    others: tuple[SwingGroup, ...] = ()


@dataclass(frozen=True, slots=True)
class MapRegion:
    """All cells of one kind, as an SVG path."""

    kind: str
    path: str


@dataclass(frozen=True, slots=True)
class MapCell:
    """A cell that can be reached: its corner, the kind of its outcome, and its probability as an opacity of 0..1."""

    x: str
    y: str
    kind: str
    shade: str


@dataclass(frozen=True, slots=True)
class MapLabel:
    """The name of a region, and where it stands."""

    x: str
    y: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class MapTick:
    text: str
    x: str
    y: str


@dataclass(frozen=True, slots=True)
class MapRow:
    """One line of the map's table."""

    axis: str
    score: str
    range: str
    line: str


@dataclass(frozen=True, slots=True)
class MapArea:
    """One region: its outcome, how many of the 64 cells it has, and the share of weightings that lead there."""

    kind: str
    name: str
    cells: str
    share: str


@dataclass(frozen=True, slots=True)
class DecisionMap:
    """The map in a box of 420 by 420 units; `borders`, `brackets` and `leaders` are SVG paths."""

    title: str
    description: str
    sentence: str
    shading: str
    cell_width: str
    cell_height: str
    regions: tuple[MapRegion, ...]
    cells: tuple[MapCell, ...]
    labels: tuple[MapLabel, ...]
    borders: str
    brackets: str
    mark_x: str
    mark_y: str
    mark_kind: str
    note_x: str
    note_y: str
    note_anchor: str
    note: str
    ticks: tuple[MapTick, ...]
    rows: tuple[MapRow, ...]
    areas: tuple[MapArea, ...] = ()
    leaders: str = ""
