"""The plan: the outcome's own steps composed with actions for the company's own gaps, never more than it can staff."""

from calendar import monthrange
from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext

from assessments.content.advice import shipped_advice
from assessments.content.advice_values import KEYS_BY_HEADLINE, Phase, Plan
from assessments.document.case import DONT_KNOW, HIGH, Case
from assessments.document.outcomes import REVIEW_MONTHS, headline_code, kind
from assessments.document.plan_values import GapAction, PlanItem, PlanPhase, Quarter, ResultPlan
from assessments.scoring import Function

ROLES_BY_FUNDING = (0, 1, 2, 2)  # what each option of gate B funds, two separate teams being at least two roles
MOST_TRIPWIRES = 3
MONTHS_A_YEAR = 12


def plan(case: Case) -> ResultPlan | None:
    """The plan of the result's headline; None while there is no recommendation."""
    keys = KEYS_BY_HEADLINE.get(headline_code(case))
    if keys is None:
        return None
    shipped = shipped_advice().plan(keys.plan)
    gaps = gap_codes(case)
    cap = parallel_actions(case)
    phases = [_phase(case, shipped, number, cap, gaps) for number in range(len(shipped.phases))]
    later = [_later_phase(case, shipped.later, cap)] if shipped.later else []
    return ResultPlan(
        kind=kind(case),
        intro=case.text(shipped.intro),
        size=_size(case, cap),
        phases=(*phases, *later),
        actions=_actions(case, gaps, cap),
        year=tuple(_quarters(case, shipped)),
        review=_review(case, shipped),
        tripwires=tripwires(case),
    )


def _days() -> tuple[str, str, str]:
    return gettext("Days 1–30"), gettext("Days 31–60"), gettext("Days 61–90")


def parallel_actions(case: Case) -> int:
    """How many actions run at once: the funded roles plus one; unknown funding counts as none."""
    funding = case.choices.get("B", DONT_KNOW)
    return 1 + (ROLES_BY_FUNDING[funding] if funding < len(ROLES_BY_FUNDING) else 0)


def gap_codes(case: Case) -> list[str]:
    """Criteria answered high, those of the recommended functions first, most points first.

    Where none is high, the one that adds most, so that every plan starts from the company's own answers.
    """
    known = [code for code in case.content.asked_criteria() if not case.is_open(code)]
    high = [code for code in known if case.value(code) >= HIGH]
    if not high:
        return case.strongest_first(tuple(known))[:1]
    if case.result.mode in {None, "no_case"}:
        return sorted(high, key=case.points, reverse=True)
    advised = {Function(case.result.recommendation)} if case.result.recommendation != "both" else set(Function)
    return sorted(high, key=lambda code: (_speaks_for(code) not in advised, -case.points(code)))


def _speaks_for(code: str) -> Function:
    return Function.SALESOPS if code.startswith("S") else Function.REVOPS


def _gap_of(number: int, cap: int, gaps: list[str]) -> str | None:
    """The gap that a phase takes up: one each; where a single action fits, the first phase keeps the plan's own."""
    place = number if cap > 1 else number - 1
    return gaps[place] if 0 <= place < len(gaps) else None


def _phase(case: Case, shipped: Plan, number: int, cap: int, gaps: list[str]) -> PlanPhase:
    phase, gap = shipped.phases[number], _gap_of(number, cap, gaps)
    kept = _kept(phase, cap - (gap is not None))
    action = [PlanItem(case.text(shipped_advice().action(gap).title), gap)] if gap else []
    items = (*_items(case, phase, kept), *action)
    return PlanPhase(_days()[number], case.text(phase.title), items, _done_when(case, phase, kept, gap))


def _later_phase(case: Case, phase: Phase, cap: int) -> PlanPhase:
    kept = _kept(phase, cap)
    items = tuple(_items(case, phase, kept))
    return PlanPhase(gettext("Months 4–6"), case.text(phase.title), items, _done_when(case, phase, kept, None))


def _kept(phase: Phase, room: int) -> list[int]:
    """The places of the plan's own actions that fit, in order; those that bring about its `done_when` go first."""
    places = sorted(range(len(phase.actions)), key=lambda place: (place not in phase.done_by, place))
    return sorted(places[:room])


def _done_when(case: Case, phase: Phase, kept: list[int], gap: str | None) -> str:
    """The phase's own line; of a phase that had to leave out some actions, the parts that the others bring about."""
    if not kept:
        assert gap is not None  # a phase without an action of its own has the company's
        return case.text(shipped_advice().action(gap).done_when)
    if set(phase.done_by) <= set(kept):
        return case.text(phase.done_when)
    parts = zip(phase.done_by, phase.done_parts, strict=True)
    return "; ".join(case.text(part) for place, part in parts if place in kept)


def _items(case: Case, phase: Phase, kept: list[int]) -> list[PlanItem]:
    return [PlanItem(case.text(phase.actions[place]), "") for place in kept]


def _actions(case: Case, gaps: list[str], cap: int) -> tuple[GapAction, ...]:
    """The gaps that the phases take up, told in full."""
    taken = [(_gap_of(number, cap, gaps), when) for number, when in enumerate(_days())]
    return tuple(_action(case, code, when) for code, when in taken if code)


def _action(case: Case, code: str, when: str) -> GapAction:
    action = shipped_advice().action(code)
    return GapAction(
        code=code,
        topic=case.label(code),
        title=case.text(action.title),
        when=when,
        owner=case.text(action.owner),
        first_step=case.text(action.first_step),
        done_when=case.text(action.done_when),
    )


def _size(case: Case, cap: int) -> str:
    if case.is_open("B"):
        return gettext("Funding is not known yet, so each phase has one action only.")
    text = ngettext(
        "Sized for what can be funded: at most %(n)d action at a time.",
        "Sized for what can be funded: at most %(n)d actions at a time.",
        cap,
    )
    return text % {"n": cap}


def _quarters(case: Case, shipped: Plan) -> list[Quarter]:
    names = gettext("Quarter 1"), gettext("Quarter 2"), gettext("Quarter 3"), gettext("Quarter 4")
    return [Quarter(name, case.text(text)) for name, text in zip(names, shipped.year, strict=True)]


def _review(case: Case, shipped: Plan) -> str:
    """The date of the next check, in words of the plan where it has its own."""
    date = date_format(months_later(case.completed_at, REVIEW_MONTHS), "DATE_FORMAT")
    return case.text(shipped.review or shipped_advice().review.date).format(date=date)


def months_later(day: datetime, months: int) -> datetime:
    """The same day so many months later, or the month's last day where it has no such day."""
    years, month = divmod(day.month - 1 + months, MONTHS_A_YEAR)
    year = day.year + years
    return day.replace(year=year, month=month + 1, day=min(day.day, monthrange(year, month + 1)[1]))


def tripwires(case: Case) -> tuple[str, ...]:
    """The answers nearest to another outcome, and the values at which they lead there."""
    if case.result.nearest is None:
        return ()
    alone = {flip.code: flip.after for flip in reversed(case.result.single_flips or ())}
    together = {change.code: change.after for change in case.result.nearest.changes}
    return tuple(_tripwire(case, code, after) for code, after in list((alone or together).items())[-MOST_TRIPWIRES:])


def _tripwire(case: Case, code: str, after: int) -> str:
    review = shipped_advice().review
    text = review.reaches if after > case.value(code) else review.changes
    return case.text(text).format(topic=case.label(code), option=case.option_text(code, after))
