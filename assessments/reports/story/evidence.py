"""Where the company stands, what added up, what would change the answer, and how stable it is."""

from django.utils.translation import gettext

from assessments.document.against_values import Against
from assessments.document.picture_values import DecisionMap, Swing, SwingGroup, Tornado, Waterfall
from assessments.document.values import AdviceDocument, Flip, Flips, GateFlip, Stability
from assessments.reports.story.answer import next_question
from assessments.reports.story.blocks import (
    Block,
    Bullets,
    Facts,
    Figure,
    Picture,
    Section,
    Style,
    Subheading,
    Table,
    Text,
)
from assessments.reports.titles import doubt_sentence, position_sentence, sentence


def position(document: AdviceDocument) -> Section | None:
    """The map and what added up, each with its numbers as a table."""
    blocks: list[Block] = [*_map(document.map)] if document.map else []
    if document.waterfalls:
        blocks += [Subheading(gettext("What added up")), _waterfall_picture(document)]
        blocks += [_waterfall(fall) for fall in document.waterfalls]
    return Section("position", position_sentence(document), tuple(blocks)) if blocks else None


def _map(drawn: DecisionMap) -> tuple[Block, ...]:
    head = (gettext("Need"), gettext("Score"), gettext("Range"), gettext("Line"))
    rows = tuple((row.axis, row.score, row.range, row.line) for row in drawn.rows)
    return (
        Picture(Figure.MAP, drawn.title, drawn.description),
        Text(drawn.shading, Style.MUTED),
        Table(gettext("Where you stand"), head, rows, (4, 2, 2, 2), frozenset({1, 2, 3})),
    )


def _waterfall_picture(document: AdviceDocument) -> Picture:
    totals = sentence(f"{total_label(fall.name)}: {fall.total}." for fall in document.waterfalls)
    return Picture(Figure.WATERFALL, gettext("What added up"), totals)


def total_label(name: str) -> str:
    """What a waterfall adds up to."""
    return gettext("Need for %(name)s") % {"name": name}


def _waterfall(fall: Waterfall) -> Table:
    head = (gettext("Criterion"), gettext("Answer"), gettext("Points"))
    rows = [(bar.label, bar.answer, bar.points) for bar in fall.bars]
    total = total_label(fall.name)
    return Table(total, head, (*rows, (total, "", fall.total)), (4, 7, 2), frozenset({2}))


def doubt(document: AdviceDocument) -> Section | None:
    """What would change the answer, and how often it stays the same."""
    blocks = (*_flips(document.flips), *_tornado(document.tornado), *_gates(document.flips.gates))
    blocks += (*_unknowns(document.flips), *_stability(document.stability), *_against(document.against))
    return Section("doubt", doubt_sentence(document), blocks) if blocks else None


def _flips(flips: Flips) -> tuple[Block, ...]:
    if not flips.items:
        return ()
    head = gettext("Change"), gettext("Today"), gettext("Size"), gettext("Leads to")
    rows = tuple(_flip(flip) for flip in flips.items)
    title = gettext("What would change the answer")
    return Subheading(title), Text(flips.intro), Table(title, head, rows, (6, 5, 2, 3))


def _flip(flip: Flip) -> tuple[str, ...]:
    changes = "; ".join(f"{topic}: {new}" for topic, new, _, _ in flip.parts)
    return changes, answers_today(flip), flip.steps, flip.outcome


def answers_today(flip: Flip) -> str:
    """What was answered, with the codes; the codes alone where the answers are left out."""
    return "; ".join(f"{current} ({code})" if current else code for _, _, current, code in flip.parts)


def _swings(tornado: Tornado) -> tuple[Swing, ...]:
    """Those of both functions."""
    groups: tuple[Tornado | SwingGroup, ...] = (tornado, *tornado.others)
    return tuple(swing for group in groups for swing in group.swings)


def _tornado(tornado: Tornado | None) -> tuple[Block, ...]:
    if tornado is None:
        return ()
    head = gettext("Criterion"), gettext("Lowest"), gettext("Highest"), gettext("Changes the answer?")
    yes, no = gettext("Yes"), gettext("No")
    rows = tuple((swing.label, swing.low, swing.high, yes if swing.flips else no) for swing in _swings(tornado))
    table = Table(tornado.title, head, rows, (6, 2, 2, 4), frozenset({1, 2}))
    return Subheading(tornado.title), Picture(Figure.TORNADO, tornado.title, tornado.subtitle), table


def _gates(gates: tuple[GateFlip, ...]) -> tuple[Block, ...]:
    if not gates:
        return ()
    lines = tuple(f"{gate.sentence} → {gate.outcome}. {gate.remark}".strip() for gate in gates)
    return Subheading(gettext("Conditions that would change it")), Bullets(lines)


def _unknowns(flips: Flips) -> tuple[Block, ...]:
    if not flips.unknowns:
        return ()
    asked = [Text(next_question(flips.next_question.label), Style.STRONG)] if flips.next_question else []
    return Subheading(gettext("What you did not know")), Bullets(flips.unknowns), *asked


def _against(case: Against | None) -> tuple[Block, ...]:
    """The case for the other outcome, in short."""
    if case is None:
        return ()
    said = (sentence(case.intro), *(point.statement for point in case.points), sentence(case.verdict))
    heading = Subheading(gettext("The strongest case against the answer"))
    return heading, Text(case.title, Style.STRONG), Bullets(tuple(filter(None, said)))


def _stability(stability: Stability) -> tuple[Block, ...]:
    blocks: list[Block] = []
    if stability.headline:
        shares = tuple((share.outcome, share.text) for share in stability.shares)
        blocks += [
            Subheading(gettext("How stable it is")),
            Text(stability.sentence, Style.STRONG),
            Text(stability.headline),
            Picture(Figure.SHARES, stability.headline, sentence(f"{name}: {text}." for name, text in shares)),
            Facts(shares),
            Text(stability.varied, Style.MUTED),
        ]
    if stability.notes:
        notes = Facts(tuple((note.title, note.text) for note in stability.notes))
        blocks += [Subheading(gettext("Worth a second look")), notes]
    return tuple(blocks)
