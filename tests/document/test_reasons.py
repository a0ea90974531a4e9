"""Three reasons, each with the respondent's own answers, and each saying what its answers say."""

import pytest

from .cases import FUNNELS_WITHOUT_REPS, HEADLINES, ONE_ROLE, TWO_TEAMS, content, document, headline_document

Stated = list[tuple[str, str]]


def stated(answers: str, gates: str = ONE_ROLE, **more: object) -> Stated:
    """(direction, headline) of each reason."""
    return [(reason.direction, reason.headline) for reason in document(answers, gates, **more).reasons]


@pytest.mark.parametrize("code", [code for code in HEADLINES if code != "insufficient"])
@pytest.mark.parametrize("language", ["en", "pl"])
def test_there_are_three_reasons(code: str, language: str) -> None:
    found = headline_document(code, language)

    assert [len(reason.evidence) for reason in found.reasons] == [3, 3, 3]


def test_insufficient_answers_give_no_reasons() -> None:
    assert headline_document("insufficient").reasons == ()


def test_not_yet_has_reasons_to_wait() -> None:
    found = headline_document("not_yet")

    assert found.reasons_title == "Three reasons to wait"
    assert [(reason.direction, reason.headline) for reason in found.reasons] == [
        ("Points to waiting", "The market is calm"),
        ("Points to waiting", "Your own audience already brings enquiries"),
        ("Speaks against RevOps for now", "Next year’s growth rests on sales alone"),
    ]


def test_not_yet_names_the_group_that_comes_nearest() -> None:
    assert stated("0 0 0 0 0 0 0 / 0 0 0 0 0 4")[2] == (
        "Points to RevOps, not yet",
        "You could not tell why growth slows",
    )


def test_both_has_a_reason_for_each() -> None:
    reasons = headline_document("both").reasons

    assert [(reason.kind, reason.direction) for reason in reasons[:2]] == [
        ("salesops", "Points to SalesOps"),
        ("revops", "Points to RevOps"),
    ]


def test_staged_names_the_first_function_first() -> None:
    assert [reason.kind for reason in headline_document("both_revops_first").reasons[:2]] == ["revops", "salesops"]
    assert [reason.kind for reason in headline_document("both_salesops_first").reasons[:2]] == ["salesops", "revops"]


def test_absorb_has_a_reason_for_each() -> None:
    assert [reason.kind for reason in headline_document("revops_absorbs").reasons[:2]] == ["revops", "salesops"]


def test_third_reason_for_both_is_the_weakest_point() -> None:
    found = stated("4 4 3 4 3 1 3 / 4 4 3 4 3 3", TWO_TEAMS)

    assert found[2] == ("Speaks against SalesOps for now", "Skills are not what costs you deals")


def test_nothing_speaks_against_a_need_that_every_answer_supports() -> None:
    found = stated("4 4 4 4 4 4 4 / 4 4 4 4 4 4", TWO_TEAMS)

    assert [direction for direction, _ in found] == ["Points to SalesOps", "Points to RevOps", "Points to SalesOps"]


def test_group_of_low_answers_does_not_point_to_its_function() -> None:
    found = stated("4 4 4 4 0 0 0 / 0 0 1 0 0 0")

    assert found == [
        ("Points to SalesOps", "Few enquiries come without outreach"),
        ("Speaks against SalesOps for now", "Reps spend their week with customers"),
        ("Speaks against RevOps for now", "There are enough fresh prospects"),
    ]


def test_group_of_open_answers_points_nowhere() -> None:
    weights = {"S5": 1, "S6": 0, "S7": 0}

    found = stated("4 4 4 4 dk 2 2 / 0 0 1 0 0 0", method=content(weights))

    assert found[1] == ("What you did not know", "Admin load on reps: I don’t know")


def test_middle_answer_is_quoted() -> None:
    found = stated("2 2 2 2 2 3 3 / 4 4 4 4 4 4")

    assert found[1] == ("Points to SalesOps", "Own audience: A quarter to just under half (25–49%)")


def test_weak_group_starts_from_its_lowest_answer_whatever_the_weights() -> None:
    """R1 adds least, yet it is the highest answer of its group."""
    found = stated("4 4 4 4 4 4 4 / 4 1 0 0 0 1", method=content({"R2": 10, "R6": 10}))

    assert found[2] == ("Speaks against RevOps for now", "Hand-overs between teams work")


def test_criterion_with_weight_zero_is_no_evidence() -> None:
    found = document("4 4 4 4 4 4 4 / 1 1 1 1 1 1", method=content({"S1": 0, "S2": 0}))

    assert [line.code for line in found.reasons[0].evidence] == ["S5", "S6", "S7"]
    assert [line.code for line in found.reasons[1].evidence] == ["S3", "S4"]


def test_method_that_asks_little_gives_fewer_reasons() -> None:
    weights = dict.fromkeys(("S2", "S3", "S4", "S5", "S6", "S7", "R2", "R3", "R4", "R5", "R6"), 0)

    found = document("4 0 0 0 0 0 0 / 0 0 0 0 0 0", method=content(weights))

    assert found.reasons_title == "Reasons behind the answer"
    assert [(reason.direction, len(reason.evidence)) for reason in found.reasons] == [
        ("Points to SalesOps", 1),
        ("Speaks against RevOps for now", 1),
    ]


def test_method_that_asks_little_has_its_own_title_for_waiting() -> None:
    weights = dict.fromkeys(("S3", "S4", "S5", "S6", "S7", "R3", "R4", "R5", "R6"), 0)

    assert document("0 0 0 0 0 0 0 / 0 0 0 0 0 0", method=content(weights)).reasons_title == "Reasons to wait"


def test_eroding_need_still_has_its_reasons() -> None:
    assert stated("4 4 3 4 3 3 3 / 1 0 1 0 1 1", FUNNELS_WITHOUT_REPS)[0] == (
        "Points to SalesOps",
        "Few enquiries come without outreach",
    )


def test_group_that_only_weighs_little_is_no_reason_to_wait() -> None:
    """S7 adds least of the four groups, yet it is as high as it can be."""
    weights = {"S1": 10, "S2": 10, "S3": 10, "S4": 10, "S5": 0, "S6": 0}

    found = stated("1 0 0 0 0 0 4 / 1 0 1 0 0 0", method=content(weights))

    assert found[0] == ("Points to SalesOps, not yet", "Reps mostly respond instead of leading the sale")
