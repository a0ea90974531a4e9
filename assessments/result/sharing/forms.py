"""The form that makes a share link."""

from django import forms
from django.utils.translation import gettext_lazy as _

from assessments.questionnaire.fields import Choice, PlainText
from assessments.questionnaire.forms import PageForm
from assessments.services.sharing import Sharing

LABEL_LENGTH = 80
NEVER = "never"


class ShareForm(PageForm):
    shows_answers = Choice(
        label=_("What does the recipient see?"),
        help_text=_("The reasons say what speaks for the advice either way"),
        choices=[
            ("no", _("The result without the answers and without notes")),
            ("yes", _("The whole result, with every answer, all notes and the company’s details")),
        ],
        error=_("Select what the recipient sees"),
        initial="no",
    )
    allows_downloads = Choice(
        label=_("May the recipient download the report?"),
        help_text=_("A file stays with the recipient when you revoke the link"),
        choices=[("no", _("No, read only")), ("yes", _("Yes, in every format"))],
        error=_("Select whether the recipient may download the report"),
        required=False,
        initial="no",
    )
    allows_downloads.hide_optional = True  # type: ignore[attr-defined]  # read by the label: one option is chosen
    expires = Choice(
        label=_("How long does the link work?"),
        choices=[("30", _("30 days")), ("90", _("90 days")), (NEVER, _("Until you revoke it"))],
        error=_("Select how long the link works"),
        initial="90",
    )
    label = PlainText(
        label=_("Label"),
        help_text=_("Readers of the result do not see it: for example who gets the link"),
        max_length=LABEL_LENGTH,
        too_long=_("Shorten the label to 80 characters or fewer"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def sharing(self) -> Sharing:
        """What was chosen; downloads are allowed only where that was chosen."""
        chosen = self.cleaned_data
        return Sharing(
            label=chosen["label"],
            shows_answers=chosen["shows_answers"] == "yes",
            allows_downloads=chosen["allows_downloads"] == "yes",
            days=None if chosen["expires"] == NEVER else int(chosen["expires"]),
        )
