"""The JSON Schema of JSON reports, made from the types that they are written from.

The schema of each version is published under `static/schema/`; a test keeps the two the same.
"""

import json
from dataclasses import MISSING, fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from assessments.document.decision import Decision
from assessments.document.values import AdviceDocument
from assessments.reports.data import KIND, SCHEMA_VERSION

TEXT = {"type": "string"}
PLAIN = {str: TEXT, int: {"type": "integer"}, bool: {"type": "boolean"}}


def schema_text() -> str:
    """The schema as it is published."""
    return json.dumps(report_schema(), indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def report_schema() -> dict[str, Any]:
    """The schema of a whole report. Documents may get further members, so none is forbidden."""
    parts: dict[str, Any] = {}
    record = {
        "type": "object",
        "required": ["inputs", "values"],
        "properties": {"inputs": {"type": "object"}, "values": {"type": "object"}},
    }
    members: dict[str, Any] = {
        "kind": {"const": KIND},
        "schema_version": {"const": SCHEMA_VERSION},
        "language": {"enum": ["en", "pl"]},
        "company": TEXT,
        "completed_on": {"type": "string", "description": "a date as 2026-11-22; empty for the sample"},
        "time_zone": TEXT,
        "prepared_by": TEXT,
        "closing": TEXT,
        "receipt": {"type": "string", "pattern": "^([0-9a-f]{64})?$"},
        "engine_version": TEXT,
        "document": _type(AdviceDocument, parts),
        "decision": _type(Decision | None, parts),
        "record": {"anyOf": [record, {"type": "null"}], "description": "null where the answers are left out"},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Report of RevOps Advisor",
        "type": "object",
        "required": sorted(members),
        "properties": members,
        "$defs": parts,
    }


def _type(kind: Any, parts: dict[str, Any]) -> dict[str, Any]:
    """The schema of one type; dataclasses are described once, among the parts."""
    if kind in PLAIN:
        return PLAIN[kind]
    if is_dataclass(kind):
        return _object(kind, parts)
    inside = get_args(kind)
    if get_origin(kind) in {Union, UnionType}:
        return {"anyOf": [{"type": "null"} if each is NoneType else _type(each, parts) for each in inside]}
    if inside[-1] is Ellipsis:
        return {"type": "array", "items": _type(inside[0], parts)}
    return {"type": "array", "prefixItems": [_type(each, parts) for each in inside], "minItems": len(inside)}


def _object(kind: Any, parts: dict[str, Any]) -> dict[str, Any]:
    if kind.__name__ not in parts:
        parts[kind.__name__] = {}
        hints = get_type_hints(kind)
        parts[kind.__name__] = {
            "type": "object",
            "required": [field.name for field in fields(kind) if field.default is MISSING],
            "properties": {name: _type(hint, parts) for name, hint in hints.items()},
        }
    return {"$ref": f"#/$defs/{kind.__name__}"}
