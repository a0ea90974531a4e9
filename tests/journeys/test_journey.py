"""From the landing page to a recommendation, as people do it."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.steps import ACORN, CODES, answer, answer_all, press, result, shown, start

pytestmark = pytest.mark.browser

HEADLINES = {
    "en": "Build SalesOps first. Look at RevOps again in 6 months.",
    "pl": "Wdróż najpierw SalesOps. Do RevOps wróć za 6 miesięcy.",
}


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the control has the focus."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("s => !!document.activeElement && document.activeElement.matches(s)", selector):
            return
    raise AssertionError(f"Tab never reached {selector} on {page.url}")


def choose_by_keys(page: Page, name: str, position: int) -> None:
    """Enter the group with Tab, choose with Space and the arrows."""
    tab_to(page, f"input[name='{name}']")
    address = page.url
    page.keyboard.press("Space")
    for _ in range(position):
        page.keyboard.press("ArrowDown")
    assert page.url == address, "moving between options must not leave the page"
    assert page.evaluate(f"document.querySelectorAll(\"input[name='{name}']\")[{position}].checked")


def continue_by_keys(page: Page) -> None:
    tab_to(page, "main button.btn[type=submit]")
    with page.expect_navigation():
        page.keyboard.press("Enter")


def position_of(code: str) -> int:
    value = ACORN[code]
    return 5 if value == "dk" else int(value)


@pytest.mark.parametrize("language", ["en", "pl"])
def test_journey_by_keyboard_alone(page: Page, site: str, language: str) -> None:
    loads: list[str] = []
    page.on("load", lambda loaded: loads.append(loaded.url))
    page.goto(f"{site}/{language}/")
    tab_to(page, f"main a[href='/{language}/start/']")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    choose_by_keys(page, "for_whom", 0)
    continue_by_keys(page)
    choose_by_keys(page, "stage", 2)
    continue_by_keys(page)
    tab_to(page, "#id_reps")
    page.keyboard.type("6")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    for code in CODES:
        choose_by_keys(page, code.lower(), position_of(code))
        continue_by_keys(page)
    continue_by_keys(page)
    assert shown(page.locator("h1").inner_text()) == HEADLINES[language]
    assert len(loads) - 1 <= 22, "start, 19 steps, check and result after the landing page"


@pytest.mark.parametrize("language", ["en", "pl"])
def test_journey_without_javascript(plain_page: Page, site: str, language: str) -> None:
    page = plain_page
    start(page, site, language)
    press(page)
    assert page.title().startswith({"en": "Error: ", "pl": "Błąd: "}[language])
    assert page.locator("#error-summary a").get_attribute("href") == "#id_s1_0"
    at_the_field = page.locator("#id_s1_error").inner_text().split("\n")[-1]
    assert page.locator("#error-summary a").inner_text() == at_the_field
    page.locator("details.note summary").click()
    page.fill("#id_s1-note", "Zażółć gęślą jaźń\nin spring")
    answer_all(page, ACORN)
    assert "Zażółć gęślą jaźń" in page.locator("main").inner_text()
    press(page)
    assert shown(page.locator("h1").inner_text()) == HEADLINES[language]
    assert "in spring" in page.locator("#answers").inner_text()
    assert page.locator("#headline").bounding_box()["y"] < 800


def test_browser_back_keeps_answers(page: Page, site: str) -> None:
    start(page, site, "en")
    for code in CODES[:7]:
        answer(page, code, ACORN[code])
    page.evaluate("history.back()")
    page.wait_for_url("**/q/initiative/")
    expect(page.locator(f"input[name=s7][value='{ACORN['S7']}']")).to_be_checked()
    press(page)
    for code in CODES[7:]:
        answer(page, code, ACORN[code])
    press(page)
    assert shown(page.locator("h1").inner_text()) == HEADLINES["en"]


def test_resume_link_leads_to_the_first_open_step_on_another_device(page: Page, browser, site: str) -> None:
    start(page, site, "en")
    for code in CODES[:9]:
        answer(page, code, ACORN[code])
    address = page.url
    page.click("button.later")
    press(page)
    link = page.input_value("#link")
    other = browser.new_context().new_page()
    other.goto(link)
    assert other.url == address
    assert link.split("/")[-2] not in other.url
    answer_from = CODES[9:]
    for code in answer_from:
        answer(other, code, ACORN[code])
    press(other)
    assert shown(other.locator("h1").inner_text()) == HEADLINES["en"]
    other.context.close()


def test_change_on_the_check_page_comes_back_to_it(page: Page, site: str) -> None:
    start(page, site, "en")
    answer_all(page, ACORN)
    page.locator(".sum a", has_text="Own audience").click()
    answer(page, "S1", "4")
    assert page.url.split("#")[0].endswith("/check/")
    assert "None or almost none" in page.locator("main").inner_text()


def test_language_switch_keeps_page_answers_and_errors(page: Page, site: str) -> None:
    start(page, site, "en")
    for code in CODES[:4]:
        answer(page, code, ACORN[code])
    page.locator("details.note summary").click()
    page.fill("#id_s5-note", "kept")
    press(page)
    page.click(".lang button[lang=pl]")
    assert re.search(r"/pl/a/\w+/q/admin-load/", page.url)
    assert page.title().startswith("Błąd: ")
    assert page.input_value("#id_s5-note") == "kept"
    answer(page, "S5", ACORN["S5"])
    page.click(".lang a[lang=en]")
    assert page.url.endswith("/q/skills-gap/")
    page.click("a.back")
    expect(page.locator("#id_s5_3")).to_be_checked()


def test_result_reads_the_same_in_the_other_language(page: Page, site: str) -> None:
    result(page, site, "en", ACORN)
    page.click(".lang a[lang=pl]")
    assert shown(page.locator("h1").inner_text()) == HEADLINES["pl"]
    assert "37,5" in page.locator(".answer").inner_text()
    assert "29–46" in page.locator(".answer").inner_text()


def test_sections_layout_reaches_the_same_result(page: Page, site: str) -> None:
    start(page, site, "en", client=True)
    for _ in range(4):
        for code in CODES:
            field = page.locator(f"input[name={code.lower()}][value='{ACORN[code]}']")
            if field.count():
                field.check()
        press(page)
    press(page)
    assert shown(page.locator("h1").inner_text()) == HEADLINES["en"]
