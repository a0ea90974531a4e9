"""Trying other answers: live where scripts run, by a button where they do not."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.steps import ACORN, press, result, shown

pytestmark = pytest.mark.browser

BECOMES = {
    "en": "The answer becomes “SalesOps, then RevOps”; it was “SalesOps”. RevOps rises from 37.5 to 50.",
    "pl": "Wynik zmienia się na „SalesOps, potem RevOps”; dotychczasowy to „SalesOps”. RevOps: wzrost z 37,5 do 50.",
}
FAILED = "We could not update this. Your choices are still here. Try again."


def status(page: Page) -> str:
    return shown(page.inner_text("#status"))


@pytest.mark.parametrize("language", ["en", "pl"])
def test_promised_change_is_tried_without_javascript(plain_page: Page, site: str, language: str) -> None:
    page = plain_page
    ref = result(page, site, language, ACORN)
    promised = page.locator("#change .flip li").first.locator(".pill").inner_text()

    page.locator("#change a.try").first.click()

    assert page.url == f"{site}/{language}/a/{ref}/what-if/?s=i000"
    assert status(page) == BECOMES[language]
    assert page.locator("#outcome .pill").last.inner_text() in promised
    page.click("text=Reset" if language == "en" else "text=Przywróć odpowiedzi")
    page.select_option("#id_r1", "3")
    press(page)
    assert (page.url, status(page)) == (f"{site}/{language}/a/{ref}/what-if/?s=i000#news", BECOMES[language])
    assert page.input_value("#id_r1") == "3"
    page.goto(f"{site}/{language}/a/{ref}/result/")
    assert page.locator("#change .flip li").count() == 3, "the result stays as it was"


@pytest.mark.parametrize("language", ["en", "pl"])
def test_choice_shows_its_outcome_at_once(page: Page, site: str, language: str) -> None:
    address = f"{site}/{language}/example/what-if/"
    page.goto(address)
    page.focus("#id_r1")

    page.select_option("#id_r1", "3")

    expect(page.locator("#status")).to_contain_text(BECOMES[language].split(";")[0])
    assert status(page) == BECOMES[language]
    assert page.url == f"{address}?s=i000"
    assert page.evaluate("[sessionStorage.length, localStorage.length]") == [0, 0]
    assert page.evaluate("document.activeElement.id") == "id_r1"
    assert page.inner_text("#was-r1").split(":")[0] in {"changed from", "zmieniono z"}
    assert page.input_value("#link") == f"{address}?s=i000"
    expect(page.locator("[data-copy=link]")).to_be_visible()
    page.select_option("#id_r1", "0")
    expect(page.locator("#link")).to_have_count(0)
    assert page.url == address


def test_language_is_changed_without_losing_the_scenario(page: Page, site: str) -> None:
    page.goto(f"{site}/en/example/what-if/")
    page.select_option("#id_r1", "3")
    expect(page.locator("#link")).to_have_count(1)

    page.click("nav.lang a[lang=pl]")

    assert (page.url, status(page)) == (f"{site}/pl/example/what-if/?s=i000", BECOMES["pl"])


def test_two_quick_choices_both_count(page: Page, site: str) -> None:
    page.goto(f"{site}/en/example/what-if/")

    page.select_option("#id_r1", "3")
    page.select_option("#id_s1", "2")

    expect(page.locator("#status")).to_contain_text("SalesOps rises from 75 to 82.1. RevOps rises from 37.5 to 50.")


def test_lost_connection_is_said_and_the_choices_stay(browser: Browser, site: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{site}/en/example/what-if/")
    context.set_offline(True)

    page.select_option("#id_r1", "3")

    expect(page.locator("#failed")).to_have_text(FAILED)
    assert page.input_value("#id_r1") == "3"
    context.set_offline(False)
    page.select_option("#id_s1", "1")
    expect(page.locator("#status")).to_contain_text("RevOps rises from 37.5 to 50.")
    expect(page.locator("#failed")).to_be_hidden()
    context.close()
