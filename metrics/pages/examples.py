"""The worked examples as one would type them in each language."""

from fractions import Fraction

from metrics.catalogue.parts import Kind
from metrics.catalogue.wording import exact_text


def example_text(kind: Kind, example: str, language: str) -> str:
    """`96000` as it is or as `96 000`, `2.5%` as `2,5%`: never `96,000`, which would have to be asked about."""
    if kind in {Kind.PERIOD, Kind.SEVERAL_DAYS}:
        return example
    number = exact_text(Fraction(example.removesuffix("%")), language)
    number = number.replace(",", "") if language == "en" else number
    return f"{number}%" if example.endswith("%") else number
