"""The swings of both functions as stacked bars on one scale of need scores, for charts that only know lengths."""

from dataclasses import dataclass
from math import ceil, floor

from assessments.document.picture_values import Swing, SwingGroup, Tornado

TENS = 10


@dataclass(frozen=True, slots=True)
class Stretch:
    """One criterion's bar: its start, and its parts up to the first turn, between turns, and past the last one.

    All in points of the need score, 0..100. `kinds` are the colours of the three parts.
    """

    swing: Swing
    start: float
    parts: tuple[float, float, float]
    kinds: tuple[str, str, str]


def number(text: str) -> float:
    """A number of the document, which is written with the language's decimal mark."""
    return float(text.replace(",", ".").replace("+", "").replace("%", ""))


def stretches(tornado: Tornado) -> tuple[Stretch, ...]:
    """The bars of the function that changes the recommendation more easily, then those of the other."""
    groups: tuple[Tornado | SwingGroup, ...] = (tornado, *tornado.others)
    return tuple(_stretch(swing, group.kind) for group in groups for swing in group.swings)


def scale(bars: tuple[Stretch, ...]) -> tuple[float, float]:
    """The ends of an axis that holds every bar, whole tens."""
    low = min(bar.start for bar in bars)
    high = max(bar.start + sum(bar.parts) for bar in bars)
    return float(floor(low / TENS) * TENS), float(ceil(high / TENS) * TENS)


def _stretch(swing: Swing, kind: str) -> Stretch:
    low, high = number(swing.low), number(swing.high)
    first, last, kinds = low, high, [kind, kind, kind]
    for turn in swing.turns:
        at = low + (number(turn.at) - number(swing.start)) / (number(swing.width) or 1) * (high - low)
        if number(turn.start) < number(turn.at):  # below this place the recommendation is another one
            first, kinds[0] = max(first, at), turn.kind if at > first else kinds[0]
        else:
            last, kinds[2] = min(last, at), turn.kind if at < last else kinds[2]
    parts = (round(first - low, 1), round(last - first, 1), round(high - last, 1))
    return Stretch(swing, low, parts, (kinds[0], kinds[1], kinds[2]))
