"""Reading method content: lookups, the round trip, and random data."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.content.consistency import parse_hints
from assessments.content.loader import (
    method_data,
    parse_method,
    shipped_method,
    shipped_method_data,
)
from assessments.content.profile import parse_profile
from assessments.content.reading import ContentError
from assessments.content.values import Gate, Text

METHOD = shipped_method()
Data = dict[str, Any]


def test_data_survives_reading_and_writing() -> None:
    data = shipped_method_data()

    assert method_data(parse_method(data)) == data


def test_shipped_method_is_read_once_and_its_data_is_fresh() -> None:
    shipped_method_data()["weights"]["S1"] = 9  # type: ignore[index]

    assert shipped_method() is shipped_method()
    assert shipped_method_data()["weights"]["S1"] == 1  # type: ignore[index]


def test_written_data_is_apart_from_the_content() -> None:
    method_data(METHOD)["weights"]["S1"] = 9  # type: ignore[index]

    assert METHOD.weights["S1"] == 1


def test_lookups_find_by_code_and_slug() -> None:
    assert METHOD.question("S5") is METHOD.criterion("S5") is METHOD.criteria[4]
    assert METHOD.question("K") is METHOD.gate("K") is METHOD.gates[1]
    assert METHOD.question_with_slug("keep-reps") is METHOD.gate("K")
    assert METHOD.section_of("R4") is METHOD.section_with_slug("growth-and-teamwork")
    assert isinstance(METHOD.question("D"), Gate)


@pytest.mark.parametrize(
    "lookup",
    [
        METHOD.question,
        METHOD.criterion,
        METHOD.gate,
        METHOD.question_with_slug,
        METHOD.section_with_slug,
        METHOD.section_of,
    ],
)
def test_lookups_of_the_unknown_raise_key_error(lookup: Callable[[str], object]) -> None:
    with pytest.raises(KeyError):
        lookup("unknown")


def test_criteria_without_weight_are_not_asked_and_gates_always_are() -> None:
    data: Data = shipped_method_data()
    data["weights"] |= {"S2": 0, "R6": 0}
    method = parse_method(data)

    left = ("S1", "S3", "S4", "S5", "S6", "S7", "R1", "R2", "R3", "R4", "R5")
    assert method.asked_criteria() == left
    assert method.question_order(method.asked_criteria()) == (*left, "B", "K", "A", "D")


def test_question_order_follows_the_sections() -> None:
    data: Data = shipped_method_data()
    data["sections"].reverse()

    assert parse_method(data).question_order(["S7", "R1", "S1"]) == (
        "B",
        "K",
        "A",
        "D",
        "R1",
        "S7",
        "S1",
    )


def test_text_is_given_in_both_languages_only() -> None:
    text = Text("yes", "tak")

    assert (text.in_language("en"), text.in_language("pl")) == ("yes", "tak")
    with pytest.raises(ValueError, match="'de'"):
        text.in_language("de")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=10,
)
READERS = pytest.mark.parametrize("parse", [parse_method, parse_profile, parse_hints])


@READERS
@settings(deadline=None, max_examples=60)
@given(data=JSON)
def test_random_json_raises_nothing_but_content_error(parse: Callable[[object], object], data: object) -> None:
    with pytest.raises(ContentError):
        parse(data)


def places(data: object) -> list[tuple[Any, Any]]:
    """Every container and key at which something could be replaced."""
    keys: Any = data.keys() if isinstance(data, dict) else range(len(data))  # type: ignore[arg-type]
    found = [(data, key) for key in keys]
    for key in keys:
        if isinstance(data[key], dict | list):  # type: ignore[index]
            found += places(data[key])  # type: ignore[index]
    return found


@settings(deadline=None, max_examples=150)
@given(choice=st.data(), replacement=JSON)
def test_random_damage_is_refused_or_survives_the_round_trip(choice: st.DataObject, replacement: object) -> None:
    data = shipped_method_data()
    container, key = choice.draw(st.sampled_from(places(data)))
    container[key] = replacement
    faults: tuple[str, ...] = ()
    try:
        written = method_data(parse_method(data))
    except ContentError as refused:
        written, faults = data, refused.faults

    assert written == data
    assert all(": " in fault for fault in faults)
