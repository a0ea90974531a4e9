"""Numbers as people write them: `1 234,5`, `1,234.5`, `12%`, `12 000 zł`, `(350)`. Exact, and never guessed.

`1.234` and `1,234` may be about a thousand or about one. They are refused with both readings, so that the reader can
be asked, unless the caller knows the decimal mark.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from .values import Text

LONGEST = 60
SPACES = " \u00a0\u202f\u2009\u2007\t"
MINUS = "-\u2212\u2013"
CURRENCIES = {
    "zł": "PLN",
    "zl": "PLN",
    "pln": "PLN",
    "€": "EUR",
    "eur": "EUR",
    "euro": "EUR",
    "$": "USD",
    "us$": "USD",
    "usd": "USD",
    "£": "GBP",
    "gbp": "GBP",
    "chf": "CHF",
    "kč": "CZK",
    "czk": "CZK",
    "sek": "SEK",
    "nok": "NOK",
    "dkk": "DKK",
    "huf": "HUF",
    "uah": "UAH",
    "cad": "CAD",
    "aud": "AUD",
    "jpy": "JPY",
    "¥": "JPY",
}
_WORD = "|".join(re.escape(word) for word in sorted(CURRENCIES, key=len, reverse=True))
_BEFORE = re.compile(rf"(?:{_WORD})")
_AFTER = re.compile(rf"(?:{_WORD})$")
_BODY = re.compile(r"[0-9][0-9.,' ]*|[.,][0-9]+")
_GROUPED = re.compile(r"[0-9]{1,3}(?:([ '.,])[0-9]{3})(?:\1[0-9]{3})*")
_UNCLEAR = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")


class NumberFault(StrEnum):
    """Why a text is not taken as a number."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    NOT_A_NUMBER = "not_a_number"
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as read; 12% has the value 12/100. `currency` is an ISO code, empty where none was written."""

    value: Fraction
    is_percent: bool = False
    currency: str = ""


class NumberError(ValueError):
    """The text is not one number. `readings` are both amounts where it is ambiguous: as grouped digits, as decimal."""

    def __init__(self, fault: NumberFault, text: str, readings: tuple[Amount, ...] = ()) -> None:
        super().__init__(f"{fault}: {text[:LONGEST]!r}")
        self.fault = fault
        self.text = text
        self.readings = readings

    def sentence(self, language: str) -> str:
        """What is wrong, in `en` or `pl`."""
        return SENTENCES[self.fault].in_language(language).replace("{text}", self.text[:LONGEST])


SENTENCES = {
    NumberFault.EMPTY: Text("Enter a number.", "Podaj liczbę."),
    NumberFault.TOO_LONG: Text(
        f"Enter a number of at most {LONGEST} characters.", f"Podaj liczbę o długości najwyżej {LONGEST} znaków."
    ),
    NumberFault.NOT_A_NUMBER: Text(
        "“{text}” is not a number. Use digits, for example 1,234.5.",
        "„{text}” to nie jest liczba. Użyj cyfr, na przykład 1\u00a0234,5.",
    ),
    NumberFault.AMBIGUOUS: Text(
        "“{text}” can be read in two ways. Choose the one you mean.",
        "„{text}” można odczytać na dwa sposoby. Wybierz ten, o który chodzi.",
    ),
}


def read_amount(text: str, decimal: str = "") -> Amount:
    """The number in a text; `decimal` is "," or "." where the caller knows the decimal mark, and settles all doubt.

    Thousands may be set apart by spaces (no-break ones too), apostrophes, points or commas; a percent sign stands
    behind, a currency in front or behind; a minus in front, or brackets around, make it negative.
    NumberError for anything else, and for an ambiguous number while `decimal` is unknown.
    """
    if len(text) > LONGEST:
        raise NumberError(NumberFault.TOO_LONG, text)
    body, percent, currency, negative = _undressed(text)
    if not body:
        raise NumberError(NumberFault.NOT_A_NUMBER if text.strip() else NumberFault.EMPTY, text)
    if not _BODY.fullmatch(body):
        raise NumberError(NumberFault.NOT_A_NUMBER, text)
    scale = Fraction(-1 if negative else 1, 100 if percent else 1)
    readings = tuple(Amount(value * scale, percent, currency) for value in _values(body, decimal))
    if not readings:
        raise NumberError(NumberFault.NOT_A_NUMBER, text)
    if len(readings) > 1:
        raise NumberError(NumberFault.AMBIGUOUS, text, readings)
    return readings[0]


def _undressed(text: str) -> tuple[str, bool, str, bool]:
    """The digits with their marks, and what stood around them: a percent sign, a currency, a minus or brackets."""
    body = "".join(" " if character in SPACES else character for character in text).strip().lower()
    body = body.replace("\u2019", "'")
    bracketed = body.startswith("(") and body.endswith(")")
    if bracketed:
        body = body[1:-1].strip()
    body, first = _without_minus(body)
    body, before = _without(body, _BEFORE.match(body))
    body, second = _without_minus(body)
    percent = body.endswith("%")
    body = body.removesuffix("%").rstrip()
    body, after = _without(body, _AFTER.search(body))
    signs, words = bracketed + first + second, [word for word in (before, after) if word]
    if signs > 1 or len(words) + percent > 1:
        return text, percent, "", False  # two signs or two units: not a number as it stands
    return body, percent, CURRENCIES[words[0]] if words else "", signs == 1


def _without_minus(body: str) -> tuple[str, bool]:
    return (body[1:].lstrip(), True) if body and body[0] in MINUS else (body, False)


def _without(body: str, found: re.Match[str] | None) -> tuple[str, str]:
    """The body without a currency that was found at one of its ends, and the currency."""
    if not found:
        return body, ""
    return (body[: found.start()] + body[found.end() :]).strip(), found.group()


def _values(body: str, decimal: str) -> list[Fraction]:
    """Every way to read digits and marks: none, one, or two."""
    if not decimal and _UNCLEAR.fullmatch(body):
        return [Fraction(re.sub("[.,]", "", body)), Fraction(body.replace(",", "."))]
    for mark in (decimal,) if decimal else (".", ","):
        value = _value(body, mark)
        if value is not None:
            return [value]
    return []


def _value(body: str, decimal: str) -> Fraction | None:
    """The value with this decimal mark; None where the digits are not grouped as they should be."""
    whole, mark, rest = body.partition(decimal)
    grouped = _GROUPED.fullmatch(whole)
    if whole and not whole.isdigit() and (not grouped or grouped.group(1) == decimal):
        return None
    if mark and not rest.isdigit():
        return None
    digits = re.sub("[^0-9]", "", whole)
    return Fraction(f"{digits or '0'}.{rest or '0'}")
