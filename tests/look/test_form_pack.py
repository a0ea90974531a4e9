"""The crispy template pack: what a field looks like, in which order, and what it must not say."""

from typing import Any

import pytest
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Button, Div, Fieldset, Hidden, Layout, Submit
from django import forms

from tests.look.html import Element, parse, rendered, shown

FIELD = "{% load crispy_forms_tags %}{{ field|as_crispy_field }}"
FILTER = "{% load crispy_forms_tags %}{{ form|crispy }}"
TAG = "{% load crispy_forms_tags %}{% crispy form %}"
ERROR = "Select how much time goes on admin, or “I don’t know”"
CHOICES = [("0", "Half a day or less"), ("1", "One day (10–19%)"), ("dk", "I don’t know")]


class QuestionForm(forms.Form):
    legend_is_h1 = True
    s5 = forms.ChoiceField(
        label="How much time goes on admin?",
        help_text="An estimate is fine",
        choices=CHOICES,
        widget=forms.RadioSelect,
        error_messages={"required": ERROR},
    )


class EveryWidgetForm(forms.Form):
    text = forms.CharField(label="Company", help_text="As people say it")
    number = forms.CharField(label="Reps", widget=forms.TextInput(attrs={"inputmode": "numeric"}), required=False)
    area = forms.CharField(label="Note", widget=forms.Textarea, required=False)
    band = forms.ChoiceField(label="Band", choices=[("", "Choose"), ("a", "A")])
    stage = forms.ChoiceField(label="Stage", choices=[("x", "X"), ("y", "Y")], widget=forms.RadioSelect, required=False)
    tools = forms.MultipleChoiceField(label="Tools", choices=[("c", "CRM")], widget=forms.CheckboxSelectMultiple)
    agree = forms.BooleanField(label="Keep it")
    mail = forms.EmailField(label="E-mail", widget=forms.EmailInput(attrs={"autocomplete": "email"}))
    version = forms.CharField(widget=forms.HiddenInput, initial="3")


def question(data: dict[str, str] | None = None, **initial: str) -> Element:
    form = QuestionForm(data, initial=initial)
    return shown(FIELD, field=form["s5"])


def order_of(page: Element, *elements: Element) -> list[int]:
    walked = list(page.walk())
    return [next(n for n, each in enumerate(walked) if each is element) for element in elements]


def test_question_reads_legend_hint_error_options() -> None:
    page = question({})
    parts = [
        page.one("legend"),
        page.one("p", class_="hint"),
        page.one("p", class_="err"),
        page.one("input", id="id_s5_0"),
        page.one("div", class_="or"),
        page.one("input", value="dk"),
    ]

    assert order_of(page, *parts) == sorted(order_of(page, *parts))
    assert page.one("legend").one("h1").text == "How much time goes on admin?"


def test_group_is_described_by_hint_and_error() -> None:
    page = question({})
    group = page.one("fieldset")

    assert group.attrs["aria-describedby"].split() == ["id_s5_helptext", "id_s5_error"]
    assert page.one(id="id_s5_helptext").text == "An estimate is fine"
    assert page.one(id="id_s5_error").text == f"Error: {ERROR}"
    assert (group.attrs["role"], group.attrs["aria-invalid"]) == ("radiogroup", "true")
    assert "bad" in page.one("div", class_="group").attrs["class"]


def test_question_without_error_is_described_by_its_hint_only() -> None:
    page = question()

    assert page.one("fieldset").attrs == {"role": "radiogroup", "aria-describedby": "id_s5_helptext"}
    assert page.all(class_="err") == page.all(class_="bad") == []


def test_options_are_labelled_cards_with_an_index_and_no_number() -> None:
    page = question()

    assert [each.attrs["id"] for each in page.all("input")] == ["id_s5_0", "id_s5_1", "id_s5_2"]
    assert [each.attrs["for"] for each in page.all("label", class_="opt")] == ["id_s5_0", "id_s5_1", "id_s5_2"]
    assert [each.text for each in page.all("label")] == [text for _, text in CHOICES]
    assert page.one("em").text == "(10–19%)"


def test_nothing_is_chosen_at_first_and_the_answer_comes_back() -> None:
    chosen = [each.attrs["value"] for each in question(s5="dk").all("input") if "checked" in each.attrs]

    assert [each for each in question().all("input") if "checked" in each.attrs] == []
    assert chosen == ["dk"]


@pytest.mark.parametrize(("flags", "heading"), [({"legend_is_h2": True}, ["h2"]), ({}, [])])
def test_legend_is_what_the_form_says(flags: dict[str, bool], heading: list[str]) -> None:
    form = QuestionForm()
    form.legend_is_h1 = False
    for name, value in flags.items():
        setattr(form, name, value)
    legend = shown(FIELD, field=form["s5"]).one("legend")

    assert [each.tag for each in legend.all("h1", "h2")] == heading
    assert legend.text == "How much time goes on admin?"


def test_texts_are_escaped() -> None:
    form = QuestionForm()
    form.fields["s5"].label = "<b>A & B</b>"
    form.fields["s5"].help_text = "<i>"
    form.fields["s5"].choices = [("<", "<u> (<s>)")]
    page = shown(FIELD, field=form["s5"])

    assert page.all("b", "i", "u", "s") == []
    assert page.one("legend").text == "<b>A & B</b>"
    assert page.one("em").text == "(<s>)"


@pytest.mark.parametrize("source", [FILTER, TAG])
def test_pack_renders_every_widget(source: str) -> None:
    form = EveryWidgetForm()
    page = shown(source, form=form)
    controls = {each.attrs["name"]: each for each in page.all("input", "textarea", "select") if "id" in each.attrs}

    assert set(controls) == set(form.fields)
    assert controls["number"].attrs["inputmode"] == "numeric"
    assert controls["version"].attrs["type"] == "hidden"
    assert controls["mail"].attrs["autocomplete"] == "email"
    assert [controls[name].tag for name in ("text", "area", "band")] == ["input", "textarea", "select"]
    assert [controls[name].attrs["type"] for name in ("stage", "tools", "agree")] == ["radio", "checkbox", "checkbox"]
    for name in ("text", "number", "area", "band", "agree", "mail"):
        page.one("label", for_=f"id_{name}")


@pytest.mark.parametrize("source", [FILTER, TAG])
@pytest.mark.parametrize("data", [None, {}])
def test_forms_hold_no_asterisk_and_no_required(source: str, data: dict[str, str] | None) -> None:
    html = rendered(source, form=EveryWidgetForm(data))

    assert "*" not in html
    assert [each for each in parse(html).walk() if "required" in each.attrs or "aria-required" in each.attrs] == []


def test_wrong_control_is_marked_and_described() -> None:
    page = shown(FIELD, field=EveryWidgetForm({})["text"])
    control = page.one("input")

    assert control.attrs["aria-describedby"].split() == ["id_text_helptext", "id_text_error"]
    assert control.attrs["aria-invalid"] == "true"
    assert order_of(page, page.one("label"), page.one(class_="hint"), page.one(class_="err"), control) == sorted(
        order_of(page, page.one("label"), page.one(class_="hint"), page.one(class_="err"), control)
    )


def test_what_was_typed_comes_back() -> None:
    form = EveryWidgetForm({"text": "Ąć <x>", "number": "12", "area": "one\ntwo", "band": "zzz"})

    assert shown(FIELD, field=form["text"]).one("input").attrs["value"] == "Ąć <x>"
    assert shown(FIELD, field=form["number"]).one("input").attrs["value"] == "12"
    assert "one" in shown(FIELD, field=form["area"]).one("textarea").text


def test_optional_fields_say_so() -> None:
    form = EveryWidgetForm()
    labels = {
        name: shown(FIELD, field=form[name]).one("label", "legend", class_="label").text for name in ("text", "number")
    }

    assert labels == {"text": "Company", "number": "Reps (optional)"}
    assert shown(FIELD, field=form["stage"]).one("legend").text == "Stage (optional)"


def test_a_field_can_leave_optional_out() -> None:
    form = EveryWidgetForm()
    form.fields["number"].hide_optional = True

    assert shown(FIELD, field=form["number"]).one("label").text == "Reps"


def helped(*inputs: Any, layout: Layout | None = None, **settings: Any) -> EveryWidgetForm:
    form = EveryWidgetForm()
    form.helper = FormHelper(form)
    for each in inputs:
        form.helper.add_input(each)
    if layout:
        form.helper.layout = layout
    for name, value in settings.items():
        setattr(form.helper, name, value)
    return form


def test_form_tag_has_method_token_and_no_browser_checks() -> None:
    page = shown(
        TAG, form=helped(Submit("go", "Continue"), Button("more", "More"), Hidden("step", "2"), form_class="f")
    )
    form = page.one("form")

    assert (form.attrs["method"], form.attrs["class"], "novalidate" in form.attrs) == ("post", "f", True)
    assert page.one("input", name="csrfmiddlewaretoken").attrs["value"]
    assert [(each.attrs["type"], each.text) for each in page.all("button")] == [
        ("submit", "Continue"),
        ("button", "More"),
    ]
    assert page.one("input", name="step").attrs == {"type": "hidden", "name": "step", "value": "2"}


def test_form_without_tag_holds_fields_only() -> None:
    page = shown(TAG, form=helped(form_tag=False, disable_csrf=True))

    assert page.all("form") == page.all("input", name="csrfmiddlewaretoken") == []
    assert page.all("input", id="id_text") != []


def test_get_form_holds_no_token() -> None:
    assert shown(TAG, form=helped(form_method="get")).all("input", name="csrfmiddlewaretoken") == []


def test_layout_groups_fields() -> None:
    layout = Layout(Div("text", css_class="card", css_id="one"), Fieldset("Money", "band", css_class="together"))
    page = shown(TAG, form=helped(layout=layout))

    assert page.one("div", id="one").one("input").attrs["name"] == "text"
    assert page.one("fieldset", class_="together").one("legend").one("h2").text == "Money"
    assert page.one("fieldset", class_="together").one("select").attrs["name"] == "band"


def test_disabled_option_stays_disabled() -> None:
    form = QuestionForm()
    form.fields["s5"].disabled = True

    assert all("disabled" in each.attrs for each in shown(FIELD, field=form["s5"]).all("input"))
