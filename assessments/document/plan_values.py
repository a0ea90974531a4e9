"""What the plan, the charter and the risks of a result show: text only, frozen with the document."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlanItem:
    """Something to do; `code` names the criterion it answers, empty for a step of the outcome's own plan."""

    text: str
    code: str


@dataclass(frozen=True, slots=True)
class PlanPhase:
    when: str
    title: str
    items: tuple[PlanItem, ...]
    done_when: str


@dataclass(frozen=True, slots=True)
class GapAction:
    """What to do about one of the company's own gaps, with who, how to begin, and how to know it is done."""

    code: str
    topic: str
    title: str
    when: str
    owner: str
    first_step: str
    done_when: str


@dataclass(frozen=True, slots=True)
class Quarter:
    when: str
    text: str


@dataclass(frozen=True, slots=True)
class ResultPlan:
    """Ninety days sized for the funded roles, then the year; `review` and `tripwires` say when to look again."""

    kind: str
    intro: str
    size: str
    phases: tuple[PlanPhase, ...]
    actions: tuple[GapAction, ...]
    year: tuple[Quarter, ...]
    review: str
    tripwires: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DutyRow:
    """One duty in one set-up; `state` is kept, interim, doubled or ends, `remark` says it in words."""

    task: str
    kind: str
    function: str
    owner: str
    state: str
    remark: str


@dataclass(frozen=True, slots=True)
class Setup:
    title: str
    rows: tuple[DutyRow, ...]


@dataclass(frozen=True, slots=True)
class Charter:
    """Who does what: the recommended set-up, absent where no function is built yet, and the others."""

    recommended: Setup | None
    others: tuple[Setup, ...]


@dataclass(frozen=True, slots=True)
class RiskRow:
    risk: str
    sign: str
    response: str
