"""Reports made from a line of answers; no database."""

import io
from typing import Any

from PIL import Image

from assessments.document.build import advice_document
from assessments.document.case import Case, engine_inputs, engine_method
from assessments.document.decision import Decision
from assessments.document.values import AdviceDocument
from assessments.reports.logos import logo
from assessments.reports.titles import kpis
from assessments.reports.values import Branding, File, Format, Options, Record, Report
from assessments.reports.writing import written
from assessments.scoring import canonical_json, result_values
from assessments.services.freezing import stored_inputs
from tests.document.cases import HEADLINES, case

OWN = Decision(
    method="The method says: SalesOps.",
    person="Ewa Żak decided otherwise: Neither yet.",
    reason="The board waits for the audit.\nWe meet again in May.",
    date="23 November 2026",
)


def report_of_case(
    made: Case, *, decision: Decision | None = None, name: str = "Acorn Metrics", **options: Any
) -> Report:
    """The report of a case in the case's language."""
    method, inputs = engine_method(made.content), engine_inputs(made.content, made.choices)
    return Report(
        document=advice_document(made),
        options=Options(made.language, **options),
        name=name,
        day="2026-11-22",
        zone="Europe/Warsaw",
        decision=decision,
        record=Record(
            canonical_json(stored_inputs(made.content, method, inputs)), canonical_json(result_values(made.result))
        ),
    )


def headline_report(code: str = "salesops", language: str = "en", **more: Any) -> Report:
    """The report of the answers that give this headline."""
    return report_of_case(case(*HEADLINES[code], language=language), **more)


def file_of(report: Report, kind: Format | str) -> bytes:
    return written(report, Format(kind)).content


def all_files(report: Report) -> dict[Format, File]:
    return {kind: written(report, kind) for kind in Format}


def picture(width: int = 300, height: int = 80, kind: str = "PNG", colour: str = "#7a3ff2") -> bytes:
    """A picture as somebody would upload it."""
    made = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(made, kind)
    return made.getvalue()


def branding(**more: Any) -> Branding:
    words = {"prepared_by": "Advisers & Co", "accent": "#4a2e8f", "closing": "Thank you.\nCall us."}
    return Branding(**words | {"logo": logo(picture())} | more)


def promises(document: AdviceDocument) -> list[str]:
    """What the page says and every file must say too: outcome, scores, robustness, flips, plan, KPIs."""
    said = [document.headline, document.pill, *document.tags, *document.lead]
    said += [fact.value for fact in document.facts]
    said += [text for need in document.needs.rows for text in (need.name, need.score, need.range)]
    said += [reason.headline for reason in document.reasons]
    said += [item.label for item in document.missing]
    said += [text for share in document.stability.shares for text in (share.outcome, share.text)]
    said += [document.stability.headline, *(gate.sentence for gate in document.flips.gates), *document.flips.unknowns]
    for flip in document.flips.items:
        said += [flip.outcome, flip.steps, *(text for topic, new, _, _ in flip.parts for text in (topic, new))]
    if document.against:
        said += [document.against.title, *document.against.intro, *document.against.verdict]
    if document.plan:
        said += [text for phase in document.plan.phases for text in (phase.when, phase.title, phase.done_when)]
        said += [item.text for phase in document.plan.phases for item in phase.items]
        said += [text for action in document.plan.actions for text in (action.title, action.owner)]
        said += [quarter.text for quarter in document.plan.year]
    said += [kpi.name for kpi in kpis(document)]
    return [text for text in said if text]
