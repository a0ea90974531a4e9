"""Plans, actions, charter, risks and differences are complete and found by their keys."""

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import pytest

from assessments.content.advice import FILES, parse_advice, shipped_advice, shipped_advice_data
from assessments.content.advice_values import (
    DIFFERENCE_CODES,
    HEADLINE_CODES,
    KEYS_BY_HEADLINE,
    PLAN_KEYS,
    RISK_KEYS,
    STAGED_PLANS,
    STATES_BY_SETUP,
)
from assessments.content.loader import read_data_file
from assessments.content.values import CRITERION_CODES

ADVICE = shipped_advice()


def test_data_survives_reading_and_writing() -> None:
    data = shipped_advice_data()
    written: dict[str, Any] = json.loads(json.dumps(asdict(parse_advice(data))))
    written["risks"] = written.pop("risks_by_key")

    assert {"format": 1, **written} == data


def test_shipped_advice_is_read_once_and_its_data_is_fresh() -> None:
    shipped_advice_data()["actions"].clear()  # type: ignore[attr-defined]

    assert shipped_advice() is shipped_advice()
    assert len(shipped_advice_data()["actions"]) == 13  # type: ignore[arg-type]


def test_files_share_the_format_and_nothing_else() -> None:
    keys = Counter(key for name in FILES for key in read_data_file(name))

    assert keys.pop("format") == len(FILES)
    assert set(keys.values()) == {1}
    assert {read_data_file(name)["format"] for name in FILES} == {1}


def test_every_criterion_has_one_action() -> None:
    assert tuple(action.code for action in ADVICE.actions) == CRITERION_CODES
    assert [ADVICE.action(code) for code in CRITERION_CODES] == list(ADVICE.actions)
    assert len({action.title for action in ADVICE.actions}) == 13


@pytest.mark.parametrize("key", PLAN_KEYS)
def test_every_plan_has_three_phases_and_four_quarters(key: str) -> None:
    plan = ADVICE.plan(key)

    assert (len(plan.phases), len(plan.year)) == (3, 4)
    assert all(len(phase.actions) in {2, 3} and phase.done_when.en and phase.done_when.pl for phase in plan.phases)
    assert len({phase.title for phase in plan.phases}) == 3


def test_only_staged_plans_prepare_a_second_team() -> None:
    staged = [plan.key for plan in ADVICE.plans if plan.later and plan.review]

    assert staged == [plan.key for plan in ADVICE.plans if plan.later or plan.review] == list(STAGED_PLANS)


@pytest.mark.parametrize(("staged", "alone"), [("sequence_salesops", "salesops"), ("sequence_revops", "revops")])
def test_staged_plan_begins_with_the_plan_of_its_first_team(staged: str, alone: str) -> None:
    assert ADVICE.plan(staged).phases == ADVICE.plan(alone).phases
    assert ADVICE.plan(staged).year != ADVICE.plan(alone).year


def test_charter_has_sixteen_duties_of_three_kinds() -> None:
    functions = Counter(duty.function for duty in ADVICE.duties)

    assert functions == {"salesops": 6, "revops": 9, "shared": 1}
    assert len({duty.task for duty in ADVICE.duties}) == 16


@pytest.mark.parametrize(
    ("setup", "state", "codes"),
    [
        ("only_revops", "interim", ["sales-strategy", "team-and-training"]),
        ("absorb", "ends", ["team-and-training", "rep-performance"]),
        (
            "both",
            "doubled",
            ["sales-process", "sales-data", "revenue-strategy", "technology", "lead-qualification"],
        ),
    ],
)
def test_duties_that_need_care_in_a_setup(setup: str, state: str, codes: list[str]) -> None:
    assert [duty.code for duty in ADVICE.duties if duty.owners[setup].state == state] == codes


def test_all_revops_duties_are_interim_without_revops() -> None:
    interim = [duty.code for duty in ADVICE.duties if duty.owners["only_salesops"].state == "interim"]

    assert interim == [duty.code for duty in ADVICE.duties if duty.function == "revops"]
    assert all(", interim" in duty.owners["only_salesops"].owner.en for duty in ADVICE.duties if duty.code in interim)
    assert all("Tymczasowo " in duty.owners["only_salesops"].owner.pl for duty in ADVICE.duties if duty.code in interim)


def test_no_duty_stays_with_a_team_that_does_not_exist() -> None:
    for duty in ADVICE.duties:
        assert "RevOps" not in duty.owners["only_salesops"].owner.en
        assert "SalesOps" not in duty.owners["only_revops"].owner.en
        assert "SalesOps" not in duty.owners["absorb"].owner.en


def test_every_key_has_its_risks() -> None:
    assert {key: len(ADVICE.risks(key)) for key in RISK_KEYS} == {
        "salesops": 3,
        "revops": 3,
        "both": 3,
        "sequence": 2,
        "revops_absorbs": 2,
        "not_yet": 1,
        "erodes": 3,
        "lean": 3,
        "close_call": 3,
    }


def test_differences_matter_for_every_headline() -> None:
    assert tuple(difference.code for difference in ADVICE.differences) == DIFFERENCE_CODES
    assert all(len(ADVICE.differences_for(headline)) >= 2 for headline in HEADLINE_CODES)
    assert ADVICE.differences_for("close_call") == ADVICE.differences
    assert [found.code for found in ADVICE.differences_for("not_yet")] == ["order", "revenue-streams"]
    assert ADVICE.differences_for("insufficient") == ()


@pytest.mark.parametrize("headline", HEADLINE_CODES)
def test_every_headline_leads_to_a_plan_risks_and_a_setup(headline: str) -> None:
    keys = KEYS_BY_HEADLINE[headline]

    assert ADVICE.plan(keys.plan)
    assert ADVICE.risks(keys.risks)
    assert keys.setup is None or keys.setup in STATES_BY_SETUP


def test_headlines_lead_to_every_plan_risk_and_setup() -> None:
    keys = KEYS_BY_HEADLINE.values()

    assert {key.plan for key in keys} == set(PLAN_KEYS)
    assert {key.risks for key in keys} == set(RISK_KEYS)
    assert {key.setup for key in keys} == {*STATES_BY_SETUP, None}


@pytest.mark.parametrize("lookup", [ADVICE.action, ADVICE.plan, ADVICE.risks])
def test_lookups_of_the_unknown_raise_key_error(lookup: Callable[[str], object]) -> None:
    with pytest.raises(KeyError):
        lookup("unknown")
