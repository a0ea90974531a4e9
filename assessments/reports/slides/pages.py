"""The slides: answer, reasons, map, what would change it, plan, KPIs, who does what."""

from collections import Counter

from django.utils.translation import gettext
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import PP_ALIGN
from pptx.slide import Slide
from pptx.util import Emu, Inches, Length, Pt

from assessments.document.picture_values import DecisionMap
from assessments.document.plan_values import ResultPlan
from assessments.document.values import AdviceDocument, Flip, Reason
from assessments.reports.palette import INK, INKS, LINE, MUTED, SHAPES, TINTS, WHITE
from assessments.reports.slides.charts import add_counts, add_needs, add_tornado
from assessments.reports.slides.deck import Deck, dress, fill
from assessments.reports.slides.map_shapes import MapDrawing
from assessments.reports.slides.theme import INNER, LEFT
from assessments.reports.story.basis import identity
from assessments.reports.story.plan import carrier, item_text
from assessments.reports.titles import (
    charter_sentence,
    doubt_sentence,
    kpis,
    kpis_sentence,
    missing_sentence,
    plan_sentence,
    position_sentence,
    sentence,
)
from assessments.templatetags.texts import tied

TOP = Inches(1.85)
MOST_WORDS = 40
MOST_SHOWN = 6  # lines that a slide takes; the notes have all


def add_slides(deck: Deck) -> None:
    """All slides that the result has something for."""
    document = deck.report.document
    add_answer(deck)
    if document.missing:
        add_missing(deck)
    for reason in document.reasons:
        add_reason(deck, reason)
    if document.map:
        add_map(deck, document.map)
    add_doubt(deck)
    if document.plan:
        add_plan(deck, document.plan)
    if kpis(document):
        add_kpis(deck)
    add_charter(deck)


def add_answer(deck: Deck) -> None:
    """The headline, the two needs, the order; a person's own recommendation where there is one."""
    report, document = deck.report, deck.report.document
    facts = [f"{fact.value} {fact.label}" for fact in document.facts]
    scores = [f"{row.name}: {row.score} {row.range} {row.sentence}".strip() for row in document.needs.rows]
    decided = [report.decision.method, report.decision.person, report.decision.reason] if report.decision else []
    slide = deck.add_slide(
        document.headline, [sentence(document.lead), *facts, *scores, document.needs.note, *decided, *source(deck)]
    )
    deck.add_logo(slide)
    add_pill(deck, slide, document)
    said = f"{report.decision.method}\n{report.decision.person}" if report.decision else document.needs.title
    deck.add_text(slide, (Inches(4.6), Inches(1.88), Inches(6), Inches(0.7)), said, 15)
    add_needs(slide, (LEFT, Inches(2.55), INNER, Inches(2.9)), document.needs)
    if document.sequence:
        add_steps(deck, slide, [(moment.when, moment.what) for moment in document.sequence], Inches(5.65), Inches(1.05))


def source(deck: Deck) -> list[str]:
    """Where a slide's numbers come from."""
    document = deck.report.document
    said = gettext("Source: the company’s own answers, worked out by the method of this version.")
    receipt = [f"{gettext('Receipt')}: {document.method.receipt}"] if document.method.receipt else []
    return [said, *receipt]


def add_pill(deck: Deck, slide: Slide, document: AdviceDocument) -> None:
    """The outcome in its colour and shape."""
    text = "  ·  ".join([f"{SHAPES[document.kind]} {document.pill}", *document.tags])
    width = min(Inches(3.8), Inches(0.5) + Inches(0.125) * len(text))
    pill = slide.shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, LEFT, Inches(1.85), Emu(width), Inches(0.42))
    fill(pill, TINTS[document.kind])
    pill.adjustments[0] = 0.5
    frame = pill.text_frame
    frame.word_wrap = False
    frame.margin_top = frame.margin_bottom = Emu(0)
    dress(frame.paragraphs[0].add_run(), text, 14, INKS[document.kind], bold=True)


def add_steps(deck: Deck, slide: Slide, steps: list[tuple[str, str]], top: Length, height: Length) -> None:
    """Cards side by side: when, and what."""
    gap = Inches(0.2)
    width = Emu(int((INNER - gap * (len(steps) - 1)) / len(steps)))
    for number, (when, what) in enumerate(steps):
        left = Emu(int(LEFT + number * (width + gap)))
        card = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, left, top, width, height)
        fill(card, WHITE)
        card.line.color.rgb, card.line.width = RGBColor.from_string(LINE), Pt(1)
        frame = card.text_frame
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = Inches(0.15)
        dress(frame.paragraphs[0].add_run(), tied(when), 12, MUTED, bold=True)
        dress(frame.add_paragraph().add_run(), tied(what), 15, INK, bold=True)
        for line in frame.paragraphs:
            line.alignment = PP_ALIGN.LEFT


def add_missing(deck: Deck) -> None:
    """The questions whose answers are missing."""
    document = deck.report.document
    lines = [f"{item.label}: {item.text}" for item in document.missing]
    slide = deck.add_slide(missing_sentence(document), [*lines, *source(deck)])
    labels = "\n".join(f"– {item.label}" for item in document.missing)
    deck.add_text(slide, (LEFT, TOP, INNER, Inches(4.8)), labels, 20)


def add_reason(deck: Deck, reason: Reason) -> None:
    """A reason with the answers behind it."""
    lines = [f"{each.answer} – {each.described} ({each.code})" for each in reason.evidence]
    slide = deck.add_slide(reason.headline, [reason.direction, *lines, *source(deck)])
    pointed = f"{SHAPES[reason.kind]} {reason.direction}"
    deck.add_text(slide, (LEFT, TOP, INNER, Inches(0.4)), pointed, 16, INKS[reason.kind])
    for number, each in enumerate(reason.evidence):
        top = Inches(2.6 + 1.35 * number)
        deck.add_text(slide, (LEFT, top, Inches(1.1), Inches(0.6)), each.code, 28, INKS[reason.kind])
        frame = deck.add_text(slide, (Inches(1.8), top, Inches(10.9), Inches(1.1)), each.answer, 22)
        frame.paragraphs[0].runs[0].font.bold = True


def add_map(deck: Deck, drawn: DecisionMap) -> None:
    """Where the company stands."""
    document = deck.report.document
    rows = [f"{row.axis}: {row.score} ({row.range})" for row in drawn.rows]
    slide = deck.add_slide(position_sentence(document), [drawn.description, *rows, drawn.shading, *source(deck)])
    MapDrawing(slide, Inches(1), Inches(1.7), Inches(5.2)).draw(drawn)
    for number, need in enumerate(document.needs.rows):
        top = Inches(2.3 + 1.7 * number)
        deck.add_text(
            slide, (Inches(6.9), top, Inches(5.8), Inches(0.5)), f"{SHAPES[need.kind]} {need.name}", 18, INKS[need.kind]
        )
        frame = deck.add_text(slide, (Inches(6.9), Emu(top + Inches(0.38)), Inches(5.8), Inches(0.9)), need.score, 44)
        frame.paragraphs[0].runs[0].font.bold = True
        if need.range:
            dress(frame.paragraphs[0].add_run(), f"  ({need.range})", 20, MUTED)


def add_doubt(deck: Deck) -> None:
    """Which answers move the result, and how stable it is."""
    document = deck.report.document
    if not (document.tornado or document.flips.items):
        return
    stable = document.stability
    notes = [
        document.flips.intro,
        *(flip_line(flip) for flip in document.flips.items),
        *(f"{gate.sentence} → {gate.outcome}" for gate in document.flips.gates),
        *document.flips.unknowns,
        stable.sentence,
        stable.headline,
        *(f"{share.outcome}: {share.text}" for share in stable.shares),
        stable.varied,
        *against_lines(document),
    ]
    slide = deck.add_slide(doubt_sentence(document), [*notes, *source(deck)])
    if document.tornado:
        add_tornado(slide, (LEFT, Inches(1.75), INNER, Inches(4.35)), document, document.tornado)
    else:
        topics = dict.fromkeys(topic for flip in document.flips.items for topic, _, _, _ in flip.parts)
        deck.add_text(slide, (LEFT, TOP, INNER, Inches(4)), "\n".join(f"– {topic}" for topic in topics), 22)
    deck.add_text(slide, (LEFT, Inches(6.25), INNER, Inches(0.6)), stable.headline, 16)


def against_lines(document: AdviceDocument) -> list[str]:
    """The case for the other outcome, in short."""
    case = document.against
    return [case.title, *case.intro, *(point.statement for point in case.points), *case.verdict] if case else []


def flip_line(flip: Flip) -> str:
    """A change that gives another answer, on one line."""
    changes = "; ".join(f"{topic}: {new}" for topic, new, _, _ in flip.parts)
    return f"{changes} → {flip.outcome} ({flip.steps})"


def add_plan(deck: Deck, plan: ResultPlan) -> None:
    """Ninety days, then the year."""
    notes: list[str] = [plan.size]
    for phase in plan.phases:
        notes += [f"{phase.when}: {phase.title}", *(f"– {item_text(item)}" for item in phase.items)]
        notes.append(f"{gettext('Done when')}: {phase.done_when}")
    for action in plan.actions:
        notes.append(f"{action.title} ({action.code}): {action.owner}. {action.first_step}")
    notes += [f"{quarter.when}: {quarter.text}" for quarter in plan.year]
    notes += [plan.review, *plan.tripwires]
    slide = deck.add_slide(plan_sentence(deck.report.document), [*notes, *source(deck)])
    phases = [(phase.when, phase.title) for phase in plan.phases]
    year = [(quarter.when, quarter.text) for quarter in plan.year]
    add_steps(deck, slide, phases, Inches(2.1), Inches(1.7))
    if word_count([*phases, *year]) <= MOST_WORDS:  # else the year stands in the notes only
        add_steps(deck, slide, year, Inches(4.3), Inches(1.7))


def word_count(steps: list[tuple[str, str]]) -> int:
    return sum(len(text.split()) for step in steps for text in step)


def add_kpis(deck: Deck) -> None:
    """The KPIs by name and function."""
    rows = kpis(deck.report.document)
    notes = [f"{kpi.name} ({kpi.function}): {kpi.meaning}" for kpi in rows]
    slide = deck.add_slide(kpis_sentence(deck.report.document), [*notes, *source(deck)])
    for number, kpi in enumerate(rows[:MOST_SHOWN]):
        top = Inches(1.95 + 0.8 * number)
        frame = deck.add_text(slide, (LEFT, top, INNER, Inches(0.6)), kpi.name, 22)
        frame.paragraphs[0].runs[0].font.bold = True
        dress(frame.paragraphs[0].add_run(), f"   {kpi.function}", 16, MUTED)


def add_charter(deck: Deck) -> None:
    """Who carries how many duties, the next decision, the closing words, and the receipt."""
    report, document = deck.report, deck.report.document
    setup = document.charter.recommended if document.charter else None
    duties = [f"{row.task}: {carrier(row.owner, row.remark)}" for row in setup.rows] if setup else []
    risks = [f"{risk.risk} – {risk.sign} – {risk.response}" for risk in document.risks]
    names = [f"{label}: {text}" for label, text in identity(report)]
    slide = deck.add_slide(charter_sentence(), [*duties, *risks, *names, *source(deck)])
    counts = Counter(row.owner for row in setup.rows).most_common(MOST_SHOWN) if setup else []
    if counts:
        add_counts(slide, (LEFT, Inches(1.7), INNER, Inches(3.2)), gettext("Duties"), counts)
    if len(document.sequence) > 1:
        coming = document.sequence[1]
        step = (gettext("Next decision"), f"{coming.when}: {coming.what}")
        add_steps(deck, slide, [step], Inches(4.95), Inches(0.85))
    if report.options.branding.closing:
        deck.add_text(slide, (LEFT, Inches(5.9), INNER, Inches(0.75)), report.options.branding.closing, 11)
    receipt = f"{gettext('Receipt')}: {identity(report)[2][1]}"
    deck.add_text(slide, (LEFT, Inches(6.7), INNER, Inches(0.25)), receipt, 9, MUTED)
