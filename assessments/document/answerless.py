"""A result without the answers it rests on: for whoever may see the advice but not what was answered."""

from dataclasses import replace

from assessments.document.values import AdviceDocument, AnswerRow, Flip, Flips, Reason, Stability


def without_answers(document: AdviceDocument) -> AdviceDocument:
    """The document without answers, notes, profile and whatever shows single answers: the waterfall and the swings.

    What would change the result still names the answers that would, but not those given.
    """
    return replace(
        document,
        lead=tuple(_unquoted(sentence, document.answers) for sentence in document.lead),
        reasons=tuple(_reason(reason, document.answers) for reason in document.reasons),
        flips=_flips(document.flips),
        stability=_stability(document.stability),
        answers=(),
        profile=(),
        assumptions=(),
        against=None,
        waterfalls=(),
        tornado=None,
    )


def _unquoted(text: str, rows: tuple[AnswerRow, ...]) -> str:
    """A sentence that quotes an answer, such as "Topic: answer", cut down to its topic."""
    for row in rows:
        text = text.replace(f"{row.label}: {row.answer}", row.label)
    return text


def _reason(reason: Reason, rows: tuple[AnswerRow, ...]) -> Reason:
    return replace(reason, headline=_unquoted(reason.headline, rows), evidence=())


def _flips(flips: Flips) -> Flips:
    return replace(flips, items=tuple(_flip(flip) for flip in flips.items))


def _flip(flip: Flip) -> Flip:
    return replace(flip, parts=tuple((topic, new, "", code) for topic, new, _, code in flip.parts))


def _stability(stability: Stability) -> Stability:
    """Without the notes, which set answers beside each other."""
    return replace(stability, notes=())
