"""The plan of pages: which steps an assessment has, in which order, and which one is open."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from assessments.content.values import MethodContent

MINUTES_IN_ALL = 8


class Kind(StrEnum):
    PROFILE = "profile"
    QUESTION = "question"
    SECTION = "section"


@dataclass(frozen=True, slots=True)
class Step:
    """One page of the questionnaire; `codes` are the questions it asks, none on a profile page."""

    kind: Kind
    slug: str
    number: int
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    steps: tuple[Step, ...]

    def step(self, kind: Kind, slug: str) -> Step | None:
        return next((step for step in self.steps if (step.kind, step.slug) == (kind, slug)), None)

    def step_of(self, code: str) -> Step | None:
        """The step that asks a question; None for one that is not asked."""
        return next((step for step in self.steps if code in step.codes), None)

    def step_asking(self, code: str) -> Step:
        return next(step for step in self.steps if code in step.codes)

    def after(self, step: Step) -> Step | None:
        return self.steps[step.number] if step.number < len(self.steps) else None

    def before(self, step: Step) -> Step | None:
        return self.steps[step.number - 2] if step.number > 1 else None

    def first_open(self, pages: Collection[str], answered: Collection[str]) -> Step | None:
        """The first step that still lacks something; None when all are done."""
        return next((step for step in self.steps if not _is_done(step, pages, answered)), None)

    def minutes_left(self, step: Step) -> int:
        """About how long the steps from this one on take, at least 1."""
        left = len(self.steps) - step.number + 1
        return max(1, (2 * MINUTES_IN_ALL * left + len(self.steps)) // (2 * len(self.steps)))


def _is_done(step: Step, pages: Collection[str], answered: Collection[str]) -> bool:
    return step.slug in pages if step.kind is Kind.PROFILE else all(code in answered for code in step.codes)


def plan(content: MethodContent, layout: str) -> Plan:
    """Two profile pages, then one page a question (`single`) or one page a section (`section`)."""
    asked = content.question_order(content.asked_criteria())
    profile = [(Kind.PROFILE, "company", ()), (Kind.PROFILE, "team", ())]
    if layout == "section":
        sections = [(section, tuple(c for c in section.questions if c in asked)) for section in content.sections]
        pages = [(Kind.SECTION, section.slug, codes) for section, codes in sections if codes]
    else:
        pages = [(Kind.QUESTION, content.question(code).slug, (code,)) for code in asked]
    numbered = enumerate([*profile, *pages], start=1)
    return Plan(tuple(Step(kind, slug, number, codes) for number, (kind, slug, codes) in numbered))
