"""A result shared from one browser to another, without JavaScript; revoked, it is closed at once."""

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys.steps import ACORN, press, result, shown

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", ["en", "pl"])
def test_shared_result_opens_elsewhere_read_only_until_revoked(
    plain_page: Page, browser: Browser, site: str, language: str
) -> None:
    ref = result(plain_page, site, language, ACORN)
    headline = shown(plain_page.inner_text("h1"))
    plain_page.click(f"main a[href='/{language}/a/{ref}/share/']")
    press(plain_page)
    link = plain_page.input_value("#link")
    private = browser.new_context()
    guest = private.new_page()

    guest.goto(link)

    assert guest.url == f"{site}/{language}/shared/{ref}/"
    assert shown(guest.inner_text("h1")) == headline
    assert guest.locator("main form, main a[href*='/a/']").count() == 0
    other = {"en": "pl", "pl": "en"}[language]
    guest.click(f"nav.lang a[lang={other}]")
    assert guest.url == f"{site}/{other}/shared/{ref}/"
    plain_page.goto(f"{site}/{language}/a/{ref}/share/")
    plain_page.click("main table button")
    response = guest.goto(f"{site}/{language}/shared/{ref}/")
    assert response is not None
    assert (response.status, guest.get_attribute("html", "lang")) == (410, language)
    private.close()
