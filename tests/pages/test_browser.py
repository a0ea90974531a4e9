"""The pages in a real browser: accessible, and no wider than the screen."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from tests.pages.test_pages import PAGES

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("published")]

OPEN_ALL = "document.querySelectorAll('details').forEach(each => each.open = true)"
WIDTH = "document.documentElement.scrollWidth"


@pytest.mark.parametrize("language", ["en", "pl"])
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_axe_finds_nothing(live_server: LiveServer, browser: Browser, language: str, width: int, scheme: str) -> None:
    with browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme) as context:  # type: ignore[arg-type]
        tab = context.new_page()
        for page in PAGES:
            tab.goto(f"{live_server.url}/{language}/{page}")
            tab.evaluate(OPEN_ALL)
            found = Axe().run(tab).response["violations"]
            assert (page, [each["id"] for each in found]) == (page, [])


@pytest.mark.parametrize("width", [320, 640])
def test_pages_do_not_scroll_sideways(live_server: LiveServer, browser: Browser, width: int) -> None:
    with browser.new_context(viewport={"width": width, "height": 900}) as context:
        tab = context.new_page()
        for page in PAGES:
            tab.goto(f"{live_server.url}/pl/{page}")
            tab.evaluate(OPEN_ALL)
            assert (page, tab.evaluate(WIDTH)) == (page, width)
