"""What a catalogue entry is made of: frozen values, standard library only."""

from dataclasses import dataclass
from enum import StrEnum

LANGUAGES = ("en", "pl")


class Owner(StrEnum):
    """Whose number a KPI is; SHARED ones are read by both functions."""

    SALESOPS = "salesops"
    REVOPS = "revops"
    SHARED = "shared"


class Unit(StrEnum):
    """What a KPI or one of its parts is measured in. A SHARE is 0..1, shown in percent; a RATIO is a plain number."""

    COUNT = "count"
    SHARE = "share"
    RATIO = "ratio"
    MONEY = "money"
    MONEY_PER_DAY = "money_per_day"
    DAYS = "days"
    MONTHS = "months"
    PERIODS = "periods"


class Direction(StrEnum):
    """Which way is better; a share of leads at a stage has no better way."""

    HIGHER = "higher"
    LOWER = "lower"
    NONE = "none"


class Period(StrEnum):
    """The time that a rate or an amount belongs to."""

    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Text:
    """A text in both languages."""

    en: str
    pl: str

    def in_language(self, language: str) -> str:
        """The text in `en` or `pl`; ValueError for any other language."""
        if language not in LANGUAGES:
            raise ValueError(f"no text in language {language!r}, only in en and pl")
        return self.en if language == "en" else self.pl


@dataclass(frozen=True, slots=True)
class Metric:
    """One KPI: its address, its name in both languages, the function that owns it, and what is measured how."""

    slug: str
    name_en: str
    name_pl: str
    owner: Owner
    unit: Unit
    direction: Direction
    related: tuple[str, ...]

    def name(self, language: str) -> str:
        """The name in `en` or `pl`; ValueError for any other language."""
        return Text(self.name_en, self.name_pl).in_language(language)
