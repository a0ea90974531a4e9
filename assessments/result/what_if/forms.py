"""What the browser sent to the what-if page: the lists of its form, or the code of a scenario.

Both say only how far an answer is moved, so no address names an answer, neither the short one nor the form's.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import get_language, gettext

from assessments.content.values import MethodContent
from assessments.document.scenario import ScenarioError, asked_choices, choice_after, choices_of, scenario_choices
from assessments.questionnaire.forms import field_name
from assessments.services.scenarios import Origin

UNMOVED = "0"  # the value of the answer given, in every list
SCENARIO = "s"  # the name of the code in the address
Errors = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Sent:
    """The answers of the scenario; `errors` are (address, sentence) of what could not be read and was left alone.

    `is_form` says that the lists were sent, so the answer can lead to the scenario's own address.
    """

    choices: dict[str, int]
    errors: Errors
    is_form: bool


def sent_scenario(query: Mapping[str, str], origin: Origin) -> Sent:
    """Whatever was sent, as answers: what cannot be read stays as it was answered."""
    names = [field_name(code) for code in asked_choices(origin.content, origin.choices)]
    return _lists(query, origin) if any(name in query for name in names) else _code(query.get(SCENARIO, ""), origin)


def _code(code: str, origin: Origin) -> Sent:
    try:
        return Sent(scenario_choices(origin.content, origin.choices, code), (), is_form=False)
    except ScenarioError:
        text = gettext("This address holds no scenario of these questions. Nothing is lost: choose answers below.")
        return Sent(asked_choices(origin.content, origin.choices), (("#page-form", text),), is_form=False)


def _lists(query: Mapping[str, str], origin: Origin) -> Sent:
    choices, errors = asked_choices(origin.content, origin.choices), []
    for code in choices:
        question, value = origin.content.question(code), query.get(field_name(code), UNMOVED)
        if value in map(str, range(len(choices_of(question)))):
            choices[code] = choice_after(question, choices[code], int(value))
        else:
            errors.append((f"#{field_id(code)}", _impossible(origin.content, code)))
    return Sent(choices, tuple(errors), is_form=True)


def _impossible(content: MethodContent, code: str) -> str:
    label = content.question(code).label.in_language(get_language() or "en")
    return gettext("%(topic)s: choose one of the options in the list. It stands as you answered it.") % {"topic": label}


def field_id(code: str) -> str:
    return f"id_{field_name(code)}"
