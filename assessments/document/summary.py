"""A result in one line of a list, in the language in force."""

from dataclasses import dataclass
from fractions import Fraction

from assessments.document.numbers import score_text
from assessments.document.outcomes import stored_kind, stored_label


@dataclass(frozen=True, slots=True)
class Summary:
    """The pill's colour and text, both need scores as text, and the number of the method version."""

    kind: str
    pill: str
    salesops: str
    revops: str
    version: str


def summary(outcome: str, salesops: Fraction, revops: Fraction, version: int) -> Summary:
    """The line of a result with this stored outcome and these need scores (0..100)."""
    return Summary(
        kind=stored_kind(outcome),
        pill=stored_label(outcome),
        salesops=score_text(salesops),
        revops=score_text(revops),
        version=str(version),
    )
