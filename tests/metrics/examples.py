"""Every calculation, and its worked example as numbers."""

from fractions import Fraction

from metrics.catalogue import Period
from metrics.catalogue.calculations import CALCULATIONS, Calculation, Given
from metrics.catalogue.numbers import read_amount
from metrics.catalogue.parts import PARTS, Kind

ALL = [(slug, each) for slug, calculations in CALCULATIONS.items() for each in calculations]
NAMES = [f"{slug}-{each.code}" for slug, each in ALL]


def given_of(calculation: Calculation, typed: tuple[str, ...] = ()) -> Given:
    """The example, or other texts, as a calculator would read them."""
    numbers: dict[str, Fraction] = {}
    several: dict[str, tuple[Fraction, ...]] = {}
    periods: dict[str, Period] = {}
    for part, text in zip(calculation.parts, typed or calculation.example, strict=True):
        kind = PARTS[part].kind
        if kind is Kind.PERIOD:
            periods[part] = Period(text)
        elif kind is Kind.SEVERAL_DAYS:
            several[part] = tuple(read_amount(item).value for item in text.split(";"))
        else:
            numbers[part] = read_amount(text).value
    return Given(numbers, several, periods)
