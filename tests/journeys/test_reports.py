"""From a result to a file on one's disk."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from assessments.reports.values import Format
from tests.journeys.steps import ACORN, press, result
from tests.reports.made import picture
from tests.reports.readers import squeezed, text_of

pytestmark = pytest.mark.browser

HEADLINES = {
    "en": "Build SalesOps first. Look at RevOps again in 6 months.",
    "pl": "Wdróż najpierw SalesOps. Do RevOps wróć za 6 miesięcy.",
}
DOWNLOAD = {"en": "Download the report", "pl": "Pobierz raport"}


def downloaded(page: Page) -> tuple[str, bytes]:
    """Name and content of the file that the page's button gives."""
    with page.expect_download() as found:
        press(page)
    return found.value.suggested_filename, Path(found.value.path()).read_bytes()


@pytest.mark.parametrize("language", ["en", "pl"])
def test_report_is_downloaded_without_javascript(plain_page: Page, site: str, language: str) -> None:
    page = plain_page
    result(page, site, language, ACORN)
    page.click(f"main .answer a:has-text('{DOWNLOAD[language]}')")
    name, content = downloaded(page)

    assert name.startswith("żółć-syn_salesops-revops_20")
    assert name.endswith(".pdf")
    assert squeezed(HEADLINES[language]) in text_of(Format.PDF, content)


def test_consultant_signs_a_report_in_the_other_language(page: Page, site: str) -> None:
    ref = result(page, site, "en", ACORN, client=True)
    page.click("#export a:has-text('Word')")
    assert page.is_checked("#id_format_1")
    page.check("#id_language_1")
    page.fill("#id_prepared_by", "Doradcy & Spółka")
    page.set_input_files("#id_logo", {"name": "logo.png", "mimeType": "image/png", "buffer": picture()})
    name, content = downloaded(page)

    assert name.endswith(".docx")
    text = text_of(Format.WORD, content)
    assert squeezed(HEADLINES["pl"]) in text
    assert squeezed("Doradcy & Spółka") in text
    page.goto(f"{site}/pl/a/{ref}/report/")
    assert page.input_value("#id_prepared_by") == "Doradcy & Spółka"
    assert page.locator("#id_without_logo").count() == 1


def test_reader_of_a_shared_result_downloads_it(page: Page, site: str, browser) -> None:
    ref = result(page, site, "pl", ACORN)
    page.goto(f"{site}/pl/a/{ref}/share/")
    page.check("#id_allows_downloads_1")
    press(page)
    reader = browser.new_context().new_page()
    reader.goto(page.input_value("#link"))
    reader.click("main .answer a")
    reader.check("#id_format_5")
    name, content = downloaded(reader)

    assert name.endswith(".md")
    assert squeezed(HEADLINES["pl"]) in text_of(Format.MARKDOWN, content)
    reader.context.close()
