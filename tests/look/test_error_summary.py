"""The summary above the heading: the same sentences as at the fields, each a link to where it can be put right."""

from django import forms

from tests.look.html import shown

SUMMARY = '{% include "forms/error_summary.html" %}'


class TwoFieldsForm(forms.Form):
    s5 = forms.ChoiceField(choices=[("0", "No")], widget=forms.RadioSelect, error_messages={"required": "Select one"})
    reps = forms.CharField(error_messages={"required": "Enter a number"})
    version = forms.IntegerField(widget=forms.HiddenInput, error_messages={"required": "Open the page again"})

    def clean(self) -> None:
        raise forms.ValidationError("The two do not fit <together>")


def test_errors_link_to_the_first_control() -> None:
    page = shown(SUMMARY, form=TwoFieldsForm({}))

    assert [(each.attrs["href"], each.text) for each in page.all("a")] == [
        ("#id_s5_0", "Select one"),
        ("#id_reps", "Enter a number"),
    ]


def test_errors_without_a_place_are_told_as_text() -> None:
    page = shown(SUMMARY, form=TwoFieldsForm({}))

    assert [each.text for each in page.all("li")][:2] == ["The two do not fit <together>", "Open the page again"]


def test_summary_is_announced_and_can_take_the_focus() -> None:
    box = shown(SUMMARY, form=TwoFieldsForm({})).one(id="error-summary")

    assert (box.attrs["role"], box.attrs["tabindex"]) == ("alert", "-1")
    assert box.one("h2", id=box.attrs["aria-labelledby"]).text == "There is a problem"


def test_page_adds_its_own_errors() -> None:
    page = shown(SUMMARY, extra=[("/en/a/x/q/admin/", "Answer the question on admin")])

    assert page.one("a").attrs["href"] == "/en/a/x/q/admin/"
    assert page.one("a").text == "Answer the question on admin"


def test_nothing_is_shown_without_errors() -> None:
    assert shown(SUMMARY, form=TwoFieldsForm()).text == shown(SUMMARY, extra=[]).text == ""
