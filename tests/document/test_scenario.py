"""Codes of scenarios: short, reversible, and silent about the answers given."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.content.loader import shipped_method
from assessments.content.values import CRITERION_CODES
from assessments.document.build import advice_document
from assessments.document.case import DONT_KNOW, Case
from assessments.document.outcomes import outcome_label
from assessments.document.scenario import (
    ScenarioError,
    asked_choices,
    option_read_as,
    scenario_choices,
    scenario_code,
)
from assessments.document.values import AdviceDocument

from .cases import HEADLINES, case, case_of, choices, content, random_cases, random_choices, random_contents

contents = st.one_of(st.just(shipped_method()), random_contents())
ZERO_WEIGHTS = content({"S1": 0, "R6": 0})


@given(contents, random_choices(most_open=17), random_choices(most_open=17))
def test_code_leads_from_any_answers_to_any_others(method, before: dict[str, int], after: dict[str, int]) -> None:
    code = scenario_code(method, before, after)

    assert scenario_choices(method, before, code) == asked_choices(method, after)
    assert len(code) <= 9
    assert (code == "") == (asked_choices(method, before) == asked_choices(method, after))


@given(contents, random_choices(), st.text("0123456789abcdefghijklmnopqrstuvwxyz", max_size=10))
def test_every_text_is_the_code_of_one_scenario_or_of_none(method, before: dict[str, int], text: str) -> None:
    try:
        after = scenario_choices(method, before, text)
    except ScenarioError:
        return
    assert scenario_code(method, before, after) == ("" if text == "0" else text)


@pytest.mark.parametrize("text", ["@@", "A", "-1", " ", "00", "1.5", "s1=0", "ą", "٣", "1" * 10, "\u0000"])
def test_other_text_is_refused(text: str) -> None:
    with pytest.raises(ScenarioError, match=r"^code: "):
        scenario_choices(shipped_method(), choices(), text)


def test_largest_code_moves_everything_and_the_next_is_none() -> None:
    before = choices()
    moved = {code: (choice - 1) % 6 for code, choice in before.items() if code in CRITERION_CODES}
    last = {"B": 0, "K": 0, "A": DONT_KNOW, "D": DONT_KNOW}  # one back in a circle of 4 or 5 options and don't know

    assert scenario_code(shipped_method(), before, {**moved, **last}) == "3gzzzzzzz"
    with pytest.raises(ScenarioError, match="larger"):
        scenario_choices(shipped_method(), before, "3h0000000")


def test_code_names_how_far_an_answer_moved_and_not_the_answer() -> None:
    codes = {scenario_code(shipped_method(), {**choices(), "S1": n}, {**choices(), "S1": n + 1}) for n in range(4)}

    assert codes == {"1"}


def test_question_that_is_not_asked_has_no_place() -> None:
    assert [code for code in CRITERION_CODES if code not in asked_choices(ZERO_WEIGHTS, choices())] == ["S1", "R6"]
    assert scenario_code(ZERO_WEIGHTS, choices(), {**choices(), "S1": 4, "R6": 4}) == ""


@pytest.mark.parametrize(
    ("gates", "gate", "reading", "option"),
    [
        ("1 1 0 0", "B", True, 3),
        ("3 1 0 0", "B", False, 2),
        ("1 0 0 0", "K", False, 3),
        ("1 4 0 0", "K", True, 2),
        ("1 1 dk 0", "A", True, 1),
        ("1 1 3 0", "A", False, 0),
    ],
)
def test_option_read_otherwise_is_the_nearest(gates: str, gate: str, reading: bool, option: int) -> None:
    assert option_read_as(case(gates=gates), gate, reading) == option


def test_gate_that_always_reads_alike_has_no_other_option() -> None:
    shipped = shipped_method()
    method = replace(shipped, gate_mapping={**shipped.gate_mapping, "B": (False,) * 4})

    assert option_read_as(case_of(choices(), method=method), "B", True) is None


def outcome_at(of: Case, code: str) -> str:
    """The label of the outcome that the scenario gives."""
    result = case_of(scenario_choices(of.content, of.choices, code), method=of.content).result
    assert result.outcome is not None
    return outcome_label(result.outcome)


def promises(document: AdviceDocument) -> list[tuple[str, str]]:
    """(code of the scenario, outcome that the document promises for it)."""
    ways = [(way.scenario, document.against.outcome) for way in document.against.ways] if document.against else []
    return [*((flip.scenario, flip.outcome) for flip in (*document.flips.items, *document.flips.gates)), *ways]


def kept(of: Case) -> None:
    """Making exactly the promised change gives exactly the promised outcome."""
    document = advice_document(case_of(of.choices, method=of.content))
    made = promises(document)
    assert [(code, outcome_at(of, code)) for code, _ in made] == made
    assert bool(made) == (of.result.outcome is not None)


@pytest.mark.parametrize("headline", HEADLINES)
def test_every_promise_of_the_examples_is_kept(headline: str) -> None:
    kept(case(*HEADLINES[headline]))


@given(random_cases)
def test_every_promise_is_kept(of: Case) -> None:
    kept(of)
