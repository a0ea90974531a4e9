"""The what-if page: a form of lists, and what follows from them."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext

from assessments.content.values import MethodContent, Question
from assessments.document.comparison import Comparison, Reading, comparison
from assessments.document.scenario import asked_choices, choices_of, scenario_code, steps_between
from assessments.document.values import Summary
from assessments.questionnaire.forms import field_name
from assessments.result.what_if.forms import Errors, Sent, field_id
from assessments.services.scenarios import Origin


@dataclass(frozen=True, slots=True)
class Place:
    """Where a what-if page stands: its own address, the result's, and the company's name."""

    address: str
    result_address: str
    name: str


@dataclass(frozen=True, slots=True)
class Option:
    """One line of a list; `value` is how far it is from the answer given."""

    value: str
    text: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class ListRow:
    """One question as a list; `was` is the answer given where another one is chosen."""

    name: str
    id: str
    label: str
    question: str
    options: tuple[Option, ...]
    was: str


@dataclass(frozen=True, slots=True)
class ListSection:
    title: str
    rows: tuple[ListRow, ...]


@dataclass(frozen=True, slots=True)
class WhatIfPage:
    """`link` is the whole address of the scenario, `swaps` the parts that are renewed beside the outcome."""

    place: Place
    sections: tuple[ListSection, ...]
    comparison: Comparison
    now: Summary
    before: Summary
    is_changed: bool
    link: str
    swaps: str
    errors: Errors
    area: str = "assess"


def what_if_page(place: Place, origin: Origin, sent: Sent, now: Reading, link: str) -> WhatIfPage:
    """The page of a scenario and the result it comes from."""
    language = origin.reading.summary.language
    given = asked_choices(origin.content, origin.choices)
    is_changed = given != sent.choices
    sections = tuple(_section(origin.content, slug, given, sent.choices, language) for slug in _slugs(origin.content))
    return WhatIfPage(
        place=place,
        sections=sections,
        comparison=comparison(origin.reading, now, is_changed=is_changed),
        now=now.summary,
        before=origin.reading.summary,
        is_changed=is_changed,
        link=link if is_changed else "",
        swaps=",".join(["#status:innerHTML", "#languages", *(f"#was-{field_name(code)}" for code in given)]),
        errors=sent.errors,
    )


def scenario_query(origin: Origin, choices: Mapping[str, int]) -> str:
    """The query of a scenario's address; empty where nothing is changed."""
    code = scenario_code(origin.content, origin.choices, choices)
    return f"?s={code}" if code else ""


def _slugs(content: MethodContent) -> list[str]:
    return [section.slug for section in content.sections]


def _section(
    content: MethodContent, slug: str, given: Mapping[str, int], chosen: Mapping[str, int], language: str
) -> ListSection:
    section = content.section_with_slug(slug)
    rows = (
        _row(content.question(code), given[code], chosen[code], language) for code in section.questions if code in given
    )
    return ListSection(section.title.in_language(language), tuple(rows))


def _row(question: Question, given: int, chosen: int, language: str) -> ListRow:
    texts = [*(option.in_language(language) for option in question.options), gettext("I don’t know")]
    by_choice = dict(zip(choices_of(question), texts, strict=True))
    return ListRow(
        name=field_name(question.code),
        id=field_id(question.code),
        label=question.label.in_language(language),
        question=question.question.in_language(language),
        options=tuple(
            Option(str(steps_between(question, given, choice)), text, choice == chosen)
            for choice, text in by_choice.items()
        ),
        was=by_choice[given] if given != chosen else "",
    )
