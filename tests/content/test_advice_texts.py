"""The advice is written by the rules of both languages."""

import re
from collections.abc import Iterator

import pytest

from assessments.content.advice import FILES, shipped_advice
from assessments.content.loader import read_data_file
from assessments.content.values import Text
from tests.content.test_text_rules import texts

ADVICE = shipped_advice()
ALL_TEXTS = [found for name in FILES for found in texts(read_data_file(name), name)]
SENTENCES = re.compile(r"(\.intro|\.first_step|differences\[\d\]\.text)$")
CONTINUES = re.compile(r"\.(done_when|done_parts\[\d\])$")


def faulty(pattern: str, language: str) -> list[str]:
    return [path for path, text in ALL_TEXTS if re.search(pattern, text[language], re.IGNORECASE)]


def test_advice_holds_every_expected_text() -> None:
    counts = {name: sum(path.startswith(name) for path, _ in ALL_TEXTS) for name in FILES}
    phases = [phase for plan in ADVICE.plans for phase in (*plan.phases, plan.later) if phase]

    assert counts == {
        "actions.json": 13 * 4,
        "plans.json": 11 * (1 + 4) + sum(len(phase.actions) + 2 + len(phase.done_parts) for phase in phases) + 5,
        "charter.json": 16 * 5,
        "risks.json": 23 * 3,
        "differences.json": 5 * 2,
    }


@pytest.mark.parametrize("language", ["en", "pl"])
def test_texts_have_no_straight_quotes_double_or_outer_spaces(language: str) -> None:
    assert faulty(r"""['"]|  |^\s|\s$|\.\.\.|\s-\s|\d-\d|[!*`<>]""", language) == []


def test_quotes_are_those_of_the_language() -> None:
    unpaired = [p for p, t in ALL_TEXTS if t["en"].count("“") != t["en"].count("”")]
    unpaired += [p for p, t in ALL_TEXTS if t["pl"].count("„") != t["pl"].count("”")]

    assert (faulty("„", "en"), faulty("[“’]", "pl"), unpaired) == ([], [], [])


def test_polish_texts_hold_no_english_words() -> None:
    words = "the|of|and|or|you|your|is|are|with|from|not|how|what|which|this|that|for|it|in|sales|interim|owner"
    words += "|team|teams|customer|customers|growth|market|company|know|year|month|half|than|feedback|dashboard"
    words += "|pipeline|funnel|upsell|churn|success|charter|review|pricing|playbook|forecast|deal|rep|reps|check"
    glossary = re.compile(r"\((customer success|churn)\)|\bIT\b")
    leftover = re.compile(rf"\b({words})\b", re.IGNORECASE)

    assert [path for path, text in ALL_TEXTS if leftover.search(glossary.sub("", text["pl"]))] == []


def test_english_texts_hold_no_polish_letters() -> None:
    assert faulty("[ąćęłńóśźż]", "en") == []


def test_polish_texts_avoid_gendered_past_about_the_reader() -> None:
    assert faulty(r"\w+(łeś|łaś|łbyś|łabyś)\b", "pl") == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", r"\b(must|mature|fail\w*|amazing|best practice|guarantee\w*)\b|%.*(companies|reps say)"),
        ("pl", r"\b(musisz|musi|należy|dojrzał\w+|świetn\w+|gwarant\w+)\b"),
    ],
)
def test_tone_stays_calm(language: str, words: str) -> None:
    assert faulty(words, language) == []


def test_the_two_languages_differ_except_for_shared_words() -> None:
    same = {text["en"] for _, text in ALL_TEXTS if text["en"] == text["pl"]}

    assert same == {"SalesOps", "RevOps", "CEO", "Marketing + SalesOps"}


@pytest.mark.parametrize("language", ["en", "pl"])
def test_only_whole_sentences_end_with_a_full_stop(language: str) -> None:
    wrong = [p for p, t in ALL_TEXTS if t[language].endswith(".") != bool(SENTENCES.search(p))]

    assert wrong == []


@pytest.mark.parametrize("language", ["en", "pl"])
def test_texts_start_with_a_capital_unless_they_go_on_after_done_when(language: str) -> None:
    names = ("RevOps ", "SalesOps ")
    wrong = [
        path
        for path, text in ALL_TEXTS
        if not text[language].startswith(names) and text[language][0].islower() != bool(CONTINUES.search(path))
    ]

    assert wrong == []


@pytest.mark.parametrize("language", ["en", "pl"])
def test_introductions_and_first_steps_are_one_sentence(language: str) -> None:
    one = re.compile(r"\.(intro|first_step)$")

    assert [p for p, t in ALL_TEXTS if one.search(p) and re.search(r"[.] [^a-z]", t[language])] == []


def shared_texts() -> Iterator[Text]:
    yield from (ADVICE.review.reaches, ADVICE.review.changes, ADVICE.review.date)
    yield from (plan.review for plan in ADVICE.plans if plan.review)


def test_placeholders_are_filled_as_they_are() -> None:
    values = {"topic": "Admin load on reps", "option": "More than half", "date": "22 May 2027"}
    filled = [text.in_language(language).format(**values) for text in shared_texts() for language in ("en", "pl")]

    assert filled == [
        "Look again sooner if: Admin load on reps reaches “More than half”",
        "Wróć do diagnozy wcześniej, jeśli w temacie „Admin load on reps” trafna stanie się odpowiedź „More than half”",
        "Look again sooner if: Admin load on reps changes to “More than half”",
        "Wróć do diagnozy wcześniej, jeśli w temacie „Admin load on reps” odpowiedź zmieni się na „More than half”",
        "Look again on this date in any case: 22 May 2027",
        "Niezależnie od tego wróć do diagnozy w tym terminie: 22 May 2027",
        *["Review date, fixed now: 22 May 2027", "Data przeglądu, ustalona już teraz: 22 May 2027"] * 2,
    ]
