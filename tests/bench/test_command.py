"""The command runs every group, prints a line for each measurement and writes them as JSON. No time is judged."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from assessments.management.commands.bench import positive
from revops_advisor.bench.groups import GROUPS, WITHOUT_DATABASE
from revops_advisor.bench.lines import HEADER
from tests.bench.conftest import Run, run

NUMBER = r"[\d,]+(\.\d{3})?"
ROW = re.compile(
    rf"""
    (?P<group>[a-z]+)\s{{2,}}(?P<name>\S.*?\S)\s{{2,}}(?P<unit>[a-zA-Z]+(\ (cpu|wall))?)\s{{2,}}
    {NUMBER}\s{{2,}}{NUMBER}                          # min, median
    (\s{{2,}}(?P<floor>\S.*?)\s{{2,}}\d+\.\d\dx)?     # floor and ratio
    (\s{{2,}}(?P<target>[\d,.]+x?))?
    (\s{{2,}}\d+(\ <=\ \d+)?)?                        # statements
    \s{{2,}}(?P<verdict>ok|near|MISSED|-)
    """,
    re.VERBOSE,
)
COLUMNS = {
    "database", "group", "name", "minimum", "median", "unit", "clock", "floor", "ratio", "target", "statements",
    "most_statements", "verdict",
}  # fmt: skip


def rows(printed: str) -> list[str]:
    """The printed lines that hold a measurement."""
    return [line for line in printed.splitlines() if line.split("  ")[0].strip() in GROUPS]


@pytest.mark.parametrize("group", GROUPS)
def test_group_is_measured_and_printed(whole_run: Run, group: str) -> None:
    printed = [row for row in rows(whole_run.printed) if row.split()[0] == group]

    assert [row for row in printed if not ROW.fullmatch(row)] == []
    assert len(printed) == len(whole_run.lines(group)) > 0


def test_table_has_a_header_for_each_database(whole_run: Run) -> None:
    headers = [line.split() for line in whole_run.printed.splitlines() if line.startswith("group ")]

    assert headers == [list(HEADER)] * len({line["database"] for line in whole_run.document["lines"]})


def test_json_holds_every_line(whole_run: Run) -> None:
    assert whole_run.document.keys() == {"python", "django", "rounds", "lines"}
    assert [line for line in whole_run.document["lines"] if line.keys() != COLUMNS] == []
    assert len(whole_run.document["lines"]) == len(rows(whole_run.printed))


def test_statements_stay_within_their_bounds(whole_run: Run) -> None:
    """Counts are the same on every machine, so they hold here too."""
    bounded = [line for line in whole_run.document["lines"] if line["most_statements"] is not None]

    assert {line["group"] for line in bounded} == {"question", "save", "middleware", "mine"}
    assert [line for line in bounded if line["statements"] > line["most_statements"]] == []


def test_sizes_stay_within_their_bounds(whole_run: Run) -> None:
    counted = [line for line in whole_run.document["lines"] if line["unit"] in {"bytes", "requests", "libraries"}]

    assert len(counted) >= 7
    assert [line for line in counted if line["verdict"] == "MISSED"] == []


def test_both_databases_are_measured_where_postgresql_is_set(whole_run: Run) -> None:
    expected = ["sqlite"] if connection.vendor == "sqlite" else ["sqlite", "postgresql"]
    measured = {line["database"] for line in whole_run.document["lines"]}
    twice = {line["group"] for line in whole_run.document["lines"] if line["database"] == expected[-1]}

    assert measured == set(expected)
    assert twice == (set(GROUPS) if len(expected) == 1 else GROUPS.keys() - WITHOUT_DATABASE)


def test_groups_can_be_chosen(django_db_blocker: Any, tmp_path: Path) -> None:
    with django_db_blocker.unblock():
        chosen = run(tmp_path / "bench.json", group=["visit", "middleware"], check=False)

    assert [line["group"] for line in chosen.document["lines"]] == ["visit"] * 3 + ["middleware"] * 2


def test_other_settings_are_refused(settings: Any) -> None:
    settings.DEBUG = True

    with pytest.raises(CommandError, match="REVOPS_MODE=local and DEBUG=0"):
        call_command("bench", rounds=1)


@pytest.mark.parametrize("text", ["0", "-1", "x", "1.5", "", "²"])
def test_rounds_are_a_whole_number_above_zero(text: str) -> None:
    with pytest.raises(CommandError, match="is not a whole number above 0"):
        call_command("bench", "--rounds", text)


def test_whole_number_is_taken() -> None:
    assert positive("12") == 12
