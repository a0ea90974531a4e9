"""The frozen values advice is made of, and the keys it is looked up by: no reading and no checking here."""

from dataclasses import dataclass

from .values import Text

STAGED_PLANS = ("sequence_salesops", "sequence_revops")
PLAN_KEYS = (
    "salesops",
    "revops",
    "both",
    "not_yet",
    *STAGED_PLANS,
    "erodes",
    "absorb",
    "lean_salesops",
    "lean_revops",
    "close_call",
)
RISK_KEYS = ("salesops", "revops", "both", "sequence", "revops_absorbs", "not_yet", "erodes", "lean", "close_call")
DUTY_CODES = (
    "sales-strategy",
    "sales-process",
    "sales-data",
    "forecast",
    "team-and-training",
    "rep-performance",
    "target-segments",
    "revenue-strategy",
    "shared-process",
    "communication",
    "technology",
    "pricing",
    "upsell",
    "churn",
    "positioning",
    "lead-qualification",
)
DIFFERENCE_CODES = ("teams", "order", "customers", "revenue-streams", "metrics")
FUNCTIONS = ("salesops", "revops", "shared")
STATES_BY_SETUP = {
    "both": ("kept", "doubled"),
    "only_salesops": ("kept", "interim"),
    "only_revops": ("kept", "interim"),
    "absorb": ("kept", "ends"),
}


@dataclass(frozen=True, slots=True)
class AdviceKeys:
    """Where the advice for one headline is found; no set-up where no function is built yet."""

    plan: str
    risks: str
    setup: str | None


KEYS_BY_HEADLINE = {
    "salesops": AdviceKeys("salesops", "salesops", "only_salesops"),
    "salesops_only": AdviceKeys("salesops", "salesops", "only_salesops"),
    "revops": AdviceKeys("revops", "revops", "only_revops"),
    "revops_no_reps": AdviceKeys("revops", "revops", "only_revops"),
    "both": AdviceKeys("both", "both", "both"),
    "both_salesops_first": AdviceKeys("sequence_salesops", "sequence", "only_salesops"),
    "both_revops_first": AdviceKeys("sequence_revops", "sequence", "only_revops"),
    "revops_absorbs": AdviceKeys("absorb", "revops_absorbs", "absorb"),
    "erodes": AdviceKeys("erodes", "erodes", "only_salesops"),
    "lean_salesops": AdviceKeys("lean_salesops", "lean", None),
    "lean_revops": AdviceKeys("lean_revops", "lean", None),
    "not_yet": AdviceKeys("not_yet", "not_yet", None),
    "close_call": AdviceKeys("close_call", "close_call", None),
}
HEADLINE_CODES = tuple(KEYS_BY_HEADLINE)


@dataclass(frozen=True, slots=True)
class Action:
    """What to do about one criterion with a high answer; `done_when` goes on after "Done when"."""

    code: str
    title: Text
    owner: Text
    first_step: Text
    done_when: Text


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of a plan; `done_when` goes on after "Done when".

    `done_by` are the places of the actions that bring it about; where they are several, `done_parts` say what each of
    them brings, for companies that cannot staff them all.
    """

    title: Text
    actions: tuple[Text, ...]
    done_when: Text
    done_by: tuple[int, ...]
    done_parts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """Days 1-30, 31-60 and 61-90, then four quarters.

    Only staged plans have `later`, months 4 to 6, and `review`, a line with the placeholder {date}.
    """

    key: str
    intro: Text
    phases: tuple[Phase, ...]
    later: Phase | None
    review: Text | None
    year: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Owner:
    """Who carries a duty in one set-up.

    The state is "kept", "interim" (orphaned but for this owner), "doubled" (done twice unless this owner is agreed)
    or "ends" (comes to its end on purpose).
    """

    owner: Text
    state: str


@dataclass(frozen=True, slots=True)
class Duty:
    """A line of the charter; owners by set-up. Treat the dictionary as read-only."""

    code: str
    task: Text
    function: str
    owners: dict[str, Owner]


@dataclass(frozen=True, slots=True)
class Risk:
    """If this happens, you will see this; do that."""

    risk: Text
    sign: Text
    response: Text


@dataclass(frozen=True, slots=True)
class Difference:
    """How SalesOps and RevOps differ, and the headlines for which it matters."""

    code: str
    title: Text
    text: Text
    headlines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """Sentences with placeholders: {topic} and {option} in the first two, {date} in the last.

    `reaches` is for a criterion whose answer rises, `changes` for any other answer.
    """

    reaches: Text
    changes: Text
    date: Text


@dataclass(frozen=True, slots=True)
class Advice:
    """Everything a recommendation advises. Treat the dictionary as read-only."""

    actions: tuple[Action, ...]
    plans: tuple[Plan, ...]
    duties: tuple[Duty, ...]
    risks_by_key: dict[str, tuple[Risk, ...]]
    differences: tuple[Difference, ...]
    review: Review

    def action(self, code: str) -> Action:
        """The action for a criterion; KeyError if there is none."""
        return {action.code: action for action in self.actions}[code]

    def plan(self, key: str) -> Plan:
        """The plan with this key; KeyError if there is none."""
        return {plan.key: plan for plan in self.plans}[key]

    def risks(self, key: str) -> tuple[Risk, ...]:
        """The risks under this key; KeyError if there is none."""
        return self.risks_by_key[key]

    def differences_for(self, headline: str) -> tuple[Difference, ...]:
        """The differences that matter for a headline, in their order; none for an unknown one."""
        return tuple(difference for difference in self.differences if headline in difference.headlines)
