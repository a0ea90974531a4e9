"""Fields that take numbers as people write them, and say what to do where they cannot."""

from fractions import Fraction
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from metrics.catalogue.numbers import LONGEST, Amount, NumberError, NumberFault, read_amount
from metrics.catalogue.parts import Kind
from metrics.catalogue.wording import exact_text

MOST_DAYS, LONGEST_LIST = 500, 4000


class AmountField(forms.CharField):
    """One number. `meant` is the reading that was chosen for an ambiguous one, as `readings` writes it.

    Cleaned to an Amount; to None while it is ambiguous, which the question beside it then says.
    """

    def __init__(self, kind: Kind, typed: str, meant: str, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "class": "short"})
        super().__init__(widget=widget, **kwargs)
        self.error_messages["required"] = gettext("%(label)s: enter a number") % {"label": self.label}
        self.kind = kind
        self.readings = readings(typed)
        self.meant = meant

    def clean(self, value: Any) -> Any:
        text = str(super().clean(value))
        if self.readings:
            return self._checked(self.readings[self.meant]) if self.meant in self.readings else None
        try:
            return self._checked(read_amount(text))
        except NumberError as error:
            raise ValidationError(problem(error, str(self.label))) from error

    def _checked(self, amount: Amount) -> Amount:
        """The amount if its unit fits; a share for a percentage."""
        names = {"label": self.label}
        if amount.is_percent and self.kind is not Kind.PERCENT:
            raise ValidationError(gettext("%(label)s: enter a number, not a percentage") % names)
        if amount.currency and self.kind is not Kind.MONEY:
            raise ValidationError(gettext("%(label)s: leave out the currency, this is not an amount of money") % names)
        if self.kind is Kind.PERCENT and not amount.is_percent:
            return Amount(amount.value / 100, is_percent=True)
        return amount


class DaysField(forms.CharField):
    """Several numbers of days, set apart by semicolons or lines; cleaned to a tuple of fractions."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off"}), **kwargs)
        self.error_messages["required"] = gettext("%(label)s: enter at least one number") % {"label": self.label}

    def clean(self, value: Any) -> Any:
        text = str(super().clean(value))
        names = {"label": self.label}
        items = [item for item in text.replace("\n", ";").split(";") if item.strip()]
        if not items:
            raise ValidationError(self.error_messages["required"])
        if len(text) > LONGEST_LIST or len(items) > MOST_DAYS:
            names["most"] = str(MOST_DAYS)
            raise ValidationError(gettext("%(label)s: enter %(most)s numbers or fewer") % names)
        return tuple(self._number(item.strip()) for item in items)

    def _number(self, item: str) -> Fraction:
        try:
            amount = read_amount(item)
        except NumberError as error:
            raise ValidationError(problem(error, str(self.label))) from error
        if amount.is_percent or amount.currency:
            raise ValidationError(gettext("%(label)s: enter numbers of days only") % {"label": self.label})
        return amount.value


def problem(error: NumberError, label: str) -> str:
    """What is wrong with a number, and what to do."""
    names = {"label": label, "typed": error.text.strip()[:LONGEST], "most": LONGEST}
    return {
        NumberFault.EMPTY: gettext("%(label)s: enter a number"),
        NumberFault.TOO_LONG: gettext("%(label)s: enter a number of %(most)s characters or fewer"),
        NumberFault.NOT_A_NUMBER: gettext("%(label)s: “%(typed)s” is not a number; use digits, for example 1,234.5"),
        NumberFault.AMBIGUOUS: gettext(
            "%(label)s: “%(typed)s” can be read in two ways; leave out the comma or point, or add a decimal"
        ),
    }[error.fault] % names


def readings(typed: str) -> dict[str, Amount]:
    """Both readings of an ambiguous number, the whole one first, under plain digits; nothing for any other text."""
    try:
        read_amount(typed)
    except NumberError as error:
        return {plain(reading): reading for reading in error.readings}
    return {}


def plain(amount: Amount) -> str:
    """The number as digits with a point: `1234`, `1.234`."""
    return exact_text(abs(amount.value) * (100 if amount.is_percent else 1), "en").replace(",", "")
