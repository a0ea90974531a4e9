"""The sample result: the worked example of ux.md 6.9, shown like any result, changed and stored by nobody."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from assessments.models import Assessment, Result
from assessments.result.example.views import example_html
from assessments.services.example import sample_document
from tests.document.cases import HEADLINES, document
from tests.look.html import Element, shown
from tests.questionnaire.browsers import seen, title

LANGUAGES = ("en", "pl")
HEADLINES_SHOWN = {
    "en": "Build SalesOps first. Look at RevOps again in 6 months.",
    "pl": "Wdróż najpierw SalesOps. Do RevOps wróć za 6 miesięcy.",
}


def page(client: Client, language: str = "en") -> Element:
    return seen(client.get(f"/{language}/example/"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_sample_is_the_worked_example(client: Client, language: str) -> None:
    sample = page(client, language)

    assert sample.one("h1").words == HEADLINES_SHOWN[language]
    needs = [each.words for each in sample.one("section", class_="answer").all("div", class_="acc")]
    assert needs == ["SalesOps75", f"RevOps{'37.5' if language == 'en' else '37,5'} (29–46)"]
    assert sample.one("html").attrs["lang"] == language
    made = document(language=language)
    assert (sample_document(language).flips, sample_document(language).stability) == (made.flips, made.stability)


def test_sample_says_that_it_is_one(client: Client) -> None:
    sample = page(client)

    assert title(sample) == "Sample result – RevOps Advisor"
    crumb = sample.all("p", class_="crumb")
    assert crumb[0].words == "Company: Acorn Metrics Sample data"
    assert crumb[0].one("span", class_="tag").words == "Sample data"
    assert crumb[1].one("a").attrs["href"] == "/en/start/"


def test_sample_offers_no_change(client: Client) -> None:
    main = page(client).one("main")

    addresses = [a.attrs["href"].partition("?")[0] for a in main.all("a") if not a.attrs["href"].startswith("#")]
    assert list(dict.fromkeys(addresses)) == [
        "/en/start/",
        "/en/example/what-if/",
        "/en/example/case-against/",
        "/en/method/",
    ]
    assert (main.all("form"), main.all("button")) == ([], [])


def test_sample_names_no_version_date_or_receipt_it_does_not_have(client: Client) -> None:
    words = page(client).one("section", id="method").words

    assert "The one this product ships with" in words
    assert ("published on" in words, "Receipt" in words) == (False, False)


@pytest.mark.parametrize("code", HEADLINES)
def test_every_result_can_be_shown_read_only(code: str) -> None:
    main = shown(
        '{% include "result/advice.html" %}', document=document(*HEADLINES[code]), read_only=True, path="/en/x/"
    )

    assert {a.attrs["href"] for a in main.all("a") if not a.attrs["href"].startswith("#")} == {"/en/method/"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_sample_takes_no_query_and_stores_nothing(
    client: Client, language: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    example_html.cache_clear()
    sample_document.cache_clear()
    for _ in range(2):
        with django_assert_num_queries(0):
            assert client.get(f"/{language}/example/").status_code == 200

    assert example_html.cache_info().misses == 1
    assert (Assessment.objects.count(), Result.objects.count()) == (0, 0)


@pytest.mark.parametrize("verb", ["post", "put", "patch", "delete"])
def test_sample_is_only_read(client: Client, verb: str) -> None:
    assert getattr(client, verb)("/en/example/").status_code == 405


def test_landing_leads_to_the_sample(client: Client) -> None:
    links = [a for a in seen(client.get("/en/")).one("main").all("a") if a.attrs["href"] == "/en/example/"]

    assert [link.words for link in links] == ["See a sample result"]
