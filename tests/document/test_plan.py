"""The plan follows the company's gaps and its funding; charter and risks fit the outcome."""

from datetime import datetime

import pytest

from assessments.content.advice import shipped_advice
from assessments.document.plan import months_later
from tests.document.cases import EXAMPLE, HEADLINES, ONE_ROLE, TWO_TEAMS, WARSAW, document

WITH_PLAN = [code for code in HEADLINES if code != "insufficient"]


@pytest.mark.parametrize("language", ["en", "pl"])
@pytest.mark.parametrize("code", WITH_PLAN)
def test_every_headline_has_a_plan_a_charter_and_risks(code: str, language: str) -> None:
    shown = document(*HEADLINES[code], language=language)
    assert shown.plan is not None
    assert shown.charter is not None
    assert len(shown.plan.phases) >= 3
    assert len(shown.risks) >= 1
    setups = [*([shown.charter.recommended] if shown.charter.recommended else []), *shown.charter.others]
    assert [len(setup.rows) for setup in setups] == [16, 16, 16, 16]


@pytest.mark.parametrize(
    ("gates", "most"), [("0 1 0 0", 1), (ONE_ROLE, 2), ("2 1 0 0", 3), (TWO_TEAMS, 3), ("dk 1 0 0", 1)]
)
@pytest.mark.parametrize("answers", [EXAMPLE, "4 4 4 4 4 4 4 / 0 0 1 0 0 0", "4 4 3 4 3 2 3 / 3 3 3 3 3 3"])
def test_phases_never_hold_more_than_funding_allows(answers: str, gates: str, most: int) -> None:
    plan = document(answers, gates).plan
    assert plan is not None
    assert max(len(phase.items) for phase in plan.phases) <= most


def test_plan_of_the_example_takes_up_its_strongest_gaps() -> None:
    plan = document().plan
    assert plan is not None
    assert [(action.code, action.when) for action in plan.actions] == [
        ("S2", "Days 1–30"),
        ("S4", "Days 31–60"),
        ("S3", "Days 61–90"),
    ]
    assert [[item.code for item in phase.items] for phase in plan.phases] == [["", "S2"], ["", "S4"], ["", "S3"]]
    assert plan.size == "Sized for what can be funded: at most 2 actions at a time."


def test_a_single_action_at_a_time_still_takes_up_gaps() -> None:
    plan = document(EXAMPLE, "0 1 0 0").plan
    assert plan is not None
    assert [[item.code for item in phase.items] for phase in plan.phases] == [[""], ["S2"], ["S4"]]


@pytest.mark.parametrize("language", ["en", "pl"])
@pytest.mark.parametrize("gates", ["0 1 0 0", ONE_ROLE, "2 1 0 0", TWO_TEAMS])
@pytest.mark.parametrize("code", WITH_PLAN)
def test_every_phase_is_done_by_something_that_is_in_it(code: str, gates: str, language: str) -> None:
    """`done_when` is the plan's own line where the actions behind it fit, else what those that fit bring about."""
    plan = document(HEADLINES[code][0], gates, language=language).plan
    assert plan is not None
    shipped = {
        each.in_language(language): phase
        for each_plan in shipped_advice().plans
        for phase in (*each_plan.phases, *([each_plan.later] if each_plan.later else []))
        for each in phase.actions
    }
    for phase in plan.phases:
        own = [item.text for item in phase.items if not item.code]
        if not own:
            continue
        source = shipped[own[0]]
        bringing = [source.actions[place].in_language(language) for place in source.done_by]
        kept = [text for text in bringing if text in own]
        assert kept, (phase.when, own)
        if kept == bringing:
            assert phase.done_when == source.done_when.in_language(language)


def test_plan_without_high_answers_takes_up_the_strongest_one() -> None:
    plan = document("2 1 1 1 1 1 1 / 1 1 1 1 1 1", ONE_ROLE).plan
    assert plan is not None
    assert [action.code for action in plan.actions] == ["S1"]


def test_review_date_is_six_months_later() -> None:
    plan = document().plan
    assert plan is not None
    assert plan.review == "Look again on this date in any case: 22 May 2027"


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [((2026, 8, 31), 6, (2027, 2, 28)), ((2027, 8, 31), 6, (2028, 2, 29)), ((2026, 1, 15), 6, (2026, 7, 15))],
)
def test_months_later_keeps_to_the_month(day: tuple[int, ...], months: int, later: tuple[int, ...]) -> None:
    assert months_later(datetime(*day, tzinfo=WARSAW), months) == datetime(*later, tzinfo=WARSAW)


def test_tripwires_name_the_flips_and_their_values() -> None:
    plan = document().plan
    assert plan is not None
    assert plan.tripwires == (
        "Look again sooner if: Supply of new leads reaches “At least two months, but less than six”",
        "Look again sooner if: Pace of market change reaches “Every month or more often”",
        (
            "Look again sooner if: Growth beyond sales reaches “More than half from outside the sales team – and only "
            "if all revenue teams work together”"
        ),
    )


def test_charter_marks_what_would_be_orphaned_doubled_or_ended() -> None:
    states = {}
    for code in ("salesops", "both", "revops_absorbs"):
        charter = document(*HEADLINES[code]).charter
        assert charter is not None
        assert charter.recommended is not None
        states[code] = {row.state for row in charter.recommended.rows}
    assert states == {
        "salesops": {"kept", "interim"},
        "both": {"kept", "doubled"},
        "revops_absorbs": {"kept", "ends"},
    }


def test_insufficient_answers_have_no_plan() -> None:
    shown = document(*HEADLINES["insufficient"])
    assert (shown.plan, shown.charter, shown.risks) == (None, None, ())
