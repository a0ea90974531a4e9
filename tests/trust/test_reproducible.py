"""A result reads the same for ever, whatever is published later and wherever the server stands."""

import json
import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from fractions import Fraction
from io import StringIO
from typing import Any

import pytest
import time_machine
from django.core.cache import caches
from django.core.management import call_command

from assessments.content.loader import shipped_method
from assessments.content.values import CRITERION_CODES, Text
from assessments.document.case import engine_inputs, engine_method
from assessments.document.numbers import rounded
from assessments.models import Assessment, Result
from assessments.scoring import ScoringError, canonical_json, evaluate, receipt
from assessments.services.completing import complete
from assessments.services.publishing import publish
from assessments.services.verifying import differences
from tests.factories import forget_kept_pages
from tests.questionnaire.browsers import answer, browser, describe, started
from tests.trust.threads import seeded

pytestmark = pytest.mark.usefixtures("method")

RESULTS = 200
LANGUAGES = ("en", "pl")
ZONES = ("Europe/Warsaw", "America/Los_Angeles", "Asia/Kolkata")
NOON = "2026-11-22T12:00:00Z"  # the same date in all three
TOKEN = re.compile(r'(?<=name="csrfmiddlewaretoken" value=")\w+')
FROZEN = ("receipt", "outcome", "engine_version", "inputs", "values", "document_en", "document_pl")
COLUMNS = (*FROZEN, "salesops_code", "revops_code", "gates_code")


def varied_results(count: int, chance: random.Random) -> list[Assessment]:
    """Completed assessments with random answers, notes and profiles, in both languages."""
    made = []
    with time_machine.travel(NOON, tick=False):
        for number in range(count):
            words = [str(chance.randrange(5)) if chance.random() > 0.15 else "dk" for _ in CRITERION_CODES]
            gates = [str(chance.randrange(len(gate.options))) for gate in shipped_method().gates]
            assessment = started(language=LANGUAGES[number % 2], layout=chance.choice(["single", "section"]))
            describe(assessment, reps=chance.randrange(30), arr=chance.choice(["none", "1m-4m", "20m-plus"]))
            answer(assessment, " ".join(words), " ".join(gates), {"S1": f"Zażółć {number}", "R2": "<b>&\n"})
            complete(assessment)
            assessment.refresh_from_db()
            made.append(assessment)
    return made


def pages(assessments: Iterable[Assessment], languages: Sequence[str] = ()) -> list[bytes]:
    """The result pages in these languages, or each in its own; rendered now and not taken from any memory."""
    caches["pages"].clear()
    return [shown(each, language) for each in assessments for language in languages or [each.language]]


def shown(assessment: Assessment, language: str) -> bytes:
    response = browser(assessment).get(f"/{language}/a/{assessment.ref}/result/")
    assert response.status_code == 200
    return TOKEN.sub("*", response.content.decode()).encode()


def frozen_rows() -> list[tuple[Any, ...]]:
    return list(Result.objects.order_by("pk").values_list("pk", "method_id", *COLUMNS))


def other_method() -> Any:
    """Other weights and constants, and every text another one."""
    content = reworded(shipped_method())
    weights = {code: 10 - weight for code, weight in content.weights.items()}
    return replace(content, weights=weights | {"S1": 1, "R1": 10}, constants=content.constants | {"lead_gap": 1})


def reworded(value: Any) -> Any:
    if isinstance(value, Text):
        return Text(en=f"Other {value.en}", pl=f"Inne {value.pl}")
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{each.name: reworded(getattr(value, each.name)) for each in fields(value)})
    return tuple(map(reworded, value)) if isinstance(value, tuple) else value


def test_results_stay_byte_equal_and_verified_when_another_method_is_published() -> None:
    assessments = varied_results(RESULTS, seeded(f"N {RESULTS}"))
    rows, before, out = frozen_rows(), pages(assessments), StringIO()

    publish(other_method(), note="Everything is different now.")
    forget_kept_pages()
    call_command("verify_result", "--all", stdout=out)

    assert len(rows) == RESULTS
    assert frozen_rows() == rows
    assert pages(assessments) == before
    assert out.getvalue().splitlines()[-1] == f"{RESULTS} checked, 0 differ."


def test_other_method_gives_other_results_so_the_test_above_would_notice() -> None:
    before = varied_results(1, random.Random(1))[0].result
    forget_kept_pages()
    publish(other_method(), note="Everything is different now.")

    after = varied_results(1, random.Random(1))[0].result

    assert after.receipt != before.receipt
    assert "Inne " in after.document_pl


def test_result_pages_are_byte_equal_in_every_time_zone(settings) -> None:
    assessments = varied_results(12, seeded("N 12"))
    seen = {}
    for zone in ZONES:
        settings.TIME_ZONE = zone
        seen[zone] = pages(assessments, LANGUAGES)

    assert seen[ZONES[0]] == seen[ZONES[1]] == seen[ZONES[2]]
    assert "22 November 2026" in seen[ZONES[0]][0].decode().replace("\u00a0", " ")


def test_tampering_with_a_copy_is_reported_in_every_value() -> None:
    unnoticed, tried = [], 0
    for assessment in varied_results(3, seeded("N 3")):
        for column, name in places(assessment.result):
            copy = Result.objects.get(pk=assessment.pk)
            setattr(copy, column, tampered(getattr(copy, column), name))
            tried += 1
            if differences(copy) == []:
                unnoticed.append(f"{column} {name}")
    assert unnoticed == []
    assert tried > 60


def places(result: Result) -> list[tuple[str, str]]:
    """(column, name in its JSON) of everything that a computation gives or needs."""
    inputs, values = json.loads(result.inputs), json.loads(result.values)
    plain = [("receipt", ""), ("outcome", ""), ("salesops_code", ""), ("revops_code", "")]
    return plain + [("values", name) for name in values] + [("inputs", f"answers.{name}") for name in inputs["answers"]]


def tampered(value: Any, name: str) -> Any:
    """The column with one value changed."""
    if not name:
        return value + 1 if isinstance(value, int) else f"{value}x"
    data = json.loads(value)
    holder, last = (data["answers"], name.partition(".")[2]) if name.startswith("answers.") else (data, name)
    holder[last] = (0 if holder[last] != 0 else 4) if holder is not data else "tampered"
    return json.dumps(data)


def test_frozen_documents_hold_no_floating_point_number() -> None:
    floats: list[str] = []
    for assessment in varied_results(50, seeded("N 50")):
        for column in ("inputs", "values", "document_en", "document_pl"):
            json.loads(getattr(assessment.result, column), parse_float=floats.append, parse_constant=floats.append)
    assert floats == []


def test_floating_point_number_would_not_be_frozen() -> None:
    with pytest.raises(ScoringError):
        canonical_json({"score": 37.5})


def test_order_of_answers_and_weights_does_not_matter() -> None:
    chance = seeded("N 200")
    content = shipped_method()
    given = dict(zip(CRITERION_CODES, [2, 4, 3, 4, 3, 3, 2, 1, 3, 1, 0, 2, 5], strict=True)) | dict.fromkeys("BKAD", 0)
    seals = set()
    for _ in range(200):
        codes = chance.sample(list(given), len(given))
        weights = {code: content.weights[code] for code in chance.sample(CRITERION_CODES, len(CRITERION_CODES))}
        mixed = replace(content, weights=weights)
        method, inputs = engine_method(mixed), engine_inputs(mixed, {code: given[code] for code in codes})
        seals.add(receipt(method, mixed.gate_mapping, inputs, evaluate(method, inputs)))
    assert len(seals) == 1


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        ("0.125", 2, "0.13"),
        ("0.135", 2, "0.14"),
        ("2.675", 2, "2.68"),
        ("1.005", 2, "1.01"),
        ("0.5", 0, "1"),
        ("1.5", 0, "2"),
        ("2.5", 0, "3"),
        ("37.25", 1, "37.3"),
        ("37.249999999999999999", 1, "37.2"),
        ("99.95", 1, "100"),
    ],
)
def test_rounding_is_half_up_on_the_exact_value(value: str, places: int, text: str) -> None:
    assert rounded(Fraction(Decimal(value)), places) == Fraction(Decimal(text))
