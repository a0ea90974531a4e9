"""Form fields that keep what was typed, or refuse it with a sentence that says what to do."""

import re
import unicodedata
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

CONTROL_CHARACTERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
# What shows nothing although Unicode counts it among letters, signs and marks: fillers, joiners, variation selectors.
UNSEEN = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]")
SPACES = str.maketrans("", "", " \u00a0\u202f")


def refuse_control_characters(text: str) -> None:
    """Characters that no screen and no file can show are refused, never dropped silently."""
    if CONTROL_CHARACTERS.search(text):
        raise ValidationError(gettext("Remove the control characters: they cannot be shown or printed"))


def is_blank(text: str) -> bool:
    """Whether the text shows nothing: spaces, line ends, characters without a shape."""
    return all(unicodedata.category(char)[0] in "ZC" for char in UNSEEN.sub("", text))


class PlainText(forms.CharField):
    """Text kept to the letter; only line ends become \\n, and text that shows nothing becomes empty."""

    def __init__(self, *, max_length: int, too_long: Any, **kwargs: Any) -> None:
        super().__init__(max_length=max_length, strip=False, required=False, **kwargs)
        self.error_messages["max_length"] = too_long
        self.validators = [refuse_control_characters, *(v for v in self.validators if hasattr(v, "limit_value"))]
        for validator in self.validators[1:]:
            validator.message = too_long  # type: ignore[attr-defined]  # a MaxLengthValidator

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        if is_blank(text) and not CONTROL_CHARACTERS.search(text):
            return ""
        return text.replace("\r\n", "\n")


class WholeNumber(forms.CharField):
    """A whole number typed as people type it: `12`, `1 200`; not `type=number`, whose marks follow the browser."""

    def __init__(self, *, most: int, error: str, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "short"})
        super().__init__(widget=widget, **kwargs)
        self.most, self.error = most, error
        self.error_messages["required"] = error
        self.validators = []

    def clean(self, value: Any) -> Any:
        text = str(super().clean(value) or "").translate(SPACES)
        if not text:
            return None
        if not re.fullmatch("[0-9]{1,9}", text) or int(text) > self.most:
            raise ValidationError(self.error)
        return int(text)


class Choice(forms.ChoiceField):
    """One of a few options; a missing and an unknown one get the same sentence, which says what to do."""

    def __init__(self, *, error: Any, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.RadioSelect)
        super().__init__(**kwargs)
        self.error_messages.update(required=error, invalid_choice=error)


NOTE_TOO_LONG = _("Shorten the note to 500 characters or fewer")
