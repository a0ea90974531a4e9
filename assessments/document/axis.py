"""The axis under bars that show a part of the scale, and labels on it that do not overprint each other."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from django.utils.translation import gettext

from assessments.document.numbers import decimal_text, rounded, score_text, svg_percent
from assessments.document.picture_values import AxisMark

STEP = 10  # the axis starts and ends at a multiple of ten points
LETTER = 4  # a letter of a label in per cent of the axis on the narrowest screen
OUTSIDE = 10  # how far a label may stand out on the left, in per cent of that axis; on the right there is room


@dataclass(frozen=True, slots=True)
class Axis:
    """The part of the scale that is drawn, from one multiple of ten to another."""

    low: Fraction
    high: Fraction

    def part(self, score: Fraction) -> Fraction:
        """The place of a score in per cent of the axis."""
        return (score - self.low) * 100 / (self.high - self.low)

    def at(self, score: Fraction) -> str:
        return svg_percent(self.part(score))

    def length(self, points: Fraction) -> str:
        return svg_percent(points * 100 / (self.high - self.low))


@dataclass(frozen=True, slots=True)
class Label:
    """A text at a score, and how it stands there: `middle`, or before it (`end`) or after it (`start`)."""

    text: str
    score: Fraction
    anchor: str = "middle"

    def overprints(self, other: "Label", axis: Axis) -> bool:
        (start, end), (other_start, other_end) = self.span(axis), other.span(axis)
        return start < other_end and other_start < end

    def span(self, axis: Axis) -> tuple[Fraction, Fraction]:
        """From where to where it reaches on the narrowest axis, in per cent, with half a letter on each side."""
        width = Fraction(LETTER * (len(self.text) + 1))
        start = axis.part(self.score) - {"start": Fraction(0), "middle": width / 2, "end": width}[self.anchor]
        return start, start + width


def axis_over(scores: Iterable[Fraction]) -> Axis:
    """The shortest axis that shows all these scores."""
    shown = list(scores)
    low, high = min(shown), max(shown)
    return Axis(Fraction((low / STEP).__floor__() * STEP), Fraction((high / STEP).__ceil__() * STEP))


def axis_marks(axis: Axis, now: Fraction, line: Fraction) -> tuple[AxisMark, ...]:
    """The score now and the line, and those ends of the axis that have room beside them."""
    labels = _main_labels(axis, now, line)
    for score in (axis.low, axis.high):
        end = Label(decimal_text(rounded(score, 0), 0), score)
        if not any(end.overprints(label, axis) for label in labels):
            labels.append(end)
    return tuple(AxisMark(label.text, axis.at(label.score), label.anchor) for label in labels)


def _main_labels(axis: Axis, now: Fraction, line: Fraction) -> list[Label]:
    """One label where the score is at the line; two on either side of a gap too small for both."""
    if now == line:
        return [_inside(Label(gettext("%(score)s now, at the line") % {"score": score_text(now)}, now), axis)]
    labels = [
        _inside(Label(gettext("%(score)s now") % {"score": score_text(now)}, now), axis),
        _inside(Label(gettext("%(score)s line") % {"score": score_text(line)}, line), axis),
    ]
    if not labels[0].overprints(labels[1], axis):
        return labels
    left, right = sorted(labels, key=lambda label: label.score)
    return [Label(left.text, left.score, "end"), Label(right.text, right.score, "start")]


def _inside(label: Label, axis: Axis) -> Label:
    """The label, after its score where it would stand out too far on the left."""
    return replace(label, anchor="start") if label.span(axis)[0] < -OUTSIDE else label
