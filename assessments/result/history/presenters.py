"""Page objects of one assessment's results over time, and of a result read by the current method."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext

from assessments.document.changes import answer_news, weight_rows
from assessments.document.changes_values import WeightRow
from assessments.document.summary import Summary
from assessments.result.comparing.presenters import Reading, reading_of
from assessments.services.recomputing import CurrentReading

if TYPE_CHECKING:
    from assessments.models import Assessment


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One version; `line` is None for a draft, `before` the reference of the result completed before it."""

    ref: str
    date: str
    line: Summary | None
    before: str
    is_this: bool


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Newest first; `older_method` says that another version of the method is current."""

    ref: str
    name: str
    is_completed: bool
    rows: list[HistoryRow]
    older_method: str
    area: str = "assess"


@dataclass(frozen=True, slots=True)
class RecomputedPage:
    """The stored result and its reading by the current method; `current` is None where that is its own."""

    ref: str
    name: str
    title: str
    date: str
    stored: Reading
    current: Reading | None
    weights: tuple[WeightRow, ...]
    area: str = "assess"


def history_page(
    assessment: "Assessment", versions: "Iterable[Assessment]", lines: Mapping[int, Summary], current: int
) -> HistoryPage:
    """The versions of an assessment that this browser opens; `current` is the number of the published method."""
    drafts = [each for each in versions if not each.completed_at]
    done = sorted((each for each in versions if each.completed_at), key=_completion, reverse=True)
    before = {later.ref: earlier.ref for later, earlier in pairwise(done)}
    return HistoryPage(
        ref=assessment.ref,
        name=assessment.client.name,
        is_completed=assessment.completed_at is not None,
        rows=[
            HistoryRow(each.ref, _date(each), lines.get(each.pk), before.get(each.ref, ""), each.pk == assessment.pk)
            for each in (*drafts, *done)
        ],
        older_method=_older_method(lines.get(assessment.pk), str(current)),
    )


def _completion(assessment: "Assessment") -> tuple[object, int]:
    return assessment.completed_at, assessment.pk


def _date(assessment: "Assessment") -> str:
    """When it was completed, or started."""
    return str(date_format(localtime(assessment.completed_at or assessment.started_at), "DATE_FORMAT"))


def _older_method(line: Summary | None, current: str) -> str:
    if line is None or line.version == current:
        return ""
    text = gettext(
        "This result uses method version %(own)s. Version %(current)s is current. Keep it, or recalculate with version "
        "%(current)s – we show both."
    )
    return text % {"own": line.version, "current": current}


def recomputed_page(assessment: "Assessment", reading: CurrentReading) -> RecomputedPage:
    """Both readings; only the stored one where the current method is the result's own."""
    stored, current = reading.stored, reading.current
    is_own = current is stored
    return RecomputedPage(
        ref=assessment.ref,
        name=assessment.client.name,
        title=gettext("This result already uses the current method.") if is_own else _news(reading),
        date=_date(assessment),
        stored=reading_of(stored),
        current=None if is_own else reading_of(current),
        weights=() if is_own else weight_rows(stored, current),
    )


def _news(reading: CurrentReading) -> str:
    if reading.stored.result.outcome == reading.current.result.outcome:
        return answer_news([reading.stored, reading.current], is_same_company=True)
    return gettext("The current method gives another answer.")
