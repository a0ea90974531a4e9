"""The frozen values method content is made of: no reading and no checking here."""

from collections.abc import Collection
from dataclasses import dataclass

FORMAT = 1
LANGUAGES = ("en", "pl")
SALESOPS_CODES = ("S1", "S2", "S3", "S4", "S5", "S6", "S7")
REVOPS_CODES = ("R1", "R2", "R3", "R4", "R5", "R6")
CRITERION_CODES = SALESOPS_CODES + REVOPS_CODES
GATE_CODES = ("B", "K", "A", "D")


@dataclass(frozen=True, slots=True)
class Text:
    """One text in both languages."""

    en: str
    pl: str

    def in_language(self, language: str) -> str:
        """The text in "en" or "pl"; ValueError for any other language."""
        if language not in LANGUAGES:
            raise ValueError(f"no texts in language {language!r}, only in en and pl")
        return self.pl if language == "pl" else self.en


@dataclass(frozen=True, slots=True)
class Question:
    """What a criterion and a gate share: one question with its options in order."""

    code: str
    slug: str
    label: Text
    question: Text
    hint: Text
    why: Text
    error: Text
    options: tuple[Text, ...]
    described: Text


@dataclass(frozen=True, slots=True)
class Criterion(Question):
    """One thing judged; options run from need absent (0) to need strong (4)."""

    function: str
    high: tuple[Text, ...]
    low: Text

    def statement(self, answer: int) -> Text | None:
        """What an answer says about the company; None for 2, which is quoted instead."""
        if answer >= 3:
            return self.high[answer - 3]
        return self.low if answer <= 1 else None


@dataclass(frozen=True, slots=True)
class Gate(Question):
    """A condition that steers what to do; its readings stand in the gate mapping."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the questionnaire and the codes of its questions in order."""

    slug: str
    title: Text
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MethodContent:
    """Everything one method version holds. Treat the dictionaries as read-only."""

    weights: dict[str, int]
    constants: dict[str, int | str]
    gate_mapping: dict[str, tuple[bool, ...]]
    sections: tuple[Section, ...]
    criteria: tuple[Criterion, ...]
    gates: tuple[Gate, ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        """Criteria S1..R6, then gates B, K, A, D."""
        return (*self.criteria, *self.gates)

    def asked_criteria(self) -> tuple[str, ...]:
        """Codes of the criteria with a weight above 0, in the order S1..R6."""
        return tuple(code for code in CRITERION_CODES if self.weights[code] > 0)

    def question(self, code: str) -> Question:
        """The criterion or gate with this code; KeyError if there is none."""
        return {question.code: question for question in self.questions}[code]

    def criterion(self, code: str) -> Criterion:
        """The criterion with this code; KeyError if there is none."""
        return {criterion.code: criterion for criterion in self.criteria}[code]

    def gate(self, code: str) -> Gate:
        """The gate with this code; KeyError if there is none."""
        return {gate.code: gate for gate in self.gates}[code]

    def question_with_slug(self, slug: str) -> Question:
        """The criterion or gate with this slug; KeyError if there is none."""
        return {question.slug: question for question in self.questions}[slug]

    def section_with_slug(self, slug: str) -> Section:
        """The section with this slug; KeyError if there is none."""
        return {section.slug: section for section in self.sections}[slug]

    def section_of(self, code: str) -> Section:
        """The section that holds this question; KeyError if there is none."""
        return {held: section for section in self.sections for held in section.questions}[code]

    def question_order(self, asked: Collection[str]) -> tuple[str, ...]:
        """Codes in the order of the questionnaire: the criteria asked and every gate."""
        ordered = (code for section in self.sections for code in section.questions)
        return tuple(code for code in ordered if code in asked or code in GATE_CODES)
