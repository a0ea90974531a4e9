"""A live server with the shipped method, and a browser that reports what the content policy refuses."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

REPORT_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", e => {
  console.error("CSP: " + e.violatedDirective + " " + e.blockedURI);
});
"""


@pytest.fixture
def site(live_server, transactional_db, settings) -> str:
    """The address of a running server whose database has the shipped method and nothing else."""
    from assessments.questionnaire.prepared import forget_prepared  # after Django is set up
    from assessments.services.methods import method_content
    from assessments.services.publishing import publish_shipped_method_once

    settings.ALLOWED_HOSTS = ["*"]
    forget_prepared()
    method_content.cache_clear()
    publish_shipped_method_once()
    return str(live_server.url)


@pytest.fixture
def complaints() -> list[str]:
    """What the browser's console said; a test ends with none."""
    return []


@pytest.fixture
def page(context: BrowserContext, complaints: list[str]) -> Iterator[Page]:
    page = watched(context.new_page(), complaints)
    yield page
    assert complaints == []


def watched(page: Page, complaints: list[str]) -> Page:
    """The page, with every console error noted, refusals of the content policy among them."""

    def note(message: ConsoleMessage) -> None:
        expected = "Failed to load resource"  # the browser's own line for a page that answers 4xx on purpose
        if message.type == "error" and expected not in message.text:
            complaints.append(message.text)

    page.add_init_script(REPORT_VIOLATIONS)
    page.on("console", note)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return page


@pytest.fixture
def plain_page(browser: Browser) -> Iterator[Page]:
    """A page in a browser without JavaScript."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()
