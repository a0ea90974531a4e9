"""Reads method content from JSON data and gives it back; holds the shipped method."""

import json
from dataclasses import fields, is_dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path

from .reading import Reader, joined
from .values import (
    CRITERION_CODES,
    FORMAT,
    GATE_CODES,
    REVOPS_CODES,
    SALESOPS_CODES,
    Criterion,
    Gate,
    MethodContent,
    Section,
    Text,
)

METHOD_KEYS = (
    "format",
    "weights",
    "constants",
    "gate_mapping",
    "sections",
    "criteria",
    "gates",
)
CONSTANT_KEYS = ("need_line", "case_line", "lead_gap", "coverage", "epsilon")
QUESTION_TEXTS = ("label", "question", "hint", "why", "error", "described")
QUESTION_KEYS = ("code", "slug", *QUESTION_TEXTS, "options")
CRITERION_KEYS = (*QUESTION_KEYS, "function", "high", "low")
HIGHEST_WEIGHT = 10
HIGHEST_GRADE = 7
GATE_OPTIONS = (2, 8)

_DATA = Path(__file__).parent


def parse_method(data: object) -> MethodContent:
    """Content from JSON data; ContentError lists every fault as "path: reason"."""
    reader = Reader("method")
    top = reader.members(data, "", METHOD_KEYS)
    reader.exactly(top["format"], "format", FORMAT)
    content = MethodContent(
        weights=_weights(reader, top["weights"]),
        constants=_constants(reader, top["constants"]),
        gate_mapping=_gate_mapping(reader, top["gate_mapping"]),
        sections=_sections(reader, top["sections"]),
        criteria=_criteria(reader, top["criteria"]),
        gates=_gates(reader, top["gates"]),
    )
    _check_together(reader, content)
    reader.finish()
    return content


def method_data(content: MethodContent) -> dict[str, object]:
    """JSON data of the content: the inverse of parse_method."""
    plain = _plain(content)
    assert isinstance(plain, dict)
    return {"format": FORMAT, **plain}


def shipped_method_data() -> dict[str, object]:
    """A fresh copy of the JSON data of the method this release ships."""
    return read_data_file("method.json")


@cache
def shipped_method() -> MethodContent:
    """The method this release ships."""
    return parse_method(shipped_method_data())


def read_data_file(name: str) -> dict[str, object]:
    """The object in one of the JSON files beside this module."""
    data: dict[str, object] = json.loads((_DATA / name).read_text("utf-8"))
    return data


def _weights(reader: Reader, data: object) -> dict[str, int]:
    found = reader.members(data, "weights", CRITERION_CODES)
    weights = {code: reader.whole(found[code], f"weights.{code}", 0, HIGHEST_WEIGHT) for code in CRITERION_CODES}
    for name, block in (("S1 to S7", SALESOPS_CODES), ("R1 to R6", REVOPS_CODES)):
        if all(found[code] == 0 for code in block):
            reader.note("weights", f"at least one of {name} must be above 0")
    return weights


def _constants(reader: Reader, data: object) -> dict[str, int | str]:
    found = reader.members(data, "constants", CONSTANT_KEYS)
    need_line = reader.whole(found["need_line"], "constants.need_line", 1, HIGHEST_GRADE)
    case_limit = need_line if found["need_line"] == need_line else HIGHEST_GRADE
    zero, half, one = Fraction(0), Fraction(1, 2), Fraction(1)
    return {
        "need_line": need_line,
        "case_line": reader.whole(found["case_line"], "constants.case_line", 0, case_limit),
        "lead_gap": reader.whole(found["lead_gap"], "constants.lead_gap", 1, HIGHEST_GRADE),
        "coverage": reader.share(found["coverage"], "constants.coverage", half, one),
        "epsilon": reader.share(found["epsilon"], "constants.epsilon", zero, one),
    }


def _gate_mapping(reader: Reader, data: object) -> dict[str, tuple[bool, ...]]:
    found = reader.members(data, "gate_mapping", GATE_CODES)
    return {code: reader.items(found[code], f"gate_mapping.{code}", reader.flag, *GATE_OPTIONS) for code in GATE_CODES}


def _sections(reader: Reader, data: object) -> tuple[Section, ...]:
    codes = (*CRITERION_CODES, *GATE_CODES)

    def code(item: object, path: str) -> str:
        return reader.one_of(item, path, codes)

    def section(item: object, path: str) -> Section:
        found = reader.members(item, path, ("slug", "title", "questions"))
        return Section(
            reader.slug(found["slug"], f"{path}.slug"),
            reader.text(found["title"], f"{path}.title"),
            reader.items(found["questions"], f"{path}.questions", code, 1, len(codes)),
        )

    return reader.items(data, "sections", section, 1, len(codes))


def _criteria(reader: Reader, data: object) -> tuple[Criterion, ...]:
    def criterion(item: object, path: str, code: str) -> Criterion:
        found = reader.members(item, path, CRITERION_KEYS)
        reader.exactly(found["code"], f"{path}.code", code)
        function = "salesops" if code in SALESOPS_CODES else "revops"
        reader.exactly(found["function"], f"{path}.function", function)
        return Criterion(
            code=code,
            slug=reader.slug(found["slug"], f"{path}.slug"),
            function=function,
            options=reader.items(found["options"], f"{path}.options", reader.text, 5, 5),
            high=reader.items(found["high"], f"{path}.high", reader.text, 2, 2),
            low=reader.text(found["low"], f"{path}.low"),
            **_texts(reader, found, path),
        )

    return reader.coded(data, "criteria", CRITERION_CODES, criterion)


def _gates(reader: Reader, data: object) -> tuple[Gate, ...]:
    def gate(item: object, path: str, code: str) -> Gate:
        found = reader.members(item, path, QUESTION_KEYS)
        reader.exactly(found["code"], f"{path}.code", code)
        return Gate(
            code=code,
            slug=reader.slug(found["slug"], f"{path}.slug"),
            options=reader.items(found["options"], f"{path}.options", reader.text, *GATE_OPTIONS),
            **_texts(reader, found, path),
        )

    return reader.coded(data, "gates", GATE_CODES, gate)


def _texts(reader: Reader, found: dict[str, object], path: str) -> dict[str, Text]:
    return {key: reader.text(found[key], joined(path, key)) for key in QUESTION_TEXTS}


def _check_together(reader: Reader, content: MethodContent) -> None:
    """What no single part can show: repeated slugs and codes, gaps, lengths that differ."""
    lists = {"criteria": content.criteria, "gates": content.gates}
    placed = [(q.slug, f"{name}[{n}].slug") for name in lists for n, q in enumerate(lists[name])]
    reader.distinct([slug for slug, _ in placed], [path for _, path in placed])
    slugs = [section.slug for section in content.sections]
    reader.distinct(slugs, [f"sections[{n}].slug" for n in range(len(slugs))])
    _check_coverage(reader, content.sections)
    for n, gate in enumerate(content.gates):
        readings = content.gate_mapping[gate.code]
        if readings and gate.options and len(readings) != len(gate.options):
            reader.note(
                f"gate_mapping.{gate.code}",
                f"must hold one reading for each of the {len(gate.options)} options of gates[{n}]",
            )


def _check_coverage(reader: Reader, sections: tuple[Section, ...]) -> None:
    placed = [
        (code, f"sections[{n}].questions[{k}]")
        for n, section in enumerate(sections)
        for k, code in enumerate(section.questions)
    ]
    reader.distinct([code for code, _ in placed], [path for _, path in placed])
    held = {code for code, _ in placed}
    for code in (*CRITERION_CODES, *GATE_CODES):
        if sections and code not in held:
            reader.note("sections", f"no section holds {code}")


def _plain(value: object) -> object:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, dict):
        return {key: _plain(held) for key, held in value.items()}
    return [_plain(held) for held in value] if isinstance(value, tuple) else value
