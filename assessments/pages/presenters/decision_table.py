"""The eight rows of the decision table in words, each with the rule by which a reader picks it.

The rules restate `scoring.decision` from the reader's side; a test compares both in all 1,024 cells.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext

from assessments.document.numbers import POINTS_A_GRADE, score_text
from assessments.document.outcomes import KINDS, outcome_label
from assessments.scoring import Constants, Mode, Outcome, Readings

MARKS = {"salesops": "s", "revops": "r", "both": "b", "none": "n"}


@dataclass(frozen=True, slots=True)
class Cell:
    """What a reader of the table knows: two grades and four gates."""

    grade_s: int
    grade_r: int
    gates: Readings
    constants: Constants

    @property
    def needs(self) -> tuple[bool, bool]:
        """Whether SalesOps and RevOps are met; a deep sales problem lifts SalesOps where RevOps is met."""
        revops = self.grade_r >= self.constants.need_line
        return self.grade_s >= self.constants.need_line or (revops and self.gates.deep), revops

    @property
    def has_no_case(self) -> bool:
        return max(self.grade_s, self.grade_r) < self.constants.case_line and not self.gates.deep

    @property
    def funnels_replace_reps(self) -> bool:
        return self.gates.automation and not self.gates.reps

    @property
    def is_absorbed(self) -> bool:
        return self.funnels_replace_reps and not self.gates.deep


@dataclass(frozen=True, slots=True)
class Row:
    """One row: which needs are met, what else holds, and what it can recommend."""

    number: int
    needs: tuple[bool, bool]
    condition: Callable[[Cell], bool]
    mode: Mode
    outcomes: tuple[Outcome, ...]

    def fits(self, cell: Cell) -> bool:
        return cell.needs == self.needs and self.condition(cell)


STAGED = (Outcome.SALESOPS_THEN_REVOPS, Outcome.REVOPS_THEN_SALESOPS)
LEANS = (Outcome.SALESOPS_LEAN, Outcome.REVOPS_LEAN)
ROWS = (
    Row(1, (False, False), lambda cell: cell.has_no_case, Mode.NO_CASE, (Outcome.NONE,)),
    Row(2, (False, False), lambda cell: not cell.has_no_case, Mode.LEAN, LEANS),
    Row(3, (True, False), lambda cell: not cell.funnels_replace_reps, Mode.MET, (Outcome.SALESOPS,)),
    Row(4, (True, False), lambda cell: cell.funnels_replace_reps, Mode.ERODES, (Outcome.SALESOPS,)),
    Row(5, (False, True), lambda _: True, Mode.MET, (Outcome.REVOPS,)),
    Row(6, (True, True), lambda cell: cell.is_absorbed, Mode.ABSORB, (Outcome.REVOPS,)),
    Row(7, (True, True), lambda cell: not cell.is_absorbed and cell.gates.budget, Mode.MET, (Outcome.BOTH,)),
    Row(8, (True, True), lambda cell: not cell.is_absorbed and not cell.gates.budget, Mode.STAGED, STAGED),
)


def row_of(cell: Cell) -> Row:
    """The row that fits; exactly one does."""
    return next(row for row in ROWS if row.fits(cell))


@dataclass(frozen=True, slots=True)
class OutcomeMark:
    """An outcome's name with its colour and shape."""

    kind: str
    label: str


def outcome_mark(outcome: Outcome) -> OutcomeMark:
    return OutcomeMark(MARKS[KINDS[outcome]], outcome_label(outcome))


def unbroken(text: str) -> str:
    """The text with no-break spaces, for narrow cells."""
    return text.replace(" ", "\xa0")


def _unbroken_mark(outcome: Outcome) -> OutcomeMark:
    mark = outcome_mark(outcome)
    return OutcomeMark(mark.kind, unbroken(mark.label))


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One row as it is printed."""

    number: int
    salesops: str
    revops: str
    condition: str
    outcomes: tuple[OutcomeMark, ...]
    why: str


def shown_rows(constants: Constants) -> tuple[ShownRow, ...]:
    """The table in the language in force, with the lines of this version."""
    met = {True: unbroken(gettext("Need met")), False: unbroken(gettext("Need not met"))}
    conditions, reasons = _conditions(constants), _reasons()
    return tuple(
        ShownRow(
            number=row.number,
            salesops=met[row.needs[0]],
            revops=met[row.needs[1]],
            condition=conditions[row.number],
            outcomes=tuple(map(_unbroken_mark, row.outcomes)),
            why=reasons[row.number],
        )
        for row in ROWS
    )


def _conditions(constants: Constants) -> dict[int, str]:
    case_line = {"points": score_text(constants.case_line * POINTS_A_GRADE)}
    return {
        1: gettext("Both scores are under %(points)s, and D is no") % case_line,
        2: gettext("One score is %(points)s or more, or D is yes") % case_line,
        3: gettext("K is yes, or A is no"),
        4: gettext("A is yes and K is no"),
        5: gettext("No further condition"),
        6: gettext("A is yes, K is no and D is no"),
        7: gettext("Row 6 does not fit, and B is yes"),
        8: gettext("Row 6 does not fit, and B is no"),
    }


def _reasons() -> dict[int, str]:
    return {
        1: gettext("No reason for either applies strongly."),
        2: gettext(
            "Every criterion is a reason, if not a strong one. RevOps where its grade is higher and D is no; "
            "otherwise SalesOps, which usually comes first. Always worded as a leaning."
        ),
        3: gettext("The reasons for SalesOps apply, and there is a sales team to support."),
        4: gettext("The reasons apply now, but automated funnels will empty the role. Always worded with care."),
        5: gettext("The reasons for RevOps apply."),
        6: gettext("Where funnels replace reps, RevOps can take over what is left of SalesOps."),
        7: gettext("The reasons for both apply, and two teams can be funded. The first to staff is named."),
        8: gettext("The reasons for both apply, but money allows one team for now."),
    }
