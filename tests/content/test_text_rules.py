"""All texts are complete and written by the rules of both languages."""

import re
from collections.abc import Iterator

import pytest

from assessments.content.loader import read_data_file, shipped_method

METHOD = shipped_method()
FILES = ("method.json", "profile.json", "hints.json")


def texts(data: object, path: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Every bilingual text in JSON data with its path."""
    if isinstance(data, dict) and set(data) == {"en", "pl"}:
        yield path, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from texts(value, f"{path}.{key}")
    elif isinstance(data, list):
        for position, value in enumerate(data):
            yield from texts(value, f"{path}[{position}]")


ALL_TEXTS = [found for name in FILES for found in texts(read_data_file(name), name)]
QUESTION_CODES = [question.code for question in METHOD.questions]
EVERY_QUESTION = pytest.mark.parametrize("code", QUESTION_CODES)


def test_content_holds_every_expected_text() -> None:
    # 13 criteria of 14 texts, 17 gate options, 4 gates of 6 texts, 4 section titles
    method_texts = [path for path, _ in ALL_TEXTS if path.startswith("method.json")]

    assert len(method_texts) == 13 * 14 + 17 + 4 * 6 + 4


@pytest.mark.parametrize("language", ["en", "pl"])
def test_texts_have_no_straight_quotes_double_or_outer_spaces(language: str) -> None:
    faulty = re.compile(r"""['"]|  |^\s|\s$|\.\.\.|\s-\s|[!*`{}<>]""")

    assert [path for path, text in ALL_TEXTS if faulty.search(text[language])] == []


def test_quotes_are_those_of_the_language() -> None:
    english = [path for path, text in ALL_TEXTS if "„" in text["en"]]
    polish = [path for path, text in ALL_TEXTS if "“" in text["pl"] or "’" in text["pl"]]
    unpaired = [p for p, t in ALL_TEXTS if t["en"].count("“") != t["en"].count("”")]
    unpaired += [p for p, t in ALL_TEXTS if t["pl"].count("„") != t["pl"].count("”")]

    assert (english, polish, unpaired) == ([], [], [])


def test_polish_texts_hold_no_english_words() -> None:
    words = "the|of|and|or|you|your|is|are|with|from|not|how|what|which|this|that|for|it|in|sales"
    words += "|team|teams|customer|customers|growth|market|company|know|year|month|half|than"
    leftover = re.compile(rf"\b({words})\b", re.IGNORECASE)
    without_glossary = [(path, text["pl"].replace("customer success", "")) for path, text in ALL_TEXTS]

    assert [path for path, polish in without_glossary if leftover.search(polish)] == []


def test_english_texts_hold_no_polish_letters() -> None:
    letters = re.compile("[ąćęłńóśźż]", re.IGNORECASE)

    assert [path for path, text in ALL_TEXTS if letters.search(text["en"])] == []


def test_polish_texts_avoid_gendered_past_about_the_reader() -> None:
    gendered = re.compile(r"\w+(łeś|łaś|łbyś|łabyś)\b")

    assert [path for path, text in ALL_TEXTS if gendered.search(text["pl"])] == []


def test_the_two_languages_differ_except_for_shared_words() -> None:
    same = {text["en"] for _, text in ALL_TEXTS if text["en"] == text["pl"]}

    assert same == {"Marketing", "Euro (EUR)"}


def test_only_whole_sentences_end_with_a_full_stop() -> None:
    sentences = re.compile(r"\.why$|^hints\.json.*\.text$")
    wrong = [
        (path, language)
        for path, text in ALL_TEXTS
        for language in ("en", "pl")
        if text[language].endswith(".") != bool(sentences.search(path))
    ]

    assert wrong == []


@EVERY_QUESTION
def test_questions_hints_options_name_no_function(code: str) -> None:
    question = METHOD.question(code)
    shown = (question.label, question.question, question.hint, *question.options)
    shown += (question.described, question.error)

    for text in shown:
        assert not re.search("salesops|revops", f"{text.en} {text.pl}", re.IGNORECASE)


@EVERY_QUESTION
def test_errors_say_what_to_select_and_offer_not_knowing(code: str) -> None:
    error = METHOD.question(code).error

    assert re.fullmatch(r"Select .+, or “I don’t know”", error.en)
    assert re.fullmatch(r"Zaznacz, .+, albo „Nie wiem”", error.pl)


@EVERY_QUESTION
def test_errors_and_descriptions_are_distinct(code: str) -> None:
    question = METHOD.question(code)
    others = [other for other in METHOD.questions if other.code != code]

    assert question.error not in [other.error for other in others]
    assert question.described not in [other.described for other in others]
    assert question.described.en[0].islower()
    assert question.described.pl[0].islower()


@EVERY_QUESTION
def test_options_are_distinct_and_start_with_a_capital(code: str) -> None:
    options = METHOD.question(code).options

    for language in ("en", "pl"):
        labels = [option.in_language(language) for option in options]
        assert len(set(labels)) == len(labels)
        assert all(label[0].isupper() for label in labels)


@pytest.mark.parametrize("code", METHOD.asked_criteria())
def test_why_of_a_criterion_explains_the_signal_and_not_knowing(code: str) -> None:
    criterion = METHOD.criterion(code)
    name, number, liczba = (
        ("SalesOps", "seven", "siedmiu") if criterion.function == "salesops" else ("RevOps", "six", "sześciu")
    )

    assert f". This is one of {number} signals that {name} would help." in criterion.why.en
    assert "“I don’t know”, we test the result with the lowest and" in criterion.why.en
    assert f". To jeden z {liczba} sygnałów, że przydałby się {name}." in criterion.why.pl
    assert "„Nie wiem”, sprawdzimy wynik dla najniższej i" in criterion.why.pl


@pytest.mark.parametrize("gate", METHOD.gates, ids=lambda gate: gate.code)
def test_why_of_a_gate_says_it_steers_and_is_read_both_ways(gate: object) -> None:
    why = gate.why  # type: ignore[attr-defined]

    assert " This answer steers how to act, not how much is needed. " in why.en
    assert "“I don’t know”, we work out the result both ways: with and without " in why.en
    assert " wpływa na to, jak działać, a nie na to, jak duża jest potrzeba. " in why.pl
    assert "„Nie wiem”, sprawdzimy wynik w obu wariantach: z " in why.pl


def test_only_the_last_revops_question_adds_that_not_knowing_may_be_a_sign() -> None:
    note = "Not knowing may itself be a sign; option 5 describes that."

    assert [q.code for q in METHOD.questions if note in q.why.en] == ["R6"]
    assert [q.code for q in METHOD.questions if "Sama niewiedza" in q.why.pl] == ["R6"]
