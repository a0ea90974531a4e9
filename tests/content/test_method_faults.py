"""Every fault in method content is refused, and its path is named."""

from collections.abc import Callable
from typing import Any

import pytest

from assessments.content.loader import (
    parse_method,
    shipped_method_data,
)
from assessments.content.reading import ContentError

Data = dict[str, Any]


def faults_after(change: Callable[[Data], object]) -> tuple[str, ...]:
    """The faults of the shipped data after a change; none if it is accepted."""
    data: Data = shipped_method_data()
    change(data)
    try:
        parse_method(data)
    except ContentError as refused:
        return refused.faults
    return ()


def put(*path: str | int, value: object) -> Callable[[Data], object]:
    """A change that sets the value at this path."""

    def change(data: Data) -> None:
        target: Any = data
        for step in path[:-1]:
            target = target[step]
        target[path[-1]] = value

    return change


def without(*path: str | int) -> Callable[[Data], object]:
    """A change that removes the member or item at this path."""

    def change(data: Data) -> None:
        target: Any = data
        for step in path[:-1]:
            target = target[step]
        del target[path[-1]]

    return change


CONTROL = "holds a control character"
REFUSED = [
    (put("format", value=2), "format: must be 1"),
    (put("format", value=True), "format: must be 1"),
    (without("weights"), "weights: is missing"),
    (put("notes", value=1), "notes: is not known"),
    (put("weights", value=[]), "weights: must be an object"),
    (put("weights", "S8", value=1), "weights.S8: is not known"),
    (without("weights", "S1"), "weights.S1: is missing"),
    (put("weights", "S1", value=11), "weights.S1: must be a whole number from 0 to 10"),
    (put("weights", "S1", value=-1), "weights.S1: must be a whole number from 0 to 10"),
    (put("weights", "S1", value=1.0), "weights.S1: must be a whole number from 0 to 10"),
    (put("weights", "S1", value=True), "weights.S1: must be a whole number from 0 to 10"),
    (put("weights", "S1", value="1"), "weights.S1: must be a whole number from 0 to 10"),
    (
        lambda data: data["weights"].update({f"S{n}": 0 for n in range(1, 8)}),
        "weights: at least one of S1 to S7 must be above 0",
    ),
    (
        lambda data: data["weights"].update({f"R{n}": 0 for n in range(1, 7)}),
        "weights: at least one of R1 to R6 must be above 0",
    ),
    (
        put("constants", "need_line", value=0),
        "constants.need_line: must be a whole number from 1 to 7",
    ),
    (
        put("constants", "need_line", value=8),
        "constants.need_line: must be a whole number from 1 to 7",
    ),
    (
        put("constants", "case_line", value=5),
        "constants.case_line: must be a whole number from 0 to 4",
    ),
    (
        put("constants", "case_line", value=-1),
        "constants.case_line: must be a whole number from 0 to 4",
    ),
    (
        put("constants", "lead_gap", value=8),
        "constants.lead_gap: must be a whole number from 1 to 7",
    ),
    (
        put("constants", "coverage", value="2/5"),
        "constants.coverage: must be a fraction from 1/2 to 1, written like 3/5",
    ),
    (
        put("constants", "coverage", value="1/0"),
        "constants.coverage: must be a fraction from 1/2 to 1, written like 3/5",
    ),
    (
        put("constants", "coverage", value=0.6),
        "constants.coverage: must be a fraction from 1/2 to 1, written like 3/5",
    ),
    (
        put("constants", "epsilon", value="3/2"),
        "constants.epsilon: must be a fraction from 0 to 1, written like 3/5",
    ),
    (
        put("constants", "epsilon", value="٣/٥"),
        "constants.epsilon: must be a fraction from 0 to 1, written like 3/5",
    ),
    (without("constants", "epsilon"), "constants.epsilon: is missing"),
    (put("gate_mapping", "B", 1, value=0), "gate_mapping.B[1]: must be true or false"),
    (
        put("gate_mapping", "B", value=[False, True]),
        "gate_mapping.B: must hold one reading for each of the 4 options of gates[0]",
    ),
    (put("gate_mapping", "B", value="no"), "gate_mapping.B: must be a list"),
    (without("gate_mapping", "D"), "gate_mapping.D: is missing"),
    (put("sections", value=[]), "sections: must hold 1 to 17 items"),
    (without("sections", 0, "questions", 1), "sections: no section holds S2"),
    (put("sections", 0, "questions", 1, value="R1"), "sections[2].questions[0]: repeats R1"),
    (
        put("sections", 1, "slug", value="how-you-sell"),
        "sections[1].slug: repeats how-you-sell",
    ),
    (without("sections", 0, "title"), "sections[0].title: is missing"),
    (without("criteria", 12), "criteria: must hold 13 items"),
    (put("criteria", 0, value=None), "criteria[0]: must be an object"),
    (put("criteria", 0, "code", value="S2"), "criteria[0].code: must be S1"),
    (put("criteria", 0, "function", value="revops"), "criteria[0].function: must be salesops"),
    (put("criteria", 3, "slug", value="own-audience"), "criteria[3].slug: repeats own-audience"),
    (put("gates", 0, "slug", value="own-audience"), "gates[0].slug: repeats own-audience"),
    (
        put("criteria", 0, "slug", value="Own audience"),
        "criteria[0].slug: must be lower-case words joined by hyphens",
    ),
    (
        put("criteria", 0, "slug", value="a" * 61),
        "criteria[0].slug: must be lower-case words joined by hyphens",
    ),
    (without("criteria", 0, "options", 4), "criteria[0].options: must hold 5 items"),
    (without("criteria", 0, "high", 1), "criteria[0].high: must hold 2 items"),
    (without("criteria", 0, "low"), "criteria[0].low: is missing"),
    (without("criteria", 0, "label", "pl"), "criteria[0].label.pl: is missing"),
    (put("criteria", 0, "label", "de", value="x"), "criteria[0].label.de: is not known"),
    (put("criteria", 0, "label", "pl", value=""), "criteria[0].label.pl: is empty"),
    (put("criteria", 0, "label", "pl", value=" \u00a0"), "criteria[0].label.pl: is empty"),
    (put("criteria", 0, "label", "pl", value=None), "criteria[0].label.pl: must be text"),
    (
        put("criteria", 0, "why", "en", value="x" * 2_001),
        "criteria[0].why.en: is longer than 2,000 characters",
    ),
    (put("criteria", 0, "why", "en", value="a\nb"), f"criteria[0].why.en: {CONTROL}"),
    (put("criteria", 0, "why", "en", value="a\x00"), f"criteria[0].why.en: {CONTROL}"),
    (put("criteria", 0, "why", "en", value="a\u202eb"), f"criteria[0].why.en: {CONTROL}"),
    (put("criteria", 0, "why", "en", value="a\ud800"), f"criteria[0].why.en: {CONTROL}"),
    (put("gates", 1, "options", 4, "en", value=5), "gates[1].options[4].en: must be text"),
    (put("gates", 1, "options", value=[]), "gates[1].options: must hold 2 to 8 items"),
    (put("gates", 1, "high", value=[]), "gates[1].high: is not known"),
    (without("gates", 0), "gates: must hold 4 items"),
    (put("line\nbreak\ud800", value=1), "line\\nbreak\\ud800: is not known"),
]


@pytest.mark.parametrize(("change", "fault"), REFUSED, ids=[fault for _, fault in REFUSED])
def test_fault_is_refused_with_its_path(change: Callable[[Data], object], fault: str) -> None:
    assert fault in faults_after(change)


@pytest.mark.parametrize(
    "change",
    [
        put("weights", "S1", value=0),
        put("weights", "S1", value=10),
        put("constants", "case_line", value=0),
        put("constants", "case_line", value=4),
        put("constants", "need_line", value=7),
        put("constants", "coverage", value="1/2"),
        put("constants", "coverage", value="1"),
        put("constants", "epsilon", value="0"),
        put("constants", "epsilon", value="1/1"),
        put("criteria", 0, "why", "en", value="x" * 2_000),
        put("criteria", 0, "why", "pl", value="10\u00a0000 zł"),
    ],
)
def test_values_on_the_border_are_accepted(change: Callable[[Data], object]) -> None:
    assert faults_after(change) == ()


def test_every_fault_is_listed_at_once() -> None:
    data: Data = shipped_method_data()
    data["weights"]["S1"] = 99
    del data["gates"][3]["hint"]["pl"]
    data["extra"] = None
    with pytest.raises(ContentError) as refused:
        parse_method(data)

    assert refused.value.faults == (
        "extra: is not known",
        "weights.S1: must be a whole number from 0 to 10",
        "gates[3].hint.pl: is missing",
    )
    assert str(refused.value) == "\n".join(refused.value.faults)


def test_a_faulty_need_line_blames_no_other_constant() -> None:
    assert faults_after(put("constants", "need_line", value=9)) == (
        "constants.need_line: must be a whole number from 1 to 7",
    )


@pytest.mark.parametrize("data", [None, [], "method", 1, float("nan")])
def test_anything_but_an_object_is_refused(data: object) -> None:
    with pytest.raises(ContentError, match=r"^method: must be an object$"):
        parse_method(data)
