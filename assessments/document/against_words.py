"""Fixed sentences of the case against an answer, whole in each language."""

from collections.abc import Mapping

from django.utils.translation import gettext

from assessments.document.case import Case
from assessments.document.outcomes import NO_REPS
from assessments.scoring import Function, Mode, Outcome


def title(other: Outcome) -> str:
    """The other outcome as advice."""
    return {
        Outcome.SALESOPS: gettext("Build SalesOps, and no RevOps beside it."),
        Outcome.SALESOPS_LEAN: gettext("Hold back; if you build one, start with SalesOps."),
        Outcome.SALESOPS_THEN_REVOPS: gettext("Plan for both: SalesOps now, RevOps after it."),
        Outcome.REVOPS: gettext("Build RevOps, and no SalesOps beside it."),
        Outcome.REVOPS_LEAN: gettext("Hold back; if you build one, start with RevOps."),
        Outcome.REVOPS_THEN_SALESOPS: gettext("Plan for both: RevOps now, SalesOps after it."),
        Outcome.BOTH: gettext("Build both at once."),
        Outcome.NONE: gettext("Build neither yet."),
    }[other]


def argument(function: Function, *, more: bool) -> str:
    """What is said for having more of a function, or less."""
    return {
        (Function.SALESOPS, True): gettext(
            "SalesOps would take work off the people who sell: clean data, a forecast, training, and less paperwork."
        ),
        (Function.REVOPS, True): gettext(
            "RevOps would join sales, marketing and customer success, find revenue that no single team sees, and look "
            "after prices, churn and audiences."
        ),
        (Function.SALESOPS, False): gettext(
            "Without SalesOps, or with it later, there is one team less to fund now, and sales can show first what it "
            "achieves on its own."
        ),
        (Function.REVOPS, False): gettext(
            "Without RevOps, or with it later, there is one team less to fund now, and nobody has to agree across "
            "teams before anything improves."
        ),
    }[function, more]


def cost(case: Case, more_of: Mapping[Function, bool]) -> str:
    """What following the recommendation costs, where the other outcome has more or less of the functions."""
    outcome = case.result.outcome
    assert outcome is not None  # there is a recommendation
    if case.result.mode is Mode.ERODES:
        return gettext("SalesOps built now loses its job step by step, as automated funnels replace the sales reps.")
    if True not in more_of.values() and outcome is not Outcome.BOTH:
        return _price(outcome)
    if case.result.mode is Mode.ABSORB:
        return gettext("When RevOps takes SalesOps over, some of what SalesOps does tends to disappear.")
    if outcome is Outcome.REVOPS and case.choices.get("K") == NO_REPS:
        return gettext("RevOps is a broad job, and here it starts without a sales team that could carry part of it.")
    return _costs()[outcome]


def _price(outcome: Outcome) -> str:
    """What is spent where the other outcome would only do less."""
    if outcome in {Outcome.SALESOPS_LEAN, Outcome.REVOPS_LEAN}:
        return gettext(
            "A team takes money and attention, although neither need reaches the line where we advise action."
        )
    if outcome in {Outcome.SALESOPS_THEN_REVOPS, Outcome.REVOPS_THEN_SALESOPS}:
        return gettext("A second team has to be planned and paid for, although the first may turn out to be enough.")
    return gettext("A team takes money, time and attention that could go straight into the topics themselves.")


def _costs() -> dict[Outcome, str]:
    early = _price(Outcome.SALESOPS_LEAN)
    return {
        Outcome.SALESOPS: gettext("SalesOps helps the people who sell; nobody would look after all revenue together."),
        Outcome.SALESOPS_LEAN: early,
        Outcome.SALESOPS_THEN_REVOPS: gettext("RevOps waits for months, although the need for it is there today."),
        Outcome.REVOPS: gettext("RevOps looks after all revenue; helping sales reps would be nobody’s main job."),
        Outcome.REVOPS_LEAN: early,
        Outcome.REVOPS_THEN_SALESOPS: gettext("SalesOps waits for months, although the need for it is there today."),
        Outcome.BOTH: gettext("Two teams cost more from the first month on, before either shows what it can do."),
        Outcome.NONE: gettext("Waiting has a price too: a need that grows meanwhile is met late."),
    }


def carried(state: str) -> str:
    """How duties in this state of the charter are spoken of; `%(duties)s` is their list."""
    return {
        "interim": gettext("Somebody would carry these beside another job: %(duties)s."),
        "doubled": gettext("Two teams would work on these until they agree who does what: %(duties)s."),
        "ends": gettext("These would come to an end: %(duties)s."),
    }[state]
