"""The page of the strongest case against an answer: frozen with the result, and honest where there is none."""

import json

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from assessments.document.stored import document_from_json, document_json, summary_from_json
from assessments.models import Assessment
from assessments.result.against.presenters import absence
from tests.document.cases import HEADLINES, document
from tests.look.html import Element
from tests.questionnaire.browsers import browser, completed, published_method, ready, result_of, seen, title

WITH_A_CASE = [headline for headline in HEADLINES if headline != "insufficient"]


def url(assessment: Assessment, language: str = "en") -> str:
    return f"/{language}/a/{assessment.ref}/case-against/"


def shown(assessment: Assessment, language: str = "en") -> Element:
    caches["pages"].clear()
    return seen(browser(assessment).get(url(assessment, language)))


def spaced(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("headline", WITH_A_CASE)
@pytest.mark.parametrize("language", ["en", "pl"])
def test_page_tells_the_whole_case(headline: str, language: str) -> None:
    assessment = completed(*HEADLINES[headline])
    case = document_from_json(result_of(assessment).document(language)).against
    assert case is not None

    main = shown(assessment, language).one("main")

    words = main.words
    told = [case.title, *case.intro, case.points_intro, case.ways_intro, *case.unknown, *case.cost, *case.verdict]
    assert [text for text in told if spaced(text) not in words] == []
    assert [li.one("b").words for li in main.all("li") if li.all("b")] == [spaced(p.statement) for p in case.points]
    assert [a.attrs["href"] for a in main.all("a", class_="try")] == [
        f"/{language}/a/{assessment.ref}/what-if/?s={way.scenario}" for way in case.ways
    ]
    assert len(main.all("h1")) == 1


def test_page_says_what_it_is() -> None:
    page = shown(completed())

    assert title(page) == "The strongest case against the answer – RevOps Advisor"
    assert [pill.words for pill in page.one("main").all("span", class_="pill")] == ["SalesOps", "SalesOps, then RevOps"]


def test_result_leads_to_it_unless_there_is_none() -> None:
    for headline, count in (("salesops", 1), ("insufficient", 0)):
        assessment = completed(*HEADLINES[headline])
        page = seen(browser(assessment).get(f"/en/a/{assessment.ref}/result/"))
        assert len(page.one("main").all("a", href=url(assessment))) == count


def test_only_a_clients_result_offers_another_recommendation() -> None:
    assessment = completed()
    override = f"/en/a/{assessment.ref}/override/"

    assert shown(assessment).one("main").all("a", href=override) == []
    Assessment.objects.filter(pk=assessment.pk).update(for_client=True)
    assert [a.words for a in shown(assessment).one("main").all("a", href=override)] == ["Recommend something else"]


@pytest.mark.parametrize("language", ["en", "pl"])
def test_no_recommendation_says_why_there_is_no_case(language: str) -> None:
    main = shown(completed(*HEADLINES["insufficient"]), language).one("main")

    start = {"en": "There is no recommendation yet", "pl": "Nie ma jeszcze rekomendacji"}[language]
    assert [p.words for p in main.all("p") if p.words.startswith(start)] != []
    assert main.all("h2") == []


def test_result_stored_before_there_were_cases_says_so() -> None:
    values = json.loads(document_json(document()))
    del values["against"]

    earlier = summary_from_json(json.dumps(values))

    assert absence(earlier).startswith("This result was stored before the product wrote down the case")
    assert absence(summary_from_json(document_json(document()))) == ""


def test_case_does_not_change_with_the_method() -> None:
    assessment = completed()
    before = shown(assessment).one("main").words

    published_method({"R2": 0, "S1": 10})

    assert shown(assessment).one("main").words == before


def test_page_is_rendered_once_with_one_query_more() -> None:
    assessment = completed()
    client = browser(assessment)
    caches["pages"].clear()
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url(assessment)).status_code == 200
        counts.append(len(queries))

    assert counts == [2, 1]


def test_name_that_changes_is_shown() -> None:
    assessment = completed()
    assert "Company:" not in shown(assessment).one("main").words
    assessment.client.name = "Acorn"
    assessment.client.save()

    assert "Company: Acorn" in seen(browser(assessment).get(url(assessment))).one("main").words


def test_unfinished_assessment_has_no_case() -> None:
    assessment = ready()

    response = browser(assessment).get(url(assessment))

    assert (response.status_code, response.headers["Location"]) == (302, f"/en/a/{assessment.ref}/check/")


@pytest.mark.parametrize("language", ["en", "pl"])
def test_sample_has_a_case_without_a_query(client: Client, language: str) -> None:
    with CaptureQueriesContext(connection) as queries:
        main = seen(client.get(f"/{language}/example/case-against/")).one("main")

    assert len(queries) == 0
    assert main.all("a", class_="try")[0].attrs["href"].startswith(f"/{language}/example/what-if/?s=")
