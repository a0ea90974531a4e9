"""The method page: the published version's content, and an example that equals the engine."""

import hashlib
from dataclasses import replace
from fractions import Fraction

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.formats import date_format

from assessments.content.loader import shipped_method
from assessments.models import MethodVersion
from assessments.pages.presenters import worked_example as by_hand
from assessments.pages.presenters.method import PublishedMethod, method_page
from assessments.scoring import CODES, CRITERIA, Function, Result, Strength, evaluate
from assessments.scoring.receipt import canonical_json
from assessments.scoring.robustness import share_below
from assessments.services.publishing import publish
from tests.look.html import Element, parse
from tests.scoring.test_examples import example as engine_example

CONTENT = shipped_method()


@pytest.fixture
def result() -> Result:
    return evaluate(by_hand.METHOD, by_hand.INPUTS)


@pytest.fixture
def example() -> by_hand.WorkedExample:
    return by_hand.worked_example(CONTENT, "en")


def section(client: Client, anchor: str, language: str = "en") -> Element:
    return parse(client.get(f"/{language}/method/").content.decode()).one("section", id=anchor)


def test_example_is_the_first_one_of_the_specification(result: Result) -> None:
    assert result == engine_example("W1")


def test_example_scores_equal_the_engine(example: by_hand.WorkedExample, result: Result) -> None:
    for block, score in ((example.salesops, result.salesops), (example.revops, result.revops)):
        assert (block.need, block.grade) == (str(score.need), score.grade)
        assert Fraction(25 * block.total, block.count) == score.need
        assert int(Fraction(block.eighths)) == score.grade
    assert (example.salesops.total, example.salesops.most, example.salesops.need) == (19, 28, "475/7")
    assert (example.revops.total, example.revops.most, example.revops.need) == (8, 24, "100/3")
    assert (example.salesops.points, example.revops.points) == ("67.9", "33.3")
    assert (example.salesops.grade, example.revops.grade, example.row) == (5, 2, 3)


def test_example_share_equals_the_engine(example: by_hand.WorkedExample, result: Result) -> None:
    assert result.grade_laws is not None
    under = sum(result.grade_laws[Function.SALESOPS][: by_hand.METHOD.constants.need_line])

    assert example.share.fraction == str(result.robustness) == "3176071/3176523"
    assert example.recursion.share == example.share.under == str(under) == "452/3176523"
    assert example.recursion.threshold == "225/7"
    assert Fraction(example.share.revops_highest) < Fraction(example.share.revops_threshold)
    assert sum(result.grade_laws[Function.REVOPS][: by_hand.METHOD.constants.need_line]) == 1


def test_example_says_very_stable_because_the_engine_does(result: Result) -> None:
    assert (result.strength, result.close_call, result.provisional) == (Strength.STRONG, False, False)


def test_example_change_equals_the_engine(example: by_hand.WorkedExample, result: Result) -> None:
    assert result.nearest is not None
    changed = {**by_hand.ANSWERS, **{change.code: change.after for change in result.nearest.changes}}
    after = evaluate(by_hand.METHOD, replace(by_hand.INPUTS, answers=changed))

    assert (example.smallest.steps, example.smallest.changes) == (4, ("R1 from 1 to 2", "R2 from 1 to 4"))
    assert after.outcome == result.nearest.outcome
    assert example.smallest.outcome.label == "SalesOps, then RevOps"


def test_example_receipt_is_the_hash_the_page_describes(example: by_hand.WorkedExample, result: Result) -> None:
    hashed = {
        "engine_version": example.engine_version,
        "weights": by_hand.METHOD.weights,
        "constants": by_hand.METHOD.constants,
        "gate_mapping": CONTENT.gate_mapping,
        "answers": by_hand.INPUTS.answers,
        "gates": by_hand.INPUTS.gates,
        "result": result,
    }

    assert example.receipt == hashlib.sha256(canonical_json(hashed).encode()).hexdigest()


@pytest.mark.parametrize("line", [30, 45, 60, 70])
def test_rule_for_q_equals_the_engine(line: int) -> None:
    answers = [by_hand.ANSWERS[code] for code in CODES[Function.SALESOPS]]
    values = [Fraction(25 * answer) for answer in answers]
    highs, lows = [v - line for v in values if v > line], [line - v for v in values if v < line]

    assert by_hand.under_table(highs, lows)[1, 1][1] == share_below(answers, Fraction(line, 25))


@pytest.mark.usefixtures("published")
def test_page_prints_the_example(client: Client, example: by_hand.WorkedExample) -> None:
    shown = section(client, "example")
    rows = [[cell.words for cell in row.all("th", "td")] for row in shown.all("table")[0].all("tr")[1:]]

    assert rows == [[given.code, given.topic, given.answer, str(given.value)] for given in example.answers]
    assert "25 × (4 + 3 + 3 + 4 + 3 + 1 + 1) ÷ 7 = 25 × 19 ÷ 7 = 475/7" in shown.words
    assert "That is 19 of 28 possible points of the answers, a score of 67.9 and grade 5." in shown.words
    assert "(1 − 452/3176523) × 1 = 3176071/3176523" in shown.words
    assert "4 steps lead to another outcome (SalesOps, then RevOps)" in shown.words
    assert example.receipt in shown.words


@pytest.mark.parametrize("language", ["en", "pl"])
@pytest.mark.usefixtures("published")
def test_page_lists_the_criteria_and_gates_of_the_version(client: Client, language: str) -> None:
    rows = [
        [cell.words for cell in row.all("th", "td")]
        for table in section(client, "criteria", language).all("table")
        for row in table.all("tr")[1:-1]
    ]
    gates = section(client, "gates", language).all("table")

    expected = [CONTENT.criterion(code) for code in CRITERIA]
    assert [[row[0], row[2], row[3]] for row in rows] == [
        [each.code, " ".join(each.question.in_language(language).split()), "1"] for each in expected
    ]
    assert [len(table.all("tr")) for table in gates] == [len(gate.options) + 2 for gate in CONTENT.gates]


def test_page_shows_another_version_with_its_number_weights_and_lines(client: Client, published: MethodVersion) -> None:
    weights = {**CONTENT.weights, "S1": 3}
    constants = {**CONTENT.constants, "need_line": 5, "coverage": "2/3"}
    version = publish(replace(CONTENT, weights=weights, constants=constants), note="Own audience counts more.")

    assert "version 2 of the method" in section(client, "short").words
    assert date_format(version.published_at, "DATE_FORMAT") in section(client, "short").words
    assert section(client, "criteria").all("td", class_="num")[0].words == "3"
    assert "Need line: grade 5, which is a score of 62.5." in section(client, "scores").words
    assert "If less than 2/3 of a function’s weight" in section(client, "scores").words


def test_example_does_not_follow_the_published_weights() -> None:
    heavier = replace(CONTENT, weights={**CONTENT.weights, "S1": 9})
    page = method_page(PublishedMethod(2, timezone.now(), heavier), "en")

    assert (page.tables[0].total, page.example.salesops.need) == (15, "475/7")


def test_every_outcome_is_explained() -> None:
    outcomes = method_page(PublishedMethod(1, timezone.now(), CONTENT), "en").outcomes

    assert [outcome.mark.label for outcome in outcomes][:3] == ["SalesOps", "SalesOps, if any", "SalesOps, then RevOps"]
    assert len({outcome.meaning for outcome in outcomes}) == 8
