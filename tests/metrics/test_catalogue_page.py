"""The catalogue page: three columns, search, filters, the overlap in numbers."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from metrics.catalogue import METRICS, Owner, metrics_of
from metrics.models import Metric
from metrics.services.loading import load_shipped_texts
from tests.look.html import Element, parse

pytestmark = pytest.mark.django_db

OWNERS = (Owner.SALESOPS, Owner.SHARED, Owner.REVOPS)


def page(client: Client, query: str = "", language: str = "en") -> Element:
    response = client.get(f"/{language}/metrics/{query}")
    assert response.status_code == 200
    return parse(response.content.decode())


def names(found: Element) -> list[list[str]]:
    """The names in each column."""
    return [[link.words for link in each.all("a")] for each in found.all("section", class_="kpis")]


@pytest.mark.parametrize("language", ["en", "pl"])
def test_three_columns_hold_five_four_and_seven(client: Client, language: str) -> None:
    found = page(client, language=language)

    assert names(found) == [[metric.name(language) for metric in metrics_of(owner)] for owner in OWNERS]
    assert [each.one("i").attrs["class"] for each in found.all("section", class_="kpis")] == ["mk s", "mk b", "mk r"]
    assert len(found.all("h1")) == 1


def test_overlap_is_drawn_with_its_words_and_its_table(client: Client) -> None:
    figure = page(client).one("figure", class_="venn")

    assert [each.words for each in figure.all("text", class_="big")] == ["5", "4", "7"]
    assert figure.one("svg").attrs["aria-labelledby"] == "venn-title venn-about"
    assert figure.one("desc").words.endswith("5 KPIs belong to SalesOps only, 7 to RevOps only, and 4 to both.")
    assert [each.words for each in figure.all("tr")] == [
        "FunctionKPIs",
        "SalesOps5",
        "Shared4",
        "RevOps7",
        "Together16",
    ]


def test_filters_count_and_keep_the_search(client: Client) -> None:
    found = page(client, "?q=lead&function=shared")
    filters = found.one("nav", class_="filters").all("a")

    assert [(a.words, a.attrs["href"]) for a in filters] == [
        ("All 3", "/en/metrics/?q=lead"),
        ("SalesOps 1", "/en/metrics/?q=lead&function=salesops"),
        ("Shared 2", "/en/metrics/?q=lead&function=shared"),
        ("RevOps 0", "/en/metrics/?q=lead&function=revops"),
    ]
    assert [a.words for a in filters if "aria-current" in a.attrs] == ["Shared 2"]
    assert names(found) == [["Cost per lead", "Qualified leads"]]
    assert found.one("input", name="q").attrs["value"] == "lead"
    assert found.one("input", name="function").attrs["value"] == "shared"
    assert found.one("p", role="status").words == "2 KPIs shown: “lead”"


@pytest.mark.parametrize("query", ["odejść", "ODEJŚĆ", "odejsc"])
def test_search_finds_polish_words_in_any_case(client: Client, query: str) -> None:
    assert names(page(client, f"?q={query}", "pl")) == [["Wskaźnik odejść klientów (churn)"]]


def test_search_reads_edited_names(client: Client) -> None:
    load_shipped_texts()
    Metric.objects.filter(slug="roi").update(name_pl="Żółta Gęś")

    assert names(page(client, "?q=zolta+GĘŚ", "pl")) == [["Żółta Gęś"]]


def test_nothing_found_is_said_with_a_way_on(client: Client) -> None:
    found = page(client, "?q=%3Cb%3Enps")

    assert found.one("p", class_="card").words == "No KPI matches “<b>nps”. See all 16"
    assert names(found) == []


def test_unknown_filter_is_no_filter_and_a_function_may_come_first(client: Client) -> None:
    assert len(names(page(client, "?function=nothing"))) == 3
    assert [len(column) for column in names(page(client, "?first=revops"))] == [7, 5, 4]


@pytest.mark.parametrize("loaded", [0, 1, 16])
def test_page_takes_one_query(client: Client, loaded: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    load_shipped_texts()
    Metric.objects.exclude(slug__in=[metric.slug for metric in METRICS[:loaded]]).delete()

    with django_assert_num_queries(1):
        page(client)


def test_downloads_lead_to_files_and_nothing_else(client: Client) -> None:
    take = page(client, language="pl").one("section", class_="take").all("a")

    assert [a.attrs["href"] for a in take] == ["/pl/metrics/catalogue.csv", "/pl/metrics/catalogue.json"]
    assert client.get("/pl/metrics/catalogue.exe").status_code == 404
