"""Excel: seven sheets, formulas that work the scores out again, native charts, a plan to work with."""

import io
from datetime import date
from fractions import Fraction
from typing import Any

import openpyxl
import pytest

from assessments.document.case import engine_inputs, engine_method
from assessments.reports.values import Format, Report
from assessments.scoring import evaluate
from tests.document.cases import case_of, choices, content
from tests.reports.formulas import Sheets
from tests.reports.made import branding, file_of, headline_report, report_of_case
from tests.reports.readers import parts

NAMES = {
    "en": ["Summary", "Answers", "Scores", "Sensitivity", "KPIs", "Plan", "Method"],
    "pl": ["Podsumowanie", "Odpowiedzi", "Wyniki", "Wrażliwość", "KPI", "Plan", "Metoda"],
}
UNEQUAL = {"S1": 3, "S2": 0, "R1": 5, "R6": 2}


def read(report: Report, **more: Any) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(file_of(report, Format.WORKBOOK)), **more)


def needs(sheets: Sheets) -> list[float]:
    """The scores as the summary works them out."""
    places = [place for (sheet, place), value in sheets.cells.items() if sheet == "Summary" and value == "Score"]
    row = int(places[0][1:])
    return [sheets.value("Summary", f"C{row + 1}"), sheets.value("Summary", f"C{row + 2}")]


@pytest.mark.parametrize("language", ["en", "pl"])
def test_sheets_are_named_frozen_and_unmerged(language: str) -> None:
    book = read(headline_report(language=language))

    assert book.sheetnames == NAMES[language]
    assert {sheet.freeze_panes for sheet in book} == {"A2"}
    assert [list(sheet.merged_cells.ranges) for sheet in book] == [[]] * 7


def test_formulas_give_what_the_file_says() -> None:
    report = report_of_case(case_of(choices(), method=content(UNEQUAL)))
    formulas, stored = Sheets(read(report)), read(report, data_only=True)

    live = [(sheet, place) for (sheet, place), value in formulas.cells.items() if str(value).startswith("=")]
    assert len(live) > 60
    for sheet, place in live:
        computed, said = formulas.value(sheet, place), stored[sheet][place].value
        said = "" if said is None else said  # so openpyxl reads an empty text
        expected = pytest.approx(said) if isinstance(said, float | int) else said
        assert (sheet, place, computed) == (sheet, place, expected)


def test_changed_answers_and_weights_give_what_the_engine_gives() -> None:
    report = report_of_case(case_of(choices(), method=content(UNEQUAL)))
    sheets = Sheets(read(report))
    rows = {sheets.cells["Answers", f"A{row}"]: row for row in range(2, 14)}
    changed = choices() | {"S1": 4, "R4": 4, "R6": 3}
    weights = content(UNEQUAL | {"S3": 7, "R2": 0})

    for code, row in rows.items():
        sheets.cells["Answers", f"E{row}"] = changed[code] if changed[code] < 5 else "open"
        sheets.cells["Answers", f"F{row}"] = weights.weights[code]

    result = evaluate(engine_method(weights), engine_inputs(weights, changed))
    assert needs(sheets) == [pytest.approx(float(need)) for need in (result.salesops.need, result.revops.need)]


def test_ranges_of_open_answers_are_worked_out() -> None:
    report = headline_report()
    book = read(report, data_only=True)

    scores = [[cell.value for cell in row] for row in book["Scores"].iter_rows(min_row=2)]
    totals = [row[4:7] for row in scores if str(row[1]).startswith("Need for")]
    assert totals == [[75, 75, 75], [37.5, float(Fraction(175, 6)), float(Fraction(275, 6))]]


def test_scores_are_numbers_even_without_answers() -> None:
    report = headline_report(answers=False)
    sheets = Sheets(read(report))

    assert needs(sheets) == [75, 37.5]
    assert sheets.cells["Answers", "B2"] == "This report leaves the answers out."


def test_plan_has_owner_date_and_status() -> None:
    sheet = read(headline_report())["Plan"]

    head = [cell.value for cell in sheet[1]]
    assert head == ["Kind", "When", "What", "Owner", "Due", "Status", "Done when"]
    rows = [dict(zip(head, [cell.value for cell in row], strict=True)) for row in sheet.iter_rows(min_row=2)]
    action = next(row for row in rows if row["Kind"] == "Action")
    assert (action["Owner"], action["Status"]) == ("Head of sales", "Not started")
    assert action["Due"].date() == date(2026, 12, 22)
    assert len([row for row in rows if row["Kind"] == "Duty"]) == 16
    assert sheet.auto_filter.ref
    assert [each.formula1 for each in sheet.data_validations.dataValidation] == ['"Not started,In progress,Done"']


def test_charts_are_native_and_described() -> None:
    content = parts(file_of(headline_report(branding=branding()), Format.WORKBOOK))

    assert len([name for name in content if name.startswith("xl/charts/chart")]) == 2
    drawings = b"".join(text for name, text in content.items() if name.startswith("xl/drawings/drawing"))
    assert drawings.count(b'descr="') == 2
    assert not [name for name in content if "calcChain" in name or "vba" in name]
