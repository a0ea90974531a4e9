"""What was answered, as numbers: from the record beside the document."""

import json
from dataclasses import dataclass
from fractions import Fraction

from assessments.document.values import AnswerRow
from assessments.reports.values import Report

MIDDLE, HIGHEST = 2, 4


@dataclass(frozen=True, slots=True)
class Given:
    """One criterion: its row of the document, the option chosen (None while it is open) and its weight."""

    row: AnswerRow
    option: int | None
    weight: int

    @property
    def counted(self) -> int:
        """The option that counts: the one chosen, or the middle one."""
        return MIDDLE if self.option is None else self.option


def given(report: Report) -> tuple[Given, ...]:
    """The criteria that were asked; none where the report leaves the answers out."""
    if report.record is None:
        return ()
    inputs = json.loads(report.record.inputs)
    answers, weights = inputs["answers"], inputs["weights"]
    return tuple(Given(row, _option(answers.get(row.code)), weights[row.code]) for row in report.document.answers)


def exact_needs(report: Report) -> dict[str, float]:
    """The need scores by function, as exact as a file can hold them; none where the report leaves the answers out."""
    rows = given(report)
    sums: dict[str, Fraction] = {}
    weights: dict[str, int] = {}
    for each in rows:
        kind = each.row.kind
        sums[kind] = sums.get(kind, Fraction(0)) + 25 * each.weight * each.counted
        weights[kind] = weights.get(kind, 0) + each.weight
    return {kind: float(total / weights[kind]) for kind, total in sums.items() if weights[kind]}


def _option(answer: object) -> int | None:
    return answer if isinstance(answer, int) else None
