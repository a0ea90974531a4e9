"""The landing page, and the way back for a browser that began before."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone, translation
from pytest_django import DjangoAssertNumQueries

from assessments.content.loader import shipped_method
from assessments.pages.presenters.landing import day_text
from assessments.questionnaire.steps import MINUTES_IN_ALL, plan
from assessments.services.links import make_resume_link
from metrics.catalogue import METRICS, Owner, metrics_of
from tests.look.html import Element, parse
from tests.pages.browsers import begun, revoke

pytestmark = pytest.mark.usefixtures("published")


def landing(client: Client, language: str = "en") -> Element:
    return parse(client.get(f"/{language}/").content.decode()).one("main")


def test_landing_says_what_one_gets_and_how_long_it_takes(client: Client) -> None:
    page = landing(client)

    assert page.one("h1").words == "Find out whether your company needs SalesOps, RevOps or both"
    assert (
        page.one("p", class_="lead").words
        == "19 short steps, about 8 minutes. You get a recommendation with reasons, KPIs and a 90-day plan."
    )
    assert (len(plan(shipped_method(), "single").steps), MINUTES_IN_ALL) == (19, 8)


def test_start_is_the_first_control_after_the_navigation(client: Client) -> None:
    first = landing(client).all("a", "button", "input")[0]

    assert (first.words, first.attrs["href"]) == ("Start", "/en/start/")


@pytest.mark.parametrize("language", ["en", "pl"])
def test_every_kpi_stands_with_its_owner(client: Client, language: str) -> None:
    lists = landing(client, language).all("dl")
    shown = [[each.words for each in metrics.all("dd")] for metrics in lists]

    owners = (Owner.SALESOPS, Owner.SHARED, Owner.REVOPS)
    assert shown == [[metric.name(language) for metric in metrics_of(owner)] for owner in owners]
    assert sum(map(len, shown)) == len(METRICS) == 16


def test_columns_have_their_shapes(client: Client) -> None:
    cards = landing(client).one("div", class_="g3").all("h3")

    assert [card.words for card in cards] == ["SalesOps", "Where they overlap", "RevOps"]
    assert [card.one("i").attrs["class"] for card in cards] == ["mk s", "mk b", "mk r"]


def test_new_browser_sees_no_way_back(client: Client) -> None:
    page = landing(client)

    assert page.all("div", class_="notice") == []
    assert page.all("a", href="/en/mine/") == []


def test_returning_browser_is_led_to_its_newest_unfinished_assessment(client: Client) -> None:
    now = timezone.now()
    begun(client, started_at=now - timedelta(days=9))
    newest = begun(client, started_at=now - timedelta(days=2))
    begun(client, started_at=now - timedelta(days=1), completed_at=now)

    page = landing(client)

    notice = page.one("div", class_="notice")
    day = day_text(newest.started_at, timezone.localdate())
    assert notice.words == f"You have an unfinished assessment from {day}. Continue this assessment · Start a new one"
    assert [a.attrs["href"] for a in notice.all("a")] == [f"/en/a/{newest.ref}/", "/en/start/"]
    assert page.one("a", href="/en/mine/").words == "Your assessments in this browser"


def test_browser_with_completed_assessments_only_gets_the_list(client: Client) -> None:
    begun(client, completed_at=timezone.now())

    page = landing(client)

    assert page.all("div", class_="notice") == []
    assert page.one("a", href="/en/mine/").words == "Your assessments in this browser"


def test_revoked_access_is_not_offered(client: Client) -> None:
    revoke(begun(client))

    assert landing(client).all("div", class_="notice") == []


def test_access_by_a_revoked_link_is_not_offered_while_another_link_works(client: Client) -> None:
    assessment = begun(client)
    revoke(assessment)
    make_resume_link(assessment)

    assert landing(client).all("div", class_="notice") == []


def test_forged_cookie_is_not_offered(client: Client) -> None:
    assessment = begun(client)
    client.cookies[f"a-{assessment.ref}"] = f"{assessment.links.get().pk}:forged"

    assert landing(client).all("div", class_="notice") == []


@pytest.mark.parametrize("count", [1, 3])
def test_returning_browser_costs_one_query(
    client: Client, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(count):
        begun(client)

    with django_assert_num_queries(1):
        client.get("/en/")


@pytest.mark.parametrize(
    ("language", "this_year", "last_year"),
    [("en", "21 November", "21 November 2025"), ("pl", "21 listopada", "21 listopada 2025")],
)
def test_day_has_a_year_only_where_it_is_another_one(language: str, this_year: str, last_year: str) -> None:
    today = date(2026, 11, 25)

    with translation.override(language):
        assert day_text(datetime(2026, 11, 21, 9, tzinfo=UTC), today) == this_year
        assert day_text(datetime(2025, 11, 21, 9, tzinfo=UTC), today) == last_year


def test_day_is_that_of_the_servers_time_zone() -> None:
    assert day_text(datetime(2026, 11, 21, 23, 30, tzinfo=UTC), date(2026, 11, 25)) == "22 November"


def test_unfinished_assessment_opens_from_the_notice(client: Client) -> None:
    assessment = begun(client)

    response = client.get(f"/en/a/{assessment.ref}/")

    assert response.headers["Location"] == f"/en/a/{assessment.ref}/company/"
