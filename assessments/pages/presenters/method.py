"""What the method page shows: the published version's weights, lines and gates, and how the engine uses them."""

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext

from assessments.content.values import Criterion, Gate, MethodContent
from assessments.document.numbers import POINTS_A_GRADE, score_text
from assessments.pages.presenters.decision_table import OutcomeMark, ShownRow, outcome_mark, shown_rows
from assessments.pages.presenters.sections import TextPage, sections_in
from assessments.pages.presenters.worked_example import WorkedExample, worked_example
from assessments.scoring import CAUTIOUS, ENGINE_VERSION, GATES, Constants, Outcome


@dataclass(frozen=True, slots=True)
class PublishedMethod:
    """One published version: its number, its date and its content."""

    number: int
    published_at: datetime | None
    content: MethodContent


@dataclass(frozen=True, slots=True)
class ShownCriterion:
    code: str
    topic: str
    question: str
    weight: int
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CriteriaTable:
    kind: str
    name: str
    criteria: tuple[ShownCriterion, ...]
    total: int


@dataclass(frozen=True, slots=True)
class ShownGate:
    """A gate with each answer and its reading; `cautious` is how "I don't know" is read in the reported result."""

    code: str
    topic: str
    question: str
    meaning: str
    readings: tuple[tuple[str, str], ...]
    cautious: str


@dataclass(frozen=True, slots=True)
class ShownOutcome:
    mark: OutcomeMark
    meaning: str


@dataclass(frozen=True, slots=True)
class Lines:
    """The constants of the version as text: grades, points, and shares as fractions."""

    need_grade: int
    need_points: str
    case_grade: int
    case_points: str
    lead_gap: str
    coverage: str
    epsilon: str
    kept: str
    grades: tuple[tuple[int, str, str], ...]


@dataclass(frozen=True, slots=True)
class MethodPage(TextPage):
    number: int
    published: str
    engine_version: str
    lines: Lines
    tables: tuple[CriteriaTable, ...]
    gates: tuple[ShownGate, ...]
    rows: tuple[ShownRow, ...]
    outcomes: tuple[ShownOutcome, ...]
    example: WorkedExample


def method_page(method: PublishedMethod, language: str) -> MethodPage:
    """The page of one version in one language."""
    content = method.content
    constants = engine_constants(content)
    return MethodPage(
        title=gettext("How the method works"),
        description=gettext(
            "How answers become a recommendation: weights, lines, gates, the decision table, stability."
        ),
        lead=gettext(
            "The answers to your questionnaire become two scores, and a table of eight rows turns them into advice. "
            "This page says exactly how, so that any result can be worked out again by hand."
        ),
        sections=sections_in("method", _titles()),
        number=method.number,
        published=date_format(method.published_at, "DATE_FORMAT") if method.published_at else "",
        engine_version=ENGINE_VERSION,
        lines=_lines(constants),
        tables=tuple(_table(content, function, language) for function in ("salesops", "revops")),
        gates=tuple(_gate(content, gate, language) for gate in content.gates),
        rows=shown_rows(constants),
        outcomes=_outcomes(constants),
        example=worked_example(content, language),
    )


def engine_constants(content: MethodContent) -> Constants:
    """The version's constants as the engine takes them."""
    given = content.constants
    return Constants(
        need_line=int(given["need_line"]),
        case_line=int(given["case_line"]),
        lead_gap=int(given["lead_gap"]),
        coverage=Fraction(given["coverage"]),
        epsilon=Fraction(given["epsilon"]),
    )


def _titles() -> dict[str, str]:
    return {
        "short": gettext("In short"),
        "scores": gettext("From answers to scores"),
        "criteria": gettext("The criteria and their weights"),
        "gates": gettext("The four gates"),
        "table": gettext("The decision table"),
        "outcomes": gettext("What a result can say"),
        "stability": gettext("How stability is measured"),
        "changes": gettext("What would change a result"),
        "wording": gettext("How firmly a result is worded"),
        "versions": gettext("Versions and the receipt"),
        "example": gettext("An example by hand"),
        "limits": gettext("What the method cannot tell you"),
    }


def _lines(constants: Constants) -> Lines:
    gap = constants.lead_gap
    return Lines(
        need_grade=constants.need_line,
        need_points=score_text(constants.need_line * POINTS_A_GRADE),
        case_grade=constants.case_line,
        case_points=score_text(constants.case_line * POINTS_A_GRADE),
        lead_gap=ngettext("%(n)d grade", "%(n)d grades", gap) % {"n": gap},
        coverage=str(constants.coverage),
        epsilon=str(constants.epsilon),
        kept=str(1 - constants.epsilon),
        grades=tuple((g, score_text(g * POINTS_A_GRADE), score_text((g + 1) * POINTS_A_GRADE)) for g in range(8)),
    )


def _table(content: MethodContent, function: str, language: str) -> CriteriaTable:
    own = [criterion for criterion in content.criteria if criterion.function == function]
    kind, name = {"salesops": ("s", "SalesOps"), "revops": ("r", "RevOps")}[function]
    shown = tuple(_criterion(content, criterion, language) for criterion in own)
    return CriteriaTable(kind, name, shown, sum(criterion.weight for criterion in shown))


def _criterion(content: MethodContent, criterion: Criterion, language: str) -> ShownCriterion:
    return ShownCriterion(
        code=criterion.code,
        topic=criterion.label.in_language(language),
        question=criterion.question.in_language(language),
        weight=content.weights[criterion.code],
        options=tuple(option.in_language(language) for option in criterion.options),
    )


def _gate(content: MethodContent, gate: Gate, language: str) -> ShownGate:
    words = {True: gettext("yes"), False: gettext("no")}
    options = zip(gate.options, content.gate_mapping[gate.code], strict=True)
    return ShownGate(
        code=gate.code,
        topic=gate.label.in_language(language),
        question=gate.question.in_language(language),
        meaning=_gate_meanings()[gate.code],
        readings=tuple((option.in_language(language), words[reading]) for option, reading in options),
        cautious=words[CAUTIOUS[GATES.index(gate.code)]],
    )


def _gate_meanings() -> dict[str, str]:
    return {
        "B": gettext("Yes means that two separate teams can be funded."),
        "K": gettext("Yes means that sales reps stay and should do well."),
        "A": gettext("Yes means that the company moves from direct sales to automated funnels."),
        "D": gettext("Yes means a deep sales problem, one that lasts although fixes were tried."),
    }


def _outcomes(constants: Constants) -> tuple[ShownOutcome, ...]:
    meanings = _outcome_meanings(score_text(constants.case_line * POINTS_A_GRADE))
    return tuple(ShownOutcome(outcome_mark(outcome), meanings[outcome]) for outcome in Outcome)


def _outcome_meanings(case_points: str) -> dict[Outcome, str]:
    return {
        Outcome.SALESOPS: gettext("The need for SalesOps is met, that for RevOps is not (rows 3 and 4)."),
        Outcome.SALESOPS_LEAN: gettext("Neither need is met; if one of the two is built, then SalesOps (row 2)."),
        Outcome.SALESOPS_THEN_REVOPS: gettext(
            "Both needs are met, money allows one team, and SalesOps starts (row 8)."
        ),
        Outcome.REVOPS: gettext("Only the need for RevOps is met, or RevOps takes SalesOps over (rows 5 and 6)."),
        Outcome.REVOPS_LEAN: gettext("Neither need is met; if one of the two is built, then RevOps (row 2)."),
        Outcome.REVOPS_THEN_SALESOPS: gettext("Both needs are met, money allows one team, and RevOps starts (row 8)."),
        Outcome.BOTH: gettext("Both needs are met and two separate teams can be funded (row 7)."),
        Outcome.NONE: gettext("Both scores are under %(points)s and there is no deep sales problem (row 1).")
        % {"points": case_points},
    }
