"""Every distinct page and state: no axe violation, wide and narrow, light and dark; no sideways scrolling at 320."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from assessments.content.loader import shipped_method
from assessments.models import Assessment
from assessments.services.publishing import publish
from tests import FULL
from tests.journeys.conftest import watched
from tests.journeys.steps import ACORN, CLOSE, CODES, INSUFFICIENT, answer, press, result, start

pytestmark = pytest.mark.browser

TEXT_PAGES = (
    "",
    "example/",
    "example/what-if/",
    "example/what-if/?s=i000",
    "example/what-if/?s=%40",
    "example/case-against/",
    "start/",
    "mine/",
    "resume/",
    "method/",
    "help/",
    "privacy/",
    "accessibility/",
    "metrics/",
    "metrics/?q=nothing",
    "metrics/cltv/",
    "metrics/close-rate/?won=12&closed=25",
    "metrics/close-rate/?won=1.234&closed=x",
    "nothing-here/",
)


def text_pages(page: Page, site: str, language: str, check: Callable[[str], None]) -> None:
    for address in TEXT_PAGES:
        page.goto(f"{site}/{language}/{address}")
        check(address or "landing")


def questionnaire(page: Page, site: str, language: str, check: Callable[[str], None]) -> None:
    page.goto(f"{site}/{language}/start/")
    press(page)
    check("start with an error")
    page.check("#id_for_whom_0")
    press(page)
    check("company")
    press(page)
    check("company with an error")
    page.check("#id_stage_1")
    press(page)
    check("team")
    page.fill("#id_reps", "many")
    press(page)
    check("team with an error")
    page.fill("#id_reps", "0")
    press(page)
    check("question")
    press(page)
    check("question with an error")
    for code in CODES[:5]:
        answer(page, code, "dk")
    check("question with info")
    ref = page.url.split("/a/")[1].split("/")[0]
    page.goto(f"{site}/{language}/a/{ref}/check/")
    press(page)
    check("check with gaps")
    page.click("a.later >> nth=0")
    press(page)
    check("personal link")
    for name in ("name", "delete"):
        page.goto(f"{site}/{language}/a/{ref}/{name}/")
        check(name)
    page.goto(f"{site}/{language}/mine/")
    check("list")


def sections_and_conflict(page: Page, site: str, language: str, check: Callable[[str], None]) -> None:
    start(page, site, language, client=True)
    check("section")
    press(page)
    check("section with errors")
    start(page, site, language)
    question = page.url
    page.check("#id_s1_1")
    press(page)
    page.goto(question)
    page.evaluate("document.querySelector('[name=s1-version]').value = '0'")  # as a tab does that was opened before
    page.check("#id_s1_4")
    page.locator("details.note summary").click()
    page.fill("#id_s1-note", "mine")
    press(page)
    check("conflict")


def results(page: Page, site: str, language: str, check: Callable[[str], None]) -> None:
    for name, answers in (("result", ACORN), ("insufficient result", INSUFFICIENT), ("close result", CLOSE)):
        ref = result(page, site, language, answers)
        check(name)
        if answers is INSUFFICIENT:
            page.goto(f"{site}/{language}/a/{ref}/case-against/")
            check("no case against it")
    page.goto(f"{site}/{language}/a/{ref}/again/")
    check("again")


def sharing(page: Page, site: str, language: str, check: Callable[[str], None]) -> None:
    ref = result(page, site, language, ACORN, client=True)
    page.goto(f"{site}/{language}/a/{ref}/override/")
    check("override")
    press(page)
    check("override with errors")
    page.check("#id_outcome_5")
    page.fill("#id_reason", "Zarząd postanowił inaczej.\n" * 10)
    page.fill("#id_name", "Anna Nowak")
    press(page)
    check("result with a decision")
    page.goto(f"{site}/{language}/a/{ref}/override/")
    check("override that stands")
    page.evaluate("document.querySelector('#page-form [name=version]').value = '0'")  # as a tab opened before does
    page.fill("#id_name", "Jan")
    press(page)
    check("override conflict")
    page.goto(f"{site}/{language}/a/{ref}/share/")
    check("share without links")
    page.fill("#id_label", "x" * 81)
    press(page)
    check("share with an error")
    page.fill("#id_label", "Dla zarządu")
    press(page)
    check("share with a new link")
    page.goto(page.input_value("#link"))
    check("shared result")
    page.goto(f"{site}/{language}/a/{ref}/share/")
    page.click("main table button")
    page.goto(f"{site}/{language}/shared/{ref}/")
    check("revoked")


def comparing(page: Page, site: str, language: str, check: Callable[[str], None]) -> None:
    page.goto(f"{site}/{language}/compare/")
    check("nothing to compare")
    refs = [result(page, site, language, answers) for answers in (ACORN, CLOSE)]
    page.goto(f"{site}/{language}/compare/?a={refs[0]}")
    check("one chosen")
    page.goto(f"{site}/{language}/compare/?a={refs[0]}&b=nothing")
    check("choice with an error")
    page.goto(f"{site}/{language}/compare/?a={refs[0]}&a={refs[1]}")
    check("two compared")
    publish(replace(shipped_method(), weights=shipped_method().weights | {"S1": 3, "R2": 0}), note="Another.")
    Assessment.objects.filter(ref=refs[1]).update(visited_on=date(2025, 12, 1))
    page.goto(f"{site}/{language}/mine/")
    check("list with an expiry")
    for name in ("history", "recomputed"):
        page.goto(f"{site}/{language}/a/{refs[0]}/{name}/")
        check(name)


SEND = "#page-form button.btn"


def scorecard(page: Page, site: str, language: str, check: Callable[[str], None]) -> None:
    page.goto(f"{site}/{language}/scorecard/")
    page.click(SEND)
    check("upload with an error")
    deals = ("ID;Status;Kwota;Utworzono;Zamknięto\n1;zdobyta;1 234,50;03/04/2026;05/06/2026\n").encode("cp1250")
    page.set_input_files("#id_deals", {"name": "szanse.csv", "mimeType": "text/csv", "buffer": deals})
    page.click(SEND)
    check("columns")
    page.click(SEND)
    check("columns with errors")
    page.goto(f"{site}/{language}/scorecard/")
    page.click("#sample-form button")
    check("check")
    page.fill("#id_margin", "many")
    page.click(SEND)
    check("check with an error")
    page.fill("#id_margin", "80%")
    page.click(SEND)
    check("scorecard")
    page.locator("a[href$='/delete/']").last.click()
    check("delete a scorecard")
    ref = result(page, site, language, ACORN)
    page.goto(f"{site}/{language}/a/{ref}/crm/")
    check("scorecards to keep")
    page.click(".list button")
    check("CRM data beside answers")


def reports(page: Page, site: str, language: str, check: Callable[[str], None]) -> None:
    ref = result(page, site, language, ACORN, client=True)
    page.goto(f"{site}/{language}/a/{ref}/report/")
    check("report")
    page.fill("#id_accent", "#ffff00")
    page.fill("#id_closing", "x" * 601)
    page.set_input_files("#id_logo", {"name": "logo.svg", "mimeType": "image/svg+xml", "buffer": b"<svg/>"})
    press(page)
    check("report with errors")
    page.goto(f"{site}/{language}/a/{ref}/share/")
    page.check("#id_allows_downloads_1")
    press(page)
    page.goto(page.input_value("#link"))
    check("shared result with downloads")
    page.goto(f"{site}/{language}/shared/{ref}/report/")
    check("shared report")


def recovery(page: Page, site: str, language: str, check: Callable[[str], None]) -> None:
    start(page, site, language)
    page.check("#id_s1_1")
    page.context.clear_cookies()
    press(page)
    check("typed comes back")


WALKS = [text_pages, questionnaire, sections_and_conflict, results, sharing, comparing, scorecard, reports, recovery]


SIZES = (1280, 390)
SCHEMES = ("light", "dark")
# Each size and each scheme once; the long run sees every scheme in every size.
LOOKS = [(width, scheme) for width in SIZES for scheme in SCHEMES] if FULL else list(zip(SIZES, SCHEMES, strict=True))
NARROWEST = 320
IS_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


def faults(page: Page, state: str) -> list[str]:
    """What is wrong with the page as it stands, in the sizes and colour schemes that this run looks at."""
    found = []
    for width, scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": 844})
        page.emulate_media(color_scheme=scheme)
        where = f"{state}, {width}, {scheme}"
        violations = Axe().run(page).response["violations"]
        found.extend(f"{where}: {each['id']}: {each['nodes'][0]['html'][:200]}" for each in violations)
    page.set_viewport_size({"width": NARROWEST, "height": 640})
    return [*found, *([f"{state} scrolls sideways"] if page.evaluate(IS_WIDE) else [])]


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.__name__)
@pytest.mark.parametrize("language", ["en", "pl"])
def test_pages_are_accessible_in_every_size_and_scheme(browser: Browser, site: str, walk, language: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    complaints: list[str] = []
    page = watched(context.new_page(), complaints)
    found: list[str] = []
    walk(page, site, language, lambda state: found.extend(faults(page, state)))
    context.close()
    assert (found, complaints) == ([], [])
