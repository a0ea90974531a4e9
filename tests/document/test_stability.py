"""How stable the answer is, in words and numbers (ux.md 6.4)."""

import pytest

from .cases import FUNNELS_WITHOUT_REPS, HEADLINES, ONE_ROLE, TWO_TEAMS, document, headline_document

STRONG = (
    "Very stable: almost every weighting gives the same answer, and it would take four answer steps or more to "
    "change it"
)
STRONG_PL = (
    "Wynik bardzo stabilny: daje go prawie każdy zestaw wag, a zmieniłoby go dopiero przesunięcie odpowiedzi łącznie "
    "o co najmniej cztery stopnie"
)
WEAK = "Depends on details: check the questions below before you decide"
WEAK_PL = "Wynik zależy od szczegółów: zanim podejmiesz decyzję, sprawdź poniższe pytania"
CLOSE = "Too close to call"
CLOSE_PL = "Trudno rozstrzygnąć"
STRAIGHT = "The same position everywhere"
CONTRADICTION = "A contradiction"
SENTENCES = [
    (headline, sentence, polish)
    for sentence, polish, headlines in [
        (STRONG, STRONG_PL, ("salesops_only", "revops", "both", "both_salesops_first", "revops_absorbs", "not_yet")),
        (WEAK, WEAK_PL, ("erodes", "lean_salesops", "lean_revops")),
        (CLOSE, CLOSE_PL, ("close_call",)),
    ]
    for headline in headlines
]
NEVER = ("confidence", "accuracy", "probability", "weak", "draws")


@pytest.mark.parametrize(("code", "sentence", "polish"), SENTENCES)
@pytest.mark.parametrize("language", ["en", "pl"])
def test_sentence_says_how_stable(code: str, sentence: str, polish: str, language: str) -> None:
    expected = {"en": sentence, "pl": polish}

    assert headline_document(code, language).stability.sentence == expected[language]


@pytest.mark.parametrize(
    ("answers", "share", "steps"),
    [
        ("2 2 2 1 4 3 4 / 2 2 2 1 2 0", "almost all", "three"),
        ("3 1 4 2 3 4 1 / 1 1 3 1 3 1", "almost all", "two"),
        ("1 4 2 4 3 1 4 / 3 1 3 4 4 0", "nine in ten", "four"),
        ("1 1 1 2 3 3 1 / 3 3 2 4 0 2", "eight in ten", "two"),
    ],
)
def test_moderate_result_names_its_share_and_steps(answers: str, share: str, steps: str) -> None:
    expected = f"Stable: {share} weightings give the same answer; {steps} answer steps would change it"

    assert document(answers).stability.sentence == expected


def test_share_just_under_a_threshold_does_not_reach_it() -> None:
    """0.94974... of the weightings: never 95%."""
    found = document("1 0 1 2 4 1 0 / 0 0 4 4 4 4")

    assert found.facts[1].value == "94.9%"
    assert found.stability.headline == "94.9% of possible weightings give the same answer"
    assert found.stability.sentence.startswith("Stable: nine in ten weightings")


@pytest.mark.parametrize("code", HEADLINES)
def test_words_of_false_certainty_do_not_occur(code: str) -> None:
    stability = headline_document(code).stability
    text = f"{stability.headline} {stability.sentence} {stability.varied}".lower()

    assert [word for word in NEVER if word in text] == []


def test_what_was_varied_is_said() -> None:
    weights = "Varied: the weights of the criteria, 50% as published and 50% in every other possible way."

    assert headline_document("both").stability.varied == weights
    assert document().stability.varied == f"{weights} Each open answer was varied over all its options."


@pytest.mark.parametrize("code", [code for code in HEADLINES if code != "insufficient"])
def test_reported_outcome_stands_first_and_shares_fill_the_bar(code: str) -> None:
    found = headline_document(code)
    shares = found.stability.shares
    widths = [round(100 * float(share.width.rstrip("%"))) for share in shares]

    assert shares[0].outcome == found.pill
    assert shares[0].start == "0.00%"
    assert abs(sum(widths) - 10_000) <= len(widths)
    assert sorted(widths[1:], reverse=True) == widths[1:]


def test_insufficient_answers_have_no_share() -> None:
    stability = headline_document("insufficient").stability

    assert (stability.headline, stability.sentence, stability.varied, stability.shares) == ("", "", "", ())


def test_straight_lined_answers_are_flagged_and_weak() -> None:
    stability = document("4 4 4 4 4 4 4 / 4 4 4 4 4 4", TWO_TEAMS).stability

    assert stability.sentence == WEAK
    assert [note.title for note in stability.notes] == [STRAIGHT, CONTRADICTION]


def test_contradiction_is_flagged_once() -> None:
    """The flag stands for the two hints that say the same."""
    notes = document().stability.notes

    assert [note.title for note in notes] == [CONTRADICTION]


def test_tension_between_two_answers_is_shown() -> None:
    notes = document("0 3 2 4 3 1 1 / 1 3 1 4 2 1").stability.notes

    assert [note.title for note in notes] == ["A tension"]
    assert notes[0].text.startswith("You said that more than three quarters of new enquiries come from")


def test_tension_with_the_profile_is_shown() -> None:
    notes = document(
        "1 3 2 4 3 1 1 / 1 3 1 2 2 1", facts={"stage": "idea", "arr": "20m-plus", "reps": 4}
    ).stability.notes

    assert [note.text.startswith("You said that the company is at the idea or prototype stage") for note in notes] == [
        True
    ]


def test_provisional_result_names_what_could_follow() -> None:
    notes = document("0 3 dk 4 4 dk 1 / 3 4 2 3 3 3", TWO_TEAMS).stability.notes

    assert ("Provisional", "Open answers could still lead to: RevOps · Both.") in [(n.title, n.text) for n in notes]


def test_insufficient_answers_still_show_their_notes() -> None:
    notes = document("4 dk 4 dk dk 4 4 / 1 2 3 1 2 3", ONE_ROLE).stability.notes

    assert [note.title for note in notes] == [CONTRADICTION]


def test_unknown_gates_that_allow_erosion_make_it_weak() -> None:
    assert (
        document("4 4 3 4 3 3 3 / 1 0 1 0 1 1", FUNNELS_WITHOUT_REPS.replace("3 2", "dk 2")).stability.sentence == WEAK
    )
