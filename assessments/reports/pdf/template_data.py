"""What the template prints: the document with tied words, the fixed words in the language in force, the options."""

from dataclasses import asdict
from typing import Any

from django.utils.translation import gettext

from assessments.reports.logo_picture import logo_svg
from assessments.reports.map_picture import map_svg
from assessments.reports.pdf.words import words
from assessments.reports.signing import signature
from assessments.reports.story.basis import identity
from assessments.reports.titles import (
    basis_sentence,
    charter_sentence,
    doubt_sentence,
    further_kpis,
    kpis,
    kpis_sentence,
    missing_sentence,
    plan_sentence,
    position_sentence,
    reasons_sentence,
    risks_sentence,
)
from assessments.reports.values import Report
from assessments.templatetags.texts import tied

AS_THEY_ARE = frozenset({"regions", "cells", "borders", "brackets", "receipt"})  # drawings and codes, no prose


def template_data(report: Report) -> dict[str, Any]:
    """The template's data: plain JSON values."""
    document, branding = report.document, report.options.branding
    return {
        "document": prose(asdict(document)),
        "title": _title(report),
        "name": report.name,
        "sample": "" if report.day else gettext("Sample: the company and its answers are made up"),
        "prepared_by": branding.prepared_by,
        "signed": signature(branding),
        "closing": branding.closing,
        "accent": branding.accent,
        "logo": logo_svg(branding.logo) if branding.logo else None,
        "map_svg": map_svg(document.map) if document.map else "",
        "decision": asdict(report.decision) if report.decision else None,
        "identity": [list(row) for row in identity(report)],
        "kpis": prose([_kpi(kpi) for kpi in kpis(document)]),
        "further_kpis": prose(further_kpis(document)),
        "titles": prose(_titles(report)),
        "words": prose(words(document)),
    }


def _kpi(kpi: Any) -> dict[str, str]:
    names = ("name", "kind", "function", "meaning", "formula")
    return {name: getattr(kpi, name) for name in names} | {"sources": ", ".join(kpi.sources)}


def _title(report: Report) -> str:
    headline = report.document.headline
    return f"{report.name}: {headline}" if report.name else headline


def _titles(report: Report) -> dict[str, str]:
    document = report.document
    has_doubt = bool(
        document.flips.items or document.tornado or document.stability.headline or document.stability.notes
    )
    return {
        "missing": missing_sentence(document),
        "reasons": reasons_sentence(document),
        "position": position_sentence(document),
        "doubt": doubt_sentence(document) if has_doubt else "",
        "plan": plan_sentence(document),
        "kpis": kpis_sentence(document),
        "charter": charter_sentence(),
        "risks": risks_sentence(document),
        "basis": basis_sentence(document),
    }


def prose(value: Any, name: str = "") -> Any:
    """The value with every text's words tied as on the page; drawings stay as they are."""
    if isinstance(value, str):
        return value if name in AS_THEY_ARE else tied(value)
    if isinstance(value, dict):
        return {key: prose(each, key) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [prose(each, name) for each in value]
    return value
