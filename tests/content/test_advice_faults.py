"""Every fault in the advice is refused, and its path is named."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.content.advice import parse_advice, shipped_advice_data
from assessments.content.reading import ContentError
from tests.content.test_method_faults import Data, put, without

TEXT = {"en": "Text", "pl": "Tekst"}
LONG = {"en": "x" * 61, "pl": "x" * 60}
REFUSED = [
    (put("format", value=2), ["format: must be 1"]),
    (put("notes", value=[]), ["notes: is not known"]),
    (without("risks"), ["risks: is missing"]),
    (without("actions", 12), ["actions: must hold 13 items"]),
    (put("actions", 0, "code", value="S2"), ["actions[0].code: must be S1"]),
    (put("actions", 0, "title", value=LONG), ["actions[0].title.en: is longer than 60 characters"]),
    (put("actions", 3, "owner", value="CEO"), ["actions[3].owner: must be an object"]),
    (without("actions", 3, "owner", "pl"), ["actions[3].owner.pl: is missing"]),
    (put("plans", 1, "key", value="both"), ["plans[1].key: must be revops"]),
    (without("plans", 0, "phases", 2), ["plans[0].phases: must hold 3 items"]),
    (put("plans", 0, "phases", 1, "actions", value=[TEXT]), ["plans[0].phases[1].actions: must hold 2 to 3 items"]),
    (
        put("plans", 0, "phases", 0, "done_by", value=[3]),
        ["plans[0].phases[0].done_by[0]: must be a whole number from 0 to 2"],
    ),
    (put("plans", 0, "phases", 0, "done_by", value=[]), ["plans[0].phases[0].done_by: must hold 1 to 3 items"]),
    (
        put("plans", 0, "phases", 0, "done_parts", value=[TEXT]),
        ["plans[0].phases[0].done_parts: must hold 0 items"],
    ),
    (
        put("plans", 0, "phases", 0, "done_by", value=[0, 1]),
        ["plans[0].phases[0].done_parts: must hold 2 items"],
    ),
    (without("plans", 0, "phases", 0, "done_when"), ["plans[0].phases[0].done_when: is missing"]),
    (put("plans", 0, "year", value=[TEXT] * 5), ["plans[0].year: must hold 4 items"]),
    (put("plans", 0, "review", value=TEXT), ["plans[0].review: must be null: only staged plans have it"]),
    (put("plans", 0, "later", value=0), ["plans[0].later: must be null: only staged plans have it"]),
    (without("plans", 0, "later"), ["plans[0].later: is missing"]),
    (put("plans", 4, "later", value=None), ["plans[4].later: must be an object"]),
    (
        put("plans", 4, "review", value=TEXT),
        ["plans[4].review.en: must hold {date} once", "plans[4].review.pl: must hold {date} once"],
    ),
    (put("plans", 0, "intro", "pl", value="Do {date}"), ["plans[0].intro.pl: must hold no placeholder"]),
    (put("plans", 0, "intro", "en", value="In } time"), ["plans[0].intro.en: must hold no placeholder"]),
    (
        put("review", "reaches", "en", value="{topic}, {topic}, {option}"),
        ["review.reaches.en: must hold {topic} once and {option} once"],
    ),
    (put("duties", 0, "code", value="forecast"), ["duties[0].code: must be sales-strategy"]),
    (put("duties", 0, "function", value="both"), ["duties[0].function: must be one of salesops, revops, shared"]),
    (without("duties", 0, "owners", "absorb"), ["duties[0].owners.absorb: is missing"]),
    (
        put("duties", 0, "owners", "absorb", "state", value="doubled"),
        ["duties[0].owners.absorb.state: must be one of kept, ends"],
    ),
    (put("risks", "lean", value=[]), ["risks.lean: must hold 1 to 5 items"]),
    (without("risks", "lean", 1, "sign"), ["risks.lean[1].sign: is missing"]),
    (put("differences", 4, "headlines", value=[]), ["differences[4].headlines: must hold 1 to 13 items"]),
    (
        put("differences", 4, "headlines", value=["both", "both"]),
        ["differences[4].headlines[1]: repeats both"],
    ),
]


def faults_after(*changes: Any) -> list[str]:
    data: Data = shipped_advice_data()
    for change in changes:
        change(data)
    try:
        parse_advice(data)
    except ContentError as refused:
        return list(refused.faults)
    return []


@pytest.mark.parametrize(("change", "faults"), REFUSED)
def test_fault_is_refused_with_its_path(change: object, faults: list[str]) -> None:
    assert faults_after(change) == faults


def test_all_faults_are_listed_at_once() -> None:
    changes = [change for change, _ in REFUSED[4:6]]

    assert faults_after(*changes) == [fault for _, faults in REFUSED[4:6] for fault in faults]


def test_unknown_headline_is_refused() -> None:
    faults = faults_after(put("differences", 0, "headlines", 0, value="insufficient"))

    assert len(faults) == 1
    assert faults[0].startswith("differences[0].headlines[0]: must be one of salesops, salesops_only")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=10,
)


@settings(deadline=None, max_examples=60)
@given(data=JSON, part=st.sampled_from(["actions", "plans", "review", "duties", "risks", "differences", None]))
def test_random_json_raises_nothing_but_content_error(data: object, part: str | None) -> None:
    damaged = data if part is None else {**shipped_advice_data(), part: data}
    with pytest.raises(ContentError):
        parse_advice(damaged)
