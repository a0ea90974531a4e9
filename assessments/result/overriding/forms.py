"""The form by which a person records another recommendation than the method's."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from assessments.document.outcomes import outcome_choices
from assessments.questionnaire.fields import Choice, PlainText
from assessments.questionnaire.forms import PageForm, VersionField
from assessments.services.overriding import OverrideGiven

REASON_LENGTH, NAME_LENGTH = 1000, 120


class RequiredText(PlainText):
    """Plain text without the spaces around it, which says what is missing when it is blank."""

    hide_optional = True

    def __init__(self, *, missing: Any, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.missing = missing

    def clean(self, value: Any) -> str:
        text: str = super().clean(value).strip()
        if not text:
            raise forms.ValidationError(self.missing)
        return text


class OverrideForm(PageForm):
    """One of the outcomes that the method did not give, with a reason and a name."""

    outcome = Choice(label=_("What do you recommend instead?"), error=_("Select what you recommend instead"))
    reason = RequiredText(
        label=_("Why?"),
        help_text=_("Everybody who can open the result reads it, also by a share link"),
        max_length=REASON_LENGTH,
        too_long=_("Shorten the reason to 1,000 characters or fewer"),
        missing=_("Enter your reason"),
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    name = RequiredText(
        label=_("Your name"),
        help_text=_("It stands beside your recommendation"),
        max_length=NAME_LENGTH,
        too_long=_("Shorten the name to 120 characters or fewer"),
        missing=_("Enter your name"),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )

    version = VersionField()
    replaces = VersionField()

    def __init__(self, method_says: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        outcome = self.fields["outcome"]
        assert isinstance(outcome, Choice)
        outcome.choices = [(key, label) for key, label in outcome_choices() if key != method_says]

    def given(self) -> OverrideGiven:
        """The decision as it was sent. The conflict page says which stored one it replaces."""
        cleaned, replaces = self.cleaned_data, self.data.get("then") == "replace"
        version = cleaned["replaces"] if replaces else cleaned["version"]
        return OverrideGiven(cleaned["outcome"], cleaned["reason"], cleaned["name"], version or 0)

    def sent_fields(self) -> list[tuple[str, str]]:
        """Name and value of every field as it was sent."""
        return [(name, self.data.get(name, "")) for name in self.fields if name != "replaces"]
