"""Every answer, the assumptions, the profile, what is missing, and the method with its receipt."""

from dataclasses import replace

from assessments.document.build import advice_document
from assessments.document.values import Pair
from assessments.scoring import ENGINE_VERSION

from .cases import EXAMPLE, ONE_ROLE, case, choices, content, document, headline_document

NOTES = {"S5": "CRM is slow\nvery", "B": "until June"}
FACTS = {
    "stage": "growing",
    "arr": "1m-4m",
    "arr-currency": "PLN",
    "industry": "other",
    "industry-other": "Drones",
    "reps": 0,
    "marketing": 12,
}


def test_every_answer_stands_with_its_weight_and_points() -> None:
    rows = document(method=content({"S1": 3})).answers

    assert [(row.code, row.weight, row.points, row.is_open) for row in rows] == [
        ("S1", "3", "+16.7", False),
        ("S2", "1", "+11.1", False),
        ("S3", "1", "+8.3", False),
        ("S4", "1", "+11.1", False),
        ("S5", "1", "+8.3", False),
        ("S6", "1", "+8.3", False),
        ("S7", "1", "+5.6", False),
        ("R1", "1", "+4.2", False),
        ("R2", "1", "+12.5", False),
        ("R3", "1", "+4.2", False),
        ("R4", "1", "0", False),
        ("R5", "1", "+8.3", False),
        ("R6", "1", "+8.3", True),
    ]


def test_answers_are_quoted_in_the_language_of_the_document() -> None:
    for language in ("en", "pl"):
        found, used = document(language=language), content()
        texts = [
            used.question(code).options[chosen].in_language(language)
            for code, chosen in choices().items()
            if chosen < 5
        ]

        assert [row.answer for row in found.answers[:12]] == texts[:12]
        assert [item.answer for item in found.assumptions] == texts[12:]


def test_notes_stand_beside_their_answers() -> None:
    found = document(notes=NOTES)

    assert [row.note for row in found.answers if row.note] == ["CRM is slow\nvery"]
    assert [item.note for item in found.assumptions] == ["until June", "", "", ""]


def test_criterion_with_weight_zero_is_left_out() -> None:
    found = document(method=content({"S3": 0}))

    assert len(found.answers) == 12
    assert "S3" not in {row.code for row in found.answers}
    assert found.facts[2].value == "11 of 12"
    assert found.method.sentences[1].startswith("Criteria asked: 12.")


def test_gates_say_how_they_were_read() -> None:
    found = document(EXAMPLE, "3 dk dk 3").assumptions

    assert [(item.answer, item.reading) for item in found] == [
        ("Two separate teams", "Read as: two separate teams can be funded."),
        ("I don’t know", "Not known, so read with caution: sales reps stay. The other reading was tested too."),
        (
            "I don’t know",
            (
                "Not known, so read with caution: sales do not move to automated funnels. "
                "The other reading was tested too."
            ),
        ),
        ("A year or longer, although fixes were tried", "Read as: there is a deep-rooted sales problem."),
    ]


def test_profile_is_shown_as_filled_in() -> None:
    profile = document(facts=FACTS).profile

    assert profile == (
        Pair("What stage is the company at?", "Growing fast"),
        Pair("What is the annual recurring revenue (ARR)?", "PLN 4m–19.9m"),
        Pair("What does the company mainly sell?", "Something else"),
        Pair("If something else, what is it?", "Drones"),
        Pair("How many people sell full time?", "0"),
        Pair("Marketing", "12"),
    )


def test_empty_profile_is_left_out() -> None:
    assert document().profile == ()


def test_missing_names_the_part_with_too_few_answers() -> None:
    found = headline_document("insufficient").missing

    assert [pair.label for pair in found] == ["Role of direct selling", "Results of direct sales", "Admin load on reps"]
    assert found[0].text == "How do buyers in your market usually decide on a product like yours?"


def test_missing_leaves_out_open_answers_of_the_other_part() -> None:
    found = document("4 dk dk 4 dk 4 4 / 1 2 3 1 2 dk").missing

    assert len(found) == 3


def test_missing_names_blank_questions_first() -> None:
    """A blank cannot be completed in the product, but another program may."""
    found = document("4 dk dk 4 dk 4 4 / 1 2 3 1 2 _", "_ 1 0 0")

    assert [pair.label for pair in found.missing] == [
        "Visibility of causes",
        "Role of direct selling",
        "Results of direct sales",
        "Admin load on reps",
    ]
    assert found.answers[-1].answer == "Not answered"


def test_nothing_is_missing_with_a_recommendation() -> None:
    assert document("4 dk 4 4 dk 4 4 / 1 2 3 1 2 dk").missing == ()


def test_insufficient_answers_show_only_how_much_was_answered() -> None:
    found = headline_document("insufficient")

    assert [(fact.value, fact.label) for fact in found.facts] == [("10 of 13", "criteria answered")]
    assert found.sequence == ()
    assert [row.range for row in found.needs.rows] == ["57–100", ""]


def test_method_is_named_with_its_constants_and_receipt() -> None:
    made = case()
    method = advice_document(made).method

    assert (method.version, method.published, method.engine_version) == ("3", "1 November 2026", ENGINE_VERSION)
    assert method.receipt == made.receipt
    assert [(pair.label, pair.text) for pair in method.constants] == [
        ("Need line", "50"),
        ("Line below which there is no case", "25"),
        ("Grades by which RevOps must lead to come first", "3"),
        ("Share of a part that must be answered", "60%"),
    ]


def test_other_constants_are_shown() -> None:
    used = content(need_line=5, case_line=1, lead_gap=2, coverage="2/3", epsilon="1/3")
    found = document(method=used)

    assert [pair.text for pair in found.method.constants] == ["62.5", "12.5", "2", "67%"]
    assert found.needs.subtitle == "Need score, 0–100. The dashed line marks 62.5, where we advise action."
    assert found.stability.varied.startswith("Varied: the weights of the criteria, 67% as published and 33%")


def test_dates_are_written_in_the_language() -> None:
    assert document().completed == "22 November 2026"
    assert document(language="pl").completed == "22 listopada 2026"
    assert document(language="pl").method.published == "1 listopada 2026"


def test_receipt_holds_no_note_and_no_profile() -> None:
    assert case(notes=NOTES, facts=FACTS).receipt == case().receipt


def test_receipt_does_not_depend_on_the_version_number() -> None:
    renamed = advice_document(replace(case(), method_number=4))

    assert (renamed.method.version, renamed.method.receipt) == ("4", document(EXAMPLE, ONE_ROLE).method.receipt)
