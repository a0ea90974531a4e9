"""A person's own recommendation: set, set again, withdrawn; nothing is overwritten."""

from functools import partial

import pytest

from assessments.models import Assessment, AuditEntry, Override
from assessments.services.overriding import (
    OverrideConflict,
    OverrideGiven,
    current_override,
    override_beside,
    override_version,
    set_override,
    withdraw_override,
)
from tests.questionnaire.browsers import completed
from tests.trust.threads import at_once

REASON, NAME = "The board decided", "Anna Nowak"


def decide(assessment: Assessment, outcome: str = "both", reason: str = REASON, name: str = NAME) -> None:
    given = OverrideGiven(outcome, reason, name, version(assessment))
    assert set_override(assessment, given, "link 7") is None


def version(assessment: Assessment) -> int:
    return override_version(current_override(assessment))


def test_latest_decision_counts_and_earlier_ones_stay() -> None:
    assessment = completed()
    decide(assessment)
    decide(assessment, "revops")

    current = current_override(assessment)

    assert current is not None
    assert (current.outcome, current.assessment.result.outcome) == ("revops", "salesops")
    assert list(Override.objects.order_by("pk").values_list("outcome", flat=True)) == ["both", "revops"]


def test_withdrawn_decision_no_longer_stands() -> None:
    assessment = completed()
    decide(assessment)

    assert [withdraw_override(assessment, version(assessment), "link 7") for _ in range(2)] == [True, False]
    assert current_override(assessment) is None
    assert list(Override.objects.order_by("pk").values_list("outcome", flat=True)) == ["both", ""]


def test_form_sent_twice_decides_once() -> None:
    assessment = completed()
    for _ in range(2):
        decide(assessment)

    assert (Override.objects.count(), AuditEntry.objects.count()) == (1, 1)


def test_decision_from_a_stale_form_changes_nothing() -> None:
    assessment = completed()
    decide(assessment)
    stood = current_override(assessment)

    for stale in (0, version(assessment) + 1):
        assert set_override(assessment, OverrideGiven("revops", "Other", "Jan", stale), "link 8") == OverrideConflict(
            stood
        )
        assert withdraw_override(assessment, stale, "link 8") == OverrideConflict(stood)

    assert (Override.objects.count(), AuditEntry.objects.count()) == (1, 1)


def test_decision_from_a_form_older_than_a_withdrawal_changes_nothing() -> None:
    assessment = completed()
    decide(assessment)
    seen = version(assessment)
    withdraw_override(assessment, seen, "link 7")

    outcome = set_override(assessment, OverrideGiven("revops", "Other", "Jan", seen), "link 8")

    assert outcome == OverrideConflict(None)
    assert set_override(assessment, OverrideGiven("revops", "Other", "Jan", 0), "link 8") is None


@pytest.mark.django_db(transaction=True)
def test_of_decisions_at_the_same_time_one_is_saved() -> None:
    assessment = completed()
    outcomes = ("both", "revops", "none", "revops_lean")

    found = at_once(
        [partial(set_override, assessment, OverrideGiven(each, REASON, NAME, 0), "link 7") for each in outcomes]
    )

    conflicts = [each for each in found if each is not None]
    assert (found.count(None), len(conflicts), Override.objects.count()) == (1, 3, 1)
    assert {each.stored for each in conflicts} == {current_override(assessment)}


def test_same_decision_after_a_withdrawal_is_a_new_one() -> None:
    assessment = completed()
    decide(assessment)
    withdraw_override(assessment, version(assessment), "link 7")
    decide(assessment)

    assert Override.objects.count() == 3
    assert current_override(assessment) is not None


def test_every_step_is_written_down_without_personal_data() -> None:
    assessment = completed()
    decide(assessment)
    decide(assessment, "revops")
    withdraw_override(assessment, version(assessment), "link 8")

    entries = AuditEntry.objects.order_by("pk").values_list("who", "what", "ref", "before", "after")
    both, revops = '{"outcome": "both"}', '{"outcome": "revops"}'
    assert list(entries) == [
        ("link 7", "override.set", assessment.ref, "", both),
        ("link 7", "override.set", assessment.ref, both, revops),
        ("link 8", "override.withdrawn", assessment.ref, revops, ""),
    ]


def test_decision_of_another_assessment_does_not_count() -> None:
    decided, other = completed(), completed()
    decide(decided)

    assert current_override(other) is None


def test_own_assessment_has_nothing_beside_it_and_costs_no_query(django_assert_num_queries) -> None:
    assessment = completed()

    with django_assert_num_queries(0):
        assert override_beside(assessment) is None


def test_deleting_the_assessment_takes_decisions_along_and_keeps_the_audit() -> None:
    assessment = completed()
    decide(assessment)

    assessment.delete()

    assert (Override.objects.count(), AuditEntry.objects.count()) == (0, 1)
