"""The forms of the questionnaire. Texts come from the method version and the profile, in the page's language."""

import re
from dataclasses import dataclass
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.forms import BoundField
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from assessments.content.profile import ProfileField, ProfilePart, shipped_profile
from assessments.content.values import Question
from assessments.models import DONT_KNOW as STORED_DONT_KNOW
from assessments.questionnaire.fields import NOTE_TOO_LONG, Choice, PlainText, WholeNumber
from assessments.services.answering import Given

DONT_KNOW = "dk"
NOTE_LENGTH = 500
LARGEST_VERSION = 2**31 - 1
VERSIONS = frozenset({"version", "replaces"})


class VersionField(forms.IntegerField):
    """The version of what a page was made from, carried along unseen."""

    def __init__(self) -> None:
        super().__init__(required=False, widget=forms.HiddenInput, min_value=0, max_value=LARGEST_VERSION)


class PageForm(forms.Form):
    """A form whose tag, token and button stand in its page's template."""

    legend_is_h1 = False
    legend_is_h2 = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False
        self.helper = FormHelper(self)
        self.helper.form_tag = False
        self.helper.disable_csrf = True


class StartForm(PageForm):
    for_whom = Choice(
        label=_("Who are you answering for?"),
        choices=[("own", _("My company")), ("client", _("A client, as a consultant"))],
        error=_("Select who you are answering for"),
    )
    layout = Choice(
        label=_("How many questions at a time?"),
        help_text=_("If you choose nothing, consultants see one section a page and everyone else one question"),
        choices=[("single", _("One question a page")), ("section", _("One section a page"))],
        error=_("Select how many questions to show at a time"),
        required=False,
    )

    def chosen_layout(self) -> str:
        """The layout chosen, or the one that suits who answers."""
        fitting = "section" if self.cleaned_data["for_whom"] == "client" else "single"
        return str(self.cleaned_data["layout"] or fitting)


class QuestionsForm(PageForm):
    """The questions of one page: for each a choice, a note, and the version the page was made from."""

    def __init__(self, questions: tuple[Question, ...], language: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = questions
        self.language = language
        self.legend_is_h1, self.legend_is_h2 = len(questions) == 1, len(questions) > 1
        for question in questions:
            self._add(question)

    def _add(self, question: Question) -> None:
        name, language = field_name(question.code), self.language
        texts = [option.in_language(language) for option in question.options]
        choice = Choice(
            label=question.question.in_language(language),
            help_text=question.hint.in_language(language),
            choices=[*((str(n), text) for n, text in enumerate(texts)), (DONT_KNOW, gettext("I don’t know"))],
            error=question.error.in_language(language),
        )
        choice.why = question.why.in_language(language)  # type: ignore[attr-defined]  # read by the page
        self.fields[name] = choice
        self.fields[f"{name}-note"] = PlainText(
            label=gettext("Add a note"),
            help_text=gettext("A note appears next to your answer in the result"),
            max_length=NOTE_LENGTH,
            too_long=NOTE_TOO_LONG,
            widget=forms.Textarea(attrs={"rows": 2}),
        )
        self.fields[f"{name}-version"] = VersionField()

    def question(self, code: str) -> Question:
        return next(question for question in self.questions if question.code == code)

    def lacks_only_choices(self) -> bool:
        """Whether nothing is wrong but that some questions have no option chosen, and no note that would be lost."""
        return all(name in self.choice_names() and not self._has_typed(name) for name in self.errors)

    def _has_typed(self, name: str) -> bool:
        return bool(self.data.get(name) or self.data.get(f"{name}-note", "").strip())

    def choice_names(self) -> set[str]:
        return {field_name(question.code) for question in self.questions}

    def given(self, code: str) -> Given | None:
        """The answer to one question as it was sent; None when it lacks a valid choice or note."""
        name = field_name(code)
        choice, note = self.cleaned_data.get(name), self.cleaned_data.get(f"{name}-note")
        if not choice or note is None:
            return None
        version = self._replaced(name) or self.cleaned_data.get(f"{name}-version") or 0
        return Given(code, stored_choice(choice), note, version)

    def _replaced(self, name: str) -> int | None:
        """The stored version that the conflict page was asked to replace."""
        text = self.data.get(f"{name}-replaces", "") if self.data.get("then") == "replace" else ""
        return int(text) if re.fullmatch("[0-9]{1,9}", text) else None

    def sent_fields(self) -> list[tuple[str, str]]:
        """Name and value of every field as it was sent."""
        return [(name, self.data.get(name, "")) for name in self.fields]

    def groups(self) -> list["Group"]:
        return [self._group(field_name(question.code)) for question in self.questions]

    def _group(self, name: str) -> "Group":
        return Group(fields=[self[name]], note=self[f"{name}-note"], version=self[f"{name}-version"])


def stored_choice(choice: str) -> int:
    """The number kept for a form's choice."""
    return STORED_DONT_KNOW if choice == DONT_KNOW else int(choice)


def form_choice(stored: int) -> str:
    """The form's value for a kept number."""
    return DONT_KNOW if stored == STORED_DONT_KNOW else str(stored)


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that stand together on a page, with a heading of their own where they need one."""

    fields: list[BoundField]
    note: BoundField | None = None
    version: BoundField | None = None
    legend: str = ""
    hint: str = ""


def field_name(code: str) -> str:
    """The form field of a question: `s5` for S5."""
    return code.lower()


def first_option(code: str) -> str:
    """The id of a question's first option, where links to the question lead."""
    return f"id_{field_name(code)}_0"


class ProfilePageForm(PageForm):
    """The fields of one profile page, built from `content/profile.json`."""

    version = VersionField()
    replaces = VersionField()

    def __init__(self, page: str, language: str, currency: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.page, self.language, self.currency = page, language, currency
        profile = shipped_profile()
        for slug in profile.page(page).fields:
            self._add(profile.field(slug))

    def _add(self, field: ProfileField) -> None:
        parts = [part for part in field.parts if part.slug != "arr-currency"]
        if len(parts) < len(field.parts):
            self._add_part(field.parts[0])
        if field.kind != "numbers":
            self.fields[field.slug] = self._input(field, field.required, field.options_in(self.currency))
            if field.hint:
                self.fields[field.slug].help_text = field.hint.in_language(self.language)
        for part in parts:
            self._add_part(part)

    def _add_part(self, part: ProfilePart) -> None:
        self.fields[part.slug] = self._input(part, False, part.options)

    def _input(self, source: ProfileField | ProfilePart, required: bool, options: Any) -> forms.Field:
        label, error = source.label.in_language(self.language), source.error.in_language(self.language)
        if source.kind == "number":
            return WholeNumber(most=shipped_profile().number_limit, error=error, label=label, required=required)
        if source.kind == "text":
            return PlainText(max_length=shipped_profile().text_limit, too_long=error, label=label)
        choices = [(option.code, option.label.in_language(self.language)) for option in options]
        if shows_radios(required, len(choices)):
            return Choice(choices=choices, error=error, label=label, required=required)
        empty = [("", gettext("Choose from the list"))]
        return Choice(choices=empty + choices, error=error, label=label, required=False, widget=forms.Select)

    def groups(self) -> list[Group]:
        """The page's fields, those of one question with several inputs under its heading."""
        return [self._group(shipped_profile().field(slug)) for slug in shipped_profile().page(self.page).fields]

    def _group(self, field: ProfileField) -> Group:
        names = [part.slug for part in field.parts]
        if field.kind != "numbers":
            names.insert(1 if "arr-currency" in names else 0, field.slug)
            return Group(fields=[self[name] for name in names])
        hint = field.hint.in_language(self.language) if field.hint else ""
        return Group([self[name] for name in names], legend=field.label.in_language(self.language), hint=hint)

    def unbound_copy(self) -> "ProfilePageForm":
        """The same texts with nothing checked yet: for showing the bands in another currency."""
        return ProfilePageForm(self.page, self.language, self.currency, initial=dict(self.data.items()))

    def lacks_only_required(self) -> bool:
        """Whether nothing is wrong but that required fields are empty."""
        return all(not self.data.get(name) for name in self.errors)

    def texts(self) -> dict[str, str]:
        """What stands in each field, as its reader sees it: the label of a choice, the text of anything else."""
        return {name: self._text(name) for name in self.fields if name not in VERSIONS}

    def _text(self, name: str) -> str:
        value = str(self[name].value() or "")
        field = self.fields[name]
        if not value or not isinstance(field, Choice):
            return value
        return next((str(label) for code, label in field.widget.choices if str(code) == value), "")

    def sent_fields(self) -> list[tuple[str, str]]:
        """Name and value of every field as it was sent."""
        return [(name, self.data.get(name, "")) for name in self.fields if name != "replaces"]

    def facts(self) -> dict[str, str | int]:
        """What was filled in, by field, without the company's name and the version."""
        left_out = {"company-name", *VERSIONS}
        return {k: v for k, v in self.cleaned_data.items() if k not in left_out and v not in (None, "")}


SELECT_FROM = 7  # more options than this are a list to open, fewer are all in sight


def shows_radios(required: bool, count: int) -> bool:
    """Whether a profile field shows its options at once; its first one then has an id of its own."""
    return required or count <= SELECT_FROM


class ResumeForm(PageForm):
    """A field for a personal link. Its own check says what to do when it is empty."""

    link = PlainText(
        label=_("Your personal link"),
        help_text=_("Paste the whole link, or only the code at its end"),
        max_length=500,
        too_long=_("Paste a link of 500 characters or fewer"),
    )

    link.hide_optional = True  # type: ignore[attr-defined]  # read by the form pack

    def clean_link(self) -> str:
        link = self.cleaned_data["link"].strip()
        if not link:
            raise forms.ValidationError(gettext("Paste your personal link"))
        return str(link).rstrip("/").rsplit("/", 1)[-1]


class NameForm(PageForm):
    name = PlainText(
        label=_("Company name"),
        help_text=_("Appears on the result and the report; the answers and the result stay as they are"),
        max_length=120,
        too_long=_("Enter a company name of up to 120 characters"),
    )
    name.hide_optional = True  # type: ignore[attr-defined]  # read by the form pack
