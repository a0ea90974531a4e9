"""The frame of every page: head, header, slots, footer; and what the browser has to fetch for it."""

import gzip
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from django import forms
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.utils import translation

from tests.look.html import Element, shown

pytestmark = pytest.mark.urls("tests.look.urls")

ROOT = Path(__file__).resolve().parent.parent.parent
SHEETS = sorted((ROOT / "static" / "css").glob("*.css"))
PAGE = (
    '{% extends "base.html" %}{% block title %}Admin load{% endblock %}'
    '{% block before %}<a id="back" href="/">Back</a>{% endblock %}{% block content %}<h1>Question</h1>{% endblock %}'
)


class OneFieldForm(forms.Form):
    reps = forms.CharField(error_messages={"required": "Enter a number"})


def frame(path: str = "/en/start/", **context: object) -> Element:
    with translation.override(path.split("/")[1]):
        return shown(PAGE, path=path, **context)


@pytest.mark.parametrize(("path", "language"), [("/en/start/", "en"), ("/pl/start/", "pl")])
def test_page_names_its_language(path: str, language: str) -> None:
    assert frame(path).one("html").attrs["lang"] == language


def test_title_ends_with_the_product() -> None:
    assert frame().one("title").text == "Admin load – RevOps Advisor"


def test_title_of_a_page_without_its_own_comes_from_the_page() -> None:
    page = shown('{% extends "base.html" %}', page=SimpleNamespace(title="Privacy"))

    assert page.one("title").text == "Privacy – RevOps Advisor"


@pytest.mark.parametrize(
    "context",
    [{"form": OneFieldForm({})}, {"page": SimpleNamespace(errors=[("#x", "Choose")])}],
)
def test_title_says_error_first_and_the_summary_stands_above_the_heading(context: dict[str, object]) -> None:
    page = frame(**context)
    walked = list(page.walk())
    places = [page.one(id="back"), page.one(id="error-summary"), page.one("h1")]

    assert page.one("title").text == "Error: Admin load – RevOps Advisor"
    assert [walked.index(each) for each in places] == sorted(walked.index(each) for each in places)


def test_form_without_errors_shows_no_summary() -> None:
    page = frame(form=OneFieldForm())

    assert page.all(id="error-summary") == []
    assert page.one("title").text == "Admin load – RevOps Advisor"


def test_first_link_skips_to_the_content() -> None:
    page = frame()

    assert page.all("a")[0].attrs["href"] == "#main"
    assert page.one("main").attrs["id"] == "main"


def test_landmarks_are_named_and_help_is_first_in_the_footer() -> None:
    page = frame()
    footer = page.one("footer").all("a")

    assert [each.attrs["aria-label"] for each in page.all("nav")] == ["Main", "Language"]
    assert [each.text for each in footer][:4] == ["Help", "How the method works", "Privacy", "Accessibility"]


def test_languages_lead_to_the_same_page_in_their_own_words() -> None:
    switch = frame("/en/start/?x=1").one("nav", class_="lang")
    other, current = switch.one("a"), switch.one("span", aria_current="true")

    assert (other.attrs["href"], other.attrs["lang"], other.attrs["hreflang"]) == ("/pl/start/?x=1", "pl", "pl")
    assert (other.text, current.text, current.attrs["lang"]) == ("Polski PL", "English EN", "en")


def test_menu_marks_where_one_is() -> None:
    def marked(**context: object) -> list[str]:
        return [a.words for a in frame(**context).one("nav", aria_label="Main").all("a") if "aria-current" in a.attrs]

    assert marked(page=SimpleNamespace(area="assess")) == ["Assess"]
    assert marked(page=SimpleNamespace(area="metrics")) == ["Metrics"]
    assert marked() == []


def test_messages_are_notices() -> None:
    page = frame(messages=[Message(constants.SUCCESS, "Link revoked.")])

    assert page.one("div", class_="success").attrs["role"] == "status"
    assert page.one("div", class_="success").text == "Link revoked."


def test_page_fetches_its_own_files_only() -> None:
    page = frame()
    fetched = [each.attrs.get("href") or each.attrs.get("src", "") for each in page.all("link", "script", "img")]

    assert fetched == ["/static/img/icon.svg", "/static/css/site.css", "/static/js/page.js"]
    assert "defer" in page.one("script").attrs


def test_first_visit_is_small() -> None:
    css = len(gzip.compress((ROOT / "static/css/site.css").read_bytes()))
    result = len(gzip.compress((ROOT / "static/css/result.css").read_bytes()))
    script = len(gzip.compress((ROOT / "static/js/page.js").read_bytes()))

    assert css <= 8_000
    assert css + result <= 12_000
    assert script <= 2_000


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_widths_are_asked_of_screens_only(sheet: Path) -> None:
    """Otherwise a sheet of A4 paper gets the layout of a phone."""
    queries = re.findall(r"@media ([^{]*)\{", sheet.read_text())

    assert [each for each in queries if "width" in each and not each.startswith("screen and")] == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_sheets_fetch_nothing(sheet: Path) -> None:
    assert re.findall(r"@import|url\(|data:", sheet.read_text()) == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_every_colour_variable_is_defined(sheet: Path) -> None:
    tokens = set(re.findall(r"(--[\w-]+):", (ROOT / "static/css/site.css").read_text()))

    assert set(re.findall(r"var\((--[\w-]+)\)", sheet.read_text())) - tokens == set()


def test_dark_defines_every_colour_of_light() -> None:
    light, dark = re.findall(r":root \{(.*?)\}", (ROOT / "static/css/site.css").read_text(), re.DOTALL)[:2]
    shapes = {"--r-s", "--r-m", "--r-l", "--font"}

    assert set(re.findall(r"(--[\w-]+):", light)) - set(re.findall(r"(--[\w-]+):", dark)) == shapes
