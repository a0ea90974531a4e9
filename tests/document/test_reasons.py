"""Three reasons, each with the respondent's own answers, and each saying what its answers say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.content.values import CRITERION_CODES

from .cases import FUNNELS_WITHOUT_REPS, HEADLINES, ONE_ROLE, TWO_TEAMS, content, document, headline_document

SALESOPS, REVOPS = CRITERION_CODES[:7], CRITERION_CODES[7:]
Stated = list[tuple[str, str]]


def stated(answers: str, gates: str = ONE_ROLE, **more: object) -> Stated:
    """(direction, headline) of each reason."""
    return [(reason.direction, reason.headline) for reason in document(answers, gates, **more).reasons]


@pytest.mark.parametrize("code", [code for code in HEADLINES if code != "insufficient"])
@pytest.mark.parametrize("language", ["en", "pl"])
def test_there_are_three_reasons(code: str, language: str) -> None:
    found = headline_document(code, language)

    assert len(found.reasons) == 3
    assert all(1 <= len(reason.evidence) <= 3 for reason in found.reasons)


@given(answers=st.lists(st.integers(0, 4), min_size=13, max_size=13))
def test_evidence_never_speaks_against_its_reason(answers: list[int]) -> None:
    given = dict(zip(CRITERION_CODES, answers, strict=True))
    text = " / ".join(" ".join(str(given[code]) for code in codes) for codes in (SALESOPS, REVOPS))

    for reason in document(text, TWO_TEAMS).reasons:
        values = [given[line.code] for line in reason.evidence]
        speaks_for = reason.direction.startswith("Points to") and reason.direction != "Points to waiting"
        assert min(values) >= 2 if speaks_for else max(values) <= 2, reason


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


def test_two_largest_groups_come_first_whatever_their_function() -> None:
    """RevOps' two groups add 50 points each, the best of SalesOps less; both functions are told of all the same."""
    found = stated("2 2 2 2 2 3 3 / 4 4 4 4 4 4")

    assert [direction for direction, _ in found] == ["Points to RevOps", "Points to RevOps", "Points to SalesOps"]


def test_groups_that_add_as_much_begin_with_the_function_that_goes_first() -> None:
    assert headline_document("both_revops_first").reasons[0].kind == "revops"
    assert headline_document("both_salesops_first").reasons[0].kind == "salesops"


@pytest.mark.parametrize("code", ["both", "both_salesops_first", "both_revops_first", "revops_absorbs"])
def test_both_functions_are_told_of_where_both_are_advised(code: str) -> None:
    assert {reason.kind for reason in headline_document(code).reasons} == {"salesops", "revops"}


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

    assert found[2] == ("Points to SalesOps", "Own audience: A quarter to just under half (25–49%)")


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
