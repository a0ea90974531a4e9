"""Values as text in each language: grouped digits, decimal marks, units. Rounded half up, and only here."""

from fractions import Fraction

from .rounding import plain_decimal, rounded
from .values import LANGUAGES, Unit

NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"
SYMBOLS = {"EUR": "€", "USD": "$", "GBP": "£"}
MOST_PLACES = 6
# One, few (2 to 4), many, and a fraction, as Polish counts; English has one and the rest.
WORDS = {
    "en": {
        Unit.DAYS: ("day", "days", "days", "days"),
        Unit.MONTHS: ("month", "months", "months", "months"),
    },
    "pl": {
        Unit.DAYS: ("dzień", "dni", "dni", "dnia"),
        Unit.MONTHS: ("miesiąc", "miesiące", "miesięcy", "miesiąca"),
    },
}
A_DAY = {"en": "a day", "pl": "dziennie"}


def value_text(value: Fraction, unit: Unit, language: str, currency: str = "") -> str:
    """A KPI's value in `en` or `pl`: `30.0%`, `0.43`, `41.5 days`, `€3,000`; ValueError for another language.

    Shares have one decimal place, ratios and amounts two, days and months one; more where the value would otherwise
    read as 0 or as 100%. Whole amounts and durations have none. `currency` is an ISO code or empty.
    """
    if language not in LANGUAGES:
        raise ValueError(f"no text in language {language!r}, only in en and pl")
    if unit is Unit.SHARE:
        return share_text(value, language)
    if unit in {Unit.MONEY, Unit.MONEY_PER_DAY}:
        amount = money_text(value, language, currency)
        return f"{amount}{NO_BREAK_SPACE}{A_DAY[language]}" if unit is Unit.MONEY_PER_DAY else amount
    if unit in WORDS[language]:
        return _duration(value, unit, language)
    return number_text(value, language, 2 if unit is Unit.RATIO else 0)


def number_text(value: Fraction, language: str, places: int = MOST_PLACES) -> str:
    """A plain number with at most so many places, more where it would read as 0; none where it is whole."""
    if value.denominator == 1:
        return _grouped(value, 0, language)
    return _grouped(value, _places(value, places), language)


def exact_text(value: Fraction, language: str) -> str:
    """A number as exact as it was entered: up to six places, without zeros at the end."""
    text = _grouped(value, _places(value, MOST_PLACES), language)
    mark = "." if language == "en" else ","
    return text.rstrip("0").rstrip(mark) if mark in text else text


def share_text(value: Fraction, language: str) -> str:
    """A share of 0..1 in percent with one place: `30.0%`; never 0% or 100% where it only comes near."""
    percent = value * 100
    places = _places(percent, 1)
    while percent != 100 and rounded(percent, places) == 100 and places < MOST_PLACES:
        places += 1
    return f"{_grouped(percent, places, language)}%"


def money_text(value: Fraction, language: str, currency: str = "") -> str:
    """An amount: `€3,000` and `PLN 3,000.50`, in Polish `3 000 €` and `3 000,50 zł`; a bare number without currency."""
    number = _grouped(value, 0 if value.denominator == 1 else _places(value, 2), language)
    if not currency:
        return number
    if language == "pl":
        symbol = "zł" if currency == "PLN" else SYMBOLS.get(currency, currency)
        return f"{number}{NO_BREAK_SPACE}{symbol}"
    sign, digits = (MINUS, number[1:]) if number.startswith(MINUS) else ("", number)
    return f"{sign}{SYMBOLS.get(currency, currency + NO_BREAK_SPACE)}{digits}"


def _duration(value: Fraction, unit: Unit, language: str) -> str:
    places = 0 if value.denominator == 1 else _places(value, 1)
    shown = rounded(value, places)
    form = 3 if places else _plural(abs(int(shown)))
    return f"{_grouped(value, places, language)}{NO_BREAK_SPACE}{WORDS[language][unit][form]}"


def _plural(count: int) -> int:
    """Which of one, few, many a whole number takes in Polish; English words are alike for few and many."""
    if count == 1:
        return 0
    return 1 if count % 10 in {2, 3, 4} and count % 100 not in {12, 13, 14} else 2


def _places(value: Fraction, least: int) -> int:
    """So many places, or more where the value would read as 0."""
    places = least
    while value and rounded(value, places) == 0 and places < MOST_PLACES:
        places += 1
    return places


def _grouped(value: Fraction, places: int, language: str) -> str:
    """The rounded value with grouped digits: `1,234.5` and `1 234,5`, with a true minus."""
    whole, _, rest = plain_decimal(abs(value), places).partition(".")
    separator, mark = (",", ".") if language == "en" else (NO_BREAK_SPACE, ",")
    digits = f"{int(whole):,}".replace(",", separator)
    sign = MINUS if value < 0 and rounded(value, places) != 0 else ""
    return f"{sign}{digits}{mark}{rest}" if rest else f"{sign}{digits}"
