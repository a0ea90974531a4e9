"""The answer itself, what is missing for one, and the reasons."""

from django.utils.translation import gettext

from assessments.document.values import AdviceDocument, Reason
from assessments.reports.story.blocks import Block, Bullets, Facts, Figure, Picture, Section, Style, Subheading, Text
from assessments.reports.titles import missing_sentence, reasons_sentence, sentence
from assessments.reports.values import Report


def answer(report: Report) -> Section:
    """The whole answer: headline, lead, a person's decision, facts, needs, order."""
    document = report.document
    blocks: list[Block] = [
        Text(sentence([document.pill, *document.tags]), Style.STRONG),
        Text(sentence(document.lead), Style.LEAD),
        *_decision(report),
        Facts(tuple((fact.value, fact.label) for fact in document.facts)),
        Subheading(document.needs.title),
        Picture(Figure.NEEDS, document.needs.title, sentence(need.sentence for need in document.needs.rows)),
        Text(document.needs.subtitle, Style.MUTED),
        Facts(tuple((need.name, _score(need.score, need.range)) for need in document.needs.rows)),
    ]
    if document.needs.note:
        blocks.append(Text(document.needs.note, Style.MUTED))
    if document.sequence:
        moments = Facts(tuple((moment.when, moment.what) for moment in document.sequence))
        blocks += [Subheading(gettext("Recommended order")), moments]
    if report.options.branding.closing:
        blocks.append(Text(report.options.branding.closing, Style.TYPED))
    return Section("answer", document.headline, tuple(blocks))


def _score(score: str, spread: str) -> str:
    return f"{score} ({spread})" if spread else score


def _decision(report: Report) -> tuple[Block, ...]:
    """A person's own recommendation, beside the method's."""
    if report.decision is None:
        return ()
    return (
        Subheading(gettext("Two recommendations")),
        Text(report.decision.method),
        Text(f"{report.decision.person} {report.decision.date}", Style.STRONG),
        Text(report.decision.reason, Style.TYPED),
    )


def missing(document: AdviceDocument) -> Section | None:
    """The questions whose answers a recommendation needs."""
    if not document.missing:
        return None
    blocks: list[Block] = [Bullets(tuple(f"{item.label}: {item.text}" for item in document.missing))]
    if document.flips.next_question:
        blocks.insert(0, Text(next_question(document.flips.next_question.label), Style.STRONG))
    return Section("missing", missing_sentence(document), tuple(blocks))


def next_question(label: str) -> str:
    """Which question to answer next."""
    return f"{gettext('Answer this next:')} {label}"


def reasons(document: AdviceDocument) -> Section | None:
    """Each reason with the answers behind it."""
    if not document.reasons:
        return None
    blocks = [block for reason in document.reasons for block in _reason(reason)]
    return Section("reasons", reasons_sentence(document), tuple(blocks))


def _reason(reason: Reason) -> tuple[Block, ...]:
    lines = tuple(f"{each.answer} – {each.described} ({each.code})" for each in reason.evidence)
    return Subheading(reason.headline), Text(reason.direction, Style.MUTED), Bullets(lines)
