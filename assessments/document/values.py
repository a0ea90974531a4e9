"""The advice document: everything a finished result says in one language, ready to show. Frozen values, text only.

Widths are strings for SVG attributes. `kind` is the colour and shape of an outcome or function: `salesops`, `revops`,
`both` or `none`. A later release may add fields with defaults; stored documents of earlier ones stay readable.
"""

from dataclasses import dataclass

from assessments.document.against_values import Against
from assessments.document.picture_values import DecisionMap, Tornado, Waterfall
from assessments.document.plan_values import Charter, ResultPlan, RiskRow

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure of the answer card and what it says."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Need:
    """One function's need: score 0..100 as text, its range where answers are open, and the lengths of its bar."""

    kind: str
    name: str
    score: str
    range: str
    width: str
    low: str
    high: str
    line: str
    is_met: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class Needs:
    title: str
    subtitle: str
    rows: tuple[Need, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Moment:
    """One point of the recommended order."""

    when: str
    what: str
    kind: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """The respondent's own answer, what it describes, and the criterion's code."""

    answer: str
    described: str
    code: str


@dataclass(frozen=True, slots=True)
class Reason:
    kind: str
    direction: str
    headline: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Flip:
    """A change that gives another outcome; `parts` are (topic, new answer, what was answered, code).

    `scenario` is the code under which the change can be tried (`document.scenario`).
    """

    parts: tuple[tuple[str, str, str, str], ...]
    steps: str
    outcome: str
    kind: str
    scenario: str = ""


@dataclass(frozen=True, slots=True)
class GateFlip:
    """A gate that, read the other way, gives another outcome."""

    sentence: str
    outcome: str
    kind: str
    remark: str
    scenario: str = ""


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question to answer next: its topic, its text, and the slug of its page."""

    label: str
    text: str
    slug: str


@dataclass(frozen=True, slots=True)
class Flips:
    intro: str
    items: tuple[Flip, ...]
    gates: tuple[GateFlip, ...]
    unknowns: tuple[str, ...]
    next_question: OpenQuestion | None


@dataclass(frozen=True, slots=True)
class Share:
    """How often one outcome comes out: text, the start and the length of its bar."""

    outcome: str
    kind: str
    text: str
    start: str
    width: str


@dataclass(frozen=True, slots=True)
class Note:
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Stability:
    headline: str
    sentence: str
    varied: str
    shares: tuple[Share, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One criterion as answered; `points` are what it adds to its function's score."""

    code: str
    kind: str
    label: str
    question: str
    answer: str
    note: str
    weight: str
    points: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class Pair:
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Assumption:
    """A gate as answered, and how it was read."""

    label: str
    answer: str
    reading: str
    note: str


@dataclass(frozen=True, slots=True)
class MethodFacts:
    version: str
    published: str
    sentences: tuple[str, ...]
    constants: tuple[Pair, ...]
    engine_version: str
    receipt: str


@dataclass(frozen=True, slots=True)
class Summary:
    """The fields of an advice document that say the answer itself; pages beside the result need no others."""

    language: str
    kind: str
    headline_code: str
    headline: str
    pill: str
    tags: tuple[str, ...]
    needs: Needs
    against: Against | None = None


@dataclass(frozen=True, slots=True)
class AdviceDocument:
    language: str
    completed: str
    outcome: str
    kind: str
    headline_code: str
    headline: str
    pill: str
    tags: tuple[str, ...]
    lead: tuple[str, ...]
    facts: tuple[Fact, ...]
    needs: Needs
    sequence: tuple[Moment, ...]
    reasons_title: str
    reasons: tuple[Reason, ...]
    flips: Flips
    stability: Stability
    missing: tuple[OpenQuestion, ...]
    answers: tuple[AnswerRow, ...]
    profile: tuple[Pair, ...]
    assumptions: tuple[Assumption, ...]
    method: MethodFacts
    map: DecisionMap | None = None
    waterfalls: tuple[Waterfall, ...] = ()
    tornado: Tornado | None = None
    plan: ResultPlan | None = None
    charter: Charter | None = None
    differences: tuple[Note, ...] = ()
    risks: tuple[RiskRow, ...] = ()
    against: Against | None = None
    schema: int = SCHEMA
