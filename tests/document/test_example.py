"""The worked example of ux.md 6.9, to the letter."""

from assessments.document.values import Fact, OpenQuestion

from .cases import document

BOTH_LATER = ("SalesOps, then RevOps", "both", "3 steps")


def test_facts_of_the_card() -> None:
    assert document().facts == (
        Fact("3 steps", "is the smallest change of answers that would alter it"),
        Fact("94%", "of possible weightings give the same answer"),
        Fact("12 of 13", "criteria answered"),
    )


def test_needs_and_range() -> None:
    salesops, revops = document().needs.rows

    assert (salesops.name, salesops.score, salesops.range, salesops.width) == ("SalesOps", "75", "", "75.00%")
    assert (revops.name, revops.score, revops.range, revops.width) == ("RevOps", "37.5", "29–46", "37.50%")
    assert (revops.low, revops.high, revops.line) == ("29.17%", "45.83%", "50.00%")
    assert (salesops.is_met, revops.is_met) == (True, False)


def test_needs_as_text() -> None:
    needs = document().needs

    assert needs.title == "SalesOps is above the line, RevOps below it"
    assert needs.subtitle == "Need score, 0–100. The dashed line marks 50, where we advise action."
    assert [row.sentence for row in needs.rows] == [
        "The need for SalesOps is 75 of 100, at or above the line at 50.",
        "The need for RevOps is 37.5 of 100, below the line at 50.",
    ]
    assert needs.note == ("The bracket shows where RevOps could lie, because 1 question was answered “I don’t know”.")


def test_needs_in_polish_have_a_comma() -> None:
    rows = document(language="pl").needs.rows

    assert [(row.score, row.range) for row in rows] == [("75", ""), ("37,5", "29–46")]


def test_flips() -> None:
    flips = document().flips

    assert [(flip.parts[0][3], flip.outcome, flip.kind, flip.steps) for flip in flips.items] == [
        ("R1", *BOTH_LATER),
        ("R3", *BOTH_LATER),
        ("R4", *BOTH_LATER),
    ]
    assert flips.items[2].parts == (
        (
            "Supply of new leads",
            "At least two months, but less than six",
            "Two years or more, or the supply renews itself",
            "R4",
        ),
    )
    assert flips.gates == ()


def test_open_answer_is_named_with_its_range() -> None:
    flips = document().flips

    assert flips.unknowns == (
        (
            "RevOps may lie anywhere from 29 to 46. Answering “Visibility of causes” would settle it. "
            "Not knowing may itself be a sign; the last option describes that."
        ),
    )
    assert flips.next_question == OpenQuestion(
        "Visibility of causes", "If revenue growth slowed down, how quickly could you say why?", "cause-visibility"
    )


def test_lead() -> None:
    assert document().lead == (
        "Your customers buy from people.",
        "The sale is long and involves many people.",
        "The need for RevOps is real but still below the line where we advise action.",
    )


def test_stability() -> None:
    stability = document().stability

    assert stability.headline == "94% of possible weightings give the same answer"
    assert stability.sentence == (
        "Stable: nine in ten weightings give the same answer; three answer steps would change it"
    )
    assert [(share.outcome, share.text, share.start, share.width) for share in stability.shares] == [
        ("SalesOps", "94%", "0.00%", "93.73%"),
        ("SalesOps, then RevOps", "6%", "93.73%", "6.27%"),
    ]


def test_sequence() -> None:
    assert [(moment.when, moment.what, moment.kind) for moment in document().sequence] == [
        ("Now", "Set up SalesOps", "salesops"),
        ("Month 6", "Repeat this check", "none"),
        ("Months 9–12", "RevOps, if the need has grown", "revops"),
    ]


def test_reasons() -> None:
    found = document()

    assert found.reasons_title == "Three reasons behind the answer"
    assert [(reason.direction, reason.headline) for reason in found.reasons] == [
        ("Points to SalesOps", "Your customers buy from people"),
        ("Points to SalesOps", "Reps lose two days a week or more to admin"),
        ("Points to RevOps, not yet", "Teams lose leads or customers between them"),
    ]
    assert [line.code for line in found.reasons[0].evidence] == ["S2", "S4", "S3"]
