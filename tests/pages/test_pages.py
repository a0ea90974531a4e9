"""What holds for the landing page and every text page."""

from urllib.parse import urlsplit

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from assessments.models import MethodVersion
from tests.look.html import Element, parse

PAGES = ("", "method/", "help/", "privacy/", "accessibility/")
TEXT_PAGES = PAGES[1:]
LANGUAGES = ("en", "pl")
every_page = pytest.mark.parametrize("name", PAGES)
every_language = pytest.mark.parametrize("language", LANGUAGES)

pytestmark = pytest.mark.usefixtures("published")


def shown(client: Client, path: str) -> Element:
    response = client.get(path)
    assert response.status_code == 200
    return parse(response.content.decode())


@every_language
@every_page
def test_page_has_its_language_one_heading_and_a_summary(client: Client, language: str, name: str) -> None:
    html = shown(client, f"/{language}/{name}")

    assert html.one("html").attrs["lang"] == language
    assert html.one("h1").words != ""
    assert html.one("meta", name="description").attrs["content"] != ""


@every_page
def test_page_answers_head_and_refuses_post(client: Client, name: str) -> None:
    assert client.head(f"/en/{name}").status_code == 200
    assert client.post(f"/en/{name}").status_code == 405


@every_language
def test_titles_and_summaries_are_unique(client: Client, language: str) -> None:
    pages = [shown(client, f"/{language}/{name}") for name in PAGES]

    assert len({html.one("title").words for html in pages}) == len(PAGES)
    assert len({html.one("meta", name="description").attrs["content"] for html in pages}) == len(PAGES)


@every_language
@every_page
def test_every_link_leads_somewhere(client: Client, language: str, name: str) -> None:
    html = shown(client, f"/{language}/{name}")
    links = [urlsplit(link.attrs["href"]) for link in html.all("a")]
    anchors = {each.attrs["id"] for each in html.walk() if "id" in each.attrs}

    assert {(link.scheme, link.netloc) for link in links} == {("", "")}
    assert {link.fragment for link in links if not link.path} - anchors == set()
    paths = {link.path for link in links} - {""}
    assert {path: client.get(path).status_code for path in paths} == dict.fromkeys(paths, 200)


@pytest.mark.parametrize("name", TEXT_PAGES)
def test_contents_list_the_sections_in_order(client: Client, name: str) -> None:
    html = shown(client, f"/en/{name}")
    listed = [(a.attrs["href"], a.words) for a in html.one("div", class_="tocd").all("a")]

    assert listed == [(f"#{each.attrs['id']}", each.one("h2").words) for each in html.all("section", class_="blk")]
    assert len(listed) >= 5


@every_page
def test_tables_have_a_name_and_can_be_scrolled_by_keyboard(client: Client, name: str) -> None:
    html = shown(client, f"/en/{name}")
    regions = html.all("div", class_="table-x")

    assert len(html.all("table")) == len(regions)
    assert [region.attrs["tabindex"] for region in regions] == ["0"] * len(regions)
    assert [region.attrs["aria-label"] for region in regions] == [each.one("caption").words for each in regions]


@every_page
def test_texts_do_not_shout(client: Client, name: str) -> None:
    assert "!" not in shown(client, f"/en/{name}").one("main").text


@pytest.mark.parametrize("name", ["", "help/", "privacy/", "accessibility/"])
def test_page_makes_no_query(client: Client, name: str, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(0):
        client.get(f"/en/{name}")


def test_method_page_makes_one_query_and_one_more_the_first_time(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(2):
        client.get("/en/method/")
    with django_assert_num_queries(1):
        client.get("/pl/method/")


def test_method_page_without_a_published_method_says_that_the_site_is_not_ready(
    client: Client, published: MethodVersion
) -> None:
    published.delete()
    response = client.get("/en/method/")
    assert response.status_code == 503
    assert response.headers["Retry-After"] == "30"
