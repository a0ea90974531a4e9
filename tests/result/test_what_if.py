"""What-if: other answers, worked out in one request; nothing is stored, and an address holds changes only."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from assessments.content.loader import shipped_method
from assessments.content.values import Text
from assessments.document.scenario import scenario_choices, scenario_code
from assessments.document.stored import document_from_json
from assessments.models import Assessment
from assessments.services.scenarios import frozen_choices
from tests.document.cases import EXAMPLE, HEADLINES, ONE_ROLE, choices
from tests.look.html import Element
from tests.questionnaire.browsers import (
    browser,
    completed,
    form_fields,
    published_method,
    ready,
    result_of,
    seen,
    summary,
    title,
)
from tests.result.sharing import reader, share, shared_url
from tests.trust.world import stored

DK = Text("I don’t know", "Nie wiem")
R1_HIGHEST = "i000"  # the sample's R1 from 1 to 4: RevOps reaches the line


def url(assessment: Assessment, query: str = "", language: str = "en") -> str:
    return f"/{language}/a/{assessment.ref}/what-if/{query}"


def tried(assessment: Assessment, query: str = "", language: str = "en") -> Element:
    return seen(browser(assessment).get(url(assessment, query, language)))


def status(page: Element) -> str:
    return page.one(id="status").words


def table(page: Element) -> dict[str, tuple[str, str]]:
    """Before and now by what differs."""
    lists = page.one(id="outcome").all("dl", class_="changes")
    rows = [row for each in lists for row in each.all("div")]
    return {row.one("dt").words: (row.one("span", class_="muted").words, row.one("b").words) for row in rows}


def chosen(page: Element) -> dict[str, str]:
    """The text chosen in each list."""
    lists = page.one("form", id="page-form").all("select")
    return {each.attrs["name"]: each.one("option", selected="").words for each in lists}


def pills(page: Element) -> list[str]:
    return [pill.words for pill in page.one(id="outcome").all("span", class_="pill")]


def test_page_starts_with_the_answers_given() -> None:
    page = tried(completed())

    assert title(page) == "Try different answers – RevOps Advisor"
    assert page.one("h1").words == "Try different answers"
    assert "Nothing here is saved" in page.one("div", class_="notice info").words
    assert chosen(page) == {
        code.lower(): [*shipped_method().question(code).options, DK][min(choice, 5)].en
        for code, choice in choices(EXAMPLE, ONE_ROLE).items()
    }
    assert set(form_fields(page).values()) == {"0"}, "no answer stands in what the form sends"
    assert [each.words for each in page.one("form", id="page-form").all("legend")] == [
        "How you sell",
        "Your sales team",
        "Growth and teamwork",
        "Limits and plans",
    ]
    assert status(page) == "Nothing is changed: this is your result."
    assert (pills(page), table(page), page.all(id="link")) == (["SalesOps"], {}, [])


def test_outcome_that_changes_is_announced_with_what_changed() -> None:
    page = tried(completed(), f"?s={R1_HIGHEST}")

    assert (
        status(page) == "The answer becomes “SalesOps, then RevOps”; it was “SalesOps”. RevOps rises from 37.5 to 50."
    )
    assert pills(page) == ["SalesOps", "SalesOps, then RevOps"]
    assert table(page) == {
        "Recommendation": ("SalesOps", "SalesOps, then RevOps"),
        "In words": (
            "Build SalesOps first. Look at RevOps again in 6 months.",
            "Too close to call: “SalesOps, then RevOps” or SalesOps.",
        ),
        "Need for RevOps": ("37.5 (29–46)", "50 (42–58)"),
        "Weightings with the same answer": ("94%", "50%"),
        "Smallest change that would alter it": ("3 steps", "1 step"),
        "Questions that alone would change it": ("3", "5"),
        "Still open": ("No", "Yes: open answers could change it"),
    }
    assert page.one(id="was-r1").words == "changed from: Mostly from sales, with small projects elsewhere"
    assert [each.attrs["id"] for each in page.all("p", class_="was") if each.words] == ["was-r1"]
    ghost = page.one(id="outcome").one("rect", class_="ghost")
    assert ghost.attrs["width"] == "37.50%"


def test_change_that_keeps_the_outcome_says_so() -> None:
    page = tried(completed(), "?s=1")

    assert status(page) == "The answer stays “SalesOps”. SalesOps rises from 75 to 78.6."
    assert pills(page) == ["SalesOps"]
    assert "Recommendation" not in table(page)


def test_too_few_answers_give_no_recommendation() -> None:
    assessment = completed()
    unknown = choices("dk dk dk dk 3 3 2 / 1 3 1 0 2 dk")
    code = scenario_code(shipped_method(), choices(), unknown)

    page = tried(assessment, f"?s={code}")

    assert status(page).startswith("The answer becomes “No recommendation yet”; it was “SalesOps”.")
    assert table(page)["Still open"] == ("No", "Too few answers")
    assert table(page)["Smallest change that would alter it"] == ("3 steps", "–")


def test_result_without_a_recommendation_can_be_completed() -> None:
    assessment = completed(*HEADLINES["insufficient"])
    known = choices("4 dk 0 4 4 4 4 / 1 2 3 1 2 3")
    code = scenario_code(shipped_method(), choices(*HEADLINES["insufficient"]), known)

    assert status(tried(assessment)) == "Nothing is changed: this is your result."
    assert status(tried(assessment, f"?s={code}")).startswith(
        "The answer becomes “SalesOps, then RevOps”; it was “No recommendation yet”."
    )


@pytest.mark.parametrize("headline", HEADLINES)
@pytest.mark.parametrize("language", ["en", "pl"])
def test_every_flip_of_the_result_page_leads_to_what_it_promises(headline: str, language: str) -> None:
    assessment = completed(*HEADLINES[headline])
    document = document_from_json(result_of(assessment).document(language))
    result = seen(browser(assessment).get(f"/{language}/a/{assessment.ref}/result/"))
    links = [a.attrs["href"] for a in result.one("main").all("a", class_="try")]

    flips = (*document.flips.items, *document.flips.gates)
    assert links == [url(assessment, f"?s={flip.scenario}", language) for flip in flips]
    assert [pills(tried(assessment, f"?s={flip.scenario}", language))[-1] for flip in flips] == [
        flip.outcome for flip in flips
    ]


def test_form_leads_to_the_short_address_of_its_scenario() -> None:
    assessment = completed()
    client = browser(assessment)
    sent = form_fields(tried(assessment)) | {"r1": "3"}

    response = client.get(url(assessment), sent)

    assert (response.status_code, response.headers["Location"]) == (302, url(assessment, f"?s={R1_HIGHEST}#news"))
    page = seen(client.get(url(assessment, f"?s={R1_HIGHEST}")))
    assert form_fields(page) == sent
    assert page.one(id="link").attrs["value"] == f"http://testserver{url(assessment, f'?s={R1_HIGHEST}')}"
    unchanged = client.get(url(assessment), form_fields(tried(assessment)))
    assert unchanged.headers["Location"] == url(assessment, "#news")


@pytest.mark.parametrize("language", ["en", "pl"])
@pytest.mark.parametrize("code", ["@@", "zzzzzzzzzz", "00", "ą", "' OR 1=1", "<script>"])
def test_wrong_code_gives_a_sentence_and_the_answers_given(code: str, language: str) -> None:
    assessment = completed()

    response = browser(assessment).get(url(assessment, language=language), {"s": code})

    page = seen(response)
    assert (response.status_code, summary(page)[0][0]) == (200, "#page-form")
    assert summary(page)[0][1].startswith({"en": "This address holds no scenario", "pl": "Ten adres nie"}[language])
    assert title(page).startswith({"en": "Error: ", "pl": "Błąd: "}[language])
    assert form_fields(page) == form_fields(tried(assessment))


def test_impossible_choice_is_named_and_the_others_are_kept() -> None:
    assessment = completed()
    sent = form_fields(tried(assessment)) | {"r1": "3", "b": "5"}

    response = browser(assessment).get(url(assessment), sent)

    page = seen(response)
    assert response.status_code == 200
    assert summary(page) == [
        ("#id_b", "Funding: choose one of the options in the list. It stands as you answered it."),
    ]
    assert form_fields(page) == sent | {"b": "0"}


def test_scenario_uses_the_assessments_own_method() -> None:
    assessment = completed()
    published_method({"R1": 0})

    assert pills(tried(assessment, f"?s={R1_HIGHEST}")) == ["SalesOps", "SalesOps, then RevOps"]


def test_questions_that_are_not_asked_are_not_offered() -> None:
    published_method({"R4": 0})
    page = tried(completed())

    assert "r4" not in form_fields(page)
    assert len(form_fields(page)) == 16


def test_page_only_reads_and_takes_two_queries() -> None:
    assessment = completed()
    client = browser(assessment)
    client.get(url(assessment))  # the method version is parsed once in a process
    before = stored()

    with CaptureQueriesContext(
        connection,
    ) as queries:
        response = client.get(url(assessment, f"?s={R1_HIGHEST}"))

    statements = [query["sql"].split()[0].strip("(") for query in queries.captured_queries]
    assert (response.status_code, statements) == (200, ["SELECT"] * 2)
    assert stored() == before


@pytest.mark.parametrize("headline", HEADLINES)
def test_scenario_says_what_an_assessment_with_these_answers_would(headline: str) -> None:
    code = scenario_code(shipped_method(), choices(), choices(*HEADLINES[headline]))
    outcome = tried(completed(), f"?s={code}").one(id="outcome")

    document = document_from_json(result_of(completed(*HEADLINES[headline])).document("en"))

    assert outcome.one("p", class_="fh").words == document.headline
    assert outcome.all("span", class_="pill")[-1].words == document.pill
    bars = [bar.all("rect")[1].attrs["width"] for bar in outcome.all("svg", class_="need")]
    assert bars == [need.width for need in document.needs.rows]


def test_who_only_has_a_share_link_opens_neither_page() -> None:
    assessment = completed()
    guest = reader(share(assessment, shows_answers=True))
    shared = guest.get(shared_url(assessment))

    statuses = [guest.get(f"/en/a/{assessment.ref}/{page}/").status_code for page in ("what-if", "case-against")]

    assert (shared.status_code, statuses) == (200, [404, 404])
    assert seen(shared).one("main").all("a", class_="try") == []


def test_unfinished_assessment_has_no_scenarios() -> None:
    assessment = ready()

    response = browser(assessment).get(url(assessment))

    assert (response.status_code, response.headers["Location"]) == (302, f"/en/a/{assessment.ref}/check/")


@pytest.mark.parametrize("language", ["en", "pl"])
def test_sample_can_be_tried_without_a_query(client: Any, language: str) -> None:
    with CaptureQueriesContext(connection) as queries:
        page = seen(client.get(f"/{language}/example/what-if/?s={R1_HIGHEST}"))

    assert len(queries) == 0
    assert pills(page)[-1] == {"en": "SalesOps, then RevOps", "pl": "SalesOps, potem RevOps"}[language]
    assert page.one("a", class_="back").attrs["href"] == f"/{language}/example/"


def test_frozen_choices_are_the_answers_given() -> None:
    for headline in ("salesops", "insufficient", "both"):
        assert frozen_choices(result_of(completed(*HEADLINES[headline]))) == choices(*HEADLINES[headline])


class Hostile(TestCase):
    """Whatever stands in the query, the page answers with itself or with a scenario's address."""

    def setUp(self) -> None:
        published_method()
        self.assessment = completed()
        self.visitor = browser(self.assessment)

    @settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
    @given(
        st.dictionaries(
            st.one_of(st.sampled_from(["s", "s1", "r6", "b", "d", "x"]), st.text("sSrRbBkK019", max_size=3)),
            st.one_of(
                st.sampled_from(["dk", "5", "6", "-1", "", "00"]),
                st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12),
            ),
            max_size=6,
        )
    )
    def test_any_query_is_answered(self, query: dict[str, str]) -> None:
        response = self.visitor.get(url(self.assessment), query)

        assert response.status_code in {200, 302}
        if response.status_code == 302:
            code = response.headers["Location"].partition("?s=")[2].removesuffix("#news")
            assert scenario_choices(shipped_method(), choices(), code) is not None
