"""`manage.py report` and `manage.py verify_result FILE.json`."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from assessments.content.loader import shipped_method
from assessments.reports.values import Format, Options
from assessments.reports.writing import written
from assessments.services.publishing import publish
from assessments.services.reporting import completed_assessment, report_of
from tests.questionnaire.browsers import completed, published_method, started
from tests.reports.readers import READERS, text_of

pytestmark = pytest.mark.usefixtures("method")


@pytest.fixture
def method(db: None) -> object:
    """The published version."""
    return published_method()


def told(command: str, *arguments: object, **options: object) -> str:
    out = io.StringIO()
    call_command(command, *map(str, arguments), stdout=out, **options)
    return out.getvalue()


def test_report_is_written_to_a_file(tmp_path: Path) -> None:
    assessment, place = completed(), tmp_path / "new" / "report.md"

    said = told("report", assessment.ref, "--format", "md", "--lang", "pl", "--output", place)
    headline = json.loads(assessment.result.document_pl)["headline"]
    assert f"# {headline}" in place.read_text("utf-8").replace("\\", "")
    assert said == f"{place} ({place.stat().st_size:,} bytes)\n"
    assert [path.name for path in place.parent.iterdir()] == ["report.md"]


def test_all_formats_are_written_to_a_folder(tmp_path: Path) -> None:
    told("report", "sample", "--format", "all", "--output", tmp_path)

    expected = {f"acorn-metrics_salesops-revops_sample.{kind}" for kind in Format}
    assert {path.name for path in tmp_path.iterdir()} == expected
    assert all(text_of(kind, next(tmp_path.glob(f"*.{kind}")).read_bytes()) for kind in READERS)


@pytest.mark.parametrize("ref", ["nothing", "draft"])
def test_unknown_and_unfinished_assessments_are_named(ref: str, tmp_path: Path) -> None:
    ref = started().ref if ref == "draft" else ref

    with pytest.raises(CommandError, match=f"no completed assessment with the reference {ref}"):
        told("report", ref, "--output", tmp_path / "report.pdf")
    assert list(tmp_path.iterdir()) == []


def test_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(CommandError, match="cannot be written"):
        told("report", "sample", "--format", "json", "--output", tmp_path / "file" / "report.json")


def test_json_report_is_verified(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "report.json"
    told("report", completed().ref, "--format", "json", "--output", place)

    assert told("verify_result", place) == f"{place}: equal\n1 checked, 0 differ.\n"
    data = json.loads(place.read_text("utf-8"))
    data["document"]["needs"]["rows"][0]["score"] = "76"
    place.write_text(json.dumps(data), "utf-8")
    with pytest.raises(SystemExit) as stop:
        told("verify_result", place)
    assert stop.value.code == 1


@pytest.mark.parametrize(("content", "sentence"), [(b"{", "no JSON"), (b"\xff", "codec"), (None, "cannot be read")])
def test_other_files_are_no_reports(content: bytes | None, sentence: str, tmp_path: Path) -> None:
    place = tmp_path / "report.json"
    if content is not None:
        place.write_bytes(content)

    with pytest.raises(CommandError, match=sentence):
        told("verify_result", place)


def test_files_stay_the_same_when_the_method_and_the_name_of_today_change() -> None:
    assessment = completed()
    before = {kind: written(report_of(assessment, Options("pl")), kind) for kind in Format}

    publish(shipped_method(), note="New weights.")
    again = completed_assessment(assessment.ref)
    assert again is not None
    after = {kind: written(report_of(again, Options("pl")), kind) for kind in Format}
    assert after == before


def test_schema_is_printed() -> None:
    assert json.loads(told("report_schema"))["title"] == "Report of RevOps Advisor"
