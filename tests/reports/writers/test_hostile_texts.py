"""Texts that spreadsheets take for formulas, that no file can hold, or that would become markup."""

import io
import re
from dataclasses import replace

import docx
import openpyxl
import pptx
import pytest

from assessments.document.decision import Decision
from assessments.reports.rows import safe_cell
from assessments.reports.values import Format, Report
from tests.document.cases import CRITERION_CODES, GATE_CODES, case
from tests.reports.made import all_files, branding, file_of, report_of_case
from tests.reports.readers import parts, squeezed, table_rows, text_of

PAYLOADS = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "＝1+1",
    "＋1",
    "  =1+1",
    "\u00a0=1+1",
    "\u200b=1+1",
    '"=1+1',
    ";=1+1",
    ",=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://127.0.0.1/","x")',
    "{=1+1}",
    "http://127.0.0.1/x",
    "mailto:a@b.example",
]
TRIGGER = re.compile("^[ \u00a0\u200b\ufeff]*[=+\\-@\t\r\n\x00＝＋－＠]")


def hostile(text: str) -> Report:
    """A report with this text everywhere somebody can type."""
    codes = (*CRITERION_CODES, *GATE_CODES)
    made = case(notes=dict.fromkeys(codes, text), facts={"industry": "other", "industry-other": text})
    decision = Decision(method="The method says: SalesOps.", person=f"{text} decided otherwise.", reason=text, date="")
    signed = branding(prepared_by=text, closing=text)
    return replace(report_of_case(made, decision=decision, branding=signed), name=text)


@pytest.mark.parametrize("text", PAYLOADS, ids=repr)
def test_no_cell_becomes_a_formula_or_a_link(text: str) -> None:
    report = hostile(text)

    cells = [cell for row in table_rows(file_of(report, Format.TABLE)) for cell in row]
    assert [cell for cell in cells if TRIGGER.match(cell)] == []
    content = parts(file_of(report, Format.WORKBOOK))
    sheets = {name: part.decode() for name, part in content.items() if name.startswith("xl/worksheets/")}
    assert "<hyperlink" not in "".join(sheets.values())
    formulas = re.findall(r"<f>(.*?)</f>", "".join(sheets.values()))
    ours = re.compile(r"^(IF\(|SUM\(|'[A-Za-z]+'!)")
    assert [formula for formula in formulas if not ours.match(formula)] == []
    assert not [name for name, part in content.items() if name.endswith(".rels") and b"External" in part]


@pytest.mark.parametrize("kind", [*Format])
@pytest.mark.parametrize("text", [PAYLOADS[0], PAYLOADS[12], PAYLOADS[16]], ids=repr)
def test_text_is_kept_in_every_format(kind: Format, text: str) -> None:
    assert squeezed(text) in text_of(kind, file_of(hostile(text), kind))


@pytest.mark.parametrize(("text", "cell"), [("=1", "'=1"), ("-5", "'-5"), ("37.5", "37.5"), ("a=1", "a=1"), ("", "")])
def test_apostrophe_stands_before_triggers_only(text: str, cell: str) -> None:
    assert safe_cell(text) == cell


def test_points_are_numbers_without_a_sign() -> None:
    rows = table_rows(file_of(report_of_case(case()), Format.TABLE))

    points = [row[3] for row in rows if row[2] == "Points" and row[1].startswith("S")]
    assert points[:2] == ["10.7", "0"]


@pytest.mark.parametrize("text", ["a\x00b", "a\x0bb", "a\x1fb", "a\x7fb", "a\ud800b", "a\ufffeb"], ids=repr)
def test_characters_that_no_file_holds_leave_a_sign(text: str) -> None:
    files = all_files(hostile(text))

    docx.Document(io.BytesIO(files[Format.WORD].content))
    pptx.Presentation(io.BytesIO(files[Format.SLIDES].content))
    openpyxl.load_workbook(io.BytesIO(files[Format.WORKBOOK].content))
    for kind, file in files.items():
        said = text_of(kind, file.content)
        assert "a\ufffdb" in said, kind


def test_texts_of_full_length_are_not_cut() -> None:
    long = " ".join(["żółć"] * 100)  # 499 characters, as a note may have
    for kind, file in all_files(hostile(long)).items():
        if kind is not Format.SLIDES:  # notes stand in the appendix, which slides have not
            assert text_of(kind, file.content).count(squeezed(long)) >= 17, kind


MARKUP = [
    "<script>x</script>",
    "![x](http://127.0.0.1/)",
    "[x](javascript:x)",
    "| a | b |",
    "# a",
    "- a",
    "`a`",
    "a_b*c*",
    "&lt;",
    "1. a",
]


@pytest.mark.parametrize("text", MARKUP)
def test_markdown_shows_what_was_typed(text: str) -> None:
    made = file_of(hostile(text), Format.MARKDOWN).decode()

    assert squeezed(text) in text_of(Format.MARKDOWN, made.encode()) or text == "&lt;"
    assert re.search(r"(?<!\\)<(?!br>)", made) is None
    assert re.search(r"(?<!\\)\]\(", made) is None
    assert not re.search(r"^(# a|- a|1\. a|\| a)", made.replace("- a –", ""), re.MULTILINE)
