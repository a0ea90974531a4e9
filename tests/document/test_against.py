"""The strongest case against an answer: for the most acceptable other outcome, from the answers given."""

import json

import pytest
from hypothesis import given

from assessments.document.against import LEVELS, directions
from assessments.document.against_values import Against
from assessments.document.build import advice_document
from assessments.document.case import HIGH, LOW, Case
from assessments.document.outcomes import most_acceptable_other
from assessments.document.stored import document_from_json, document_json
from assessments.scoring import Function, Outcome

from .cases import HEADLINES, ONE_ROLE, case, document, random_cases

# The outcome that each headline's page argues for.
OTHERS = {
    "salesops": "SalesOps, then RevOps",
    "salesops_only": "SalesOps, if any",
    "revops": "RevOps, then SalesOps",
    "revops_no_reps": "RevOps, if any",
    "both": "RevOps",
    "both_salesops_first": "SalesOps",
    "both_revops_first": "SalesOps, then RevOps",
    "revops_absorbs": "SalesOps",
    "erodes": "RevOps",
    "lean_salesops": "SalesOps",
    "lean_revops": "Neither yet",
    "not_yet": "RevOps, if any",
    "close_call": "SalesOps, then RevOps",
}
TWO_UNKNOWN_GATES = ("4 4 3 4 3 2 3 / 4 4 3 4 3 3", "1 dk dk 0")


def made(of: Case) -> Against:
    found = advice_document(of).against
    assert found is not None
    return found


@pytest.mark.parametrize("headline", OTHERS)
def test_case_is_for_the_most_acceptable_other_outcome(headline: str) -> None:
    assert made(case(*HEADLINES[headline])).outcome == OTHERS[headline]


def test_no_recommendation_has_no_case_against_it() -> None:
    assert document(*HEADLINES["insufficient"]).against is None


def test_example_is_argued_from_its_answers() -> None:
    found = made(case())

    assert found.title == "Plan for both: SalesOps now, RevOps after it."
    assert found.intro[0] == (
        "Of all possible weightings and open answers, 6% lead to “SalesOps, then RevOps” and 94% to the recommendation."
    )
    assert [(point.code, point.statement) for point in found.points] == [
        ("R2", "Teams lose leads or customers between them")
    ]
    assert [(way.parts[0][0], way.steps) for way in found.ways] == [
        ("Growth beyond sales", "3 steps"),
        ("Pace of market change", "3 steps"),
        ("Supply of new leads", "3 steps"),
    ]
    assert found.unknown[0].startswith("RevOps may lie anywhere from 29 to 46.")
    assert found.cost[1].startswith("Somebody would carry these beside another job: Target segments")
    assert found.verdict == (
        "The need for RevOps is 37.5 of 100, below the line at 50.",
        "So the recommendation stays “SalesOps”.",
    )


def test_outcome_that_no_weighting_gives_is_argued_for_as_the_nearest() -> None:
    found = made(case(*HEADLINES["both"]))

    assert found.intro[0] == (
        "None of the possible weightings leads to “RevOps”. It is the other answer that takes the fewest changes."
    )
    assert found.points_intro == "No single answer speaks clearly for it."
    assert found.unknown == ("Every question was answered, so nothing that is open could tip it.",)


def test_unknown_gates_are_turned_where_answers_alone_do_not_lead_there() -> None:
    found = made(case(*TWO_UNKNOWN_GATES))

    assert found.outcome == "RevOps"
    assert [part[3] for part in found.ways[0].parts] == ["K", "A"]
    assert found.ways[0].steps == ""
    assert found.unknown[0] == "Open answers alone could lead to it."


def test_condition_that_stands_against_it_is_quoted() -> None:
    found = made(case(HEADLINES["close_call"][0], ONE_ROLE))

    assert found.verdict[0] == (
        "Sales against plan: the answer is “They are on or above plan”. Read as: there is no deep-rooted sales problem."
    )
    assert found.verdict[-1].startswith("The two lie so close together that neither is clearly right.")


def test_duties_that_the_answer_leaves_open_are_named_only_where_the_other_outcome_fills_them() -> None:
    costs = {headline: len(made(case(*HEADLINES[headline])).cost) for headline in OTHERS}

    assert {headline for headline, count in costs.items() if count == 2} == {
        "salesops",
        "revops",
        "both",
        "both_revops_first",
        "revops_absorbs",
        "erodes",
    }


def test_order_of_two_functions_is_explained_by_the_lead() -> None:
    verdict = made(case(*HEADLINES["both_revops_first"])).verdict

    assert "RevOps comes first only where its need leads by at least 3 of the eight grades." in verdict


def test_every_pair_of_outcomes_differs_in_a_function() -> None:
    pairs = [(own, other) for own in Outcome for other in Outcome if own is not other]

    assert [pair for pair in pairs if not directions(*pair)] == []
    assert set(LEVELS) == set(Outcome)


@given(random_cases)
def test_every_case_argues_with_what_was_answered(of: Case) -> None:
    document = advice_document(of)
    found = document.against
    assert (found is None) == (of.result.outcome is None)
    if found is None or of.result.outcome is None:
        return
    other = most_acceptable_other(of.result)
    assert of.result.acceptability is not None
    shares = of.result.acceptability
    assert shares[other] == max(share for outcome, share in shares.items() if outcome is not of.result.outcome)
    more_of = directions(of.result.outcome, other)
    for point in found.points:
        assert not of.is_open(point.code)
        more = more_of[Function(point.kind)]
        assert of.value(point.code) >= HIGH if more else of.value(point.code) <= LOW
    assert len({way.scenario for way in found.ways}) == len(found.ways) > 0
    sentences = [*found.intro, found.points_intro, found.ways_intro, *found.cost, *found.verdict, found.title]
    assert [text for text in sentences if not text.endswith(".") or "%(" in text] == []


@given(random_cases)
def test_case_is_kept_to_the_letter_and_earlier_documents_have_none(of: Case) -> None:
    document = advice_document(of)
    text = document_json(document)
    without = {name: value for name, value in json.loads(text).items() if name != "against"}

    assert document_from_json(text).against == document.against
    assert document_from_json(json.dumps(without)).against is None


@pytest.mark.parametrize("headline", OTHERS)
def test_case_is_told_in_polish(headline: str) -> None:
    found = made(case(*HEADLINES[headline], language="pl"))
    english = made(case(*HEADLINES[headline]))

    shared = {*found.intro, *found.cost, *found.verdict, found.title, found.points_intro, found.ways_intro} & {
        *english.intro,
        *english.cost,
        *english.verdict,
        english.title,
        english.points_intro,
        english.ways_intro,
    }
    assert shared == set()
