"""The catalogue as a file to take away, in one language: JSON, or CSV that a spreadsheet may open safely."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from typing import Any

from .calculations import CALCULATIONS, Calculation
from .expressions import text
from .parts import PARTS
from .texts import Entry, listed

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
MEDIAN = {"en": "median", "pl": "mediana"}


def catalogue_json(entries: Iterable[Entry], language: str) -> str:
    """A JSON list with one object a KPI; ValueError for a language other than `en` and `pl`."""
    data = [entry_data(entry, language) for entry in entries]
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def catalogue_csv(entries: Iterable[Entry], language: str) -> str:
    """The same as comma-separated values: a head and one row a KPI, lists with one item a line."""
    rows = [{key: _cell(value) for key, value in entry_data(entry, language).items()} for entry in entries]
    target = io.StringIO()
    writer = csv.DictWriter(target, fieldnames=list(rows[0]) if rows else [], lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return target.getvalue()


def safe_cell(text: str) -> str:
    """The text with an apostrophe in front where a spreadsheet would take it for a formula (also after spaces)."""
    return f"'{text}" if text.startswith(FORMULA_SIGNS) or text.lstrip().startswith(FORMULA_SIGNS) else text


def entry_data(entry: Entry, language: str) -> dict[str, Any]:
    """One KPI as plain values; keys are English, texts in the language."""
    metric, calculations = entry.metric, CALCULATIONS[entry.metric.slug]
    texts = {name: getattr(entry.texts, name).in_language(language) for name in entry.texts.__slots__}
    return {
        "slug": metric.slug,
        "function": str(metric.owner),
        "name": texts["name"],
        "other_names": texts["aliases"].split(", "),
        "meaning": texts["meaning"],
        "unit": str(metric.unit),
        "better": str(metric.direction),
        "formula": formula_text(calculations[0], language),
        "parts": [_part(part, language) for part in calculations[0].parts],
        "sources": [{"part": part, "fields": fields} for part, fields in listed(texts["sources"])],
        "example": texts["example"],
        "reading": texts["reading"],
        "period": texts["period"],
        "misreading": texts["misreading"],
        "variants": [{"name": name, "about": about} for name, about in listed(texts["variants"])],
        "calculations": [
            {"variant": each.code, "unit": str(each.unit), "formula": formula_text(each, language)}
            for each in calculations
        ],
        "salesops": texts["salesops"],
        "revops": texts["revops"],
        "related": list(metric.related),
    }


def formula_text(calculation: Calculation, language: str) -> str:
    """The formula with the parts' labels: `deals won ÷ deals closed`."""
    return text(calculation.term, lambda part: PARTS[part].label.in_language(language), MEDIAN[language])


def _part(name: str, language: str) -> dict[str, str]:
    part = PARTS[name]
    return {
        "name": name,
        "label": part.label.in_language(language),
        "about": part.about.in_language(language),
        "kind": str(part.kind),
    }


def _cell(value: str | list[str] | list[Mapping[str, str]]) -> str:
    """A list as lines, an item with several values as `one: another`; safe to open."""
    if isinstance(value, str):
        return safe_cell(value)
    lines = [item if isinstance(item, str) else ": ".join(filter(None, item.values())) for item in value]
    return safe_cell("\n".join(lines))
