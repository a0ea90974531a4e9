"""Lines of the report: what was measured, what it is held against, and the verdict."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum

SLACK = 1.25  # machines are noisy: times and ratios count as missed only past target x this


class Verdict(StrEnum):
    OK = "ok"
    NEAR = "near"  # past the target, within the slack
    MISSED = "MISSED"
    SHOWN = "-"  # nothing to be held against


@dataclass(frozen=True, slots=True)
class Line:
    """One measurement. With a floor the ratio is judged, without one the median; a count has no slack.

    `ratio` is the median of the ratios of pairs measured next to each other. `unit` is `ms` or what was counted.
    """

    group: str
    name: str
    minimum: float
    median: float
    unit: str = "ms"
    clock: str = ""
    floor: str = ""
    ratio: float | None = None
    target: float | None = None
    statements: int | None = None
    most_statements: int | None = None

    @property
    def judged(self) -> float:
        """The number that the target is for."""
        return self.median if self.ratio is None else self.ratio

    @property
    def verdict(self) -> Verdict:
        if self.statements is not None and self.most_statements is not None and self.statements > self.most_statements:
            return Verdict.MISSED
        if self.target is None:
            return Verdict.SHOWN if self.most_statements is None else Verdict.OK
        if self.judged <= self.target:
            return Verdict.OK
        is_noisy = self.ratio is not None or self.unit == "ms"
        return Verdict.NEAR if is_noisy and self.judged <= self.target * SLACK else Verdict.MISSED


def counted(group: str, name: str, count: int, unit: str, most: int | None = None) -> Line:
    """A line of something that is counted, not timed."""
    return Line(group, name, count, count, unit=unit, target=most)


def exit_code(lines: Iterable[Line]) -> int:
    """1 when a target is missed by more than the slack, else 0."""
    return int(any(line.verdict is Verdict.MISSED for line in lines))


HEADER = ("group", "name", "unit", "min", "median", "floor", "ratio", "target", "statements", "verdict")
WIDTHS = (10, 46, 10, 9, 9, 30, 7, 7, 10, 7)
ON_THE_RIGHT = frozenset({"min", "median", "ratio", "target", "statements"})


def row(line: Line) -> str:
    """The line as a row of the table."""
    statements = "" if line.statements is None else str(line.statements)
    if line.most_statements is not None:
        statements += f" <= {line.most_statements}"
    cells = (
        line.group,
        line.name,
        f"{line.unit} {line.clock}".strip(),
        number(line.minimum),
        number(line.median),
        line.floor,
        "" if line.ratio is None else f"{line.ratio:.2f}x",
        target_text(line),
        statements,
        line.verdict,
    )
    return table_row(cells)


def table_row(cells: Iterable[str]) -> str:
    """Cells in the columns of the table."""
    columns = zip(HEADER, WIDTHS, cells, strict=True)
    padded = (cell.rjust(width) if name in ON_THE_RIGHT else cell.ljust(width) for name, width, cell in columns)
    return "  ".join(padded).rstrip()


def number(value: float) -> str:
    """Whole numbers as they are, others with three figures behind the point."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.3f}"


def target_text(line: Line) -> str:
    if line.target is None:
        return ""
    return number(line.target) if line.ratio is None else f"{line.target:g}x"


def plain(line: Line) -> dict[str, object]:
    """The line for JSON."""
    return asdict(line) | {"verdict": line.verdict}
