"""Names, colours and headlines of outcomes."""

from django.utils.translation import gettext, ngettext

from assessments.document.case import NAMES, Case
from assessments.scoring import Function, Mode, Outcome, Recommendation, Result

REVIEW_MONTHS = 6
SECOND_TEAM_MONTHS = 9
FAR_BELOW = 1  # grades 0 and 1 are far below the line
NO_REPS = 4  # the option of gate K that says there are no sales reps

KINDS = {
    Outcome.SALESOPS: "salesops",
    Outcome.SALESOPS_LEAN: "salesops",
    Outcome.SALESOPS_THEN_REVOPS: "both",
    Outcome.REVOPS: "revops",
    Outcome.REVOPS_LEAN: "revops",
    Outcome.REVOPS_THEN_SALESOPS: "both",
    Outcome.BOTH: "both",
    Outcome.NONE: "none",
}


def outcome_label(outcome: Outcome) -> str:
    """The outcome's name, the same wherever it is shown."""
    return {
        Outcome.SALESOPS: gettext("SalesOps"),
        Outcome.SALESOPS_LEAN: gettext("SalesOps, if any"),
        Outcome.SALESOPS_THEN_REVOPS: gettext("SalesOps, then RevOps"),
        Outcome.REVOPS: gettext("RevOps"),
        Outcome.REVOPS_LEAN: gettext("RevOps, if any"),
        Outcome.REVOPS_THEN_SALESOPS: gettext("RevOps, then SalesOps"),
        Outcome.BOTH: gettext("Both"),
        Outcome.NONE: gettext("Neither yet"),
    }[outcome]


def outcome_choices() -> list[tuple[str, str]]:
    """(key, name) of all eight outcomes."""
    return [(str(outcome), outcome_label(outcome)) for outcome in KINDS]


def stored_label(key: str) -> str:
    """The name of an outcome as a result stores it, one without a recommendation included."""
    return dict(outcome_choices()).get(key) or gettext("No recommendation yet")


def quoted_label(outcome: Outcome) -> str:
    """The outcome's name inside a sentence; quoted where it has a comma of its own."""
    return {
        Outcome.SALESOPS_LEAN: gettext("“SalesOps, if any”"),
        Outcome.SALESOPS_THEN_REVOPS: gettext("“SalesOps, then RevOps”"),
        Outcome.REVOPS_LEAN: gettext("“RevOps, if any”"),
        Outcome.REVOPS_THEN_SALESOPS: gettext("“RevOps, then SalesOps”"),
        Outcome.BOTH: gettext("both"),
        Outcome.NONE: gettext("neither yet"),
    }.get(outcome, outcome_label(outcome))


def pill(case: Case) -> str:
    if case.result.outcome is None:
        return gettext("No recommendation yet")
    return outcome_label(case.result.outcome)


def kind(case: Case) -> str:
    return "none" if case.result.outcome is None else KINDS[case.result.outcome]


def headline_code(case: Case) -> str:
    """Which of the fourteen headlines fits; the method's numbers decide, in this order."""
    result = case.result
    if result.recommendation is Recommendation.INSUFFICIENT:
        return "insufficient"
    if result.close_call:
        return "close_call"
    return {
        Mode.NO_CASE: "not_yet",
        Mode.LEAN: f"lean_{result.recommendation}",
        Mode.ERODES: "erodes",
        Mode.ABSORB: "revops_absorbs",
        Mode.STAGED: f"both_{result.first}_first",
    }.get(result.mode or Mode.MET) or _met_code(case)


def _met_code(case: Case) -> str:
    if case.result.recommendation is Recommendation.SALESOPS:
        return "salesops_only" if case.result.revops.grade <= FAR_BELOW else "salesops"
    if case.result.recommendation is Recommendation.REVOPS:
        return "revops_no_reps" if case.choices.get("K") == NO_REPS else "revops"
    return "both"


def top_topic(case: Case) -> str:
    """The topic that adds most to its function's score."""
    return case.label(case.strongest_first(case.content.asked_criteria())[0])


def headline(case: Case) -> str:
    """The answer as one sentence."""
    code = headline_code(case)
    if code == "close_call":
        return _close_call_headline(case)
    if code in {"lean_salesops", "lean_revops"}:
        name = NAMES[Function(case.result.recommendation)]
        return gettext("No strong need yet. If you build one, start with %(name)s.") % {"name": name}
    if code == "not_yet":
        return gettext("Build neither yet. First: %(topic)s.") % {"topic": top_topic(case)}
    return _fixed_headlines()[code]


def rival(result: Result) -> Outcome:
    """The outcome that a close call is close to.

    One answer step away it is the nearest outcome. Where the weightings or open answers are split instead, it is the
    other outcome that comes out most often: with an unknown gate that need not be the nearest by answers.
    """
    assert result.nearest is not None  # every recommendation has a nearest other outcome
    nearest = result.nearest
    if nearest.distance <= 1:
        return nearest.outcome
    return most_acceptable_other(result)


def most_acceptable_other(result: Result) -> Outcome:
    """The outcome that comes out most often besides the reported one; of equal ones the nearest by answers."""
    assert result.nearest is not None  # every recommendation has a nearest other outcome
    assert result.acceptability is not None
    nearest = result.nearest.outcome
    others = {outcome: share for outcome, share in result.acceptability.items() if outcome is not result.outcome}
    return max(others, key=lambda outcome: (others[outcome], outcome is nearest))


def _close_call_headline(case: Case) -> str:
    assert case.result.outcome is not None  # a close call has an outcome
    names = {"a": quoted_label(case.result.outcome), "b": quoted_label(rival(case.result))}
    return gettext("Too close to call: %(a)s or %(b)s.") % names


def _fixed_headlines() -> dict[str, str]:
    review, second = {"n": REVIEW_MONTHS}, {"n": SECOND_TEAM_MONTHS}
    return {
        "salesops": ngettext(
            "Build SalesOps first. Look at RevOps again in %(n)d month.",
            "Build SalesOps first. Look at RevOps again in %(n)d months.",
            REVIEW_MONTHS,
        )
        % review,
        "salesops_only": gettext("Build SalesOps. RevOps is not needed yet."),
        "revops": gettext("Build RevOps. SalesOps can wait."),
        "revops_no_reps": gettext("Build RevOps. There is no sales team for SalesOps to support."),
        "both": gettext("Build both: SalesOps for the sales team, RevOps for all revenue."),
        "both_salesops_first": ngettext(
            "You need both. Start with SalesOps, add RevOps by month %(n)d.",
            "You need both. Start with SalesOps, add RevOps by month %(n)d.",
            SECOND_TEAM_MONTHS,
        )
        % second,
        "both_revops_first": ngettext(
            "You need both. Start with RevOps, add SalesOps by month %(n)d.",
            "You need both. Start with RevOps, add SalesOps by month %(n)d.",
            SECOND_TEAM_MONTHS,
        )
        % second,
        "revops_absorbs": gettext("Build RevOps and let it take over SalesOps."),
        "erodes": gettext("SalesOps for now: automated funnels will shrink its job."),
        "insufficient": gettext("Not enough answers for a recommendation yet."),
    }
