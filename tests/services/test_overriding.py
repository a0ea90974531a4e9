"""A person's own recommendation: set, set again, withdrawn; nothing is overwritten."""

from assessments.models import Assessment, AuditEntry, Override
from assessments.services.overriding import current_override, override_beside, set_override, withdraw_override
from tests.questionnaire.browsers import completed

REASON, NAME = "The board decided", "Anna Nowak"


def decide(assessment: Assessment, outcome: str = "both", reason: str = REASON, name: str = NAME) -> None:
    set_override(assessment, outcome=outcome, reason=reason, name=name, who="link 7")


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

    assert [withdraw_override(assessment, "link 7") for _ in range(2)] == [True, False]
    assert current_override(assessment) is None
    assert list(Override.objects.order_by("pk").values_list("outcome", flat=True)) == ["both", ""]


def test_form_sent_twice_decides_once() -> None:
    assessment = completed()
    for _ in range(2):
        decide(assessment)

    assert (Override.objects.count(), AuditEntry.objects.count()) == (1, 1)


def test_same_decision_after_a_withdrawal_is_a_new_one() -> None:
    assessment = completed()
    decide(assessment)
    withdraw_override(assessment, "link 7")
    decide(assessment)

    assert Override.objects.count() == 3
    assert current_override(assessment) is not None


def test_every_step_is_written_down_without_personal_data() -> None:
    assessment = completed()
    decide(assessment)
    decide(assessment, "revops")
    withdraw_override(assessment, "link 8")

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
