"""What would change the answer: single answers, the smallest change, gates, and open questions."""

from collections.abc import Iterable

from django.utils.translation import gettext, ngettext

from assessments.document.case import NAMES, Case, function_of
from assessments.document.needs import need_line, score_of
from assessments.document.numbers import end_text
from assessments.document.outcomes import KINDS, outcome_label
from assessments.document.scenario import changed_case, option_read_as
from assessments.document.values import Flip, Flips, GateFlip, OpenQuestion
from assessments.scoring import Change, Outcome, SingleFlip
from assessments.scoring.result import GateFlip as EngineGateFlip

MOST_SHOWN = 5


def flips(case: Case) -> Flips:
    """All of the section; nothing but the next question while there is no recommendation."""
    if case.result.outcome is None:
        return Flips("", (), (), (), _next_question(case))
    items = single_changes(case)
    return Flips(
        intro=_intro(case, len(items)),
        items=items or (_smallest_change(case),),
        gates=tuple(_gate_flip(case, flip) for flip in case.result.gate_flips or ()),
        unknowns=unknowns(case),
        next_question=_next_question(case),
    )


def single_changes(case: Case) -> tuple[Flip, ...]:
    """Each answer that alone changes the outcome, by its fewest steps; at most five."""
    fewest: dict[tuple[str, Outcome], SingleFlip] = {}
    for flip in case.result.single_flips or ():
        fewest.setdefault((flip.code, flip.outcome), flip)
    return tuple(
        _flip(case, [(flip.code, flip.after)], flip.steps, flip.outcome) for flip in list(fewest.values())[:MOST_SHOWN]
    )


def _smallest_change(case: Case) -> Flip:
    nearest = case.result.nearest
    assert nearest is not None  # every recommendation has one (method.md 6)
    changes: tuple[Change, ...] = nearest.changes
    return _flip(case, [(change.code, change.after) for change in changes], nearest.distance, nearest.outcome)


def _flip(case: Case, changes: list[tuple[str, int]], steps: int, outcome: Outcome) -> Flip:
    return Flip(
        parts_of(case, changes),
        steps_text(steps),
        outcome_label(outcome),
        KINDS[outcome],
        changed_case(case, dict(changes)),
    )


def parts_of(case: Case, changes: Iterable[tuple[str, int]]) -> tuple[tuple[str, str, str, str], ...]:
    """(topic, new answer, what was answered, code) of each change."""
    return tuple(
        (case.label(code), case.option_text(code, after), case.answer_text(code), code) for code, after in changes
    )


def steps_text(steps: int) -> str:
    """`3 steps`."""
    return ngettext("%(n)d step", "%(n)d steps", steps) % {"n": steps}


def _intro(case: Case, count: int) -> str:
    if count:
        return gettext("Any one of these changes would give another answer. The smallest changes stand first.")
    nearest = case.result.nearest
    changed = len(nearest.changes) if nearest else 0
    return ngettext(
        "No single answer would change this. The smallest change is %(n)d answer:",
        "No single answer would change this. The smallest change is %(n)d answers together:",
        changed,
    ) % {"n": changed}


def _gate_flip(case: Case, flip: EngineGateFlip) -> GateFlip:
    yes, no = _gate_sentences()[flip.code]
    is_start = flip.code == "B" and flip.reading_after and case.result.mode == "staged"
    remark = gettext("The needs stay as they are, but both could start at once.") if is_start else ""
    option = option_read_as(case, flip.code, flip.reading_after)
    return GateFlip(
        sentence=yes if flip.reading_after else no,
        outcome=outcome_label(flip.outcome),
        kind=KINDS[flip.outcome],
        remark=remark,
        scenario="" if option is None else changed_case(case, {flip.code: option}),
    )


def _gate_sentences() -> dict[str, tuple[str, str]]:
    """For each gate, what it would be like if it read yes, and no."""
    return {
        "B": (
            gettext("If two separate teams could be funded"),
            gettext("If two separate teams could not be funded"),
        ),
        "K": (gettext("If sales reps stayed"), gettext("If no sales reps stayed")),
        "A": (
            gettext("If the company moved to automated funnels"),
            gettext("If the company did not move to automated funnels"),
        ),
        "D": (
            gettext("If sales had been below plan for a year or longer, although fixes were tried"),
            gettext("If sales were not below plan for a year or longer"),
        ),
    }


def unknowns(case: Case) -> tuple[str, ...]:
    """A line for each open criterion and each open gate."""
    lines = [_unknown(case, code) for code in case.open_criteria()]
    gates = [
        gettext("%(topic)s: you did not know. We read it cautiously and tested the other reading too.")
        % {"topic": case.label(code)}
        for code in case.open_gates()
    ]
    return (*lines, *gates)


def _unknown(case: Case, code: str) -> str:
    function = function_of(code)
    score = score_of(case, function)
    values = {
        "name": NAMES[function],
        "low": end_text(score.low, need_line(case)),
        "high": end_text(score.high, need_line(case)),
        "topic": case.label(code),
    }
    if len([other for other in case.open_criteria() if function_of(other) is function]) == 1:
        settles = gettext("%(name)s may lie anywhere from %(low)s to %(high)s. Answering “%(topic)s” would settle it.")
        text = settles % values
    else:
        narrows = gettext("%(name)s may lie anywhere from %(low)s to %(high)s. Answering “%(topic)s” would narrow it.")
        text = narrows % values
    if code == "R6":
        sign = gettext("Not knowing may itself be a sign; the last option describes that.")
        return f"{text} {sign}"
    return text


def _next_question(case: Case) -> OpenQuestion | None:
    code = case.result.next_question
    return None if code is None else case.open_question(code)
