"""Completing happens once; what was acknowledged before it is in the result, what comes after changes nothing."""

import json
import time
from collections.abc import Sequence
from functools import partial

import pytest
from django.test import Client

from assessments.models import Answer, Assessment, Result
from assessments.services.answering import Given, Late, Saved, save_answer
from assessments.services.completing import BusyError, complete
from tests.factories import CODES, answer_all, answer_in, complete_in, start_in
from tests.trust.threads import at_once, seeded
from tests.trust.world import alike, stored

AT_ONCE = 50
ROUNDS = 15


def ready() -> tuple[Client, str]:
    """A browser with everything answered, and the reference."""
    browser = Client()
    ref = start_in(browser)
    answer_all(browser, ref)
    return browser, ref


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("method")
def test_fifty_simultaneous_submits_make_one_result() -> None:
    browser, ref = ready()

    def submit() -> tuple[int, str, bytes]:
        tab = alike(browser)
        response = tab.post(f"/en/a/{ref}/check/")
        return response.status_code, response.headers["Location"], tab.get(response.headers["Location"]).content

    answers = at_once([submit] * AT_ONCE)

    assert {each[:2] for each in answers} == {(302, f"/en/a/{ref}/result/")}
    assert len({each[2] for each in answers}) == 1
    assert Result.objects.count() == 1


@pytest.mark.usefixtures("method")
def test_submit_back_submit_gives_the_same_result() -> None:
    browser, ref = ready()
    complete_in(browser, ref)
    first, page = stored(), browser.get(f"/en/a/{ref}/result/").content

    back = browser.get(f"/en/a/{ref}/check/")
    again = browser.post(f"/en/a/{ref}/check/")

    assert [each.headers["Location"] for each in (back, again)] == [f"/en/a/{ref}/result/"] * 2
    assert stored() == first
    assert browser.get(f"/en/a/{ref}/result/").content == page


@pytest.mark.usefixtures("method")
def test_edit_in_a_duplicated_tab_after_completion_is_refused_and_shown() -> None:
    browser, ref = ready()
    duplicate = alike(browser)
    complete_in(browser, ref)
    before = stored()

    late = answer_in(duplicate, ref, "S2", "0", note="typed in the other tab", version=1)
    submitted = duplicate.post(f"/en/a/{ref}/check/")

    assert late.status_code == 409
    assert "typed in the other tab" in late.content.decode()
    assert submitted.headers["Location"] == f"/en/a/{ref}/result/"
    assert stored() == before


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("method")
def test_answers_acknowledged_while_completing_are_in_the_frozen_inputs() -> None:
    chance = seeded(f"N {ROUNDS}")
    for _ in range(ROUNDS):
        assessment = Assessment.objects.get(ref=ready()[1])
        code = chance.choice(CODES[:13])
        editing = partial(edits, assessment, code, [chance.choice([0, 0.005, 0.15]) for _ in range(1000)])
        acknowledged, _ = at_once([editing, partial(completes, assessment, chance.uniform(0, 0.1))])
        check_frozen(assessment, code, acknowledged)


def edits(assessment: Assessment, code: str, pauses: Sequence[float]) -> tuple[int, str]:
    """Edit one answer again and again until the assessment is completed; the last edit that was acknowledged."""
    version = Answer.objects.get(assessment=assessment, code=code).version
    last = (-1, "")
    for number, pause in enumerate(pauses):
        choice, note = number % 6, f"edit {number}"
        outcome = save_answer(assessment, Given(code, choice, note, version))
        if isinstance(outcome, Late):
            return last
        assert isinstance(outcome, Saved)
        version, last = outcome.version, (choice, note)
        time.sleep(pause)
    raise AssertionError("the assessment was never completed")


def completes(assessment: Assessment, pause: float) -> tuple[int, str]:
    """Complete after a while; try again when answers kept changing, as the page asks for."""
    time.sleep(pause)
    for _ in range(100):
        try:
            complete(assessment)
        except BusyError:
            continue
        return 0, ""
    raise AssertionError("completing stayed busy")


def check_frozen(assessment: Assessment, code: str, acknowledged: tuple[int, str]) -> None:
    """The rows, the frozen inputs and the document hold the edit that was acknowledged last."""
    row = Answer.objects.get(assessment=assessment, code=code)
    result = Result.objects.get(pk=assessment.pk)
    frozen = {code: 5 if value == "dk" else value for code, value in json.loads(result.inputs)["answers"].items()}
    answers = Answer.objects.filter(assessment=assessment, code__in=CODES[:13])

    assert acknowledged in {(-1, ""), (row.choice, row.note)}
    assert frozen == dict(answers.values_list("code", "choice"))
    assert row.note in result.document_en
