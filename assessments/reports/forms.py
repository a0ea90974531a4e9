"""The form by which a report is chosen: format, language, parts, and a consultant's branding."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from assessments.questionnaire.fields import Choice, PlainText
from assessments.questionnaire.forms import PageForm
from assessments.reports.contrast import colour_of, is_readable
from assessments.reports.logos import LogoError, logo
from assessments.reports.values import Branding, Format, Logo, Options

NAME_LENGTH, CLOSING_LENGTH = 120, 600
FORMATS = (
    (Format.PDF, _("PDF – to send and to print")),
    (Format.WORD, _("Word – to edit")),
    (Format.SLIDES, _("PowerPoint – to present")),
    (Format.WORKBOOK, _("Excel – to check the numbers and work on the plan")),
    (Format.TABLE, _("CSV – all texts and numbers as one table")),
    (Format.MARKDOWN, _("Markdown – for a wiki or a note")),
    (Format.DATA, _("JSON – for other programs")),
)


class Part(forms.BooleanField):
    """A part of the report that is printed unless it is switched off."""

    hide_optional = True

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, initial=True, **kwargs)


class ReportForm(PageForm):
    """What everybody chooses. `shows_answers` is False for a share link that hides the answers."""

    format = Choice(label=_("Which format?"), choices=FORMATS, error=_("Select a format"), initial=str(Format.PDF))
    language = Choice(
        label=_("Language of the report"), choices=settings.LANGUAGES, error=_("Select the language of the report")
    )
    answers = Part(label=_("Every answer, and the details of the company"))
    notes = Part(label=_("Notes beside the answers"))
    method = Part(label=_("How the result was computed"))

    def __init__(self, *args: Any, shows_answers: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not shows_answers:
            del self.fields["answers"], self.fields["notes"]

    def parts(self) -> list[forms.BoundField]:
        return [self[name] for name in ("answers", "notes", "method") if name in self.fields]

    def branding_fields(self) -> list[forms.BoundField]:
        return []

    @property
    def kind(self) -> Format:
        return Format(self.cleaned_data["format"])

    @property
    def company(self) -> str | None:
        """The name to print in place of the company's own; None to print that."""
        return None

    def branding(self) -> Branding:
        return Branding()

    def options(self) -> Options:
        """What was chosen."""
        chosen = self.cleaned_data
        return Options(
            language=chosen["language"],
            notes=chosen.get("notes", False),
            answers=chosen.get("answers", False),
            method=chosen["method"],
            branding=self.branding(),
        )


class BrandedReportForm(ReportForm):
    """What a consultant chooses as well: names, logo, colour, closing words."""

    client_name = PlainText(
        label=_("Client’s name"),
        help_text=_("It stands on the first page, and is not remembered"),
        max_length=NAME_LENGTH,
        too_long=_("Shorten the client’s name to 120 characters or fewer"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    prepared_by = PlainText(
        label=_("Prepared by"),
        max_length=NAME_LENGTH,
        too_long=_("Shorten “Prepared by” to 120 characters or fewer"),
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    logo = forms.FileField(
        label=_("Logo"),
        required=False,
        help_text=_("PNG or JPEG, at most 1 MB"),
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg"}),
    )
    without_logo = forms.BooleanField(label=_("Print no logo"), required=False)
    accent = PlainText(
        label=_("Accent colour"),
        help_text=_("As on websites, for example #4a2e8f; it must be dark enough to read on white"),
        max_length=7,
        too_long=_("Enter the colour as # and six digits or letters from a to f, for example #4a2e8f"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "short", "spellcheck": "false"}),
    )
    closing = PlainText(
        label=_("Closing paragraph"),
        max_length=CLOSING_LENGTH,
        too_long=_("Shorten the closing paragraph to 600 characters or fewer"),
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, kept: Branding, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kept = kept
        self.fields["without_logo"].hide_optional = True  # type: ignore[attr-defined]  # read by the label
        if kept.logo is None:
            del self.fields["without_logo"]
        else:
            self.fields["logo"].help_text = gettext("Your logo is remembered. Choose a file to use another one")

    def branding_fields(self) -> list[forms.BoundField]:
        names = ("client_name", "prepared_by", "logo", "without_logo", "accent", "closing")
        return [self[name] for name in names if name in self.fields]

    def clean_accent(self) -> str:
        text = self.cleaned_data["accent"]
        if not text:
            return ""
        colour = colour_of(text)
        if colour is None:
            raise forms.ValidationError(self.fields["accent"].error_messages["max_length"])
        if not is_readable(colour):
            raise forms.ValidationError(gettext("Choose a darker colour: this one is hard to read on white"))
        return colour

    def clean_logo(self) -> Logo | None:
        uploaded = self.cleaned_data["logo"]
        if not isinstance(uploaded, UploadedFile):
            return None
        try:
            return logo(uploaded.read())
        except LogoError as error:
            raise forms.ValidationError(str(error)) from error

    @property
    def company(self) -> str:
        return str(self.cleaned_data["client_name"])

    def branding(self) -> Branding:
        """Names, colour and words as typed; the logo just chosen, else the one remembered."""
        chosen = self.cleaned_data
        kept = None if chosen.get("without_logo") else self.kept.logo
        return Branding(chosen["prepared_by"], chosen["accent"], chosen["closing"], chosen["logo"] or kept)
