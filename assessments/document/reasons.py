"""Three reasons: two for the answer, one against it or for later, each with the respondent's own answers."""

from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext

from assessments.document.case import LOW, MIDDLE, NAMES, Case, function_of
from assessments.document.lead import statement
from assessments.document.outcomes import headline_code
from assessments.document.values import Evidence, Reason
from assessments.scoring import Function, Mode

GROUPS = (("S1", "S2", "S3", "S4"), ("S5", "S6", "S7"), ("R1", "R2", "R6"), ("R3", "R4", "R5"))
MOST_EVIDENCE = 3


@dataclass(frozen=True, slots=True)
class Group:
    """Criteria that belong together, with what they add to their function's score."""

    codes: tuple[str, ...]
    function: Function
    points: Fraction


def reasons(case: Case) -> tuple[Reason, ...]:
    """Three reasons in order; fewer only when the method asks too few criteria."""
    if case.result.mode is None:
        return ()
    groups = asked_groups(case)
    if case.result.mode is Mode.NO_CASE:
        return _reasons_to_wait(case, groups)
    supporting = _supporting(case, groups)
    rest = [group for group in groups if group not in supporting]
    other = [group for group in rest if group.function not in {g.function for g in supporting}]
    third = max(other, key=_points) if other else min(rest, key=_points, default=None)
    stated = [_stated(case, group) for group in supporting]
    return (*stated, *([_counter_reason(case, third)] if third else []))


def asked_groups(case: Case) -> list[Group]:
    """The four groups, without criteria that are not asked; most points first, then in the order of the page."""
    asked = case.content.asked_criteria()
    groups = []
    for codes in GROUPS:
        kept = tuple(code for code in codes if code in asked)
        if kept:
            groups.append(Group(kept, function_of(kept[0]), sum((case.points(code) for code in kept), Fraction(0))))
    return sorted(groups, key=lambda group: -group.points)


def _points(group: Group) -> Fraction:
    return group.points


def _supporting(case: Case, groups: list[Group]) -> list[Group]:
    """The two groups that add most for the outcome; where it names a first function, that one breaks a tie."""
    advised, first = _functions_advised(case), case.result.first
    found = [group for group in groups if group.function in advised]
    return sorted(found, key=lambda group: (-group.points, group.function is not first))[:2]


def _stated(case: Case, group: Group) -> Reason:
    """A group as its strongest answer speaks: for its function, now or not yet, or against it."""
    strongest, name = case.strongest_first(group.codes)[0], {"name": NAMES[group.function]}
    if case.is_open(strongest):
        return _reason(case, group, gettext("What you did not know"))
    if case.value(strongest) < MIDDLE:
        return _weak_reason(case, group, gettext("Speaks against %(name)s for now") % name)
    if group.function in _functions_advised(case):
        return _reason(case, group, gettext("Points to %(name)s") % name)
    return _reason(case, group, gettext("Points to %(name)s, not yet") % name)


def _reason(case: Case, group: Group, direction: str) -> Reason:
    """A group from its strongest answer on; an answer that speaks against it is no evidence for it."""
    strongest, *others = case.strongest_first(group.codes)
    cited = [strongest, *(code for code in others if case.value(code) >= MIDDLE)]
    return Reason(group.function.value, direction, statement(case, strongest), _evidence(case, cited))


def _counter_reason(case: Case, group: Group) -> Reason:
    """The strongest point against the outcome, or for the function that comes later."""
    if group.function in _functions_advised(case) and _has_low_answer(case, group):
        against = gettext("Speaks against %(name)s for now") % {"name": NAMES[group.function]}
        return _weak_reason(case, group, against)
    return _stated(case, group)


def _functions_advised(case: Case) -> set[Function]:
    if case.result.mode is Mode.NO_CASE:
        return set()
    both = case.result.mode in {Mode.STAGED, Mode.ABSORB} or case.result.recommendation == "both"
    return set(Function) if both else {Function(case.result.recommendation)}


def _has_low_answer(case: Case, group: Group) -> bool:
    return any(case.value(code) <= LOW for code in group.codes)  # an open answer stands in the middle


def _weak_reason(case: Case, group: Group, direction: str) -> Reason:
    """A group from its weakest answer on."""
    weights = case.content.weights
    weakest, *others = sorted(group.codes, key=lambda code: (case.is_open(code), case.value(code), -weights[code]))
    cited = [weakest, *(code for code in others if case.value(code) <= MIDDLE)]
    return Reason(group.function.value, direction, statement(case, weakest), _evidence(case, cited))


def _reasons_to_wait(case: Case, groups: list[Group]) -> tuple[Reason, ...]:
    """For `not yet`: the two weakest groups, then the one that comes nearest to a reason."""
    weakest = sorted(groups[1:], key=_points)[:2]
    return (*(_waiting(case, group) for group in weakest), _stated(case, groups[0]))


def _waiting(case: Case, group: Group) -> Reason:
    if _has_low_answer(case, group):
        return _weak_reason(case, group, gettext("Points to waiting"))
    return _stated(case, group)


def _evidence(case: Case, ordered: list[str]) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(case.answer_text(code), case.text(case.content.question(code).described), code)
        for code in ordered[:MOST_EVIDENCE]
    )


def reasons_title(case: Case) -> str:
    """The heading over the reasons."""
    has_three = len(reasons(case)) == 3  # fewer only where a method asks few criteria
    if headline_code(case) == "not_yet":
        return gettext("Three reasons to wait") if has_three else gettext("Reasons to wait")
    return gettext("Three reasons behind the answer") if has_three else gettext("Reasons behind the answer")
