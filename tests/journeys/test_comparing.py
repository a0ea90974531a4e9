"""Change an answer in a new version and compare it with the one before, without JavaScript, on a phone too."""

import pytest
from playwright.sync_api import Page

from tests.journeys.steps import ACORN, answer, press, result, shown

pytestmark = pytest.mark.browser

NEWS = {
    "en": "The answer is the same: SalesOps.",
    "pl": "Wynik jest ten sam: SalesOps.",
}
EFFECT = {"en": "SalesOps +7.1", "pl": "SalesOps +7,1"}


@pytest.mark.parametrize("language", ["en", "pl"])
def test_new_version_is_compared_with_the_one_before(plain_page: Page, site: str, language: str) -> None:
    page = plain_page
    page.set_viewport_size({"width": 390, "height": 844})
    first = result(page, site, language, ACORN)
    page.click(f"main a[href='/{language}/a/{first}/again/']")
    press(page)
    page.click(f"main a[href*='/{language}/a/'][href*='/q/own-audience/']")
    answer(page, "S1", "4")
    press(page)
    second = page.url.split("/a/")[1].split("/")[0]
    page.click(f"main a[href='/{language}/a/{second}/history/']")
    assert page.locator("main ol.list > li").count() == 2

    page.click(f"main a[href='/{language}/compare/?a={first}&a={second}']")

    assert shown(page.inner_text("h1")) == NEWS[language]
    changed = page.locator("#changed .moves > li").first
    assert shown(changed.inner_text()).endswith(EFFECT[language])
    other = {"en": "pl", "pl": "en"}[language]
    page.click(f"nav.lang a[lang={other}]")
    assert page.url == f"{site}/{other}/compare/?a={first}&a={second}"
    assert shown(page.inner_text("h1")) == NEWS[other]


def test_two_results_are_chosen_from_the_list(plain_page: Page, site: str) -> None:
    page = plain_page
    refs = [result(page, site, "en", answers) for answers in (ACORN, dict(ACORN) | {"S1": "0"})]
    page.goto(f"{site}/en/mine/")
    page.click("main a[href='/en/compare/']")
    press(page)
    assert page.title().startswith("Error: ")
    for ref in refs:
        page.check(f"input[value='{ref}']")
    press(page)

    assert page.locator(".columns section").count() == 2
    assert shown(page.locator("#changed .moves > li").first.inner_text()).endswith("SalesOps −7.1")
