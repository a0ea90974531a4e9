"""What the privacy page says about cookies equals what the product sets."""

from typing import Any

import pytest
from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.test import Client

from assessments.models import MethodVersion
from assessments.pages.presenters.texts import cookies
from tests.look.html import parse


def test_cookies_are_listed_by_the_names_of_this_server(client: Client) -> None:
    page = parse(client.get("/en/privacy/").content.decode())
    rows = [[cell.words for cell in row.all("th", "td")] for row in page.one("table").all("tr")[1:]]

    assert [row[0] for row in rows] == [
        "a-…", "s-…", "n-…", "c-…", "csrftoken", "language", "sessionid", CookieStorage.cookie_name,
    ]  # fmt: skip
    assert [row[2] for row in rows] == [
        "400 days",
        "400 days",
        "10 minutes",
        "400 days",
        "364 days",
        "365 days",
        "Until you close the browser",
        "Until that page is shown",
    ]


def test_starting_sets_no_cookie_that_is_not_listed(client: Client, published: MethodVersion) -> None:
    client.get("/en/start/")
    address = client.post("/en/start/", {"for_whom": "own"}).headers["Location"]
    client.post(address.replace("/company/", "/save/"))
    listed = tuple(cookie.name.removesuffix("…") for cookie in cookies())

    assert len(client.cookies) >= 4
    assert [name for name in client.cookies if not name.startswith(listed)] == []


@pytest.mark.parametrize(
    ("language", "months", "said"),
    [("en", 12, "nobody has opened it for 12 months."), ("en", 1, "nobody has opened it for 1 month.")],
)
def test_page_says_how_long_an_unopened_assessment_is_kept(
    client: Client, settings: Any, language: str, months: int, said: str
) -> None:
    settings.RETENTION_MONTHS = months

    section = parse(client.get(f"/{language}/privacy/").content.decode()).one("section", id="deleting")

    assert said in section.words


def test_page_names_the_limit_of_failed_links(client: Client) -> None:
    logs = parse(client.get("/en/privacy/").content.decode()).one("section", id="logs")

    assert f"after {settings.FAILED_LINKS_PER_MINUTE} such tries within a minute" in logs.words
