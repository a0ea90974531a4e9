"""Cases of the advice document, made from a line of answers; no database."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from assessments.content.loader import shipped_method
from assessments.content.values import CRITERION_CODES, GATE_CODES, MethodContent
from assessments.document.build import advice_document
from assessments.document.case import DONT_KNOW, Case, engine_inputs, engine_method
from assessments.document.values import AdviceDocument
from assessments.scoring import evaluate, receipt

WARSAW = ZoneInfo("Europe/Warsaw")
PUBLISHED = datetime(2026, 11, 1, 9, tzinfo=WARSAW)
COMPLETED = datetime(2026, 11, 22, 14, 5, tzinfo=WARSAW)

EXAMPLE = "2 4 3 4 3 3 2 / 1 3 1 0 2 dk"  # ux.md 6.9
# Gates as options B K A D: funding, plans for reps, automated funnels, sales against plan.
ONE_ROLE, TWO_TEAMS = "1 1 0 0", "3 1 0 0"
FUNNELS_WITHOUT_REPS, NO_REPS = "1 3 2 0", "1 4 0 0"
DEEP_PROBLEM = "1 1 0 3"

# Answers and gates that give each of the fourteen headlines, with the outcome the engine reports.
HEADLINES = {
    "salesops": (EXAMPLE, ONE_ROLE),
    "salesops_only": ("4 4 4 4 4 2 2 / 0 0 1 0 0 0", ONE_ROLE),
    "revops": ("1 1 1 2 1 1 2 / 4 4 3 4 4 3", ONE_ROLE),
    "revops_no_reps": ("0 0 0 1 0 1 0 / 4 4 3 4 4 3", NO_REPS),
    "both": ("4 4 3 4 3 2 3 / 4 4 3 4 3 3", TWO_TEAMS),
    "both_salesops_first": ("4 4 3 4 3 2 3 / 3 3 3 3 3 3", ONE_ROLE),
    "both_revops_first": ("2 2 2 2 2 3 3 / 4 4 4 4 4 4", ONE_ROLE),
    "revops_absorbs": ("4 4 3 4 3 2 3 / 4 4 3 4 3 3", FUNNELS_WITHOUT_REPS),
    "erodes": ("4 4 3 4 3 3 3 / 1 0 1 0 1 1", FUNNELS_WITHOUT_REPS),
    "lean_salesops": ("1 2 1 2 1 1 2 / 0 1 0 1 0 1", ONE_ROLE),
    "lean_revops": ("0 1 0 1 0 0 0 / 1 2 1 2 1 1", ONE_ROLE),
    "not_yet": ("0 0 1 0 1 0 0 / 0 1 0 0 0 1", ONE_ROLE),
    "close_call": ("2 2 2 2 2 2 1 / 2 2 2 2 2 3", ONE_ROLE),  # method.md 10, a border
    "insufficient": ("4 dk dk 4 dk 4 4 / 1 2 3 1 2 3", ONE_ROLE),
}


def number(word: str) -> int:
    return DONT_KNOW if word == "dk" else int(word)


def choices(answers: str = EXAMPLE, gates: str = ONE_ROLE) -> dict[str, int]:
    """Options by question: answers S1..R6 and gates B K A D in a row, `dk` for don't know, `_` for none."""
    words = zip((*CRITERION_CODES, *GATE_CODES), f"{answers} {gates}".replace("/", " ").split(), strict=True)
    return {code: number(word) for code, word in words if word != "_"}


def content(weights: Mapping[str, int] | None = None, **constants: int | str) -> MethodContent:
    """The shipped method with other weights or constants."""
    shipped = shipped_method()
    return replace(shipped, weights=shipped.weights | dict(weights or {}), constants=shipped.constants | constants)


def case_of(
    chosen: Mapping[str, int],
    *,
    method: MethodContent | None = None,
    language: str = "en",
    notes: Mapping[str, str] | None = None,
    facts: Mapping[str, str | int] | None = None,
) -> Case:
    """The case of one completed assessment."""
    used = method or shipped_method()
    engine, inputs = engine_method(used), engine_inputs(used, chosen)
    result = evaluate(engine, inputs)
    return Case(
        content=used,
        choices=chosen,
        notes=notes or {},
        facts=facts or {},
        result=result,
        receipt=receipt(engine, used.gate_mapping, inputs, result),
        method_number=3,
        method_published=PUBLISHED,
        completed_at=COMPLETED,
        language=language,
    )


def case(answers: str = EXAMPLE, gates: str = ONE_ROLE, **more: object) -> Case:
    return case_of(choices(answers, gates), **more)  # type: ignore[arg-type]  # passed on


def document(answers: str = EXAMPLE, gates: str = ONE_ROLE, **more: object) -> AdviceDocument:
    return advice_document(case(answers, gates, **more))


def headline_document(code: str, language: str = "en") -> AdviceDocument:
    """The document of the answers that give this headline."""
    return document(*HEADLINES[code], language=language)


@st.composite
def random_choices(draw: st.DrawFn, most_open: int = 8) -> dict[str, int]:
    """Any answers to all 17 questions, with up to `most_open` don't knows."""
    chosen = {code: draw(st.integers(0, 4)) for code in CRITERION_CODES}
    for gate in shipped_method().gates:
        chosen[gate.code] = draw(st.integers(0, len(gate.options) - 1))
    for code in draw(st.lists(st.sampled_from([*CRITERION_CODES, *GATE_CODES]), max_size=most_open, unique=True)):
        chosen[code] = DONT_KNOW
    return chosen


@st.composite
def random_contents(draw: st.DrawFn) -> MethodContent:
    """The shipped method with any weights; each part keeps at least one."""
    weights = {code: draw(st.integers(0, 10)) for code in CRITERION_CODES}
    weights[draw(st.sampled_from(CRITERION_CODES[:7]))] = draw(st.integers(1, 10))
    weights[draw(st.sampled_from(CRITERION_CODES[7:]))] = draw(st.integers(1, 10))
    return content(weights)


random_cases = st.builds(
    case_of,
    random_choices(),
    method=st.one_of(st.just(shipped_method()), random_contents()),
    language=st.sampled_from(["en", "pl"]),
)
