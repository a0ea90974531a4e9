"""Walking through the questionnaire in a browser."""

from collections.abc import Mapping

from playwright.sync_api import Page

from assessments.content.loader import shipped_method

CODES = shipped_method().question_order(shipped_method().asked_criteria())

# ux.md 6.9: SalesOps 75, RevOps 37.5 with R6 unknown; one role funded, reps stay, no funnels, sales on plan.
ACORN: Mapping[str, str] = dict(zip(CODES, "2 4 3 4 3 3 2 1 3 1 0 2 dk 1 0 0 0".split(), strict=True))
INSUFFICIENT = dict(ACORN) | dict.fromkeys(("S1", "S2", "S3", "S4"), "dk")
CLOSE = dict(zip(CODES, "2 2 2 2 2 2 1 2 2 2 2 2 3 1 0 0 0".split(), strict=True))


def start(page: Page, site: str, language: str, *, client: bool = False, single: bool = False) -> str:
    """Start and answer the profile; the assessment's reference."""
    page.goto(f"{site}/{language}/start/")
    page.check("#id_for_whom_1" if client else "#id_for_whom_0")
    if single:
        page.check("#id_layout_0")
    press(page)
    page.fill("#id_company-name", "Żółć & Syn")
    page.check("#id_stage_2")
    press(page)
    page.fill("#id_reps", "6")
    press(page)
    return page.url.split("/a/")[1].split("/")[0]


def press(page: Page) -> None:
    """The page's main button."""
    page.click("main button.btn[type=submit]")


def answer(page: Page, code: str, value: str) -> None:
    page.check(f"input[name={code.lower()}][value='{value}']")
    press(page)


def answer_all(page: Page, answers: Mapping[str, str]) -> None:
    for code in CODES:
        answer(page, code, answers[code])


def result(page: Page, site: str, language: str, answers: Mapping[str, str], *, client: bool = False) -> str:
    """All the way to a result; the assessment's reference."""
    ref = start(page, site, language, client=client, single=True)
    answer_all(page, answers)
    press(page)
    return ref


def shown(text: str) -> str:
    """Text as a screen shows it: spaces are spaces."""
    return " ".join(text.replace("\u00a0", " ").split())
