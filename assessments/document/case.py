"""What an advice document is made from: the method's texts, what was answered, and the engine's result."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from django.utils.translation import gettext

from assessments.content.values import CRITERION_CODES, GATE_CODES, MethodContent, Text
from assessments.document.values import OpenQuestion
from assessments.scoring import CODES, DK, Answer, Constants, Function, Inputs, Method, Result

DONT_KNOW = 5
MIDDLE = 2
LOW, HIGH = 1, 3  # answers up to LOW and from HIGH on have a statement of their own
NAMES = {Function.SALESOPS: "SalesOps", Function.REVOPS: "RevOps"}


@dataclass(frozen=True, slots=True)
class Case:
    """One completed assessment in one language. `choices` are options 0..4 or DONT_KNOW, gates included."""

    content: MethodContent
    choices: Mapping[str, int]
    notes: Mapping[str, str]
    facts: Mapping[str, str | int]
    result: Result
    receipt: str
    method_number: int
    method_published: datetime
    completed_at: datetime
    language: str

    @property
    def constants(self) -> Constants:
        """The constants as the engine takes them."""
        return engine_constants(self.content)

    def text(self, text: Text) -> str:
        return text.in_language(self.language)

    def label(self, code: str) -> str:
        """The short name of a question's topic."""
        return self.text(self.content.question(code).label)

    def answer_text(self, code: str) -> str:
        """The answer as the respondent read it."""
        choice = self.choices.get(code)
        if choice is None:
            return gettext("Not answered")
        if choice == DONT_KNOW:
            return gettext("I don’t know")
        return self.text(self.content.question(code).options[choice])

    def option_text(self, code: str, choice: int) -> str:
        return self.text(self.content.question(code).options[choice])

    def open_question(self, code: str) -> OpenQuestion:
        """The question as something to answer next."""
        question = self.content.question(code)
        return OpenQuestion(self.text(question.label), self.text(question.question), question.slug)

    def is_open(self, code: str) -> bool:
        """Whether the question has no known answer."""
        return self.choices.get(code, DONT_KNOW) == DONT_KNOW

    def value(self, code: str) -> int:
        """The answer that counts in the central score: the one given, or the middle one."""
        return MIDDLE if self.is_open(code) else self.choices[code]

    def asked(self, function: Function) -> tuple[str, ...]:
        """The criteria of one function that are asked, S1..S7 or R1..R6."""
        return tuple(code for code in CODES[function] if self.content.weights[code] > 0)

    def points(self, code: str) -> Fraction:
        """What the criterion adds to its function's score: 25 w a / sum of w."""
        codes = self.asked(function_of(code))
        total = sum(self.content.weights[other] for other in codes)
        return Fraction(25 * self.content.weights[code] * self.value(code), total)

    def strongest_first(self, codes: tuple[str, ...]) -> list[str]:
        """Known answers by what they add, most first; then the open ones."""
        return sorted(codes, key=lambda code: (self.is_open(code), -self.points(code), CRITERION_CODES.index(code)))

    def open_criteria(self) -> tuple[str, ...]:
        asked = self.content.asked_criteria()
        return tuple(code for code in asked if self.is_open(code))

    def open_gates(self) -> tuple[str, ...]:
        return tuple(code for code in GATE_CODES if self.is_open(code))


def engine_constants(content: MethodContent) -> Constants:
    """The method version's constants as the engine takes them."""
    constants = content.constants
    return Constants(
        need_line=int(constants["need_line"]),
        case_line=int(constants["case_line"]),
        lead_gap=int(constants["lead_gap"]),
        coverage=Fraction(str(constants["coverage"])),
        epsilon=Fraction(str(constants["epsilon"])),
    )


def engine_method(content: MethodContent) -> Method:
    """Weights and constants as the engine takes them."""
    return Method(weights=content.weights, constants=engine_constants(content))


def engine_inputs(content: MethodContent, choices: Mapping[str, int]) -> Inputs:
    """Answers of the criteria that are asked, and the reading of each gate's option."""
    asked = content.asked_criteria()
    return Inputs(
        answers={code: engine_answer(choice) for code, choice in choices.items() if code in asked},
        gates={code: _reading(content, code, choices[code]) for code in GATE_CODES if code in choices},
    )


def engine_answer(choice: int) -> Answer:
    """The choice as the engine takes it."""
    return DK if choice == DONT_KNOW else choice


def _reading(content: MethodContent, code: str, choice: int) -> bool | None:
    return None if choice == DONT_KNOW else content.gate_mapping[code][choice]


def function_of(code: str) -> Function:
    """The function a criterion speaks for."""
    return Function.SALESOPS if code in CODES[Function.SALESOPS] else Function.REVOPS
