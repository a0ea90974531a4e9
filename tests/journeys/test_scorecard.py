"""From a Polish spreadsheet's export to a scorecard, without JavaScript and by keyboard."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.test_access import SEND
from tests.journeys.test_journey import tab_to

pytestmark = pytest.mark.browser

EXPORT = (
    "ID;Status;Etap;Kwota;Data utworzenia;Data zamknięcia;Właściciel\r\n"
    "1;Wygrana;Oferta;1 234,50;01.01.2026;11.02.2026;Łucja\r\n"
    "2;Przegrana;Oferta;2\u00a0000,00;02.01.2026;15.02.2026;Żaneta\r\n"
    "3;Wygrana;Oferta;700;05.03.2026;01.03.2026;Żaneta\r\n"
).encode("cp1250")
FILE = {"name": "szanse.csv", "mimeType": "text/csv", "buffer": EXPORT}


@pytest.mark.parametrize("language", ["en", "pl"])
def test_polish_export_becomes_a_scorecard_without_javascript(plain_page: Page, site: str, language: str) -> None:
    said = {
        "en": ("2 of 3 rows can be used", "The sales cycle is 41 days; 50.0% of closed deals are won"),
        "pl": ("Można użyć 2 z 3 wierszy", "Cykl sprzedaży trwa 41 dni; wygrane to 50,0% zamkniętych szans"),
    }[language]
    page = plain_page
    page.goto(f"{site}/{language}/scorecard/")
    page.set_input_files("#id_deals", FILE)
    page.click(SEND)
    expect(page.locator("table").first).to_contain_text("Łucja")
    page.click(SEND)
    expect(page.locator("h1")).to_have_text(said[0])
    with page.expect_download() as download:
        page.click("a[href$='deals.csv']")
    assert "3;Wygrana;Oferta;700;05.03.2026;01.03.2026;Żaneta" in download.value.path().read_text("utf-8-sig")
    page.click(SEND)
    expect(page.locator("h1")).to_have_text(said[1])
    page.click("a[href$='/delete/']")
    page.click("main button.danger")
    expect(page.locator("[role=status]")).to_be_visible()


def test_sample_is_reached_and_computed_by_keyboard(page: Page, site: str) -> None:
    page.goto(f"{site}/en/scorecard/")
    tab_to(page, "#sample-form button")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    tab_to(page, "#id_margin")
    page.keyboard.type("80%")
    with page.expect_navigation():
        page.keyboard.press("Enter")

    expect(page.locator("h1")).to_contain_text("of closed deals are won")
