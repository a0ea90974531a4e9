"""What a catalogue entry is made of: frozen values, standard library only."""

from dataclasses import dataclass
from enum import StrEnum


class Owner(StrEnum):
    """Whose number a KPI is; SHARED ones are read by both functions."""

    SALESOPS = "salesops"
    REVOPS = "revops"
    SHARED = "shared"


@dataclass(frozen=True, slots=True)
class Metric:
    """One KPI: its address, its name in both languages, and the function that owns it."""

    slug: str
    name_en: str
    name_pl: str
    owner: Owner

    def name(self, language: str) -> str:
        """The name in `en` or `pl`; ValueError for any other language."""
        names = {"en": self.name_en, "pl": self.name_pl}
        if language not in names:
            raise ValueError(f"no name in language {language!r}, only in en and pl")
        return names[language]
