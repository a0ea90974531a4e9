"""From the menu to a computed KPI without JavaScript, by keyboard; and from a result to the KPI it names."""

import pytest
from playwright.sync_api import Page

from tests.journeys.steps import ACORN, result, shown

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("language", "menu", "query"), [("en", "Metrics", "WIN rate"), ("pl", "Wskaźniki", "SKUTECZNOSC")]
)
def test_kpi_is_found_and_computed_by_keyboard(
    plain_page: Page, site: str, language: str, menu: str, query: str
) -> None:
    page = plain_page
    page.goto(f"{site}/{language}/")
    page.click(f"header nav.areas a:has-text('{menu}')")
    assert page.locator("section.kpis").count() == 3
    page.fill("#q", query)
    page.press("#q", "Enter")
    page.click("section.kpis a")
    assert page.url == f"{site}/{language}/metrics/close-rate/"

    page.fill("#id_won", "1.234")
    page.fill("#id_closed", "1 500")
    page.press("#id_closed", "Enter")
    assert page.locator("#error-summary a").get_attribute("href") == "#id_won-means_0"
    assert page.input_value("#id_closed") == "1 500"
    page.focus("#id_won-means_0")
    page.press("#id_won-means_0", "Space")
    page.press("#id_closed", "Enter")

    percent = {"en": "82.3%", "pl": "82,3%"}[language]
    assert percent in shown(page.inner_text(".outcome"))
    page.goto(page.input_value("#address"))
    assert percent in shown(page.inner_text(".outcome"))
    other = {"en": "pl", "pl": "en"}[language]
    page.click(f"nav.lang a[lang={other}]")
    assert {"en": "82.3%", "pl": "82,3%"}[other] in shown(page.inner_text(".outcome"))


@pytest.mark.parametrize("language", ["en", "pl"])
def test_result_leads_to_the_kpis_it_names(plain_page: Page, site: str, language: str) -> None:
    result(plain_page, site, language, ACORN)
    names = plain_page.locator("#kpi .five a")
    first = shown(names.first.inner_text())

    assert names.count() == 5
    names.first.click()
    assert shown(plain_page.inner_text("h1")) == first
