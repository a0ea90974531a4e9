"""Exact numbers as text, in the language in force: rounded half up, and only here (method.md 12)."""

from fractions import Fraction

from django.utils.formats import number_format
from django.utils.translation import gettext

THRESHOLDS = (Fraction(3, 5), Fraction(4, 5), Fraction(9, 10), Fraction(19, 20))  # where the words about a share change
POINTS_A_GRADE = Fraction(25, 2)


def rounded(value: Fraction, places: int) -> Fraction:
    """The value rounded half up to so many decimal places."""
    scale = 10**places
    return Fraction((2 * value * scale + 1).__floor__() // 2, scale)


def cut(value: Fraction, places: int) -> Fraction:
    """The value with the digits after these places dropped."""
    scale = 10**places
    return Fraction((value * scale).__floor__(), scale)


def decimal_text(value: Fraction, places: int) -> str:
    """A rounded value with the language's decimal mark; no decimals where it is whole."""
    if value.denominator == 1:
        return str(number_format(value.numerator, use_l10n=True, force_grouping=False))
    scaled = value * 10**places
    whole, rest = divmod(scaled.numerator // scaled.denominator, 10**places)
    return str(number_format(f"{whole}.{rest:0{places}d}", decimal_pos=places, use_l10n=True))


def score_text(score: Fraction) -> str:
    """A need score or a number of points with at most one decimal: `75`, `37.5`."""
    return decimal_text(rounded(score, 1), 1)


def signed_text(points: Fraction) -> str:
    """A difference of points with its sign and at most one decimal: `+7.1`, `−7.1`, `0`; halves go away from 0."""
    if not points:
        return "0"
    return f"{'+' if points > 0 else '−'}{score_text(abs(points))}"


def range_text(low: Fraction, high: Fraction, line: Fraction) -> str:
    """`29–46`: whole points, unless rounding would put an end on or over the line that it misses."""
    return f"{end_text(low, line)}–{end_text(high, line)}"


def end_text(score: Fraction, line: Fraction) -> str:
    """One end of a range, as in `range_text`."""
    whole = rounded(score, 0)
    crosses = (whole >= line) != (score >= line)
    return score_text(score) if crosses else decimal_text(whole, 0)


def share_text(share: Fraction) -> str:
    """A share of 0..1: `94%`, `over 99%` unless exactly 1, `under 1%` unless 0, `94.9%` where 95% is missed."""
    if Fraction(99, 100) < share < 1:
        return gettext("over %(share)s") % {"share": "99%"}
    if 0 < share < Fraction(1, 100):
        return gettext("under %(share)s") % {"share": "1%"}
    percent = rounded(share * 100, 0)
    if any(share < threshold <= percent / 100 for threshold in THRESHOLDS):
        return decimal_text(cut(share * 100, 1), 1) + "%"
    return decimal_text(percent, 0) + "%"


def coverage_text(minimum: Fraction) -> str:
    """The share of a part that must be answered, in words where they are short."""
    return gettext("three fifths") if minimum == Fraction(3, 5) else share_text(minimum)


def svg_percent(value: Fraction) -> str:
    """A length of 0..100 for an SVG attribute: `67.86%`, always with a point."""
    hundredths = (rounded(value, 2) * 100).numerator
    return f"{hundredths // 100}.{hundredths % 100:02d}%"
