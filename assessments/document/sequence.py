"""The recommended order: what to do now, when to look again, and what may follow."""

from django.utils.translation import gettext

from assessments.document.case import Case
from assessments.document.outcomes import headline_code, top_topic
from assessments.document.values import Moment

Step = tuple[str, str]  # what to do, and its kind


def sequence(case: Case) -> tuple[Moment, ...]:
    """Three moments; none while there is no recommendation."""
    code = headline_code(case)
    if code == "insufficient":
        return ()
    return _with_both(code) or _waiting(case, code) or _with_one(code)


def _check_again(now: Step, later: Step) -> tuple[Moment, ...]:
    return (
        Moment(gettext("Now"), *now),
        Moment(gettext("Month 6"), gettext("Repeat this check"), "none"),
        Moment(gettext("Months 9–12"), *later),
    )


def _with_one(code: str) -> tuple[Moment, ...]:
    salesops, revops = (gettext("Set up SalesOps"), "salesops"), (gettext("Set up RevOps"), "revops")
    return {
        "salesops": _check_again(salesops, (gettext("RevOps, if the need has grown"), "revops")),
        "salesops_only": _check_again(salesops, (gettext("RevOps only if a need appears"), "revops")),
        "revops": _check_again(revops, (gettext("SalesOps, if the need has grown"), "salesops")),
        "revops_no_reps": _check_again(revops, (gettext("SalesOps, if there are sales reps"), "salesops")),
        "erodes": _check_again(
            (gettext("Set up SalesOps, small"), "salesops"),
            (gettext("Move its tasks to RevOps as funnels replace sales reps"), "revops"),
        ),
    }[code]


def _waiting(case: Case, code: str) -> tuple[Moment, ...]:
    topic = (gettext("Start with: %(topic)s") % {"topic": top_topic(case)}, "none")
    return {
        "lean_salesops": _check_again(topic, (gettext("SalesOps, if the need has grown"), "salesops")),
        "lean_revops": _check_again(topic, (gettext("RevOps, if the need has grown"), "revops")),
        "not_yet": _check_again(topic, (gettext("SalesOps or RevOps, if a need appears"), "none")),
        "close_call": (
            Moment(gettext("Now"), gettext("Settle the questions that decide"), "none"),
            Moment(gettext("Month 1"), gettext("Answer them again"), "none"),
            Moment(gettext("Then"), gettext("Decide and hire"), "none"),
        ),
    }.get(code, ())


def _with_both(code: str) -> tuple[Moment, ...]:
    salesops, revops = (gettext("Set up SalesOps"), "salesops"), (gettext("Set up RevOps"), "revops")
    return {
        "both": (
            Moment(gettext("Now"), gettext("Agree who does what"), "both"),
            Moment(gettext("Months 1–3"), gettext("Set up SalesOps and RevOps"), "both"),
            Moment(gettext("Month 6"), gettext("Repeat this check"), "none"),
        ),
        "both_salesops_first": _staged(salesops, revops),
        "both_revops_first": _staged(revops, salesops),
        "revops_absorbs": (
            Moment(gettext("Now"), *revops),
            Moment(gettext("Months 1–6"), gettext("Hand the tasks of SalesOps over, one by one"), "salesops"),
            Moment(gettext("Month 6"), gettext("Repeat this check"), "none"),
        ),
    }.get(code, ())


def _staged(first: Step, second: Step) -> tuple[Moment, ...]:
    return (
        Moment(gettext("Now"), *first),
        Moment(gettext("Months 4–6"), gettext("Prepare the second team: data, tasks, budget"), "none"),
        Moment(gettext("By month 9"), *second),
    )
