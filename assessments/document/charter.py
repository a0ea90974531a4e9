"""Who does what in each set-up, the risks of the outcome, and the differences that matter for it."""

from collections.abc import Collection

from django.utils.translation import gettext

from assessments.content.advice import shipped_advice
from assessments.content.advice_values import KEYS_BY_HEADLINE, STATES_BY_SETUP, Duty
from assessments.document.case import Case
from assessments.document.outcomes import NO_REPS, headline_code
from assessments.document.plan_values import Charter, DutyRow, RiskRow, Setup
from assessments.document.values import Note

ABOUT_REPS = {("revops", 0), ("revops_absorbs", 1)}  # risks that only a company with sales reps runs
KINDS = {"salesops": "salesops", "revops": "revops", "shared": "both"}


def charter(case: Case) -> Charter | None:
    """All duties for the recommended set-up and for the others; None while there is no recommendation."""
    keys = KEYS_BY_HEADLINE.get(headline_code(case))
    if keys is None:
        return None
    others = tuple(_setup(case, name) for name in STATES_BY_SETUP if name != keys.setup)
    return Charter(_setup(case, keys.setup) if keys.setup else None, others)


def duties_in_state(case: Case, state: str, functions: Collection[str]) -> list[str]:
    """The tasks of these functions (salesops, revops, shared) that are in this state in the recommended set-up."""
    keys = KEYS_BY_HEADLINE.get(headline_code(case))
    if keys is None or keys.setup is None:
        return []
    duties = [duty for duty in shipped_advice().duties if duty.function in functions]
    return [case.text(duty.task) for duty in duties if duty.owners[keys.setup].state == state]


def _setup(case: Case, name: str) -> Setup:
    return Setup(_titles()[name], tuple(_row(case, duty, name) for duty in shipped_advice().duties))


def _titles() -> dict[str, str]:
    return {
        "both": gettext("Both functions exist"),
        "only_salesops": gettext("Only SalesOps exists"),
        "only_revops": gettext("Only RevOps exists"),
        "absorb": gettext("RevOps takes SalesOps over"),
    }


def _row(case: Case, duty: Duty, setup: str) -> DutyRow:
    owner = duty.owners[setup]
    return DutyRow(
        task=case.text(duty.task),
        kind=KINDS[duty.function],
        function=_functions()[duty.function],
        owner=case.text(owner.owner),
        state=owner.state,
        remark=_remarks()[owner.state],
    )


def _functions() -> dict[str, str]:
    return {"salesops": gettext("SalesOps"), "revops": gettext("RevOps"), "shared": gettext("Shared")}


def _remarks() -> dict[str, str]:
    """What a state means for the duty; nothing where the duty simply has its owner."""
    return {
        "kept": "",
        "interim": gettext("would be orphaned"),
        "doubled": gettext("would be done twice"),
        "ends": gettext("comes to an end"),
    }


def risks(case: Case) -> tuple[RiskRow, ...]:
    """The risks of the outcome: what may happen, how one sees it, what to do."""
    keys = KEYS_BY_HEADLINE.get(headline_code(case))
    if keys is None:
        return ()
    found = enumerate(shipped_advice().risks(keys.risks))
    fitting = [r for n, r in found if case.choices.get("K") != NO_REPS or (keys.risks, n) not in ABOUT_REPS]
    return tuple(RiskRow(case.text(r.risk), case.text(r.sign), case.text(r.response)) for r in fitting)


def differences(case: Case) -> tuple[Note, ...]:
    """How the two functions differ, where that matters for the outcome."""
    found = shipped_advice().differences_for(headline_code(case))
    return tuple(Note(case.text(difference.title), case.text(difference.text)) for difference in found)
