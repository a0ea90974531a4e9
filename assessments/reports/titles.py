"""Titles of a report's pages: sentences that tell the story when read alone, never topics."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext, ngettext

from assessments.document.values import AdviceDocument


def kpis(document: AdviceDocument) -> tuple[Any, ...]:
    """The KPIs to start with; none in documents that were made before there were any."""
    return tuple(getattr(getattr(document, "kpis", None), "start", ()))


def further_kpis(document: AdviceDocument) -> tuple[str, ...]:
    """The names of all other KPIs."""
    groups = getattr(getattr(document, "kpis", None), "others", ())
    return tuple(kpi.name for group in groups for kpi in group.kpis)


def reasons_sentence(document: AdviceDocument) -> str:
    """Over the reasons."""
    count = len(document.reasons)
    if document.headline_code == "not_yet":
        text = ngettext("%(n)d reason speaks for waiting", "%(n)d reasons speak for waiting", count)
    else:
        text = ngettext("%(n)d reason leads to this answer", "%(n)d reasons lead to this answer", count)
    return text % {"n": count}


def position_sentence(document: AdviceDocument) -> str:
    """Over the map and what added up."""
    return document.map.sentence.rstrip(".") if document.map else document.needs.title


def doubt_sentence(document: AdviceDocument) -> str:
    """Over what would change the answer."""
    if document.tornado:
        return document.tornado.title
    return document.stability.headline or gettext("Some answers deserve a second look")


def missing_sentence(document: AdviceDocument) -> str:
    """Over the questions without an answer."""
    count = len(document.missing)
    return ngettext(
        "%(n)d question stands between you and a recommendation",
        "%(n)d questions stand between you and a recommendation",
        count,
    ) % {"n": count}


def plan_sentence(document: AdviceDocument) -> str:
    """Over the plan: its own introduction, which is a sentence."""
    return document.plan.intro.rstrip(".") if document.plan else ""


def kpis_sentence(document: AdviceDocument) -> str:
    """Over the KPIs."""
    count = len(kpis(document))
    text = ngettext("%(n)d KPI shows whether it works", "%(n)d KPIs show whether it works", count)
    return text % {"n": count}


def charter_sentence() -> str:
    """Over the duties."""
    return gettext("Each duty needs one person who carries it")


def risks_sentence(document: AdviceDocument) -> str:
    """Over the risks."""
    count = len(document.risks)
    text = ngettext("%(n)d risk can be seen early", "%(n)d risks can be seen early", count)
    return text % {"n": count}


def basis_sentence(document: AdviceDocument) -> str:
    """Over answers, assumptions and method."""
    if not document.answers:
        return gettext("The result can be computed again and checked")
    return gettext("The result follows from these answers and can be computed again")


def sentence(parts: Iterable[str]) -> str:
    """Sentences one after the other."""
    return " ".join(parts)
