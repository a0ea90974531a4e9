"""Exact fractions to decimals: half up, and only at the edge."""

from fractions import Fraction
from math import isqrt


def rounded(value: Fraction, places: int) -> Fraction:
    """The value rounded half up to so many decimal places."""
    scale = 10**places
    return Fraction((2 * value * scale + 1).__floor__() // 2, scale)


def plain_decimal(value: Fraction, places: int) -> str:
    """The rounded value with a point and exactly so many places: `-0.50`."""
    scaled = int(rounded(value, places) * 10**places)
    whole, rest = divmod(abs(scaled), 10**places)
    sign = "-" if scaled < 0 else ""
    return f"{sign}{whole}.{rest:0{places}d}" if places else f"{sign}{whole}"


def significant_decimal(value: Fraction, digits: int = 10) -> str:
    """The value with a point and at least so many significant digits, without zeros at its end: `0.3333333333`."""
    places = 0
    while value and places < 40 and abs(value) * 10**places < 10 ** (digits - 1):
        places += 1
    text = plain_decimal(value, places)
    return text.rstrip("0").rstrip(".") if "." in text else text


def square_root(value: Fraction, places: int) -> Fraction:
    """The square root cut after so many decimal places; exact integers only."""
    return Fraction(isqrt(value.numerator * 100**places // value.denominator), 10**places)


def root(value: Fraction, degree: int, places: int) -> Fraction:
    """The root of this degree of a value from 0 up, cut after so many decimal places; exact integers only."""
    target = value.numerator * 10 ** (degree * places) // value.denominator
    return Fraction(_whole_root(target, degree), 10**places)


def _whole_root(target: int, degree: int) -> int:
    """The largest whole number whose power is not over the target, by halving."""
    low, high = 0, 1 << (target.bit_length() // degree + 1)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if middle**degree <= target else (low, middle)
    return low
