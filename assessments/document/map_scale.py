"""The scale of the decision map: 420 by 420 units; scores 0..100 run from 46 to 406 across and from 364 up to 14."""

from fractions import Fraction

from assessments.scoring import Outcome

LEFT, RIGHT, TOP, BOTTOM = 46, 406, 14, 364
CELLS = 8

Grades = tuple[int, int]
Regions = dict[Grades, Outcome]


def across(score: Fraction) -> Fraction:
    """The place of a SalesOps score from left to right."""
    return LEFT + score * (RIGHT - LEFT) / 100


def up(score: Fraction) -> Fraction:
    """The place of a RevOps score; the drawing counts from the top."""
    return BOTTOM - score * (BOTTOM - TOP) / 100


def corner(grade: int) -> Fraction:
    """The lowest score of a grade 0..8; grade 8 is the upper edge of the map."""
    return Fraction(100 * grade, CELLS)


def unit(value: Fraction | int) -> str:
    """A coordinate with at most two decimals and a point."""
    hundredths = (Fraction(value) * 100 + Fraction(1, 2)).__floor__()
    whole, rest = divmod(hundredths, 100)
    return f"{whole}.{rest:02d}".rstrip("0").rstrip(".")
