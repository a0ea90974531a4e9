"""The browser's Back after a page that answered a form: it shows the page with what is stored, and sends nothing."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.steps import ACORN, CODES, answer, press, result, start

pytestmark = pytest.mark.browser


def back(page: Page) -> None:
    with page.expect_navigation() as gone:
        page.evaluate("history.back()")
    response = gone.value
    assert response is not None
    assert (response.status, response.request.method) == (200, "GET")


def failed(page: Page) -> None:
    """The form came back with an error."""
    press(page)
    expect(page).to_have_title(re.compile("^(Error|Błąd): "))


def test_back_after_an_error_shows_the_step_with_its_stored_answer(page: Page, site: str) -> None:
    start(page, site, "en")
    failed(page)
    step = page.url
    answer(page, CODES[0], ACORN[CODES[0]])

    back(page)

    assert page.url == step
    expect(page.locator(f"input[name=s1][value='{ACORN['S1']}']")).to_be_checked()


def test_back_after_two_errors_in_different_languages_leads_through_both(page: Page, site: str) -> None:
    start(page, site, "en")
    failed(page)
    page.click(".lang button[lang=pl]")
    answer(page, CODES[0], ACORN[CODES[0]])

    back(page)
    assert "/pl/" in page.url
    expect(page.locator(f"input[name=s1][value='{ACORN['S1']}']")).to_be_checked()
    back(page)
    assert "/en/" in page.url


def test_back_after_an_error_works_on_the_pages_before_the_questions(page: Page, site: str) -> None:
    page.goto(f"{site}/en/start/")
    failed(page)
    page.check("#id_for_whom_0")
    press(page)
    failed(page)
    page.check("#id_stage_2")
    press(page)
    failed(page)
    page.fill("#id_reps", "6")
    press(page)

    back(page)
    assert page.input_value("#id_reps") == "6"
    for _ in range(2):  # the team page before its error, the company page after its own
        back(page)
    expect(page.locator("#id_stage_2")).to_be_checked()
    for _ in range(2):
        back(page)
    assert page.url == f"{site}/en/start/"


def test_back_after_an_error_works_on_the_check_page_and_beside_the_result(page: Page, site: str) -> None:
    start(page, site, "en", client=True, single=True)
    page.goto(page.url.split("/q/")[0] + "/check/")
    press(page)
    page.locator(".sum a", has_text="Own audience").click()
    back(page)
    assert page.url.endswith("/check/")
    ref = result(page, site, "en", ACORN, client=True)
    for path, enter in (("override", "#id_outcome_0"), ("share", "#id_expires_0"), ("name", "#id_name")):
        page.goto(f"{site}/en/a/{ref}/{path}/")
        if path == "name":
            page.evaluate("document.querySelector('#id_name').removeAttribute('maxlength')")
            page.fill("#id_name", "x" * 121)
        if path == "share":
            page.evaluate("document.querySelector('#id_label').removeAttribute('maxlength')")
            page.fill("#id_label", "x" * 81)
        failed(page)
        page.goto(f"{site}/en/help/")
        back(page)
        assert page.url == f"{site}/en/a/{ref}/{path}/"
        expect(page.locator(enter)).to_be_visible()
