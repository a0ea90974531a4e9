"""A result for readers who may not see the answers holds none of them."""

import json
from dataclasses import asdict

import pytest

from assessments.document.answerless import without_answers
from tests.document.cases import EXAMPLE, HEADLINES, document

# Words that stand in other sentences too; which questions are open is part of the advice.
COMMON = {"Yes", "No", "I don’t know", "Not answered", "Tak", "Nie", "Nie wiem", "Brak odpowiedzi"}


@pytest.mark.parametrize("language", ["en", "pl"])
@pytest.mark.parametrize("code", list(HEADLINES))
def test_no_answer_is_left(code: str, language: str) -> None:
    whole = document(*HEADLINES[code], language=language)
    # Options that would change the result are named; so are conditions that the advice itself rests on, in its lead.
    named = [new for flip in whole.flips.items for _, new, _, _ in flip.parts] + list(whole.lead)

    shown = json.dumps(asdict(without_answers(whole)), ensure_ascii=False)

    given = {row.answer for row in whole.answers} | {gate.answer for gate in whole.assumptions}
    secret = {answer for answer in given if not any(answer in text for text in named)} - COMMON
    assert [answer for answer in secret if json.dumps(answer, ensure_ascii=False)[1:-1] in shown] == []


def test_middle_answer_is_cut_to_its_topic() -> None:
    whole = document("2 2 2 2 2 3 3 / 4 4 4 4 4 4")
    assert "Own audience: A quarter to just under half (25–49%)" in [reason.headline for reason in whole.reasons]

    assert "Own audience" in [reason.headline for reason in without_answers(whole).reasons]


def test_the_advice_itself_stays() -> None:
    whole = document(EXAMPLE)
    shown = without_answers(whole)

    kept = ("headline", "facts", "needs", "sequence", "map", "plan", "charter", "risks", "method")
    assert [getattr(shown, name) for name in kept] == [getattr(whole, name) for name in kept]
    assert (shown.answers, shown.profile, shown.assumptions, shown.waterfalls, shown.tornado) == ((), (), (), (), None)
