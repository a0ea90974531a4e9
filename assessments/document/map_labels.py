"""Where the words of the decision map stand: each region's name inside it, the company's label beside its mark.

Lengths are whole quarters of the drawing's unit, so that cells and letters have whole sizes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, pairwise, product

from assessments.document.map_scale import BOTTOM, CELLS, LEFT, RIGHT, TOP, Grades
from assessments.scoring import Outcome

QUARTER = 4
WIDTH, HEIGHT = (RIGHT - LEFT) * QUARTER // CELLS, (BOTTOM - TOP) * QUARTER // CELLS  # of a cell
LINE = 17 * QUARTER
MARGIN = 2 * QUARTER  # left free on each side of a text
MARK = 16 * QUARTER  # half the width of the company's mark with its halo
NARROW, WIDE = frozenset("fijlrtłI,. "), frozenset("mwMW")
DARK = 20  # a cell with this per cent of the weightings is too dark to read on
IN_THE_WAY = 1_000  # worse than any dark cell
GAP = 3 * QUARTER  # between the end of the leader and the company's label
NOTE_DISTANCES = (26, 40, 60, 84, 112, 144, 180)

Lines = tuple[str, ...]
Shades = Mapping[Grades, int]


@dataclass(frozen=True, slots=True)
class Box:
    left: int
    top: int
    right: int
    bottom: int

    def hits(self, other: "Box") -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, x: int, y: int) -> bool:
        return self.left <= x <= self.right and self.top <= y <= self.bottom


MAP = Box(LEFT * QUARTER, TOP * QUARTER, RIGHT * QUARTER, BOTTOM * QUARTER)


@dataclass(frozen=True, slots=True)
class Ground:
    """What lies on the map before any word does: per cent of the weightings by cell, the mark, the brackets."""

    shades: Shades
    mark: Box
    brackets: tuple[Box, ...]

    def cost(self, box: Box) -> int:
        """How badly a text in this box reads: 0 on free ground."""
        cells = product(
            range((box.left - MAP.left) // WIDTH, (box.right - 1 - MAP.left) // WIDTH + 1),
            range((MAP.bottom - box.bottom) // HEIGHT, (MAP.bottom - box.top - 1) // HEIGHT + 1),
        )
        dark = sum(shade for cell in cells if (shade := self.shades.get(cell, 0)) >= DARK)
        return dark + IN_THE_WAY * sum(box.hits(bracket) for bracket in self.brackets)


@dataclass(frozen=True, slots=True)
class Name:
    """A region's name on one line or more, and its box; `target` is where a name above the map points to."""

    lines: Lines
    box: Box
    target: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """The company's label: where its leader ends, and on which side of that it stands."""

    x: int
    y: int
    anchor: str
    box: Box


def quarters(value: Fraction) -> int:
    return (value * QUARTER).__floor__()


def text_width(text: str) -> int:
    """About the width of a bold text of 14 units, generously, in quarters."""
    return sum(18 if letter in NARROW else 46 if letter in WIDE else 38 if letter.isupper() else 34 for letter in text)


def region_name(cells: set[Grades], text: str, ground: Ground) -> Name | None:
    """The name where it reads best: on few lines, in the largest free rectangle; None where the mark leaves no room."""
    best: tuple[int, Name] | None = None
    rectangles = _rectangles(cells)
    for lines in line_breaks(text):
        for rectangle in rectangles:
            for box in _boxes(rectangle, lines, ground.mark):
                cost = ground.cost(box) + _is_tight(rectangle, box)
                if not cost:
                    return Name(lines, box)
                if best is None or cost < best[0]:
                    best = cost, Name(lines, box)
    return best[1] if best else None


def _is_tight(room: Box, box: Box) -> bool:
    """Would the text touch the sides of its rectangle in a font a fifth wider than most?"""
    return (box.right - box.left) * 6 > (room.right - room.left) * 5


def line_breaks(text: str) -> list[Lines]:
    """Every way to break the text between words: fewest lines first, of equal ones the narrowest."""
    words = text.split(" ")
    found = []
    for count in range(len(words)):
        for places in combinations(range(1, len(words)), count):
            ends = (0, *places, len(words))
            found.append(tuple(" ".join(words[a:b]) for a, b in pairwise(ends)))
    return sorted(found, key=lambda lines: (len(lines), max(map(text_width, lines))))


def _rectangles(cells: set[Grades]) -> list[Box]:
    """Rectangles of a region that cannot grow, largest first."""
    masks = [sum(1 << s for s in range(CELLS) if (s, r) in cells) for r in range(CELLS)]
    found: set[Box] = set()
    for low in range(CELLS):
        mask = masks[low]
        for high in range(low, CELLS):
            mask &= masks[high]
            found.update(Box(a, low, b, high + 1) for a, b in _runs(mask))
    largest = [one for one in found if not any(_lies_in(one, other) for other in found if other != one)]
    largest.sort(key=lambda one: ((one.left - one.right) * (one.bottom - one.top), -one.bottom, one.left))
    return [
        Box(
            MAP.left + one.left * WIDTH,
            MAP.bottom - one.bottom * HEIGHT,
            MAP.left + one.right * WIDTH,
            MAP.bottom - one.top * HEIGHT,
        )
        for one in largest
    ]


def _runs(mask: int) -> Iterable[tuple[int, int]]:
    """(first, end) of each unbroken row of cells."""
    start = None
    for place in range(CELLS + 1):
        if mask >> place & 1:
            start = place if start is None else start
        elif start is not None:
            yield start, place
            start = None


def _lies_in(one: Box, other: Box) -> bool:
    return other.left <= one.left and one.right <= other.right and other.top <= one.top and one.bottom <= other.bottom


def _boxes(room: Box, lines: Lines, mark: Box) -> list[Box]:
    """Boxes of this text in a rectangle, clear of the mark, the most central first.

    If there is room beside the mark at all, there is room flush with its edge or the rectangle's.
    """
    width = max(map(text_width, lines)) + 2 * MARGIN
    height = LINE * len(lines) + MARGIN
    xs = _starts(room.left, room.right - width, (mark.left - width, mark.right))
    ys = _starts(room.top, room.bottom - height, (mark.top - height, mark.bottom))
    boxes = (Box(x, y, x + width, y + height) for (_, x), (_, y) in sorted(product(xs, ys), key=_distance))
    return [box for box in boxes if not box.hits(mark)]


def _starts(low: int, high: int, edges: tuple[int, int]) -> list[tuple[int, int]]:
    """(distance from the middle, start) of a box that may start anywhere from low to high."""
    middle = (low + high) // 2
    starts = {low, (low + middle) // 2, middle, (middle + high) // 2, high, *edges}
    return sorted((abs(start - middle), start) for start in starts if low <= start <= high)


def _distance(pair: tuple[tuple[int, int], tuple[int, int]]) -> int:
    return pair[0][0] + pair[1][0]


def company_note(text: str, ground: Ground, names: list[Box]) -> Note:
    """The company's label on the freest place around its mark, near ones and those towards the middle first."""
    best: tuple[int, Note] | None = None
    for note in _notes(text, ground.mark):
        cost = _note_cost(note, ground, names)
        if best is None or cost < best[0]:
            best = cost, note
        if not cost:
            break
    assert best is not None  # there are always places to try
    return best[1]


def _notes(text: str, mark: Box) -> Iterable[Note]:
    x, y, width = (mark.left + mark.right) // 2, (mark.top + mark.bottom) // 2, text_width(text)
    right = 1 if 2 * x < MAP.left + MAP.right else -1
    up = -1 if 2 * y > MAP.top + MAP.bottom else 1
    steps = ((1, 1), (1, -1), (-1, 1), (-1, -1), (1, 0), (-1, 0))
    for distance, (dx, dy) in product(NOTE_DISTANCES, steps):
        side = dx * right
        end, level = x + side * distance * QUARTER, y + dy * up * distance * QUARTER
        left = end + GAP if side > 0 else end - GAP - width
        box = Box(
            left - MARGIN, level - LINE // 2 - MARGIN // 2, left + width + MARGIN, level + LINE // 2 + MARGIN // 2
        )
        yield Note(end, level, "start" if side > 0 else "end", box)


def _note_cost(note: Note, ground: Ground, names: list[Box]) -> int:
    """0 on free ground inside the map, clear of names and mark, with a leader that crosses no name."""
    box = note.box
    outside = not _lies_in(box, MAP)
    blocked = sum(box.hits(other) for other in (*names, ground.mark))
    crossed = sum(_crosses(note, ground.mark, name) for name in names)
    return ground.cost(box) + IN_THE_WAY * (10 * outside + 100 * blocked + crossed)


def _crosses(note: Note, mark: Box, name: Box) -> bool:
    """Does the leader from the mark to the label run through this name? Seen at sixteen points."""
    x, y = (mark.left + mark.right) // 2, (mark.top + mark.bottom) // 2
    return any(name.holds(x + (note.x - x) * n // 16, y + (note.y - y) * n // 16) for n in range(1, 17))


def names_of(cells: Mapping[Outcome, set[Grades]], texts: Mapping[Outcome, str], ground: Ground) -> dict[Outcome, Name]:
    """The names of the regions, inside or, for those too small at the upper edge, above the map."""
    found: dict[Outcome, Name] = {}
    for outcome, own in cells.items():
        name = region_name(own, texts[outcome], ground) or _name_above(own, texts[outcome], ground.mark)
        if name and not any(name.box.hits(other.box) for other in found.values()):
            found[outcome] = name
    return found


def _name_above(cells: set[Grades], text: str, mark: Box) -> Name | None:
    """The name over a region at the upper edge, pointing to the middle of its highest cells, or over the mark there."""
    columns = [s for s, r in cells if r == CELLS - 1]
    if not columns:
        return None
    x, half = MAP.left + (min(columns) + max(columns) + 1) * WIDTH // 2, text_width(text) // 2 + MARGIN
    middle = min(max(x, MAP.left + half), MAP.right - half)
    box = Box(middle - half, MAP.top - 2 * MARGIN - LINE, middle + half, MAP.top - MARGIN)
    if box.hits(mark):
        return Name((text,), Box(box.left, mark.top - LINE - MARGIN, box.right, mark.top))
    return Name((text,), box, (x, MAP.top + HEIGHT // 2))
