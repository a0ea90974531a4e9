"""The company profile and the consistency hints."""

from typing import Any

import pytest

from assessments.content.consistency import (
    Hint,
    ProfileGiven,
    consistency_hints,
    matching_hints,
    parse_hints,
    shipped_hints,
)
from assessments.content.loader import parse_method, read_data_file, shipped_method
from assessments.content.profile import parse_profile, shipped_profile
from assessments.content.reading import ContentError
from assessments.content.values import Text

METHOD = shipped_method()
PROFILE = shipped_profile()


def codes(hints: tuple[Hint, ...]) -> list[str]:
    return [hint.code for hint in hints]


def matching(answers: dict[str, Any], **profile: Any) -> list[str]:
    return codes(matching_hints(METHOD, profile, answers))


CASES = [
    # hint, profile and answers that show it, and ones that just do not
    ("direct-results-below-plan", {}, {"S3": 3, "D": 3}, {}, {"S3": 3, "D": 2}),
    ("direct-results-skills", {}, {"S3": 4, "S6": 3}, {}, {"S3": 2, "S6": 4}),
    ("direct-results-initiative", {}, {"S3": 3, "S7": 4}, {}, {"S3": 3, "S7": 2}),
    ("own-audience-lead-supply", {}, {"S1": 0, "R4": 3}, {}, {"S1": 1, "R4": 4}),
    ("no-reps-described", {"reps": 0}, {"S6": 0}, {"reps": 1}, {"S6": 0}),
    ("reps-leaving-direct-results", {}, {"K": 3, "S3": 3}, {}, {"K": 4, "S3": 3}),
    ("automation-direct-selling", {}, {"A": 3, "S2": 3}, {}, {"A": 2, "S2": 4}),
    (
        "idea-recurring-revenue",
        {"stage": "idea", "arr": "1m-4m"},
        {},
        {"stage": "idea", "arr": "500k-999k"},
        {},
    ),
    (
        "same-option",
        {},
        dict.fromkeys(["S1", "S2", "S3", "S4", "S5", "S6", "S7", "R1", "R2", "R3"], 1),
        {},
        dict.fromkeys(["S1", "S2", "S3", "S4", "S5", "S6", "S7", "R1", "R2"], 1) | {"B": 1, "K": 1},
    ),
]


def test_every_hint_has_a_case() -> None:
    assert [case[0] for case in CASES] == codes(shipped_hints())


@pytest.mark.parametrize(("code", "profile", "answers", "near", "near_answers"), CASES)
def test_hint_applies_to_its_answers_and_not_to_near_ones(
    code: str,
    profile: dict[str, Any],
    answers: dict[str, Any],
    near: dict[str, Any],
    near_answers: dict[str, Any],
) -> None:
    assert matching(answers, **profile) == [code]
    assert matching(near_answers, **near) == []


@pytest.mark.parametrize("code", ["S5", "S6", "S7"])
def test_any_answer_about_salespeople_counts_when_nobody_sells(code: str) -> None:
    assert matching({code: 0}, reps=0) == ["no-reps-described"]


def test_unknown_and_blank_answers_give_no_hint() -> None:
    unknown = {question.code: "dk" for question in METHOD.questions}
    blank = dict.fromkeys(unknown)

    assert matching(unknown, reps=0) == matching(blank, reps=0) == matching({}) == []


def test_blank_profile_gives_no_hint() -> None:
    assert matching({"S5": 3}, reps=None, stage=None, arr=None) == []


def test_criteria_without_weight_give_no_hint() -> None:
    data: Any = read_data_file("method.json")
    data["weights"]["S6"] = 0
    method = parse_method(data)

    assert matching_hints(method, {}, {"S3": 4, "S6": 4}) == ()


def test_at_most_three_hints_are_shown_in_the_order_of_the_file() -> None:
    answers = dict.fromkeys(METHOD.asked_criteria(), 3) | {"S1": 0, "D": 3, "K": 3, "A": 3}
    found = matching_hints(METHOD, {}, answers)

    assert codes(found) == [
        "direct-results-below-plan",
        "direct-results-skills",
        "direct-results-initiative",
        "own-audience-lead-supply",
        "reps-leaving-direct-results",
        "automation-direct-selling",
        "same-option",
    ]
    assert consistency_hints(METHOD, {}, answers) == found[:3]


def test_hint_reads_as_two_whole_sentences() -> None:
    assert shipped_hints()[0].text == Text(
        "You said that direct sales are profitable and that sales results have been below plan "
        "for a year or longer. Both can be true; check they are what you meant.",
        "Z odpowiedzi wynika, że sprzedaż bezpośrednia jest rentowna i że wyniki sprzedaży "
        "od roku lub dłużej są poniżej planu. Jedno nie wyklucza drugiego; upewnij się, "
        "że o to chodziło.",
    )


def test_hints_name_only_existing_questions_profile_fields_and_options() -> None:
    for hint in shipped_hints():
        assert all(METHOD.question(code) for code in hint.questions)
        assert all(PROFILE.field(slug) for slug in hint.profile)
        for condition in (c for group in hint.conditions for c in group):
            if isinstance(condition, ProfileGiven) and condition.field != "reps":
                options = PROFILE.field(condition.field).options_in("EUR")
                assert set(condition.accepted) <= {option.code for option in options}


@pytest.mark.parametrize(
    ("condition", "fault"),
    [
        ({}, "question: is missing"),
        ({"question": "S9", "is": 1}, "question: must be one of S1, S2"),
        ({"question": "S1", "is": 9}, "is: must be a whole number from 0 to 7"),
        ({"question": "S1", "answered": False}, "answered: must be True"),
        ({"question": "S1", "is": 1, "at_least": 1}, "is: is not known"),
        ({"profile": "stage", "one_of": []}, "one_of: must hold 1 to 50 items"),
        ({"profile": "reps", "is": "0"}, "is: must be a whole number"),
        ({"same_option": 14}, "same_option: must be a whole number from 1 to 13"),
    ],
)
def test_faulty_condition_is_refused_with_its_path(condition: object, fault: str) -> None:
    data: Any = read_data_file("hints.json")
    data["hints"][0]["conditions"][0][1] = condition
    with pytest.raises(ContentError) as refused:
        parse_hints(data)

    assert any(found.startswith(f"hints[0].conditions[0][1].{fault}") for found in refused.value.faults)


def test_repeated_hint_is_refused() -> None:
    data: Any = read_data_file("hints.json")
    data["hints"][1]["code"] = data["hints"][0]["code"]
    with pytest.raises(ContentError, match=r"hints\[1\]\.code: repeats"):
        parse_hints(data)


def test_profile_stands_on_two_pages() -> None:
    assert [(page.slug, page.fields) for page in PROFILE.pages] == [
        ("company", ("company-name", "stage", "arr", "industry")),
        ("team", ("reps", "team-sizes", "sales-motion", "role")),
    ]
    assert PROFILE.page("team").title == Text("About your team", "O zespole")
    assert [field.id for field in PROFILE.fields] == [f"P{n}" for n in range(1, 9)]


def test_only_stage_and_reps_are_required() -> None:
    assert [field.slug for field in PROFILE.fields if field.required] == ["stage", "reps"]


def test_profile_errors_say_what_to_do() -> None:
    assert PROFILE.field("stage").error == Text(
        "Select what stage the company is at", "Zaznacz, na jakim etapie jest firma"
    )
    assert PROFILE.field("reps").error == Text("Enter a number from 0 to 9,999", "Wpisz liczbę od 0 do 9999")


def test_profile_parts_are_the_second_inputs() -> None:
    parts = {f.slug: [part.slug for part in f.parts] for f in PROFILE.fields if f.parts}

    assert parts == {
        "arr": ["arr-currency"],
        "industry": ["industry-other"],
        "team-sizes": ["marketing", "customer-success", "sales-operations", "revenue-operations"],
    }


@pytest.mark.parametrize(
    ("currency", "labels"),
    [
        (
            "EUR",
            ["Under €100k", "€100k–499k", "€500k–999k", "€1m–4.9m", "€5m–19.9m", "€20m or more"],
        ),
        (
            "PLN",
            [
                "Under PLN 400k",
                "PLN 400k–1.99m",
                "PLN 2m–3.99m",
                "PLN 4m–19.9m",
                "PLN 20m–79.9m",
                "PLN 80m or more",
            ],
        ),
    ],
)
def test_revenue_bands_follow_the_currency(currency: str, labels: list[str]) -> None:
    options = PROFILE.field("arr").options_in(currency)

    assert [option.label.en for option in options[1:-1]] == labels
    assert [option.code for option in options] == [
        "none",
        "under-100k",
        "100k-499k",
        "500k-999k",
        "1m-4m",
        "5m-19m",
        "20m-plus",
        "undisclosed",
    ]


def test_option_label_is_given_in_the_currency() -> None:
    arr = PROFILE.field("arr")

    assert arr.option_label("100k-499k").pl == "100–499 tys. €"
    assert arr.option_label("100k-499k", "PLN").pl == "400 tys.–1,99 mln zł"
    assert PROFILE.field("role").option_label("founder", "PLN").en == "Founder or CEO"


def test_faulty_profile_is_refused_with_its_paths() -> None:
    data: Any = read_data_file("profile.json")
    data["fields"][1]["kind"] = "slider"
    data["fields"][2]["options_by_currency"]["PLN"].pop()
    data["fields"][3]["options"][1]["code"] = data["fields"][3]["options"][0]["code"]
    data["pages"][0]["fields"].pop()
    with pytest.raises(ContentError) as refused:
        parse_profile(data)

    assert refused.value.faults == (
        "fields[1].kind: must be one of text, choice, number, numbers",
        "fields[2].options_by_currency.PLN: must list the codes of EUR",
        "fields[3].options[1].code: repeats b2b-software",
        "pages: must name every field once",
    )
