"""The catalogue taken away: by command and by download, in both formats and languages."""

import csv
import io
import json
from dataclasses import replace
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client

from metrics.catalogue.files import catalogue_csv, catalogue_json, entry_data, safe_cell
from metrics.catalogue.texts import Entry, shipped_entries
from metrics.models import Metric
from metrics.services.loading import load_shipped_texts

ENTRIES = tuple(shipped_entries().values())
TRIGGERS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
PAYLOADS = [
    *(f"{sign}1+1" for sign in TRIGGERS),
    "=cmd|' /C calc'!A0",
    ' =HYPERLINK("http://example.com")',
    "\u00a0=1+1",
    '"=1+1',
    '","=1+1',
    ";=1+1",
    "@SUM(1)",
    "  -2+3",
]


def printed(**options: Any) -> str:
    out = io.StringIO()
    call_command("metrics_catalogue", stdout=out, **options)
    return out.getvalue()


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["en", "pl"])
def test_command_prints_what_the_download_holds(client: Client, language: str) -> None:
    load_shipped_texts()
    as_json = client.get(f"/{language}/metrics/catalogue.json")
    as_csv = client.get(f"/{language}/metrics/catalogue.csv")

    assert printed(format="json", lang=language) == as_json.content.decode() == catalogue_json(ENTRIES, language)
    assert (
        printed(format="csv", lang=language) == as_csv.content.decode("utf-8-sig") == catalogue_csv(ENTRIES, language)
    )
    assert as_csv.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert as_json.headers["Content-Type"] == "application/json"
    assert as_csv.headers["Content-Disposition"] == f'attachment; filename="kpi-catalogue-{language}.csv"'


@pytest.mark.django_db
def test_command_prints_english_json_unless_told_otherwise_and_what_was_edited() -> None:
    load_shipped_texts()
    Metric.objects.filter(slug="roi").update(meaning_en="As edited.")
    data = json.loads(printed())

    assert [item["slug"] for item in data] == [entry.metric.slug for entry in ENTRIES]
    assert data[-1]["meaning"] == "As edited."
    assert {item["function"] for item in data} == {"salesops", "shared", "revops"}


@pytest.mark.django_db
def test_command_without_its_table_says_what_to_do() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE metrics_metric RENAME TO metrics_hidden")  # undone with the test's transaction

    with pytest.raises(CommandError, match=r"Run: python manage\.py prepare") as caught:
        printed()

    assert caught.value.returncode == 2


@pytest.mark.parametrize("language", ["en", "pl"])
def test_csv_has_one_row_a_kpi_with_the_same_texts(language: str) -> None:
    rows = list(csv.DictReader(io.StringIO(catalogue_csv(ENTRIES, language))))
    data = [entry_data(entry, language) for entry in ENTRIES]

    assert [row["name"] for row in rows] == [item["name"] for item in data]
    assert list(rows[0]) == list(data[0])
    assert [row["meaning"] for row in rows] == [item["meaning"] for item in data]
    assert rows[0]["variants"].count("\n") == len(data[0]["variants"]) - 1
    assert catalogue_csv([], language) == "\r\n"


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_cell_of_the_csv_is_a_formula(payload: str) -> None:
    entry = ENTRIES[0]
    hostile = {name: replace(getattr(entry.texts, name), en=payload) for name in entry.texts.__slots__}
    written = catalogue_csv([Entry(entry.metric, replace(entry.texts, **hostile))], "en")
    cells = [cell for row in csv.reader(io.StringIO(written)) for cell in row]

    assert [cell for cell in cells if cell.lstrip().startswith(TRIGGERS) or cell.startswith(TRIGGERS)] == []
    assert cells.count(safe_cell(payload)) >= 5


def test_plain_text_is_left_alone() -> None:
    assert safe_cell("Close rate = won ÷ closed") == "Close rate = won ÷ closed"
    assert safe_cell("") == ""
