"""The fourteen headlines (ux.md 6.1), each reached from answers, in both languages."""

from itertools import permutations

import pytest
from django.utils.translation import gettext, override

from assessments.document.outcomes import outcome_label, quoted_label
from assessments.scoring import Outcome

from .cases import DEEP_PROBLEM, HEADLINES, ONE_ROLE, TWO_TEAMS, document, headline_document

LONGEST = 75
ENGLISH = {
    "salesops": "Build SalesOps first. Look at RevOps again in 6 months.",
    "salesops_only": "Build SalesOps. RevOps is not needed yet.",
    "revops": "Build RevOps. SalesOps can wait.",
    "revops_no_reps": "Build RevOps. There is no sales team for SalesOps to support.",
    "both": "Build both: SalesOps for the sales team, RevOps for all revenue.",
    "both_salesops_first": "You need both. Start with SalesOps, add RevOps by month 9.",
    "both_revops_first": "You need both. Start with RevOps, add SalesOps by month 9.",
    "revops_absorbs": "Build RevOps and let it take over SalesOps.",
    "erodes": "SalesOps for now: automated funnels will shrink its job.",
    "lean_salesops": "No strong need yet. If you build one, start with SalesOps.",
    "lean_revops": "No strong need yet. If you build one, start with RevOps.",
    "not_yet": "Build neither yet. First: Hand-overs between teams.",
    "close_call": "Too close to call: RevOps or “SalesOps, then RevOps”.",
    "insufficient": "Not enough answers for a recommendation yet.",
}
POLISH = {
    "salesops": "Wdróż najpierw SalesOps. Do RevOps wróć za 6 miesięcy.",
    "salesops_only": "Wdróż SalesOps. RevOps nie jest jeszcze potrzebny.",
    "revops": "Wdróż RevOps. SalesOps może poczekać.",
    "revops_no_reps": "Wdróż RevOps. Nie ma handlowców, których SalesOps mógłby wspierać.",
    "both": "Wdróż oba: SalesOps dla zespołu sprzedaży, RevOps dla całości przychodów.",
    "both_salesops_first": "Potrzebujesz obu. Zacznij od SalesOps, w ciągu 9 miesięcy dodaj RevOps.",
    "both_revops_first": "Potrzebujesz obu. Zacznij od RevOps, w ciągu 9 miesięcy dodaj SalesOps.",
    "revops_absorbs": "Wdróż RevOps i powierz mu zadania SalesOps.",
    "erodes": "Wdróż na razie SalesOps: automatyczne lejki ograniczą jego rolę.",
    "lean_salesops": "Nie ma jeszcze silnej potrzeby. Jeśli coś wdrażasz, zacznij od SalesOps.",
    "lean_revops": "Nie ma jeszcze silnej potrzeby. Jeśli coś wdrażasz, zacznij od RevOps.",
    "not_yet": "Nie wdrażaj jeszcze żadnego. Najpierw: Przekazywanie spraw.",
    "insufficient": "Jeszcze za mało odpowiedzi, by wydać rekomendację.",
}
OUTCOMES = {
    "salesops": ("salesops", "salesops"),
    "salesops_only": ("salesops", "salesops"),
    "revops": ("revops", "revops"),
    "revops_no_reps": ("revops", "revops"),
    "both": ("both", "both"),
    "both_salesops_first": ("salesops_then_revops", "both"),
    "both_revops_first": ("revops_then_salesops", "both"),
    "revops_absorbs": ("revops", "revops"),
    "erodes": ("salesops", "salesops"),
    "lean_salesops": ("salesops_lean", "salesops"),
    "lean_revops": ("revops_lean", "revops"),
    "not_yet": ("none", "none"),
    "close_call": ("revops", "revops"),
    "insufficient": ("insufficient", "none"),
}


def test_there_are_fourteen_headlines() -> None:
    assert len(HEADLINES) == len(ENGLISH) == len(OUTCOMES) == 14


@pytest.mark.parametrize("code", HEADLINES)
@pytest.mark.parametrize("language", ["en", "pl"])
def test_headline_is_reached_from_answers(code: str, language: str) -> None:
    found = headline_document(code, language)

    assert (found.headline_code, found.outcome, found.kind) == (code, *OUTCOMES[code])


@pytest.mark.parametrize("code", ENGLISH)
def test_headline_reads_in_english(code: str) -> None:
    assert headline_document(code).headline == ENGLISH[code]


@pytest.mark.parametrize("code", POLISH)
def test_headline_reads_in_polish(code: str) -> None:
    assert headline_document(code, "pl").headline == POLISH[code]


def test_close_call_names_both_outcomes_in_polish() -> None:
    headline = headline_document("close_call", "pl").headline

    assert headline.startswith("Trudno rozstrzygnąć: RevOps czy ")


@pytest.mark.parametrize("code", HEADLINES)
@pytest.mark.parametrize("language", ["en", "pl"])
def test_headline_is_short(code: str, language: str) -> None:
    assert len(headline_document(code, language).headline) <= LONGEST


@pytest.mark.parametrize("language", ["en", "pl"])
def test_close_call_between_any_two_outcomes_is_short(language: str) -> None:
    with override(language):
        pattern = gettext("Too close to call: %(a)s or %(b)s.")
        headlines = [
            pattern % {"a": quoted_label(one), "b": quoted_label(other)} for one, other in permutations(Outcome, 2)
        ]

    assert [headline for headline in headlines if len(headline) > LONGEST] == []


@pytest.mark.parametrize("language", ["en", "pl"])
def test_outcomes_have_names_of_their_own(language: str) -> None:
    with override(language):
        assert len({outcome_label(outcome) for outcome in Outcome}) == len(Outcome)
        assert len({quoted_label(outcome) for outcome in Outcome}) == len(Outcome)


@pytest.mark.parametrize(
    ("code", "pill"),
    [
        ("salesops", "SalesOps"),
        ("both", "Both"),
        ("both_revops_first", "RevOps, then SalesOps"),
        ("lean_salesops", "SalesOps, if any"),
        ("not_yet", "Neither yet"),
        ("close_call", "RevOps"),
        ("insufficient", "No recommendation yet"),
    ],
)
def test_pill_names_the_reported_outcome(code: str, pill: str) -> None:
    assert headline_document(code).pill == pill


def test_open_answers_that_could_change_the_outcome_are_tagged_provisional() -> None:
    found = document("0 3 dk 4 4 dk 1 / 3 4 2 3 3 3", TWO_TEAMS)  # method.md 10, W7

    assert (found.headline_code, found.tags) == ("both", ("Provisional",))


def test_settled_result_has_no_tag() -> None:
    assert document().tags == ()


def test_deep_problem_lifts_salesops_into_the_answer() -> None:
    found = document("0 2 2 2 2 3 1 / 3 4 2 3 3 4", "3 1 0 3")  # method.md 10, W8

    assert (found.headline_code, found.needs.rows[0].is_met) == ("both", False)
    assert found.lead[2] == "Sales results have been below plan for long, so SalesOps belongs to the answer."


def test_straight_lined_answers_at_the_border_are_too_close_to_call() -> None:
    found = document("2 2 2 2 2 2 2 / 2 2 2 2 2 2", TWO_TEAMS)  # method.md 10, W6

    assert (found.headline_code, found.pill) == ("close_call", "Both")
    assert found.headline == "Too close to call: both or RevOps."


def test_low_share_of_weightings_is_too_close_to_call() -> None:
    """More than one step away, yet fewer than 60% of the weightings agree."""
    found = document("4 4 0 3 2 0 2 / 4 0 4 dk 4 0", ONE_ROLE)

    assert [fact.value for fact in found.facts] == ["2 steps", "54%", "12 of 13"]
    assert found.headline_code == "close_call"


def test_deep_problem_without_needs_leans_to_salesops() -> None:
    assert document("0 0 0 0 0 0 0 / 1 1 1 1 1 1", DEEP_PROBLEM).headline_code == "lean_salesops"


def test_unknown_funding_names_its_true_rival() -> None:
    """The nearest outcome by answers is SalesOps alone, but what is open is the funding."""
    found = document("4 4 3 4 3 2 3 / 3 3 3 3 3 3", "dk 1 0 0")

    assert found.headline == "Too close to call: “SalesOps, then RevOps” or both."
    assert found.lead[1] == "One question decides: Funding. Settle it before hiring."
