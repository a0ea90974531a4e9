"""The document as JSON, and back: what was frozen at completion is what every later page shows."""

import json
from dataclasses import asdict

from assessments.document.values import AdviceDocument, Summary
from assessments.scoring.receipt import canonical_json, record


def document_json(document: AdviceDocument) -> str:
    """Canonical JSON of the document: sorted keys, no spaces."""
    return canonical_json(asdict(document))


def document_from_json(text: str) -> AdviceDocument:
    """The document that `document_json` wrote, by this release or an earlier one."""
    document: AdviceDocument = record(AdviceDocument, json.loads(text))
    return document


def summary_from_json(text: str) -> Summary:
    """The summary in the same text, several times as fast as the whole document."""
    summary: Summary = record(Summary, json.loads(text))
    return summary
