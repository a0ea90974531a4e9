"""The shipped method says exactly what the design says."""

import pytest

from assessments.content.consistency import shipped_hints
from assessments.content.loader import shipped_method, shipped_method_data
from assessments.content.profile import shipped_profile
from assessments.content.values import Text

METHOD = shipped_method()


EXACT = {
    ("S1", "question"): Text(
        "How many new enquiries come from an audience the company already owns?",
        "Ile nowych zapytań pochodzi z własnej bazy odbiorców firmy?",
    ),
    ("S5", "question"): Text(
        "In a typical week, how much of a salesperson’s time goes on admin instead of customers?",
        "Jaką część typowego tygodnia handlowiec poświęca administracji zamiast klientom?",
    ),
    ("S5", "error"): Text(
        "Select how much time goes on admin, or “I don’t know”",
        "Zaznacz, ile czasu zajmuje administracja, albo „Nie wiem”",
    ),
    ("S5", "label"): Text("Admin load on reps", "Obciążenie administracją"),
    ("S2", "described"): Text("how buyers in your market decide", "jak klienci na tym rynku podejmują decyzję"),
    ("R2", "hint"): Text(
        "For example a lead nobody called, or a promise customer success had not heard about",
        "Na przykład nikt nie zadzwonił do leada albo opiekun klienta nie wiedział, co obiecał handlowiec",
    ),
    ("R6", "low"): Text("You can trace causes quickly", "Przyczyny można szybko ustalić"),
    ("B", "label"): Text("Funding", "Budżet"),
    ("D", "question"): Text(
        "How long have sales results been below plan?",
        "Od jak dawna wyniki sprzedaży są poniżej planu?",
    ),
}


@pytest.mark.parametrize(("code", "part"), EXACT)
def test_texts_are_exactly_those_of_the_design(code: str, part: str) -> None:
    assert getattr(METHOD.question(code), part) == EXACT[code, part]


@pytest.mark.parametrize(
    ("code", "position", "text"),
    [
        (
            "S2",
            0,
            Text(
                "On their own – they compare online and buy without talking to anyone",
                "Samodzielnie – porównują oferty w internecie i kupują bez rozmowy",
            ),
        ),
        (
            "S5",
            3,
            Text("Two days to half the week (40–50%)", "Od dwóch dni do połowy tygodnia (40–50%)"),
        ),
        (
            "R5",
            4,
            Text(
                "There is no plan and no target beyond this year",
                "Nie ma planu ani celu wykraczającego poza ten rok",
            ),
        ),
        ("B", 3, Text("Two separate teams", "Dwa osobne zespoły")),
        ("K", 0, Text("More reps, or the first ones", "Więcej handlowców albo pierwsi handlowcy")),
        (
            "K",
            4,
            Text(
                "There are no sales reps, and none are planned",
                "Nie ma handlowców i nie ma planu ich zatrudnienia",
            ),
        ),
        (
            "A",
            1,
            Text(
                "Not yet, but planned within 12 months",
                "Jeszcze nie, ale jest to w planach na najbliższe 12 miesięcy",
            ),
        ),
        (
            "D",
            3,
            Text(
                "A year or longer, although fixes were tried",
                "Od roku lub dłużej, mimo prób naprawy",
            ),
        ),
    ],
)
def test_options_are_exactly_those_of_the_design(code: str, position: int, text: Text) -> None:
    assert METHOD.question(code).options[position] == text


def test_slugs_are_those_of_the_addresses() -> None:
    assert [question.slug for question in METHOD.questions] == [
        "own-audience",
        "direct-selling",
        "direct-results",
        "sale-weight",
        "admin-load",
        "skills-gap",
        "initiative",
        "growth-source",
        "handovers",
        "market-pace",
        "lead-supply",
        "growth-plan",
        "cause-visibility",
        "budget",
        "keep-reps",
        "automation",
        "sales-trend",
    ]


def test_sections_cover_the_questions_in_the_order_of_the_steps() -> None:
    assert [(s.slug, s.title.en, s.title.pl, "".join(s.questions)) for s in METHOD.sections] == [
        ("how-you-sell", "How you sell", "Sposób sprzedaży", "S1S2S3S4"),
        ("your-sales-team", "Your sales team", "Zespół sprzedaży", "S5S6S7"),
        ("growth-and-teamwork", "Growth and teamwork", "Wzrost i współpraca", "R1R2R3R4R5R6"),
        ("limits-and-plans", "Limits and plans", "Ograniczenia i plany", "BKAD"),
    ]


def test_default_settings_are_those_of_the_method() -> None:
    data = shipped_method_data()

    assert set(METHOD.weights.values()) == {1}
    assert data["constants"] == {
        "need_line": 4,
        "case_line": 2,
        "lead_gap": 3,
        "coverage": "3/5",
        "epsilon": "1/2",
    }
    assert METHOD.gate_mapping == {
        "B": (False, False, False, True),
        "K": (True, True, True, False, False),
        "A": (False, True, True, True),
        "D": (False, False, False, True),
    }


def test_statement_depends_on_the_answer() -> None:
    admin = METHOD.criterion("S5")

    assert admin.statement(4) == Text(
        "Reps lose more than half the week to admin",
        "Handlowcy tracą na administrację ponad pół tygodnia",
    )
    assert admin.statement(3) == Text(
        "Reps lose two days a week or more to admin",
        "Handlowcy tracą co najmniej dwa dni w tygodniu na administrację",
    )
    assert admin.statement(2) is None
    assert admin.statement(1) == admin.statement(0) == admin.low


@pytest.mark.parametrize("code", [c for c in METHOD.asked_criteria() if c != "S5"])
def test_the_two_highest_answers_share_one_statement(code: str) -> None:
    assert len(set(METHOD.criterion(code).high)) == 1


def test_hints_and_profile_are_shipped() -> None:
    assert (len(shipped_hints()), len(shipped_profile().fields)) == (9, 8)
