"""What a company's CRM data say beside its answers: the rules and their reasons, all here.

Only the length of the cycle suggests an option: its question asks for that very number. The other figures bear on
their questions without settling them, so they are shown and nothing is suggested. No answer is ever changed by this.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from metrics.scorecard.measured import Measured
from metrics.services.scorecards import Computed

LONGEST_DAYS = (1, 14, 30, 91)
"""Options 0 to 3 of S4: up to a day, two weeks, a month of 30 days, three months of 91; option 4 is longer."""


class Figure(StrEnum):
    """What is measured beside a question, and why there."""

    CYCLE = "cycle"  # S4 asks how long a typical sale takes; the median is the middle deal its hint speaks of
    WIN_RATES = "win_rates"  # S3 asks whether direct sales work: a rate that holds or rises speaks for it
    LEADS = "leads"  # R4 asks whether there are enough new leads: how many come, not how many are needed
    RETENTION = "retention"  # R1 asks about aims beyond sales: what customers stay and grow for is no answer to it
    GAPS = "gaps"  # R6 asks whether the cause of trouble is known: gaps in the data are one reason why it may not be


QUESTIONS = {
    Figure.CYCLE: "S4",
    Figure.WIN_RATES: "S3",
    Figure.LEADS: "R4",
    Figure.RETENTION: "R1",
    Figure.GAPS: "R6",
}


@dataclass(frozen=True, slots=True)
class Compared:
    """One figure beside a question. `numbers` are what the figure says; `option` is suggested for S4 only."""

    code: str
    figure: Figure
    numbers: tuple[Fraction | int, ...]
    option: int | None = None


def option_for(days: Fraction) -> int:
    """The option of S4 for a median of so many days."""
    return sum(days > longest for longest in LONGEST_DAYS)


def compared(computed: Computed) -> Sequence[Compared]:
    """Every figure that the data have, in the order of the questions."""
    found = {
        Figure.WIN_RATES: _win_rates(computed.measured),
        Figure.CYCLE: computed.measured.cycle,
        Figure.RETENTION: _retention(computed),
        Figure.LEADS: computed.measured.leads,
        Figure.GAPS: computed.measured.gaps,
    }
    return [
        Compared(
            QUESTIONS[figure],
            figure,
            numbers,
            option_for(Fraction(numbers[0])) if figure is Figure.CYCLE else None,
        )
        for figure, numbers in found.items()
        if numbers is not None
    ]


def _win_rates(measured: Measured) -> tuple[int, ...] | None:
    """(won, closed) of the last twelve months and of the twelve before; only the former where there is no earlier."""
    rates = measured.win_rates
    if rates is None:
        return None
    return (*rates[0], *rates[1]) if rates[1][1] else rates[0]


def _retention(computed: Computed) -> tuple[Fraction, ...] | None:
    """GRR and NRR of the last twelve months; None without them, or where they are in several currencies."""
    own = [each for each in computed.values if each.slug == "revenue-retention" and each.value is not None]
    by_variant = {each.variant: each.value for each in own if each.value is not None}
    if len(own) != len(by_variant) or set(by_variant) != {"grr", "nrr"}:
        return None
    return by_variant["grr"], by_variant["nrr"]
