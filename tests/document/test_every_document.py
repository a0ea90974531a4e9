"""What holds for every document, whatever was answered."""

from collections.abc import Iterator
from dataclasses import asdict, replace

import pytest
from django.utils.translation import override
from hypothesis import given, settings

from assessments.content.loader import shipped_method
from assessments.content.values import GATE_CODES
from assessments.document.build import advice_document
from assessments.document.case import DONT_KNOW, Case, engine_inputs, engine_method
from assessments.document.flips import _gate_sentences
from assessments.document.outcomes import outcome_label
from assessments.document.stored import document_from_json, document_json
from assessments.document.values import AdviceDocument
from assessments.scoring import Outcome, Result, evaluate

from .cases import HEADLINES, case_of, headline_document, random_cases, random_choices

UNKNOWN = {"en": "I don’t know"}


def leaves(value: object) -> Iterator[object]:
    """All plain values inside dictionaries and lists."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from leaves(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from leaves(inner)
    else:
        yield value


def result_with(case: Case, changes: dict[str, int]) -> Result:
    """What the engine says with other answers."""
    return evaluate(engine_method(case.content), engine_inputs(case.content, {**case.choices, **changes}))


def option_with(case: Case, code: str, text: str) -> int:
    return [option.in_language(case.language) for option in case.content.question(code).options].index(text)


def label(outcome: Outcome | None) -> str:
    assert outcome is not None
    return outcome_label(outcome)


@settings(max_examples=60)
@given(random_cases)
def test_document_is_made_and_read_back(case: Case) -> None:
    document = advice_document(case)

    assert document_from_json(document_json(document)) == document


@settings(max_examples=40)
@given(random_cases)
def test_document_holds_text_only(case: Case) -> None:
    kinds = {type(leaf) for leaf in leaves(asdict(advice_document(case)))}

    assert kinds <= {str, bool, int, type(None)}


@settings(max_examples=40)
@given(random_cases)
def test_the_same_case_gives_the_same_bytes(case: Case) -> None:
    assert document_json(advice_document(case)) == document_json(advice_document(case))


@settings(max_examples=60)
@given(random_choices())
def test_headline_and_lead_are_short(chosen: dict[str, int]) -> None:
    document = advice_document(case_of(chosen))

    assert len(document.headline) <= 75
    assert len(" ".join(document.lead).split()) <= 45


@settings(max_examples=60)
@given(random_cases)
def test_reasons_quote_the_respondents_own_answers(case: Case) -> None:
    for reason in advice_document(case).reasons:
        for line in reason.evidence:
            question, choice = case.content.question(line.code), case.choices[line.code]
            if choice != DONT_KNOW:
                assert line.answer == question.options[choice].in_language(case.language)
            assert line.described == question.described.in_language(case.language)


@settings(max_examples=80)
@given(random_choices())
def test_reasons_point_where_their_first_answer_points(chosen: dict[str, int]) -> None:
    for reason in advice_document(case_of(chosen)).reasons:
        choice = chosen[reason.evidence[0].code]
        if reason.direction.startswith(("Speaks against", "Points to waiting")):
            assert choice <= 1
        elif reason.direction.startswith("Points to"):
            assert 2 <= choice <= 4
        else:
            assert (reason.direction, choice) == ("What you did not know", DONT_KNOW)


@settings(max_examples=60)
@given(random_cases)
def test_every_change_shown_gives_the_outcome_it_promises(case: Case) -> None:
    document = advice_document(case)

    with override(case.language):
        for flip in document.flips.items:
            changes = {code: option_with(case, code, new) for _, new, _, code in flip.parts}
            assert label(result_with(case, changes).outcome) == flip.outcome != document.pill
            assert [current for _, _, current, _ in flip.parts] == [case.answer_text(code) for code in changes]


@settings(max_examples=60)
@given(random_cases)
def test_every_gate_shown_gives_the_outcome_it_promises(case: Case) -> None:
    document = advice_document(case)

    with override(case.language):
        sentences = {text: (code, bool(no)) for code, pair in _gate_sentences().items() for no, text in enumerate(pair)}
        for flip in document.flips.gates:
            code, reads_no = sentences[flip.sentence]
            option = case.content.gate_mapping[code].index(not reads_no)
            assert label(result_with(case, {code: option}).outcome) == flip.outcome != document.pill


@settings(max_examples=60)
@given(random_cases)
def test_gates_that_are_not_shown_change_nothing(case: Case) -> None:
    document = advice_document(case)
    if case.result.outcome is None:
        return

    turned = 0
    for code in GATE_CODES:
        option = case.content.gate_mapping[code].index(not case.result.readings[code])
        turned += result_with(case, {code: option}).outcome != case.result.outcome

    assert len(document.flips.gates) == turned


@settings(max_examples=60)
@given(random_cases)
def test_needs_read_as_the_engine_says(case: Case) -> None:
    document = advice_document(case)

    for row, score in zip(document.needs.rows, (case.result.salesops, case.result.revops), strict=True):
        assert (row.range == "") == (score.low == score.high)
        assert row.is_met == (score.grade >= int(case.content.constants["need_line"]))


@pytest.mark.parametrize("code", HEADLINES)
def test_document_of_every_headline_is_read_back(code: str) -> None:
    for language in ("en", "pl"):
        document = headline_document(code, language)

        assert document_from_json(document_json(document)) == document


def test_document_of_an_earlier_release_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """A field with a default may be absent."""
    text = document_json(headline_document("both")).replace(',"schema":1', "")

    assert document_from_json(text) == headline_document("both")


def test_document_is_frozen() -> None:
    document = headline_document("both")

    with pytest.raises(AttributeError):
        document.headline = "x"  # type: ignore[misc]  # what is tried

    assert isinstance(replace(document, headline="x"), AdviceDocument)


def test_both_languages_say_the_same() -> None:
    """Outcome, kinds, widths and codes do not depend on the language."""
    for code in HEADLINES:
        english, polish = headline_document(code), headline_document(code, "pl")

        assert (english.outcome, english.kind, english.headline_code) == (
            polish.outcome,
            polish.kind,
            polish.headline_code,
        )
        assert [(row.width, row.low, row.high) for row in english.needs.rows] == [
            (row.width, row.low, row.high) for row in polish.needs.rows
        ]
        assert [[line.code for line in reason.evidence] for reason in english.reasons] == [
            [line.code for line in reason.evidence] for reason in polish.reasons
        ]
        assert len(english.flips.items) == len(polish.flips.items)
        assert english.method.receipt == polish.method.receipt


def test_shipped_options_of_a_question_differ() -> None:
    """So that a quoted option names one answer."""
    for question in shipped_method().questions:
        for language in ("en", "pl"):
            assert len({option.in_language(language) for option in question.options}) == len(question.options)
