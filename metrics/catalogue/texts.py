"""The texts of the sixteen KPIs as shipped."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from hashlib import sha256
from pathlib import Path

from .entries import METRICS
from .values import LANGUAGES, Metric, Text

LISTS = ("sources", "variants")  # one item a line, its name before the first colon


@dataclass(frozen=True, slots=True)
class MetricTexts:
    """Everything that is said about one KPI."""

    name: Text
    meaning: Text
    aliases: Text
    sources: Text
    example: Text
    reading: Text
    period: Text
    misreading: Text
    variants: Text
    salesops: Text
    revops: Text

    def columns(self) -> dict[str, str]:
        """The texts as `name_en`, `name_pl`, `meaning_en` ..."""
        return {
            f"{field.name}_{language}": getattr(self, field.name).in_language(language)
            for field in fields(self)
            for language in LANGUAGES
        }

    def fingerprint(self) -> str:
        """SHA-256 of all texts: two are equal when every text is."""
        return sha256(json.dumps(self.columns(), sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Entry:
    """A KPI with its texts, as the catalogue shows it."""

    metric: Metric
    texts: MetricTexts


COLUMNS = tuple(f"{field.name}_{language}" for field in fields(MetricTexts) for language in LANGUAGES)


def texts_of_columns(columns: Mapping[str, str]) -> MetricTexts:
    """The texts that `columns` gave."""
    return MetricTexts(**{f.name: Text(columns[f"{f.name}_en"], columns[f"{f.name}_pl"]) for f in fields(MetricTexts)})


@cache
def shipped_entries() -> Mapping[str, Entry]:
    """The KPIs with their shipped texts by slug, in catalogue order."""
    data = json.loads(Path(__file__).with_name("texts.json").read_text(encoding="utf-8"))
    return {metric.slug: Entry(metric, _texts(metric, data[metric.slug])) for metric in METRICS}


def _texts(metric: Metric, data: Mapping[str, Mapping[str, str | list[str]]]) -> MetricTexts:
    read = {name: Text(_line(pair["en"]), _line(pair["pl"])) for name, pair in data.items()}
    return MetricTexts(name=Text(metric.name_en, metric.name_pl), **read)


def _line(value: str | list[str]) -> str:
    return value if isinstance(value, str) else "\n".join(value)


def listed(text: str) -> tuple[tuple[str, str], ...]:
    """The lines of a list as (name, explanation); a line without a colon has no name."""
    pairs = (line.partition(": ") for line in text.splitlines() if line.strip())
    return tuple((name, rest) if mark else ("", name) for name, mark, rest in pairs)
