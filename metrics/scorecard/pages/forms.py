"""The forms of the way from files to a scorecard."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, gettext, pgettext
from django.utils.translation import gettext_lazy as _

from metrics.catalogue.numbers import NumberError, read_amount
from metrics.scorecard.card import Question
from metrics.scorecard.dates import read_day
from metrics.scorecard.faults import ScorecardError, Trouble
from metrics.scorecard.fields import FIELDS, Kind
from metrics.scorecard.pages.texts import (
    DECIMAL_CHOICES,
    ENCODING_CHOICES,
    FIELD_NAMES,
    ORDER_CHOICES,
    STATUS_CHOICES,
)
from metrics.services.intake import demand_readable

NOT_IN_FILE = _("Not in this file")
LONGEST = 60


class UploadForm(forms.Form):
    """One file of deals, and up to three others. Each is opened, so that what cannot be read is refused at once."""

    use_required_attribute = False

    def __init__(self, *args: Any, too_large: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.too_large = too_large
        for kind in Kind:
            self.fields[kind.value] = forms.FileField(
                label=UPLOADS[kind][0],
                help_text=UPLOADS[kind][1],
                required=False,
                allow_empty_file=True,
                widget=forms.FileInput(attrs={"accept": ".csv,.txt,.tsv,text/csv"}),
            )
        self.fields["deals"].hide_optional = True  # type: ignore[attr-defined]  # read by the label's template

    def clean(self) -> dict[str, Any]:
        for kind in Kind:
            self._check(kind)
        return self.cleaned_data

    def _check(self, kind: Kind) -> None:
        upload = self.cleaned_data.get(kind.value)
        language = get_language() or "en"
        if self.too_large == kind.value:
            error = ScorecardError(Trouble.BIG, most=settings.SCORECARD_MAX_MB)
            self.add_error(kind.value, error.sentence(language))
        elif upload is None and kind is Kind.DEALS:
            self.add_error(kind.value, gettext("Choose a CSV file of deals"))
        elif upload is not None:
            try:
                demand_readable(upload)
            except ScorecardError as error:
                self.add_error(kind.value, error.sentence(language))

    def uploads(self) -> Mapping[Kind, Any]:
        """The files that were chosen."""
        return {kind: self.cleaned_data[kind.value] for kind in Kind if self.cleaned_data.get(kind.value)}


UPLOADS = {
    Kind.DEALS: (
        _("Deals (opportunities)"),
        _("The export of deals from Salesforce, HubSpot, Pipedrive or another CRM"),
    ),
    Kind.LEADS: (_("Leads"), _("For qualified leads and the cost per lead")),
    Kind.SUBSCRIPTIONS: (_("Subscriptions"), _("For ARR and MRR, retention, renewals, churn")),
    Kind.SPEND: (_("Spend"), _("By month, for CAC, cost per lead and ROI")),
}


class MapForm(forms.Form):
    """How one file is to be read: encoding, dates, decimals, a column for each field, a meaning for each status."""

    use_required_attribute = False

    def __init__(self, kind: Kind, headers: Sequence[str], words: Sequence[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind, self.headers, self.words = kind, headers, words
        for name, label, choices in (
            ("encoding", _("Encoding"), ENCODING_CHOICES),
            ("dates", _("Dates with slashes or dashes"), ORDER_CHOICES),
            ("decimal", _("Decimal mark"), DECIMAL_CHOICES),
        ):
            self.fields[name] = self._choice(label, choices)
        columns = [("", NOT_IN_FILE), *((str(n), column_name(headers, n)) for n in range(len(headers)))]
        for each in FIELDS[kind]:
            self.fields[f"col-{each.name}"] = self._choice(FIELD_NAMES[each.name], columns)
        for number, word in enumerate(words):
            self.fields[f"word-{number}"] = self._choice(word or "–", STATUS_CHOICES)

    def _choice(self, label: Any, choices: Any) -> forms.ChoiceField:
        field = forms.ChoiceField(label=label, choices=choices, required=False)
        field.error_messages["invalid_choice"] = gettext("Choose one of the options")
        field.hide_optional = True  # type: ignore[attr-defined]  # read by the label's template
        return field

    def mapped(self) -> dict[str, int]:
        """The columns that were chosen."""
        found = {each.name: self.cleaned_data.get(f"col-{each.name}", "") for each in FIELDS[self.kind]}
        return {name: int(place) for name, place in found.items() if place}

    def meanings(self) -> dict[str, int]:
        """What each status word was said to mean."""
        found = {word: self.cleaned_data.get(f"word-{n}", "") for n, word in enumerate(self.words)}
        return {word: int(status) for word, status in found.items() if status}

    def demand_meanings(self) -> None:
        """An error at each status word without a meaning."""
        for number, word in enumerate(self.words):
            if not self.cleaned_data.get(f"word-{number}") and f"word-{number}" not in self.errors:
                message = gettext("Say whether “%(value)s” means won, lost or open") % {"value": word}
                self.add_error(f"word-{number}", message)


def column_name(headers: Sequence[str], place: int) -> str:
    """A header as it can be chosen; its number where it is empty or stands above several columns."""
    name = " ".join(headers[place].split())[:LONGEST]
    number = gettext("column %(n)d") % {"n": place + 1}
    if not name:
        return number
    return f"{name} ({number})" if sum(each == headers[place] for each in headers) > 1 else name


class CheckForm(forms.Form):
    """What is asked of the files: a day, one currency or each, one pipeline or each, margin and inflation."""

    use_required_attribute = False

    as_of = forms.CharField(
        label=_("Computed as of"),
        help_text=_("A date such as 2025-12-31. What is later does not count"),
        widget=forms.TextInput(attrs={"class": "short", "autocomplete": "off"}),
        required=False,
    )
    margin = forms.CharField(
        label=_("Gross margin"),
        help_text=_("In percent, for lifetime value and ROI: for example 80%"),
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
        required=False,
    )
    inflation = forms.CharField(
        label=_("Inflation in a year"),
        help_text=_("In percent, for growth in real terms"),
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
        required=False,
    )

    def __init__(self, currencies: Sequence[str], pipelines: Sequence[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["as_of"].hide_optional = True  # type: ignore[attr-defined]  # read by the label's template
        for name, label, values in (
            ("currency", _("Currency"), currencies),
            ("pipeline", _("Pipeline"), pipelines),
        ):
            if len(values) > 1:
                each = pgettext("currency or pipeline", "Show each by itself")
                choices = [("", each), *((value, value[:LONGEST]) for value in values)]
                self.fields[name] = forms.ChoiceField(label=label, choices=choices, required=False)
                self.fields[name].hide_optional = True  # type: ignore[attr-defined]  # read by the label's template
        self.order_fields(["currency", "pipeline", "as_of", "margin", "inflation"])

    def clean_as_of(self) -> int:
        text = self.cleaned_data["as_of"].strip()
        day = read_day(text, None)
        if day is None:
            raise ValidationError(gettext("Enter a date such as 2025-12-31, from 1970 to 2100"))
        return day

    def clean_margin(self) -> Fraction | None:
        return percentage(self.cleaned_data["margin"], 0, 100, gettext("Enter a gross margin from 0% to 100%"))

    def clean_inflation(self) -> Fraction | None:
        error = gettext("Enter an inflation rate from −50% to 1,000%")
        return percentage(self.cleaned_data["inflation"], -50, 1000, error)

    def question(self) -> Question:
        """What was asked."""
        chosen = self.cleaned_data
        return Question(
            chosen["as_of"],
            currency=chosen.get("currency", ""),
            pipeline=chosen.get("pipeline", ""),
            margin=chosen["margin"],
            inflation=chosen["inflation"],
        )

    def day(self) -> date:
        """The day to compute for."""
        return date.fromordinal(self.cleaned_data["as_of"])

    def asked(self) -> dict[str, str]:
        """What was typed, to be shown again."""
        return {name: str(self.data.get(name, ""))[:LONGEST] for name in self.fields}


def percentage(text: str, least: int, most: int, error: str) -> Fraction | None:
    """A percentage as a share; `80`, `80%` and `80,5 %` are alike. None for an empty text."""
    if not text.strip():
        return None
    try:
        amount = read_amount(text, "," if "," in text else ".")
    except NumberError as fault:
        raise ValidationError(error) from fault
    share = amount.value if amount.is_percent else amount.value / 100
    if amount.currency or not Fraction(least, 100) <= share <= Fraction(most, 100):
        raise ValidationError(error)
    return share
