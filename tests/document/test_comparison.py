"""What a scenario changes: the sentence of the status line, the ghosts of the bars, and what differs."""

from dataclasses import fields

from hypothesis import given

from assessments.document.build import advice_document, advice_summary
from assessments.document.case import Case
from assessments.document.comparison import Comparison, Reading, comparison
from assessments.document.stored import document_json, summary_from_json
from assessments.document.values import Summary

from .cases import EXAMPLE, ONE_ROLE, TWO_TEAMS, case, case_of, random_cases, random_choices


def reading(of: Case) -> Reading:
    return Reading(of.result, advice_summary(of))


def compared(answers: str, gates: str = ONE_ROLE, *, language: str = "en") -> Comparison:
    """These answers against the example's."""
    pair = case(language=language), case(answers, gates, language=language)
    return comparison(reading(pair[0]), reading(pair[1]), is_changed=True)


def test_status_names_the_outcome_before_the_moves() -> None:
    assert compared("2 4 3 4 3 3 2 / 4 3 1 0 2 dk").status == (
        "The answer becomes “SalesOps, then RevOps”; it was “SalesOps”. RevOps rises from 37.5 to 50."
    )
    assert compared("2 4 3 4 3 3 0 / 1 3 1 0 2 dk").status == (
        "The answer stays “SalesOps”. SalesOps falls from 75 to 67.9."
    )
    assert compared(EXAMPLE, TWO_TEAMS).status == "The answer stays “SalesOps”."


def test_status_in_polish_has_decimal_commas() -> None:
    assert compared("2 4 3 4 3 3 2 / 4 3 1 0 2 dk", language="pl").status == (
        "Wynik zmienia się na „SalesOps, potem RevOps”; dotychczasowy to „SalesOps”. RevOps: wzrost z 37,5 do 50."
    )


def test_only_a_need_that_moved_has_a_ghost() -> None:
    bars = compared("2 4 3 4 3 3 2 / 4 3 1 0 2 dk").bars

    assert [(bar.need.name, bar.ghost, bar.was) for bar in bars] == [("SalesOps", "", ""), ("RevOps", "37.50%", "37.5")]


def test_answer_that_becomes_known_moves_the_range_only() -> None:
    found = compared("2 4 3 4 3 3 2 / 1 3 1 0 2 2")

    assert found.status == "The answer stays “SalesOps”."
    assert ("Need for RevOps", "37.5 (29–46)", "37.5") in [(d.label, d.before, d.now) for d in found.differences]


def test_nothing_changed_says_so() -> None:
    same = reading(case())

    found = comparison(same, same, is_changed=False)

    assert (found.status, found.has_moved, found.differences) == ("Nothing is changed: this is your result.", False, ())


@given(random_cases)
def test_summary_is_a_part_of_the_document(of: Case) -> None:
    document, summary = advice_document(of), advice_summary(of)

    names = [field.name for field in fields(Summary) if field.name != "against"]
    assert {name: getattr(summary, name) for name in names} == {name: getattr(document, name) for name in names}
    stored = summary_from_json(document_json(document))
    assert {field.name: getattr(stored, field.name) for field in fields(Summary)} == {
        field.name: getattr(document, field.name) for field in fields(Summary)
    }


@given(random_cases, random_choices())
def test_every_scenario_can_be_compared(of: Case, chosen: dict[str, int]) -> None:
    other = case_of(chosen, method=of.content, language=of.language)

    found = comparison(reading(of), reading(other), is_changed=True)

    outcomes = [each.result.outcome for each in (of, other)]
    assert found.has_moved == (outcomes[0] != outcomes[1])
    assert found.status.endswith(".")
    assert all(difference.before != difference.now for difference in found.differences)
