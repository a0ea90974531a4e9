"""The decision table of the method page against the engine, cell by cell."""

from collections.abc import Iterator
from itertools import product

import pytest

from assessments.pages.presenters.decision_table import MARKS, ROWS, Cell, Row, row_of, shown_rows
from assessments.scoring import Constants, Outcome, Readings, decision

SHIPPED = Constants()
OTHER = Constants(need_line=5, case_line=3, lead_gap=2)
every_version = pytest.mark.parametrize("constants", [SHIPPED, OTHER], ids=["shipped", "other"])


def cells(constants: Constants) -> Iterator[Cell]:
    for grade_s, grade_r, gates in product(range(8), range(8), product((False, True), repeat=4)):
        yield Cell(grade_s, grade_r, Readings(*gates), constants)


def fitting(cell: Cell) -> list[Row]:
    return [row for row in ROWS if row.fits(cell)]


@every_version
def test_exactly_one_row_fits_each_of_the_1024_cells(constants: Constants) -> None:
    counts = [len(fitting(cell)) for cell in cells(constants)]

    assert counts == [1] * 1024


@every_version
def test_rows_say_what_the_engine_decides(constants: Constants) -> None:
    wrong = [
        cell
        for cell in cells(constants)
        for given in [decision(cell.grade_s, cell.grade_r, cell.gates, constants)]
        if given.mode is not row_of(cell).mode or given.outcome not in row_of(cell).outcomes
    ]

    assert wrong == []


def test_rows_promise_no_outcome_that_the_engine_never_gives() -> None:
    given: dict[int, set[Outcome]] = {}
    for cell in cells(SHIPPED):
        outcome = decision(cell.grade_s, cell.grade_r, cell.gates, SHIPPED).outcome
        given.setdefault(row_of(cell).number, set()).add(outcome)

    assert given == {row.number: set(row.outcomes) for row in ROWS}


def test_rows_are_printed_with_the_lines_of_their_version() -> None:
    rows = shown_rows(OTHER)

    assert [row.number for row in rows] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert rows[0].condition == "Both scores are under 37.5, and D is no"
    assert [(row.salesops, row.revops) for row in rows[4:6]] == [
        ("Need\xa0not\xa0met", "Need\xa0met"),
        ("Need\xa0met", "Need\xa0met"),
    ]
    assert [mark.label.split() for mark in rows[7].outcomes] == [
        ["SalesOps,", "then", "RevOps"],
        ["RevOps,", "then", "SalesOps"],
    ]


def test_every_outcome_has_a_shape() -> None:
    assert {mark.kind for row in shown_rows(SHIPPED) for mark in row.outcomes} == set(MARKS.values())
