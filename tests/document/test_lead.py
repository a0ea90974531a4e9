"""The lines under the headline: short, without numbers, true to the answers."""

import pytest

from .cases import HEADLINES, NO_REPS, ONE_ROLE, document, headline_document

MOST_WORDS = 45
OTHER_SIDE = {
    "salesops": "The need for RevOps is real but still below the line where we advise action.",
    "salesops_only": "Little points to RevOps for now.",
    "revops": "The need for SalesOps is real but still below the line where we advise action.",
    "revops_no_reps": "SalesOps becomes a question again when there are sales reps.",
    "both": "Two separate teams can be funded, and each has a job of its own.",
    "both_salesops_first": "Two separate teams cannot be funded yet, so one follows the other.",
    "both_revops_first": "Two separate teams cannot be funded yet, so one follows the other.",
    "revops_absorbs": "Automated funnels take over from sales reps, so one team can carry both jobs.",
    "erodes": "No sales reps will stay after the change, so build no more than you need until then.",
    "lean_salesops": "Neither need reaches the line where we advise action.",
    "lean_revops": "Neither need reaches the line where we advise action.",
    "not_yet": "Nothing points strongly to either function yet.",
    "close_call": "Two questions decide: Own audience; Role of direct selling. Settle those before hiring.",
    "insufficient": "Here is what the answers show so far, and what is missing.",
}


@pytest.mark.parametrize("code", HEADLINES)
def test_lead_has_at_most_forty_five_words(code: str) -> None:
    words = " ".join(headline_document(code).lead).split()

    assert len(words) <= MOST_WORDS


@pytest.mark.parametrize("code", HEADLINES)
@pytest.mark.parametrize("language", ["en", "pl"])
def test_first_sentence_holds_no_number(code: str, language: str) -> None:
    assert [sign for sign in headline_document(code, language).lead[0] if sign.isdigit()] == []


@pytest.mark.parametrize(("code", "sentence"), OTHER_SIDE.items())
def test_last_sentence_is_for_the_other_side(code: str, sentence: str) -> None:
    assert headline_document(code).lead[-1] == sentence


def test_two_strongest_statements_come_first() -> None:
    assert headline_document("revops_no_reps").lead[:2] == (
        "Next year’s growth depends on more than sales.",
        "Teams lose leads or customers between them.",
    )


def test_not_yet_states_a_low_answer_of_each_side() -> None:
    assert headline_document("not_yet").lead[:2] == (
        "Your own audience already brings enquiries.",
        "Next year’s growth rests on sales alone.",
    )


def test_little_points_to_salesops_when_it_is_far_below() -> None:
    lead = document("0 0 0 1 0 1 0 / 4 4 3 4 4 3", ONE_ROLE).lead

    assert lead[-1] == "Little points to SalesOps for now."


def test_no_reps_counts_before_the_distance_of_salesops() -> None:
    assert document("1 1 1 2 1 1 2 / 4 4 3 4 4 3", NO_REPS).headline_code == "revops_no_reps"


def test_middling_answers_get_a_sentence_of_their_own() -> None:
    assert document("2 2 2 2 2 2 2 / 0 0 0 0 0 0", "1 1 0 0").headline_code == "close_call"
    assert document("1 2 1 2 1 1 2 / 0 1 0 1 0 1").lead[0] == ("No single answer about sales stands out.")
