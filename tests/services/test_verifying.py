"""`manage.py verify_result`: equal, or where a stored result differs."""

import io
import json
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.backends.utils import CursorWrapper

from assessments.models import Assessment, Result
from assessments.scoring import ENGINE_VERSION
from assessments.services.verifying import differences, results_to_verify
from tests.questionnaire.browsers import completed, published_method, ready, result_of


def verified(*arguments: str) -> tuple[int, list[str]]:
    """Exit code and lines of the command."""
    out, code = io.StringIO(), 0
    try:
        call_command("verify_result", *arguments, stdout=out)
    except SystemExit as stop:
        code = int(stop.code or 0)
    return code, out.getvalue().splitlines()


@contextmanager
def without_triggers() -> Iterator[CursorWrapper]:
    """As someone with the database's password could do it."""
    table = " ON assessments_result" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER result_is_frozen{table}")
        yield cursor


def tamper(assessment: Assessment, **fields: str | int) -> None:
    with without_triggers() as cursor:
        for name, value in fields.items():
            quoted = connection.ops.quote_name(name)
            cursor.execute(
                f"UPDATE assessments_result SET {quoted} = %s WHERE assessment_id = %s", [value, assessment.pk]
            )


def changed(text: str, path: str, value: object) -> str:
    """JSON with one member replaced."""
    data = json.loads(text)
    *outer, last = path.split(".")
    target = data
    for name in outer:
        target = target[name]
    target[last] = value
    return json.dumps(data)


def test_untouched_result_is_equal() -> None:
    assessment = completed()

    code, lines = verified(assessment.ref)

    assert code == 0
    assert lines == [
        f"{assessment.ref}: equal (receipt {result_of(assessment).receipt})",
        "1 checked, 0 differ.",
    ]


def test_result_stays_equal_when_another_method_is_published() -> None:
    assessment = completed()
    published_method({"S1": 9}, need_line=6)

    assert verified(assessment.ref)[0] == 0


def test_all_results_are_checked() -> None:
    first, second = completed(), completed("0 0 1 0 1 0 0 / 0 1 0 0 0 1")

    code, lines = verified("--all")

    assert code == 0
    assert [line.split(":")[0] for line in lines] == [first.ref, second.ref, "2 checked, 0 differ."]


def test_all_results_of_none_are_equal() -> None:
    assert verified("--all") == (0, ["0 checked, 0 differ."])


@pytest.mark.parametrize("reference", ["nothing", ""])
def test_unknown_reference_is_an_error(reference: str) -> None:
    with pytest.raises(CommandError, match="There is no completed assessment"):
        call_command("verify_result", reference, stdout=io.StringIO())


def test_draft_is_an_error() -> None:
    assessment = ready()

    with pytest.raises(CommandError, match=f"There is no completed assessment with the reference {assessment.ref}"):
        call_command("verify_result", assessment.ref, stdout=io.StringIO())


@pytest.mark.parametrize("arguments", [[], ["abc", "--all"]])
def test_reference_or_all_is_needed(arguments: list[str]) -> None:
    with pytest.raises(CommandError):
        call_command("verify_result", *arguments, stdout=io.StringIO())


def test_changed_value_is_shown_and_fails() -> None:
    assessment = completed()
    stored = result_of(assessment)
    tamper(assessment, values=changed(stored.values, "distance", 9))

    code, lines = verified(assessment.ref)

    assert code == 1
    assert lines == [
        f"{assessment.ref}: differs (receipt {stored.receipt})",
        "  distance: stored 9, computed 3",
        "1 checked, 1 differ.",
    ]


def test_changed_answer_is_shown_and_fails() -> None:
    assessment = completed()
    stored = result_of(assessment)
    tamper(assessment, inputs=changed(stored.inputs, "answers.S1", 0))

    code, lines = verified(assessment.ref)

    assert code == 1
    assert any(line.startswith("  salesops: stored ") for line in lines)
    assert lines[-2].startswith(f"  receipt: stored {stored.receipt}, computed ")


def test_changed_receipt_is_shown_and_fails() -> None:
    assessment = completed()
    receipt = result_of(assessment).receipt
    tamper(assessment, receipt="f" * 64)

    assert verified(assessment.ref) == (
        1,
        [
            f"{assessment.ref}: differs (receipt {'f' * 64})",
            f"  receipt: stored {'f' * 64}, computed {receipt}",
            "1 checked, 1 differ.",
        ],
    )


def test_one_changed_result_among_others_fails() -> None:
    good, bad = completed(), completed()
    tamper(bad, receipt="0" * 64)

    code, lines = verified("--all")

    assert (code, lines[0].split(" (")[0], lines[1].split(" (")[0], lines[-1]) == (
        1,
        f"{good.ref}: equal",
        f"{bad.ref}: differs",
        "2 checked, 1 differ.",
    )


@pytest.mark.parametrize(
    ("column", "value", "line"),
    [
        ("outcome", "both", '  outcome: stored "both", computed "salesops"'),
        ("salesops_code", 0, "  salesops_code: stored 0, computed 311271"),
        ("revops_code", 5, "  revops_code: stored 5, computed 24372"),
        ("gates_code", 0, "  gates_code: stored [false, true, false, false], computed [true, true, false, false]"),
        ("gates_code", 4 * 7**3, "  inputs: cannot be read (IndexError: list index out of range)"),
    ],
)
def test_changed_column_is_shown_and_fails(column: str, value: str | int, line: str) -> None:
    assessment = completed("2 4 3 4 3 3 2 / 1 3 1 0 2 dk", "3 1 0 0")
    tamper(assessment, **{column: value})

    code, lines = verified(assessment.ref)

    assert (code, lines[1]) == (1, line)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("answers.S1", 9),
        ("answers.S1", "many"),
        ("weights.S1", -1),
        ("constants.coverage", "x"),
        ("constants", {}),
        ("gates", None),
    ],
)
def test_unreadable_inputs_do_not_stop_the_check(path: str, value: object) -> None:
    bad, good = completed(), completed()
    tamper(bad, inputs=changed(result_of(bad).inputs, path, value))

    code, lines = verified("--all")

    assert code == 1
    assert lines[1].startswith("  inputs: cannot be read")
    assert (lines[2].split(" (")[0], lines[-1]) == (f"{good.ref}: equal", "2 checked, 1 differ.")


def test_text_that_is_no_json_does_not_stop_the_check() -> None:
    bad = completed()
    tamper(bad, values="{")

    code, lines = verified("--all")

    assert (code, lines[-1]) == (1, "1 checked, 1 differ.")


def test_earlier_engine_with_equal_values_is_equal() -> None:
    """The receipt names the engine's version, so it is compared only within one version."""
    stored = result_of(completed())
    stored.engine_version, stored.receipt = "0.9.0", "of the earlier engine"

    assert differences(stored) == []


def test_earlier_engine_with_other_values_is_named() -> None:
    stored = result_of(completed())
    stored.engine_version, stored.values = "0.9.0", changed(stored.values, "distance", 9)

    assert differences(stored) == [
        "distance: stored 9, computed 3",
        f"engine: stored with 0.9.0, computed with {ENGINE_VERSION}",
    ]


def test_value_that_one_side_lacks_differs() -> None:
    stored = result_of(completed())
    values = json.loads(stored.values)
    values["unknown"] = 1
    del values["distance"]
    stored.values = json.dumps(values)

    assert differences(stored) == ["distance: stored null, computed 3", "unknown: stored 1, computed null"]


def test_results_come_in_the_order_they_were_made() -> None:
    made = [completed().pk for _ in range(3)]

    assert [result.pk for result in results_to_verify(None)] == made
    assert Result.objects.count() == 3
