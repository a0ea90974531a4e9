"""What fields, files, settings and problems are called on screen."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from metrics.catalogue.wording import number_text
from metrics.scorecard.fields import Kind
from metrics.scorecard.problems import Cause, Caution

Words = str | Promise

KIND_NAMES: Mapping[Kind, Words] = {
    Kind.DEALS: _("Deals"),
    Kind.LEADS: _("Leads"),
    Kind.SUBSCRIPTIONS: _("Subscriptions"),
    Kind.SPEND: _("Spend"),
}
FIELD_NAMES: Mapping[str, Words] = {
    "id": _("Id"),
    "created": _("Created on"),
    "closed": _("Closed on"),
    "status": _("Status"),
    "stage": _("Stage"),
    "amount": _("Amount"),
    "currency": _("Currency"),
    "owner": _("Deal owner"),
    "source": _("Source"),
    "segment": _("Segment"),
    "pipeline": _("Pipeline"),
    "is_won": _("Is won (yes or no)"),
    "is_lost": _("Is lost (yes or no)"),
    "is_closed": _("Is closed (yes or no)"),
    "won_on": _("Won on"),
    "lost_on": _("Lost on"),
    "mql": _("Became an MQL on"),
    "sql": _("Became an SQL on"),
    "customer": _("Customer"),
    "start": _("Start date"),
    "end": _("End date"),
    "interval": _("Billing interval"),
    "month": _("Month"),
    "kind": _("Kind of spend"),
    "channel": _("Channel"),
}
# What a value needs, for "cannot be computed: needs ...".
NEEDS: Mapping[str, Words] = {
    "subscriptions": _("a file of subscriptions"),
    "spend": _("a file of spend"),
    "leads": _("a file of leads"),
    "margin": _("the gross margin"),
    "investment": _("spend of the kind “investment” or “marketing”"),
    "two periods": _("deals closed in two periods"),
    "the end of the period": _("the end of the period"),
    "pipeline": _("one pipeline, chosen on the check page"),
    "currency": _("one currency, chosen on the check page"),
}
ENCODING_CHOICES = [
    ("utf-8", "UTF-8"),
    ("cp1250", "Windows-1250"),
    ("iso-8859-2", "ISO-8859-2"),
    ("cp1252", "Windows-1252"),
    ("utf-16", "UTF-16"),
]
ORDER_CHOICES = [
    ("", _("As the file shows")),
    ("dmy", _("Day first: 31/12/2025")),
    ("mdy", _("Month first: 12/31/2025")),
    ("ymd", _("Year first: 2025-12-31")),
]
DECIMAL_CHOICES = [("", _("As the file shows")), (",", _("Comma: 1 234,50")), (".", _("Point: 1,234.50"))]
STATUS_CHOICES = [("", _("Choose")), ("0", _("Won")), ("1", _("Lost")), ("2", _("Still open"))]


@dataclass(frozen=True, slots=True)
class ProblemText:
    """What is wrong, what was expected, what to do."""

    title: Words
    expected: Words
    todo: Words


CORRECT = _("Correct these rows in a spreadsheet and upload the file again, or go on without them.")
PROBLEMS: Mapping[Cause, ProblemText] = {
    Cause.RAGGED: ProblemText(
        _("The row has more or fewer cells than the header"),
        _("As many cells as there are columns"),
        _("Look for a separator inside a text that is not in quotation marks, or for a line of totals."),
    ),
    Cause.DATE: ProblemText(
        _("This is no date"),
        _("A date such as 2025-12-31, 31.12.2025 or 12/31/2025, from 1970 to 2100"),
        _("Check the order of day and month on the page before, or correct these rows."),
    ),
    Cause.AMOUNT: ProblemText(
        _("This is no amount"),
        _("A number such as 1234.50 or 1 234,50, with one decimal mark in the whole file"),
        _("Check the decimal mark on the page before, or correct these rows."),
    ),
    Cause.NEGATIVE: ProblemText(_("The amount is less than 0"), _("0 or more"), CORRECT),
    Cause.STATUS: ProblemText(
        _("It is not known whether the deal is won, lost or open"),
        _("A status that stands for won, lost or open"),
        _("Say what the value means on the page before."),
    ),
    Cause.NO_STATUS: ProblemText(_("The status is empty"), _("A status, or a stage"), CORRECT),
    Cause.NOT_CLOSED: ProblemText(
        _("The deal is won or lost, but has no closing date"), _("The date it was won or lost"), CORRECT
    ),
    Cause.ORDER: ProblemText(
        _("The end is earlier than the beginning"),
        _("A closing date on or after the date created"),
        _("Correct one of the two dates, or check the order of day and month on the page before."),
    ),
    Cause.REPEATED: ProblemText(
        _("The id occurs again"),
        _("Each id once; the first row with it is used"),
        _("Check whether the export lists a deal once for each product or contact."),
    ),
    Cause.NO_DATE: ProblemText(_("A date is missing"), _("A date"), CORRECT),
    Cause.NO_AMOUNT: ProblemText(_("The amount is missing"), _("A number"), CORRECT),
    Cause.INTERVAL: ProblemText(
        _("This is no billing interval"), _("Month, quarter or year, or a number of months"), CORRECT
    ),
    Cause.KIND: ProblemText(_("This is no kind of spend"), _("sales, marketing or investment"), CORRECT),
    Cause.NO_CUSTOMER: ProblemText(_("The customer is missing"), _("A name or id of the customer"), CORRECT),
}
CAUTIONS: Mapping[Caution, Words] = {
    Caution.OPEN_UNDATED: _("Open deals without a date of creation. They count as open."),
    Caution.CLOSED_WITHOUT_CREATED: _("Closed deals without a date of creation. They do not count for the cycle."),
    Caution.WON_WITHOUT_AMOUNT: _("Deals won without an amount. They do not count for values."),
    Caution.NO_ID: _("Rows without an id. Whether they occur twice cannot be told."),
    Caution.LATER: _("Created or closed after the day computed for. They do not count."),
    Caution.ONE_OFF: _("Amounts paid once. They are not recurring revenue."),
}


def count_text(count: int, language: str) -> str:
    """A count with grouped digits."""
    return number_text(Fraction(count), language)
