"""Scenarios: other answers to the same questions, as a short code that says only how far each answer is moved.

Each question that is asked is one digit: how many options on from the answer given, in a circle of its options and
don't know. So a code tells nothing of the answers to anybody who does not know them, and no change is no code.
"""

from collections.abc import Mapping

from assessments.content.values import MethodContent, Question
from assessments.document.case import DONT_KNOW, Case
from assessments.scoring import ScoringError, code_text, text_code

Choices = Mapping[str, int]


class ScenarioError(ValueError):
    """The code belongs to no scenario of these questions."""


def asked_choices(content: MethodContent, choices: Choices) -> dict[str, int]:
    """The choice of every question that is asked, in the order of the questionnaire; a blank counts as don't know."""
    return {question.code: choices.get(question.code, DONT_KNOW) for question in _asked(content)}


def scenario_code(content: MethodContent, before: Choices, after: Choices) -> str:
    """The code that leads from the answers `before` to `after`; empty where they are the same."""
    code = 0
    for question in reversed(_asked(content)):
        circle = len(question.options) + 1
        pair = [choices.get(question.code, DONT_KNOW) for choices in (before, after)]
        code = code * circle + steps_between(question, *pair)
    return code_text(code) if code else ""


def scenario_choices(content: MethodContent, before: Choices, code: str) -> dict[str, int]:
    """The answers that `code` leads to, the inverse of `scenario_code`; ScenarioError for any other text."""
    moved = asked_choices(content, before)
    try:
        rest = text_code(code) if code else 0
    except ScoringError as error:
        raise ScenarioError(str(error)) from error
    for question in _asked(content):
        circle = len(question.options) + 1
        rest, steps = divmod(rest, circle)
        moved[question.code] = choice_after(question, moved[question.code], steps)
    if rest:
        raise ScenarioError(f"code: {code!r} is larger than the code of any scenario.")
    return moved


def choices_of(question: Question) -> tuple[int, ...]:
    """The circle of a question: its options, then don't know."""
    return (*range(len(question.options)), DONT_KNOW)


def steps_between(question: Question, before: int, after: int) -> int:
    """How many steps on in the circle `after` is from `before`; 0 where nothing moved."""
    circle = choices_of(question)
    return (circle.index(after) - circle.index(before)) % len(circle)


def choice_after(question: Question, before: int, steps: int) -> int:
    """The choice so many steps on from `before`, the inverse of `steps_between`."""
    circle = choices_of(question)
    return circle[(circle.index(before) + steps) % len(circle)]


def changed_case(case: Case, changes: Choices) -> str:
    """The code of the scenario in which these questions alone are answered otherwise."""
    return scenario_code(case.content, case.choices, {**case.choices, **changes})


def option_read_as(case: Case, gate: str, reading: bool) -> int | None:
    """The option of a gate that is read so: the one nearest to the answer given, the first of equals; None if none."""
    options = [option for option, read in enumerate(case.content.gate_mapping[gate]) if read is reading]
    now = case.choices.get(gate, DONT_KNOW)
    return min(options, key=lambda option: (0 if now == DONT_KNOW else abs(option - now), option), default=None)


def _asked(content: MethodContent) -> list[Question]:
    questions = {question.code: question for question in content.questions}
    return [questions[code] for code in content.question_order(content.asked_criteria())]
