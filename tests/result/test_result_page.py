"""The result page: the frozen document, shown in either language."""

import pytest
from django.core.cache import caches
from django.test import Client

from assessments.document.stored import document_from_json
from assessments.document.values import AdviceDocument
from assessments.models import Assessment, Result
from assessments.services.completing import complete
from assessments.services.publishing import publish
from tests.document.cases import HEADLINES, content
from tests.look.html import Element
from tests.questionnaire.browsers import (
    answer,
    browser,
    completed,
    describe,
    ready,
    result_of,
    seen,
    started,
    title,
)

SECTIONS = ["why", "map", "drivers", "change", "stable", "plan", "kpi", "who", "risk", "answers", "method"]


def url(assessment: Assessment, language: str = "en") -> str:
    return f"/{language}/a/{assessment.ref}/result/"


def shown(assessment: Assessment, language: str = "en") -> Element:
    return seen(browser(assessment).get(url(assessment, language)))


def frozen(assessment: Assessment, language: str = "en") -> AdviceDocument:
    return document_from_json(result_of(assessment).document(language))


def spaced(text: str) -> str:
    """The text as `words` gives it: no-break spaces as spaces."""
    return " ".join(text.split())


@pytest.mark.parametrize("code", HEADLINES)
@pytest.mark.parametrize("language", ["en", "pl"])
def test_page_shows_the_frozen_answer(code: str, language: str) -> None:
    assessment = completed(*HEADLINES[code])
    document = frozen(assessment, language)

    page = shown(assessment, language)

    assert page.one("h1").words == spaced(document.headline)
    assert page.one("p", class_="lead").words == spaced(" ".join(document.lead))
    facts = page.one("dl", class_="facts")
    assert [(row.one("dd").words, row.one("dt").words) for row in facts.all("div")] == [
        (fact.value, spaced(fact.label)) for fact in document.facts
    ]
    assert document.pill in page.one("p", class_="eyebrow").words
    assert page.one("html").attrs["lang"] == language


def test_page_shows_both_needs_as_text_and_as_bars() -> None:
    page = shown(completed())

    needs = [each.words for each in page.one("section", class_="answer").all("div", class_="acc")]
    assert needs == ["SalesOps75", "RevOps37.5 (29–46)"]
    bars = page.one("section", class_="answer").all("svg", class_="need")
    assert [bar.all("rect")[1].attrs["width"] for bar in bars] == ["75.00%", "37.50%"]
    assert {bar.attrs["aria-hidden"] for bar in bars} == {"true"}
    assert "The need for RevOps is 37.5 of 100, below the line at 50." in page.one("main").words


def test_page_quotes_the_answers_in_three_reasons() -> None:
    assessment = completed()
    document = frozen(assessment)

    cards = shown(assessment).one("section", id="why").all("div", class_="reason")

    assert [card.one("h3").words for card in cards] == [reason.headline for reason in document.reasons]
    assert [[line.words for line in card.all("li")] for card in cards] == [
        [f"{line.answer} {line.described} ({line.code})" for line in reason.evidence] for reason in document.reasons
    ]


def test_page_shows_what_would_change_the_answer() -> None:
    section = shown(completed()).one("section", id="change")

    item = section.one("ul", class_="flip").all("li")[2]
    assert item.one("strong").words == "At least two months, but less than six"
    assert item.one("span", class_="from").words == "you answered: Two years or more, or the supply renews itself (R4)"
    assert item.one("p", class_="muted").words == "3 steps"
    assert item.one("span", class_="to").words == "The answer would be: SalesOps, then RevOps"
    assert "RevOps may lie anywhere from 29 to 46." in section.words
    assert "Answer this next: Visibility of causes" in section.words


def test_page_shows_gates_that_would_change_the_answer() -> None:
    section = shown(completed(*HEADLINES["both_salesops_first"])).one("section", id="change")

    item = section.all("ul", class_="flip")[1].one("li")
    assert [each.words for each in item.all("p", "span")][:3] == [
        "If two separate teams could be funded",
        "The needs stay as they are, but both could start at once.",
        "The answer would be: Both",
    ]


def test_page_shows_how_stable_the_answer_is() -> None:
    section = shown(completed()).one("section", id="stable")

    assert section.one("figure").one("h3").words == "94% of possible weightings give the same answer"
    assert [item.words for item in section.one("ul", class_="shares").all("li")] == [
        "SalesOps 94%",
        "SalesOps, then RevOps 6%",
    ]
    bars = [(bar.attrs["x"], bar.attrs["width"]) for bar in section.one("svg").all("rect")]
    assert bars == [("0.00%", "93.73%"), ("93.73%", "6.27%")]


def test_page_lists_every_answer_with_weight_and_points() -> None:
    assessment = completed()

    rows = shown(assessment).one("section", id="answers").one("tbody").all("tr")

    assert [[cell.words for cell in row.all("th", "td")] for row in rows] == [
        [f"{row.code} {row.label}", spaced(row.answer), row.weight, row.points] for row in frozen(assessment).answers
    ]


def test_page_names_the_method_and_the_receipt() -> None:
    assessment = completed()
    stored = result_of(assessment)

    section = shown(assessment).one("section", id="method")

    assert section.one("code").words == stored.receipt
    assert f"{stored.method.number}, published on " in section.words
    assert stored.engine_version in section.words


def test_page_has_its_sections_in_order() -> None:
    page = shown(completed())

    assert [section.attrs["id"] for section in page.all("section", class_="blk")] == SECTIONS
    lists = page.one("nav", class_="toc").all("ol")
    assert [[link.attrs["href"] for link in each.all("a")] for each in lists] == [[f"#{name}" for name in SECTIONS]] * 2
    assert len(page.all("h1")) == 1


def test_insufficient_answers_show_what_is_missing() -> None:
    assessment = completed(*HEADLINES["insufficient"])

    page = shown(assessment)

    assert [section.attrs["id"] for section in page.all("section", class_="blk")] == [
        "missing",
        "drivers",
        "answers",
        "method",
    ]
    missing = page.one("section", id="missing")
    assert len(missing.all("li")) == 3
    assert missing.one("a", class_="btn").attrs["href"] == f"/en/a/{assessment.ref}/again/"
    assert page.all("ol", class_="seq") == []


def test_insufficient_answers_with_a_tension_show_it() -> None:
    page = shown(completed("4 dk 4 dk dk 4 4 / 1 2 3 1 2 3"))

    assert page.one("section", id="stable").one("h2").words == "Worth a second look"


def test_provisional_answer_is_tagged() -> None:
    page = shown(completed("0 3 dk 4 4 dk 1 / 3 4 2 3 3 3", "3 1 0 0"))

    assert [tag.words for tag in page.one("p", class_="eyebrow").all("span", class_="tag")] == ["Provisional"]


def test_notes_names_and_profile_are_shown_as_typed() -> None:
    assessment = started()
    describe(assessment, industry="other", industry_other="Drones & <kites>")
    answer(assessment, notes={"S5": "<b>CRM</b> is slow", "B": "until <June>"})
    complete(assessment)
    assessment.client.name = "Acorn <&>"
    assessment.client.save()
    assessment.refresh_from_db()

    page = shown(assessment)

    assert "<b>CRM</b> is slow" in page.one("section", id="answers").words
    assert "until <June>" in page.one("section", id="method").words
    assert "Drones & <kites>" in page.one("section", id="method").words
    assert "Company: Acorn <&>" in page.one("p", class_="crumb").words
    assert title(page) == "Result: Acorn <&> – RevOps Advisor"


def test_result_without_a_name_has_a_plain_title() -> None:
    page = shown(completed())

    assert title(page) == "Result – RevOps Advisor"
    assert "Company:" not in page.one("p", class_="crumb").words


def test_page_is_made_from_the_frozen_document_alone() -> None:
    """Neither answers nor another method change what a result says."""
    assessment = completed()
    client = browser(assessment)
    before = client.get(url(assessment)).content
    caches["pages"].clear()
    assessment.answers.all().delete()
    publish(content({"S1": 9}), note="later")

    assert client.get(url(assessment)).content == before


def test_change_answers_leads_to_a_new_version() -> None:
    assessment = completed()

    links = [link.attrs["href"] for link in shown(assessment).one("section", class_="answer").all("a")]

    assert links == [f"/en/a/{assessment.ref}/{page}/" for page in ("report", "share", "again", "what-if")]


def test_draft_leads_to_the_check_page() -> None:
    assessment = ready()

    assert browser(assessment).get(url(assessment)).headers["Location"] == f"/en/a/{assessment.ref}/check/"


def test_result_of_someone_else_is_missing(client: Client) -> None:
    assessment = completed()
    browser(assessment).get(url(assessment))

    assert [each.get(url(assessment)).status_code for each in (client, browser(completed()))] == [404, 404]


def test_unknown_result_is_missing(client: Client) -> None:
    assert client.get("/en/a/nothing/result/").status_code == 404


@pytest.mark.parametrize("verb", ["post", "put", "patch", "delete"])
def test_result_is_only_read(verb: str) -> None:
    assessment = completed()

    assert getattr(browser(assessment), verb)(url(assessment)).status_code == 405
    assert Result.objects.count() == 1


def test_result_takes_two_queries_the_first_time_and_one_then(django_assert_num_queries: object) -> None:
    assessment = completed()
    client = browser(assessment)

    for count in (2, 1):
        with django_assert_num_queries(count):  # type: ignore[operator]  # a fixture of pytest-django
            client.get(url(assessment))


def test_result_is_neither_cached_nor_listed_by_others() -> None:
    assessment = completed()

    response = browser(assessment).get(url(assessment))

    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow"


def test_both_languages_show_the_same_numbers() -> None:
    assessment = completed()

    codes = [
        [
            row.one("th").words.split()[0]
            for row in shown(assessment, language).one("section", id="answers").one("tbody").all("tr")
        ]
        for language in ("en", "pl")
    ]
    bars = [
        [bar.attrs.get("width") for bar in shown(assessment, language).one("main").all("rect")]
        for language in ("en", "pl")
    ]

    assert codes[0] == codes[1]
    assert bars[0] == bars[1]
