"""The fixed words of the PDF, in the language in force."""

from django.utils.translation import gettext

from assessments.document.values import AdviceDocument
from assessments.reports.story.basis import check_sentence, limit, method_version
from assessments.reports.story.evidence import total_label


def words(document: AdviceDocument) -> dict[str, str | list[str]]:
    """By the names that the template uses."""
    return _frame(document) | _tables() | _plan() | {"totals": [total_label(fall.name) for fall in document.waterfalls]}


def _frame(document: AdviceDocument) -> dict[str, str | list[str]]:
    return {
        "logo": gettext("Logo"),
        "page": gettext("Page {n} of {all}"),
        "method_line": f"{gettext('Method version')}: {method_version(document.method)}",
        "two_recommendations": gettext("Two recommendations"),
        "order": gettext("Recommended order"),
        "added_up": gettext("What added up"),
        "change": gettext("What would change the answer"),
        "conditions": gettext("Conditions that would change it"),
        "unknown": gettext("What you did not know"),
        "next": gettext("Answer this next:"),
        "against": gettext("The strongest case against the answer"),
        "second_look": gettext("Worth a second look"),
        "answered": gettext("you answered:"),
        "answers": gettext("Every answer"),
        "assumed": gettext("What we assumed"),
        "company": gettext("About the company"),
        "computed": gettext("How it was computed"),
        "check": check_sentence(),
        "limit": limit(),
    }


def _tables() -> dict[str, str | list[str]]:
    return {
        "need": gettext("Need"),
        "score": gettext("Score"),
        "range": gettext("Range"),
        "line": gettext("Line"),
        "criterion": gettext("Criterion"),
        "answer": gettext("Answer"),
        "weight": gettext("Weight"),
        "points": gettext("Points"),
        "condition": gettext("Condition"),
        "reading": gettext("Reading"),
        "duty": gettext("Duty"),
        "function": gettext("Function"),
        "carried_by": gettext("Carried by"),
        "if_happens": gettext("If this happens"),
        "will_see": gettext("You will see"),
        "do_this": gettext("Do this"),
    }


def _plan() -> dict[str, str | list[str]]:
    return {
        "year": gettext("The year"),
        "gap_actions": gettext("Actions for your own gaps"),
        "who": gettext("Who:"),
        "first_step": gettext("First step:"),
        "done_when": gettext("Done when"),
        "look_again": gettext("When to look again"),
        "differ": gettext("How the two functions differ"),
        "kpi": gettext("KPI"),
        "meaning": gettext("What it says"),
        "target": gettext("Target"),
        "formula": gettext("Formula and data"),
        "further_kpis": gettext("Further KPIs"),
    }
