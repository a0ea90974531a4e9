"""The decision table: all 1,024 cells against a golden file and a second reading of the rows."""

from collections import Counter
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from assessments.scoring import GATES, Constants, Decision, Mode, Readings, decision

from .reference import advice

GOLDEN = Path(__file__).parent / "decision_table.csv"
HEADER = "grade_s,grade_r,B,K,A,D,recommendation,mode,first,later,outcome\n"
ALL_READINGS = [Readings(*values) for values in product((False, True), repeat=4)]
CELLS = list(product(range(8), range(8), ALL_READINGS))


def cells(constants: Constants) -> Iterator[tuple[int, int, Readings, Decision]]:
    for s, r, gates in CELLS:
        yield s, r, gates, decision(s, r, gates, constants)


def decision_table() -> str:
    lines = []
    for s, r, gates, cell in cells(Constants()):
        signs = ["yes" if value else "no" for value in gates]
        advised = [cell.recommendation, cell.mode, cell.first or "", cell.later or "", cell.outcome]
        lines.append(",".join([str(s), str(r), *signs, *advised]) + "\n")
    return HEADER + "".join(lines)


def test_decision_table_matches_golden_file() -> None:
    assert decision_table().encode() == GOLDEN.read_bytes()


def test_decision_mode_counts() -> None:
    counts = Counter(cell.mode for *_, cell in cells(Constants()))
    assert counts == {"no_case": 32, "lean": 224, "met": 496, "staged": 176, "erodes": 64, "absorb": 32}


def test_decision_met_counts_by_recommendation() -> None:
    counts = Counter(cell.recommendation for *_, cell in cells(Constants()) if cell.mode is Mode.MET)
    assert counts == {"salesops": 192, "revops": 128, "both": 176}


@pytest.mark.parametrize(
    "constants", [Constants(), Constants(1, 0, 1), Constants(7, 7, 7), Constants(5, 3, 2), Constants(3, 0, 4)]
)
def test_decision_agrees_with_second_reading(constants: Constants) -> None:
    for s, r, gates, cell in cells(constants):
        expected = advice(s, r, dict(zip(GATES, gates, strict=True)), constants)
        assert (cell.outcome, cell.mode, cell.first, cell.later) == expected


def test_decision_deep_problem_lifts_salesops() -> None:
    assert decision(0, 4, Readings(True, True, False, True), Constants()).outcome == "both"


def test_decision_revops_wins_alone() -> None:
    cell = decision(3, 4, Readings(True, True, False, False), Constants())
    assert (cell.recommendation, cell.mode, cell.first, cell.later) == ("revops", "met", "revops", None)
