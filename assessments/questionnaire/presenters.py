"""Page objects of the questionnaire: everything a template shows, ready to print. No query, no HTML."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext

from assessments.content.profile import Profile
from assessments.content.values import MethodContent, Question
from assessments.document.numbers import coverage_text
from assessments.questionnaire.forms import Group
from assessments.questionnaire.steps import Kind, Plan, Step
from assessments.services.deleting import deletion_day
from assessments.services.reading import Answers

if TYPE_CHECKING:
    from assessments.models import Assessment

MANY_DONT_KNOWS = 4
EXPIRY_NOTICE = timedelta(days=30)
SALES_TEAM_CODES = frozenset({"S5", "S6", "S7"})


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one is: the section's name, the step's number, and the share done as an SVG width."""

    section: str
    number: int
    total: int
    width: str
    minutes: int

    @property
    def text(self) -> str:
        return gettext("Step %(number)d of %(total)d") % {"number": self.number, "total": self.total}

    @property
    def time_left(self) -> str:
        return ngettext("about %(n)d minute left", "about %(n)d minutes left", self.minutes) % {"n": self.minutes}


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a step stands: what its page needs besides the form."""

    ref: str
    plan: Plan
    step: Step
    back_url: str


@dataclass(frozen=True, slots=True)
class StepPage:
    """One step with a form: a question, a section or a profile page."""

    title: str
    heading: str
    progress: Progress
    back_url: str
    ref: str
    groups: list[Group]
    is_section: bool = False
    info: list[str] = field(default_factory=list)


def progress(where: Setting, section: str) -> Progress:
    """The progress of one step; steps before it count as done."""
    total = len(where.plan.steps)
    done_in_tenths = (where.step.number - 1) * 1000 // total
    width = f"{done_in_tenths // 10}.{done_in_tenths % 10}%"
    return Progress(section, where.step.number, total, width, where.plan.minutes_left(where.step))


def question_page(where: Setting, content: MethodContent, language: str, groups: list[Group]) -> StepPage:
    """A question or a section of questions."""
    section = content.section_of(where.step.codes[0]).title.in_language(language)
    is_section = where.step.kind is Kind.SECTION
    label = section if is_section else content.question(where.step.codes[0]).label.in_language(language)
    shown = progress(where, section)
    return StepPage(
        title=f"{label} – {shown.text}",
        heading=section if is_section else "",
        progress=shown,
        back_url=where.back_url,
        ref=where.ref,
        groups=groups,
        is_section=is_section,
    )


def profile_page(where: Setting, profile: Profile, language: str, groups: list[Group]) -> StepPage:
    """One of the two pages about the company."""
    heading = profile.page(where.step.slug).title.in_language(language)
    shown = progress(where, profile.title.in_language(language))
    return StepPage(
        title=f"{heading} – {shown.text}",
        heading=heading,
        progress=shown,
        back_url=where.back_url,
        ref=where.ref,
        groups=groups,
    )


def profile_texts(groups: list[Group], texts: dict[str, str]) -> list[tuple[str, str]]:
    """(label, text) of every field of a profile page."""
    return [(str(f.label), texts[f.name]) for group in groups for f in group.fields]


def question_info(content: MethodContent, codes: tuple[str, ...], answers: Answers, *, without_reps: bool) -> list[str]:
    """The lines above a question: who answers for reps that do not exist, and the price of many don't-knows."""
    lines = []
    if without_reps and SALES_TEAM_CODES.intersection(codes):
        lines.append(gettext("No full-time salespeople? Answer for whoever sells, for example the founder."))
    count = sum(answer.is_dont_know for code, answer in answers.items() if code[0] in "SR")
    if count > MANY_DONT_KNOWS:
        lines.append(
            ngettext(
                "You have used “I don’t know” %(n)d time. We need at least %(share)s of the questions in each part "
                "(by weight) for a recommendation.",
                "You have used “I don’t know” %(n)d times. We need at least %(share)s of the questions in each part "
                "(by weight) for a recommendation.",
                count,
            )
            % {"n": count, "share": coverage_text(Fraction(str(content.constants["coverage"])))}
        )
    return lines


@dataclass(frozen=True, slots=True)
class Version:
    """One side of a conflict, as text."""

    choice: str
    note: str


@dataclass(frozen=True, slots=True)
class ConflictItem:
    """Two answers to one question, and the hidden fields that would put the second in place of the first."""

    question: str
    saved_at: datetime
    theirs: Version
    mine: Version
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ConflictPage:
    """`keeps_typed` makes the language switch send the fields along."""

    items: list[ConflictItem]
    keep_url: str
    keeps_typed: str


@dataclass(frozen=True, slots=True)
class TypedItem:
    """A text that could not be saved, given back."""

    question: str
    mine: Version


@dataclass(frozen=True, slots=True)
class LatePage:
    items: list[TypedItem]
    completed_at: datetime
    ref: str
    fields: list[tuple[str, str]]
    keeps_typed: str


def choice_text(question: Question, choice: int, language: str) -> str:
    """The option as the respondent read it."""
    if choice >= len(question.options):
        return gettext("I don’t know")
    return question.options[choice].in_language(language)


@dataclass(frozen=True, slots=True)
class MineRow:
    """One assessment in the list of those this browser opens."""

    ref: str
    name: str
    started_at: datetime
    completed_at: datetime | None
    is_copy: bool
    expiry: str


@dataclass(frozen=True, slots=True)
class MinePage:
    """`can_compare` tells that at least two have a result, `has_expiring` that at least one is soon deleted."""

    rows: list[MineRow]
    can_compare: bool
    has_expiring: bool


def mine_page(assessments: "Iterable[Assessment]", today: date, months: int) -> MinePage:
    """Every assessment that a browser opens; `months` without a visit and one is deleted."""
    rows = [
        MineRow(
            ref=each.ref,
            name=each.client.name,
            started_at=each.started_at,
            completed_at=each.completed_at,
            is_copy=each.previous_id is not None,
            expiry=expiry_text(deletion_day(each.visited_on, months), today),
        )
        for each in assessments
    ]
    return MinePage(
        rows,
        can_compare=sum(row.completed_at is not None for row in rows) > 1,
        has_expiring=any(row.expiry for row in rows),
    )


def expiry_text(day: date, today: date) -> str:
    """The day on which an assessment is deleted unless somebody opens it; empty while that is far off."""
    if day > today + EXPIRY_NOTICE:
        return ""
    if day <= today:
        return gettext("Expires today")
    return gettext("Expires on %(date)s") % {"date": date_format(day, "DATE_FORMAT")}


@dataclass(frozen=True, slots=True)
class SavePage:
    """`link` is the address just made, empty otherwise; `count` is how many personal links work."""

    ref: str
    name: str
    link: str
    count: int
    is_completed: bool
