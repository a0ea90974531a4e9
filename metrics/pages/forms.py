"""The calculators: one form per calculation, sent by GET, so that its address can be passed on."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from metrics.catalogue import Fault, MetricError, Period
from metrics.catalogue.calculations import Calculation, Given
from metrics.catalogue.numbers import Amount
from metrics.catalogue.parts import PARTS, Kind
from metrics.catalogue.wording import exact_text
from metrics.pages.examples import example_text
from metrics.pages.fields import AmountField, DaysField

PERIODS = ((Period.MONTH.value, _("Month")), (Period.YEAR.value, _("Year")))
MEANS = "-means"  # of a part: the field that settles an ambiguous number


class CalculatorForm(forms.Form):
    """The parts of one calculation, and in `value` what they yield. Unbound until one of them is sent."""

    use_required_attribute = False

    def __init__(self, calculation: Calculation, language: str, sent: Mapping[str, str]) -> None:
        super().__init__(data=sent if any(part in sent for part in calculation.parts) else None)
        self.calculation, self.language = calculation, language
        self.value: Fraction | None = None
        self.given = Given()
        self.currency = ""
        for part, example in zip(calculation.parts, calculation.example, strict=True):
            self._ask_for(part, example, sent)

    def _ask_for(self, part: str, example: str, sent: Mapping[str, str]) -> None:
        """A field for the part, and a second one where what was typed can be read in two ways."""
        kind = PARTS[part].kind
        about: dict[str, Any] = {"label": self._label(part), "help_text": self._hint(part, example)}
        if kind is Kind.PERIOD:
            self.fields[part] = forms.ChoiceField(choices=PERIODS, **about)
        elif kind is Kind.SEVERAL_DAYS:
            self.fields[part] = DaysField(**about)
        else:
            typed = sent.get(part, "").strip()
            field = AmountField(kind, typed, sent.get(part + MEANS, ""), **about)
            self.fields[part] = field
            if field.readings:
                self.fields[part + MEANS] = self._question(typed, field.readings)

    def _label(self, part: str) -> str:
        label = PARTS[part].label.in_language(self.language)
        return label[0].upper() + label[1:]

    def _hint(self, part: str, example: str) -> str:
        """What to count, with the worked example's number."""
        about = PARTS[part].about.in_language(self.language)
        about = about[0].upper() + about[1:]
        if PARTS[part].kind is Kind.PERIOD:
            return about
        shown = {"about": about, "example": example_text(PARTS[part].kind, example, self.language)}
        return gettext("%(about)s, for example %(example)s") % shown

    def _question(self, typed: str, readings: Mapping[str, Amount]) -> forms.Field:
        """Which of two numbers was meant. An option's value is the number itself, so that another text asks anew."""
        (whole, _whole), (decimal, _decimal) = readings.items()
        shown = exact_text(Fraction(decimal), self.language)
        field = forms.ChoiceField(
            label=gettext("Which number is “%(typed)s”?") % {"typed": typed},
            choices=[
                (whole, gettext("%(number)s, a whole number") % {"number": whole}),
                (decimal, gettext("%(number)s, with decimals") % {"number": shown}),
            ],
            widget=forms.RadioSelect,
        )
        error = gettext("“%(typed)s” can be read in two ways: choose the number you mean") % {"typed": typed}
        field.error_messages.update(required=error, invalid_choice=error)
        return field

    def clean(self) -> dict[str, Any]:
        """Compute, once every part can be used; what stands in the way becomes a sentence."""
        if self.errors:
            return self.cleaned_data
        cleaned = {part: self.cleaned_data[part] for part in self.calculation.parts}
        amounts = {part: value for part, value in cleaned.items() if isinstance(value, Amount)}
        currencies = {amount.currency for amount in amounts.values()} - {""}
        self.given = Given(
            {part: amount.value for part, amount in amounts.items()},
            {part: value for part, value in cleaned.items() if isinstance(value, tuple)},
            {part: Period(value) for part, value in cleaned.items() if isinstance(value, str)},
        )
        try:
            if len(currencies) > 1:
                raise MetricError(Fault.MIXED_CURRENCIES)
            self.currency = next(iter(currencies), "")
            self.value = self.calculation.compute(self.given)
        except MetricError as error:
            self._explain(error)
        return self.cleaned_data

    def _explain(self, error: MetricError) -> None:
        """The error at the first part at fault that is asked for, else above the form."""
        labels = {part: self._label(part) for part in PARTS}
        at = next((part for part in error.parts if part in self.fields), None)
        self.add_error(at, error.sentence(self.language, labels))
