"""Nothing of an assessment reaches a browser that may not open it, not even that it exists."""

import re

import pytest
from django.http import HttpResponse
from django.test import Client

from assessments.services.links import new_reference
from tests.factories import link_in
from tests.trust.addresses import TABLE
from tests.trust.world import CANARY, WITHOUT_ACCESS, World, everything_in, holder, requests, tried, world

pytestmark = pytest.mark.usefixtures("method")

METHODS = ("GET", "POST")
PRIVATE = tuple(row for row in TABLE if row.is_private)
# What differs between any two answers: the form token (masked anew each time) and the request's id.
EVER_NEW = re.compile(
    r'(?<=name="csrfmiddlewaretoken" value=")\w+|(?<=csrftoken=)\w+|(?<=X-Request-ID: )\w+|expires=[^;]+'
)


def comparable(response: HttpResponse, ref: str) -> tuple[int, str]:
    return response.status_code, EVER_NEW.sub("*", everything_in(response)).replace(ref, "REFERENCE")


def test_canary_never_reaches_a_browser_without_access() -> None:
    all_there = world()
    seen_by = [
        f"{role}: {method} {url}"
        for method, row, _, url in requests(all_there, METHODS, TABLE)
        for role in WITHOUT_ACCESS
        if CANARY in everything_in(tried(all_there.browsers[role], method, url, row.fields))
    ]
    assert seen_by == []


def test_canary_of_another_assessment_never_reaches_the_holder_of_a_link() -> None:
    all_there = world()
    owner = all_there.browsers["owner"]
    own = owner.post("/en/start/", {"for_whom": "own"}).headers["Location"].split("/")[3]
    browser = holder([link_in(owner, own)], Client())

    assert browser.get(f"/en/a/{own}/check/").status_code == 200
    seen_in = [
        f"{method} {url}"
        for method, row, _, url in requests(all_there, METHODS, TABLE)
        if CANARY in everything_in(tried(browser, method, url, row.fields))
    ]
    assert seen_in == []


@pytest.mark.parametrize("state", ["draft", "completed"])
def test_owner_sees_the_canary_so_the_tests_above_would_notice_it(state: str) -> None:
    all_there = world()
    owner, ref = all_there.browsers["owner"], all_there.refs[state, "single"]
    shown = {
        "draft": [f"/en/a/{ref}/check/", f"/en/a/{ref}/company/", f"/en/a/{ref}/name/", "/en/mine/"],
        "completed": [f"/en/a/{ref}/result/", f"/en/a/{ref}/name/", "/en/mine/"],
    }[state]

    assert [url for url in shown if CANARY not in owner.get(url).content.decode()] == []


def absent(all_there: World) -> World:
    """The same addresses with references that do not exist."""
    return World({key: new_reference() for key in all_there.refs}, all_there.secrets, all_there.browsers)


def test_foreign_and_absent_assessments_answer_alike() -> None:
    all_there = world()
    nowhere = absent(all_there)
    compared, different = 0, []
    for method, row, state, url in requests(all_there, METHODS, PRIVATE):
        key, language = (state, row.layout), url.split("/")[1]
        for role in ("nobody", "another's cookie", "revoked link", "other founder"):
            browser = all_there.browsers[role]
            foreign = tried(browser, method, url, row.fields)
            none = tried(browser, method, nowhere.url(row, state, language), row.fields)
            compared += 1
            if comparable(foreign, all_there.refs[key]) != comparable(none, nowhere.refs[key]):
                different.append(f"{role}: {method} {url}")
            assert foreign.status_code == 404
    assert different == []
    assert compared == 2 * 2 * 4 * len(PRIVATE)
