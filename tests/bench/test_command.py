"""The command runs every group, prints a line for each measurement and writes them as JSON. No time is judged."""

import json
import re
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from assessments.management.commands.bench import positive
from revops_advisor.bench.groups import GROUPS, WITHOUT_DATABASE
from revops_advisor.bench.lines import HEADER

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


@dataclass(frozen=True)
class Run:
    """What the command printed, and what it wrote with --json."""

    printed: str
    document: dict[str, Any]


def run(file: Path, **options: Any) -> Run:
    """The command's shortest run."""
    printed = StringIO()
    call_command("bench", rounds=1, companies=20, json=file, stdout=printed, **options)
    return Run(printed.getvalue(), json.loads(file.read_text(encoding="utf-8")))


def rows(printed: str) -> list[str]:
    """The printed lines that hold a measurement."""
    return [line for line in printed.splitlines() if line.split("  ")[0].strip() in GROUPS]


# They make files and read long ones, which takes a while even in the shortest run.
HEAVY = frozenset({"reports", "scorecard"})


@pytest.mark.parametrize("groups", [GROUPS.keys() - HEAVY, pytest.param(HEAVY, marks=pytest.mark.long)], ids=len)
def test_run_prints_and_writes_every_measurement(
    django_db_blocker: Any, tmp_path: Path, groups: frozenset[str]
) -> None:
    """One test, because one run is enough."""
    with django_db_blocker.unblock():
        whole = run(tmp_path / "bench.json", group=[name for name in GROUPS if name in groups])
    lines, printed = whole.document["lines"], rows(whole.printed)

    assert whole.document.keys() == {"python", "django", "rounds", "lines"}
    assert [line for line in lines if line.keys() != COLUMNS] == []
    assert [row for row in printed if not ROW.fullmatch(row)] == []
    assert [row.split()[0] for row in printed] == [line["group"] for line in lines]
    assert {line["group"] for line in lines} == groups
    if groups != HEAVY:
        demand_bounds_that_hold_on_every_machine(lines)
        demand_databases(lines, whole.printed, groups)


def demand_bounds_that_hold_on_every_machine(lines: list[dict[str, Any]]) -> None:
    """Statements and sizes; no time."""
    bounded = [line for line in lines if line["most_statements"] is not None]
    counted = [line for line in lines if line["unit"] in {"bytes", "requests", "libraries"}]

    assert {line["group"] for line in bounded} == {
        "question",
        "save",
        "middleware",
        "mine",
        "metrics",
        "scenarios",
        "compare",
    }
    assert [line for line in bounded if line["statements"] > line["most_statements"]] == []
    assert {line["group"] for line in counted} == {"question", "result", "metrics", "scenarios", "visit", "start"}
    assert [line for line in counted if line["verdict"] == "MISSED"] == []


def demand_databases(lines: list[dict[str, Any]], printed: str, groups: frozenset[str]) -> None:
    """SQLite, and PostgreSQL where it is set, each with a header and the groups it has a part in."""
    expected = ["sqlite"] if connection.vendor == "sqlite" else ["sqlite", "postgresql"]
    last = {line["group"] for line in lines if line["database"] == expected[-1]}

    assert list(dict.fromkeys(line["database"] for line in lines)) == expected
    assert [line.split() for line in printed.splitlines() if line.startswith("group ")] == [list(HEADER)] * len(
        expected
    )
    assert last == (groups if len(expected) == 1 else groups - WITHOUT_DATABASE)


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
