"""Reading never writes, and no form of another site writes."""

import pytest

from tests.trust.addresses import TABLE
from tests.trust.world import alike, requests, stored, world

pytestmark = pytest.mark.usefixtures("method")

READERS = ("owner", "right link", "nobody", "staff")


def test_reading_writes_nothing() -> None:
    all_there = world()
    before = stored()
    for method, _, _, url in requests(all_there, ("GET", "HEAD"), TABLE):
        for role in READERS:
            getattr(alike(all_there.browsers[role]), method.lower())(url)
        assert stored() == before, f"{method} {url}"


def test_form_without_a_token_changes_nothing() -> None:
    all_there = world()
    before = stored()
    successes = []
    for _, row, _, url in requests(all_there, ("POST",), TABLE):
        for role in READERS:
            browser = alike(all_there.browsers[role], enforce_csrf_checks=True)
            if browser.post(url, all_there.fields(row)).status_code != 403:
                successes.append(f"{role}: {url}")
    assert successes == []
    assert stored() == before


def test_form_of_another_site_changes_nothing_even_with_a_token() -> None:
    all_there = world()
    before = stored()
    successes = []
    for _, row, _, url in requests(all_there, ("POST",), TABLE):
        browser = alike(all_there.browsers["owner"], enforce_csrf_checks=True)
        browser.get("/en/start/")
        fields = all_there.fields(row) | {"csrfmiddlewaretoken": browser.cookies["csrftoken"].value}
        response = browser.post(url, fields, headers={"origin": "https://evil.example"})
        if response.status_code != 403:
            successes.append(url)
    assert successes == []
    assert stored() == before


def test_form_with_its_token_is_accepted_so_the_tests_above_would_notice() -> None:
    all_there = world()
    browser = alike(all_there.browsers["owner"], enforce_csrf_checks=True)
    browser.get("/en/start/")
    token = browser.cookies["csrftoken"].value
    url = f"/en/a/{all_there.refs['draft', 'single']}/name/"

    response = browser.post(url, {"name": "Another", "csrfmiddlewaretoken": token})

    assert response.status_code == 302
