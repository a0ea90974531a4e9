"""Parts that pages include."""

from types import SimpleNamespace

import pytest
from django import forms

from tests.look.html import Element, shown

PROGRESS = SimpleNamespace(
    section="Your sales team",
    number=7,
    total=19,
    width="31.6%",
    minutes=5,
    text="Step 7 of 19",
    time_left="about 5 minutes left",
)


def part(template: str, **context: object) -> Element:
    return shown(f'{{% include "{template}.html" %}}', **context)


class NoteForm(forms.Form):
    note = forms.CharField(label="Add a note", required=False, max_length=5, widget=forms.Textarea, help_text="Kept")


def test_progress_says_the_step_and_draws_what_is_done() -> None:
    bar = part("components/progress", progress=PROGRESS).one(role="progressbar")

    assert (bar.attrs["aria-label"], bar.attrs["aria-valuetext"]) == ("Progress", "Step 7 of 19")
    assert [bar.attrs[f"aria-value{end}"] for end in ("min", "now", "max")] == ["0", "7", "19"]
    assert [each.attrs["width"] for each in bar.all("rect")] == ["100%", "31.6%"]


def test_progress_shows_section_step_and_time() -> None:
    page = part("components/progress", progress=PROGRESS)

    assert page.one(class_="row").words == "Your sales teamStep 7 of 19 · about 5 minutes left"


@pytest.mark.parametrize(
    ("kind", "role"), [("success", "status"), ("error", "alert"), ("info", None), ("warning", None)]
)
def test_notice_is_announced_only_when_something_happened(kind: str, role: str | None) -> None:
    notice = part("components/notice", kind=kind, text="Saved <x>").one("div")

    assert (notice.attrs.get("role"), notice.text) == (role, "Saved <x>")
    assert kind in notice.attrs["class"]


@pytest.mark.parametrize("kind", ["s", "r", "b", "n"])
def test_pill_doubles_colour_by_shape(kind: str) -> None:
    pill = part("components/pill", kind=kind, text="SalesOps first").one("span")

    assert pill.attrs["class"] == f"pill {kind}"
    assert pill.one("i").attrs == {"class": f"mk {kind}", "aria-hidden": "true"}


def test_patterns_have_the_names_that_bars_use() -> None:
    page = part("components/patterns")

    assert [each.attrs["id"] for each in page.all("pattern")] == ["hatch", "dots"]
    assert page.one("svg").attrs["aria-hidden"] == "true"


@pytest.mark.parametrize(
    ("kind", "fill"), [("s", {"class": "fs"}), ("r", {"fill": "url(#hatch)"}), ("b", {"fill": "url(#dots)"})]
)
def test_need_bar_has_its_pattern_and_its_text(kind: str, fill: dict[str, str]) -> None:
    page = part("components/need_bar", kind=kind, name="SalesOps", score="75", value="75%", line="50%")
    bar = page.one("svg").all("rect")[1]

    assert {name: bar.attrs[name] for name in fill} == fill
    assert bar.attrs["width"] == "75%"
    assert page.one("svg").attrs["aria-hidden"] == "true"
    assert page.one(class_="acc").words == "SalesOps75"
    assert [each.attrs["x1"] for each in page.all("line")] == ["50%", "50%"]


def test_need_bar_draws_the_range() -> None:
    page = part(
        "components/need_bar",
        kind="r",
        name="RevOps",
        score="37,5",
        range="29–46",
        value="37.5%",
        low="29.2%",
        high="45.8%",
    )

    assert page.one(class_="rng").text == "(29–46)"
    assert {(each.attrs["x1"], each.attrs["x2"]) for each in page.all("line", class_="ln")} == {
        ("29.2%", "45.8%"),
        ("29.2%", "29.2%"),
        ("45.8%", "45.8%"),
    }


def test_table_scrolls_in_a_named_region() -> None:
    page = part("components/data_table", caption="Scores", head=["Axis", "Score"], rows=[["SalesOps", "75"]])
    region = page.one("div", role="region")

    assert page.one("summary").text == "Show the data as a table"
    assert (region.attrs["tabindex"], region.attrs["aria-label"]) == ("0", "Scores")
    assert [each.attrs["scope"] for each in page.all("th")] == ["col", "col", "row"]
    assert page.one("td").text == "75"


def test_table_can_be_announced_in_other_words() -> None:
    assert part("components/data_table", summary="Show the map", caption="Map").one("summary").text == "Show the map"


def test_copy_button_waits_for_the_script() -> None:
    page = part("components/copy_field", id="link", label="Your link", value="https://x/", hint="Shown once")

    assert "hidden" in page.one("button", data_copy="link").attrs
    assert page.one("input").attrs["value"] == "https://x/"
    assert page.one("input").attrs["aria-describedby"] == page.one("p", class_="hint").attrs["id"]
    assert page.one("label").attrs["for"] == "link"


@pytest.mark.parametrize(("data", "is_open"), [(None, False), ({"note": "ab"}, True), ({"note": "too long"}, True)])
def test_note_is_open_when_filled(data: dict[str, str] | None, is_open: bool) -> None:
    page = part("forms/note", field=NoteForm(data)["note"])

    assert ("open" in page.one("details").attrs) is is_open
    assert page.one("summary").text == "Add a note (optional)"
    assert page.one("label").attrs["for"] == page.one("textarea").attrs["id"] == "id_note"
    assert page.one("p", data_count="id_note").attrs["data-left"] == "Characters left:"


def test_note_that_is_too_long_says_so() -> None:
    page = part("forms/note", field=NoteForm({"note": "too long"})["note"])

    assert "bad" in page.one("div").attrs["class"]
    assert page.one("textarea").attrs["aria-describedby"].split() == ["id_note_helptext", "id_note_error"]


def test_why_back_and_saved_show_their_text() -> None:
    assert part("components/why", text="Because <x>").one("div").text == "Because <x>"
    assert part("components/back", href="/en/").one("a").text.endswith("Back")
    assert part("components/back", href="/en/", text="All KPIs").one("a").text.endswith("All KPIs")
    assert part("components/saved", text="Saved").text == "Saved"


def test_fields_of_one_question_share_a_legend() -> None:
    form = NoteForm()
    page = part("forms/group", group=SimpleNamespace(fields=[form["note"]], legend="People", hint="Estimates are fine"))

    assert page.one("fieldset").attrs["aria-describedby"] == page.all("p", class_="hint")[0].attrs["id"]
    assert page.one("legend").text == "People"


def test_fields_without_a_legend_stand_alone() -> None:
    page = part("forms/group", group=SimpleNamespace(fields=[NoteForm()["note"]], legend="", hint=""))

    assert page.all("fieldset") == []
    assert page.one("textarea").attrs["name"] == "note"
