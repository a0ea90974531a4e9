"""JSON: the whole document, what stands beside it, and the record by which it can be checked."""

import json
from dataclasses import asdict
from typing import Any

from assessments.reports.values import Report

KIND = "revops-advisor-report"
SCHEMA_VERSION = 1


def data_file(report: Report) -> bytes:
    """UTF-8 JSON as the schema of this version describes it; the same bytes for the same report."""
    return (json.dumps(report_data(report), ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def report_data(report: Report) -> dict[str, Any]:
    """The report as plain JSON values. Without answers `record` is null, for it holds them."""
    options, method = report.options, report.document.method
    return {
        "kind": KIND,
        "schema_version": SCHEMA_VERSION,
        "language": options.language,
        "company": report.name,
        "completed_on": report.day,
        "time_zone": report.zone,
        "prepared_by": options.branding.prepared_by,
        "closing": options.branding.closing,
        "receipt": method.receipt,
        "engine_version": method.engine_version,
        "document": asdict(report.document),
        "decision": asdict(report.decision) if report.decision else None,
        "record": _record(report),
    }


def _record(report: Report) -> dict[str, Any] | None:
    if report.record is None:
        return None
    return {"inputs": json.loads(report.record.inputs), "values": json.loads(report.record.values)}
