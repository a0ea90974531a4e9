"""JSON: as its published schema describes it, and checkable."""

import json
from pathlib import Path

import jsonschema
import pytest

from assessments.reports.schema import report_schema, schema_text
from assessments.reports.values import Format
from assessments.services.verifying_files import FileError, file_differences
from tests.document.cases import HEADLINES, case_of, choices, content
from tests.reports.made import OWN, branding, file_of, headline_report, report_of_case

PUBLISHED = Path(__file__).resolve().parents[3] / "static" / "schema" / "report-1.json"


def test_published_schema_is_the_one_in_force() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == schema_text(), (
        "run: manage.py report_schema > static/schema/report-1.json"
    )
    jsonschema.Draft202012Validator.check_schema(report_schema())


@pytest.mark.parametrize("language", ["en", "pl"])
@pytest.mark.parametrize("code", HEADLINES)
def test_every_report_follows_the_schema_and_from_its_inputs(code: str, language: str) -> None:
    text = file_of(headline_report(code, language, decision=OWN, branding=branding()), Format.DATA).decode()

    jsonschema.validate(json.loads(text), report_schema())
    assert file_differences(text) == []


def test_other_weights_and_open_answers_can_be_checked() -> None:
    method = content({"S1": 3, "S2": 0, "R1": 5}, need_line=5)
    report = report_of_case(case_of(choices("2 4 dk 4 3 3 2 / 1 dk 1 0 2 dk", "dk dk 0 dk"), method=method))

    assert file_differences(file_of(report, Format.DATA).decode()) == []


@pytest.mark.parametrize(
    ("path", "value", "named"),
    [
        (("record", "inputs", "answers", "S1"), 0, "needs"),
        (("record", "inputs", "weights", "R1"), 9, "needs"),
        (("record", "values", "outcome"), "both", "outcome"),
        (("document", "pill"), "Both", "pill"),
        (("document", "needs", "rows", 0, "score"), "99", "needs"),
        (("document", "answers", 0, "points"), "+9", "points S1"),
        (("document", "stability", "shares", 0, "text"), "99%", "shares"),
        (("receipt",), "0" * 64, "receipt"),
    ],
)
def test_a_changed_number_is_named(path: tuple[object, ...], value: object, named: str) -> None:
    data = json.loads(file_of(headline_report(), Format.DATA))
    target = data
    for name in path[:-1]:
        target = target[name]
    target[path[-1]] = value

    assert named in {line.partition(":")[0] for line in file_differences(json.dumps(data))}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{", "This is no JSON"),
        ("[1]", "no report of RevOps Advisor"),
        ('{"kind": "other"}', "no report of RevOps Advisor"),
        ('{"kind": "revops-advisor-report", "schema_version": 2}', "schema version 2; only 1 is known"),
        (file_of(headline_report(answers=False), Format.DATA).decode(), "leaves the answers out"),
    ],
)
def test_what_cannot_be_checked_is_said(text: str, sentence: str) -> None:
    with pytest.raises(FileError, match=sentence):
        file_differences(text)
