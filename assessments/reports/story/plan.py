"""What to do: the plan, the KPIs, the duties and the risks."""

from typing import Any

from django.utils.translation import gettext

from assessments.document.plan_values import GapAction, PlanItem, PlanPhase, ResultPlan, Setup
from assessments.document.values import AdviceDocument
from assessments.reports.story.blocks import Block, Bullets, Facts, Section, Style, Subheading, Table, Text
from assessments.reports.titles import (
    charter_sentence,
    further_kpis,
    kpis,
    kpis_sentence,
    plan_sentence,
    risks_sentence,
)


def plan(document: AdviceDocument) -> Section | None:
    """Ninety days, the year, the actions for the company's own gaps, and when to look again."""
    if document.plan is None:
        return None
    shown = document.plan
    blocks: list[Block] = [Text(shown.size, Style.MUTED)]
    for phase in shown.phases:
        blocks += _phase(phase)
    years = Facts(tuple((quarter.when, quarter.text) for quarter in shown.year))
    blocks += [Subheading(gettext("The year")), years, *_actions(shown.actions), *_review(shown)]
    return Section("plan", plan_sentence(document), tuple(blocks))


def _phase(phase: PlanPhase) -> tuple[Block, ...]:
    return (
        Subheading(f"{phase.when}: {phase.title}"),
        Bullets(tuple(item_text(item) for item in phase.items)),
        Text(f"{gettext('Done when')}: {phase.done_when}"),
    )


def item_text(item: PlanItem) -> str:
    """Something to do, with the code of the criterion it answers."""
    return f"{item.text} ({item.code})" if item.code else item.text


def _actions(actions: tuple[GapAction, ...]) -> tuple[Block, ...]:
    if not actions:
        return ()
    title = gettext("Actions for your own gaps")
    head = gettext("When"), gettext("Action"), gettext("Who"), gettext("First step"), gettext("Done when")
    rows = tuple((a.when, f"{a.title} ({a.code})", a.owner, a.first_step, a.done_when) for a in actions)
    return Subheading(title), Table(title, head, rows, (3, 5, 3, 6, 6))


def _review(shown: ResultPlan) -> tuple[Block, ...]:
    lines = (*([shown.review] if shown.review else []), *shown.tripwires)
    return (Subheading(gettext("When to look again")), Bullets(lines)) if lines else ()


def kpi_list(document: AdviceDocument) -> Section | None:
    """The KPIs to track, with room for the target to agree on."""
    rows = tuple((kpi.name, kpi.function, kpi.meaning, formula_text(kpi), "") for kpi in kpis(document))
    if not rows:
        return None
    head = gettext("KPI"), gettext("Function"), gettext("What it says"), gettext("Formula and data"), gettext("Target")
    blocks: list[Block] = [Table(gettext("KPIs to track"), head, rows, (5, 3, 6, 7, 3))]
    if further_kpis(document):
        blocks += [Subheading(gettext("Further KPIs")), Bullets(further_kpis(document))]
    return Section("kpis", kpis_sentence(document), tuple(blocks))


def formula_text(kpi: Any) -> str:
    """How a KPI is worked out, and the fields it comes from."""
    return f"{kpi.formula}\n{', '.join(kpi.sources)}"


def charter(document: AdviceDocument) -> Section | None:
    """Who does what, with room for a name beside each duty."""
    if document.charter is None:
        return None
    recommended = document.charter.recommended
    setups = [recommended] if recommended else list(document.charter.others)
    blocks: list[Block] = [setup_table(setup) for setup in setups]
    if document.differences:
        notes = Facts(tuple((note.title, note.text) for note in document.differences))
        blocks += [Subheading(gettext("How the two functions differ")), notes]
    return Section("charter", charter_sentence(), tuple(blocks))


def setup_table(setup: Setup) -> Table:
    """The duties in one set-up; the names are left for the company to fill in."""
    head = gettext("Duty"), gettext("Function"), gettext("Carried by"), gettext("Name")
    rows = tuple((row.task, row.function, carrier(row.owner, row.remark), "") for row in setup.rows)
    return Table(setup.title, head, rows, (13, 5, 13, 6))


def carrier(owner: str, remark: str) -> str:
    """Who carries a duty, and what is to be said about it."""
    return f"{owner} ({remark})" if remark else owner


def risks(document: AdviceDocument) -> Section | None:
    """What may happen, how one sees it, what to do."""
    if not document.risks:
        return None
    head = gettext("If this happens"), gettext("You will see"), gettext("Do this")
    rows = tuple((row.risk, row.sign, row.response) for row in document.risks)
    return Section("risks", risks_sentence(document), (Table(gettext("Risks to manage"), head, rows, (4, 4, 4)),))
