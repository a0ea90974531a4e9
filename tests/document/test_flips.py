"""What would change the answer."""

import pytest

from .cases import EXAMPLE, HEADLINES, ONE_ROLE, TWO_TEAMS, document, headline_document


def test_no_single_answer_changes_a_firm_result() -> None:
    flips = document("4 4 4 4 4 2 2 / 0 0 1 0 0 0").flips

    assert flips.intro == "No single answer would change this. The smallest change is 3 answers together:"
    assert [(len(flip.parts), flip.steps, flip.outcome) for flip in flips.items] == [
        (3, "11 steps", "SalesOps, if any")
    ]


def test_single_answers_stand_by_their_fewest_steps() -> None:
    flips = headline_document("both_revops_first").flips

    assert flips.intro == "Any one of these changes would give another answer. The smallest changes stand first."
    steps = [int(flip.steps.split()[0]) for flip in flips.items]
    assert steps == sorted(steps)


@pytest.mark.parametrize("code", HEADLINES)
def test_at_most_five_changes_are_shown(code: str) -> None:
    assert len(headline_document(code).flips.items) <= 5


def test_one_step_has_its_own_word() -> None:
    assert headline_document("close_call").flips.items[0].steps == "1 step"


def test_insufficient_answers_show_only_the_next_question() -> None:
    flips = headline_document("insufficient").flips

    assert (flips.intro, flips.items, flips.gates, flips.unknowns) == ("", (), (), ())
    assert flips.next_question is not None
    assert (flips.next_question.label, flips.next_question.slug) == ("Role of direct selling", "direct-selling")


def test_funding_changes_when_to_start() -> None:
    gates = headline_document("both_salesops_first").flips.gates

    assert [(gate.sentence, gate.outcome, gate.kind, gate.remark) for gate in gates] == [
        (
            "If two separate teams could be funded",
            "Both",
            "both",
            "The needs stay as they are, but both could start at once.",
        )
    ]


def test_lost_funding_has_no_remark() -> None:
    gates = document("4 4 3 4 3 2 3 / 4 4 3 4 3 3", TWO_TEAMS).flips.gates

    assert [(gate.sentence, gate.outcome, gate.remark) for gate in gates] == [
        ("If two separate teams could not be funded", "SalesOps, then RevOps", "")
    ]


def test_reps_and_funnels_change_an_absorbed_role() -> None:
    gates = headline_document("revops_absorbs").flips.gates

    assert [(gate.sentence, gate.outcome) for gate in gates] == [
        ("If sales reps stayed", "SalesOps, then RevOps"),
        ("If the company did not move to automated funnels", "SalesOps, then RevOps"),
        (
            "If sales had been below plan for a year or longer, although fixes were tried",
            "SalesOps, then RevOps",
        ),
    ]


def test_deep_problem_adds_salesops() -> None:
    gates = headline_document("revops").flips.gates

    assert [(gate.sentence, gate.outcome) for gate in gates] == [
        (
            "If sales had been below plan for a year or longer, although fixes were tried",
            "SalesOps, then RevOps",
        )
    ]


def test_solved_problem_takes_salesops_away() -> None:
    gates = document("0 2 2 2 2 3 1 / 3 4 2 3 3 4", "3 1 0 3").flips.gates

    assert ("If sales were not below plan for a year or longer", "RevOps") in [
        (gate.sentence, gate.outcome) for gate in gates
    ]


def test_several_open_answers_narrow_the_range() -> None:
    unknowns = document("4 4 4 4 4 2 2 / 0 dk 1 dk 0 0").flips.unknowns

    assert unknowns == (
        "RevOps may lie anywhere from 4 to 38. Answering “Hand-overs between teams” would narrow it.",
        "RevOps may lie anywhere from 4 to 38. Answering “Supply of new leads” would narrow it.",
    )


def test_open_gate_is_read_both_ways() -> None:
    unknowns = document(EXAMPLE.replace("dk", "2"), "dk 1 0 dk").flips.unknowns

    assert unknowns == (
        "Funding: you did not know. We read it cautiously and tested the other reading too.",
        "Sales against plan: you did not know. We read it cautiously and tested the other reading too.",
    )


def test_settled_answers_leave_no_next_question() -> None:
    assert document("4 4 4 4 4 2 2 / 0 0 1 0 0 0", ONE_ROLE).flips.next_question is None
