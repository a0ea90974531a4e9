"""The shipped texts: complete, and written by the rules of both languages."""

import re
from collections.abc import Iterator
from dataclasses import fields

import pytest

from metrics.catalogue import METRICS, Owner, Text
from metrics.catalogue.calculations import CALCULATIONS
from metrics.catalogue.faults import SENTENCES
from metrics.catalogue.parts import PARTS
from metrics.catalogue.texts import LISTS, MetricTexts, listed, shipped_entries, texts_of_columns

ENTRIES = shipped_entries()
NAMES = [field.name for field in fields(MetricTexts)]


def texts() -> Iterator[tuple[str, Text]]:
    """Every text of the catalogue with where it stands."""
    for slug, entry in ENTRIES.items():
        for name in NAMES:
            yield f"{slug}.{name}", getattr(entry.texts, name)
        for each in CALCULATIONS[slug]:
            yield f"{slug}.{each.code}.title", each.title
    for name, part in PARTS.items():
        yield f"{name}.label", part.label
        yield f"{name}.about", part.about
    for fault, sentence in SENTENCES.items():
        yield f"{fault}", sentence


ALL = dict(texts())


def test_every_kpi_has_every_text() -> None:
    assert list(ENTRIES) == [metric.slug for metric in METRICS]
    assert [path for path, text in ALL.items() if not (text.en.strip() and text.pl.strip())] == []


def test_related_kpis_exist_and_are_others() -> None:
    slugs = set(ENTRIES)

    assert [m.slug for m in METRICS if not m.related or m.slug in m.related or set(m.related) - slugs] == []


def test_every_part_is_used() -> None:
    assert set(PARTS) == {part for each in CALCULATIONS.values() for one in each for part in one.parts}


@pytest.mark.parametrize("language", ["en", "pl"])
@pytest.mark.parametrize("name", LISTS)
def test_lists_name_each_item(name: str, language: str) -> None:
    for slug, entry in ENTRIES.items():
        items = listed(getattr(entry.texts, name).in_language(language))
        assert len(items) >= 2, slug
        assert [item for item in items if not all(item)] == []


def test_lists_are_equally_long_in_both_languages() -> None:
    pairs = [(slug, getattr(entry.texts, name)) for slug, entry in ENTRIES.items() for name in LISTS]

    assert [slug for slug, text in pairs if len(text.en.splitlines()) != len(text.pl.splitlines())] == []
    assert listed("no name here\n\nName: the rest: all of it\n") == (
        ("", "no name here"),
        ("Name", "the rest: all of it"),
    )


def test_shared_kpis_are_asked_two_different_questions() -> None:
    shared = [ENTRIES[metric.slug].texts for metric in METRICS if metric.owner is Owner.SHARED]

    assert [each.salesops for each in shared if each.salesops == each.revops] == []
    asked = [each for entry in ENTRIES.values() for each in (entry.texts.salesops, entry.texts.revops)]
    assert [each for each in asked if not (each.en.endswith("?") and each.pl.endswith("?"))] == []


def test_texts_use_the_signs_of_their_language() -> None:
    straight = re.compile(r"""["']|  |\.\.\.|!""")

    assert [path for path, text in ALL.items() if straight.search(text.en + text.pl)] == []
    assert [path for path, text in ALL.items() if "„" in text.en or "“" in text.pl or "’" in text.pl] == []
    assert [path for path, text in ALL.items() if re.search("[ąćęłńóśźż]", text.en, re.IGNORECASE)] == []
    assert [
        path for path, text in ALL.items() if re.search(r"\d\.\d", text.pl) or re.search(r"\d,\d{3}", text.pl)
    ] == []
    assert [path for path, text in ALL.items() if re.search(r"\d,\d(?!\d\d)", text.en)] == []


def test_polish_texts_hold_no_english_words() -> None:
    words = re.compile(r"\b(the|of|and|or|you|your|is|are|with|from|not|what|which|this|that|for|it|in)\b")
    fields_of_systems = re.compile(r"\.(sources|aliases)$")

    assert [path for path, text in ALL.items() if not fields_of_systems.search(path) and words.search(text.pl)] == []


def test_columns_and_back() -> None:
    for entry in ENTRIES.values():
        assert texts_of_columns(entry.texts.columns()) == entry.texts
    assert len({entry.texts.fingerprint() for entry in ENTRIES.values()}) == 16
