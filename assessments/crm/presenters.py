"""What the page of CRM data shows: each figure beside the question it bears on, and the answer given there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext, ngettext

from assessments.content.values import Question
from assessments.services.comparing import Compared, Figure
from assessments.services.reading import StoredAnswer
from metrics.catalogue import Unit
from metrics.catalogue.wording import number_text, share_text, value_text
from metrics.scorecard.pages.presenters.card import CardColumn

if TYPE_CHECKING:
    from metrics.models import Scorecard


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """`suggestion` says what the data speak for where that differs from the answer; empty where nothing does."""

    code: str
    question: str
    says: str
    answered: str
    suggestion: str
    agrees: bool
    change: str


@dataclass(frozen=True, slots=True)
class Offered:
    """A scorecard that could be kept with the assessment."""

    ref: str
    text: str


@dataclass(frozen=True, slots=True)
class CrmPage:
    ref: str
    name: str
    kept: str
    rows: tuple[ComparedRow, ...]
    columns: tuple[CardColumn, ...]
    offered: tuple[Offered, ...]
    is_completed: bool
    area: str = "assess"


def compared_rows(
    found: Sequence[Compared],
    questions: Mapping[str, Question],
    answers: Mapping[str, StoredAnswer],
    addresses: Mapping[str, str],
    language: str,
) -> tuple[ComparedRow, ...]:
    """A row for each figure."""
    return tuple(
        _row(each, questions[each.code], answers.get(each.code), addresses[each.code], language) for each in found
    )


def _row(each: Compared, question: Question, answer: StoredAnswer | None, address: str, language: str) -> ComparedRow:
    options = [option.in_language(language) for option in question.options]
    answered = gettext("not answered yet")
    if answer is not None:
        answered = gettext("I don’t know") if answer.is_dont_know else options[answer.choice]
    agrees = answer is not None and each.option == answer.choice
    suggestion = ""
    if each.option is not None and not agrees:
        suggestion = gettext("The data speak for: %(option)s") % {"option": options[each.option]}
    return ComparedRow(
        each.code, question.question.in_language(language), says(each, language), answered, suggestion, agrees, address
    )


def says(each: Compared, language: str) -> str:
    """The figure as a sentence."""
    numbers = [Fraction(number) for number in each.numbers]
    return SENTENCES[each.figure](numbers, language)


def _cycle(numbers: Sequence[Fraction], language: str) -> str:
    text = ngettext(
        "Your CRM says %(days)s: the median of %(n)s deal won in the last 12 months.",
        "Your CRM says %(days)s: the median of %(n)s deals won in the last 12 months.",
        int(numbers[1]),
    )
    return text % {"days": value_text(numbers[0], Unit.DAYS, language), "n": number_text(numbers[1], language)}


def _win_rates(numbers: Sequence[Fraction], language: str) -> str:
    now = share_text(numbers[0] / numbers[1], language)
    if len(numbers) == 2:
        text = gettext("Your CRM says that %(now)s of the deals closed in the last 12 months were won (n = %(n)s).")
        return text % {"now": now, "n": number_text(numbers[1], language)}
    text = gettext(
        "Your CRM says that %(now)s of the deals closed in the last 12 months were won (n = %(n)s), and %(before)s in"
        " the 12 months before (n = %(m)s)."
    )
    before = share_text(numbers[2] / numbers[3], language)
    counts = {"n": number_text(numbers[1], language), "m": number_text(numbers[3], language)}
    return text % {"now": now, "before": before, **counts}


def _leads(numbers: Sequence[Fraction], language: str) -> str:
    text = gettext("Your CRM says that %(leads)s new leads come in a month, on average (n = %(n)s).")
    return text % {"leads": number_text(numbers[0], language, 1), "n": number_text(numbers[1], language)}


def _retention(numbers: Sequence[Fraction], language: str) -> str:
    text = gettext(
        "Your data say that %(grr)s of recurring revenue was kept in the last 12 months, %(nrr)s with growth."
    )
    return text % {"grr": share_text(numbers[0], language), "nrr": share_text(numbers[1], language)}


def _gaps(numbers: Sequence[Fraction], language: str) -> str:
    text = gettext("%(share)s of the deals in your CRM lack a field that others have (n = %(n)s).")
    return text % {"share": share_text(numbers[0] / numbers[1], language), "n": number_text(numbers[1], language)}


SENTENCES = {
    Figure.CYCLE: _cycle,
    Figure.WIN_RATES: _win_rates,
    Figure.LEADS: _leads,
    Figure.RETENTION: _retention,
    Figure.GAPS: _gaps,
}


def offered(scorecards: Sequence["Scorecard"]) -> tuple[Offered, ...]:
    """The scorecards of this browser that are computed."""
    return tuple(Offered(each.ref, uploaded(each)) for each in scorecards if each.result is not None)


def uploaded(scorecard: "Scorecard") -> str:
    """When its files were uploaded."""
    moment = date_format(localtime(scorecard.created_at), "DATETIME_FORMAT")
    return gettext("Scorecard uploaded on %(moment)s") % {"moment": moment}
