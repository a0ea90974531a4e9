"""What the landing page shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.formats import date_format, get_format
from django.utils.translation import gettext

from metrics.catalogue import Owner, metrics_of

if TYPE_CHECKING:
    from assessments.models import Assessment


@dataclass(frozen=True, slots=True)
class Unfinished:
    """The newest assessment this browser has not completed."""

    ref: str
    day: str


@dataclass(frozen=True, slots=True)
class Column:
    """One of the two functions, or what they share. `kind` is its colour and shape."""

    kind: str
    name: str
    text: str
    tasks: tuple[str, ...]
    metrics_title: str
    metrics: tuple[tuple[str, str], ...]  # address and name


@dataclass(frozen=True, slots=True)
class LandingPage:
    unfinished: Unfinished | None
    has_assessments: bool
    columns: tuple[Column, ...]


def landing_page(found: Sequence["Assessment"], *, today: date, language: str) -> LandingPage:
    """`found` are the assessments this browser opens, newest first."""
    newest = next((each for each in found if each.completed_at is None), None)
    return LandingPage(
        unfinished=Unfinished(newest.ref, day_text(newest.started_at, today)) if newest else None,
        has_assessments=bool(found),
        columns=(_salesops(language), _shared(language), _revops(language)),
    )


def day_text(moment: datetime, today: date) -> str:
    """`21 November`; with its year where that is not this one."""
    day = timezone.localtime(moment).date()
    full = get_format("DATE_FORMAT")
    return date_format(day, full.removesuffix(" Y") if day.year == today.year else full)


def _metrics(owner: Owner, language: str) -> tuple[tuple[str, str], ...]:
    return tuple((metric.slug, metric.name(language)) for metric in metrics_of(owner))


def _salesops(language: str) -> Column:
    return Column(
        kind="s",
        name="SalesOps",
        text=gettext(
            "Works behind the scenes for the sales team, so that salespeople can spend their time on selling."
        ),
        tasks=(
            gettext("Sales strategy, targets and feedback for reps"),
            gettext("A sales process with less paperwork"),
            gettext("Clean sales data and forecasts"),
            gettext("Onboarding, training and tools for the team"),
        ),
        metrics_title=gettext("KPIs SalesOps owns"),
        metrics=_metrics(Owner.SALESOPS, language),
    )


def _shared(language: str) -> Column:
    return Column(
        kind="b",
        name=gettext("Where they overlap"),
        text=gettext(
            "Both work on the same funnel. A shared figure tells each of them something else, so agree who acts on it."
        ),
        tasks=(
            gettext("Deciding when a lead is ready for sales"),
            gettext("Handing leads over without losing any"),
            gettext("One definition for every shared figure"),
        ),
        metrics_title=gettext("KPIs both read"),
        metrics=_metrics(Owner.SHARED, language),
    )


def _revops(language: str) -> Column:
    return Column(
        kind="r",
        name="RevOps",
        text=gettext(
            "Brings sales, marketing and customer success together to find revenue and remove what holds it up."
        ),
        tasks=(
            gettext("Long-term revenue strategy and target segments"),
            gettext("Shared processes, information and technology"),
            gettext("Prices, and how they are tested"),
            gettext("More sales to present customers, fewer of them lost"),
        ),
        metrics_title=gettext("KPIs RevOps owns"),
        metrics=_metrics(Owner.REVOPS, language),
    )
