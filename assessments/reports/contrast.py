"""Whether a colour can be read on white paper (WCAG 2.2, success criterion 1.4.3)."""

import re
from fractions import Fraction

LEAST = Fraction(9, 2)
COLOUR = re.compile("#?([0-9a-fA-F]{6})")


def colour_of(text: str) -> str | None:
    """`#rrggbb` in small letters; None for anything else."""
    found = COLOUR.fullmatch(text.strip())
    return f"#{found[1].lower()}" if found else None


def contrast_on_white(colour: str) -> float:
    """The contrast ratio of `#rrggbb` on white, from 1 to 21."""
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def is_readable(colour: str) -> bool:
    """Whether text in this colour reads well on white."""
    return contrast_on_white(colour) >= LEAST


def _linear(part: float) -> float:
    """One channel without its gamma curve."""
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
