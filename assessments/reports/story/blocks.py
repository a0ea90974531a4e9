"""The blocks of a story: frozen values, text only."""

from dataclasses import dataclass
from enum import StrEnum


class Style(StrEnum):
    """How a paragraph reads. TYPED is what somebody typed: line ends count, and so does its own direction."""

    LEAD = "lead"
    BODY = "body"
    STRONG = "strong"
    MUTED = "muted"
    TYPED = "typed"


class Figure(StrEnum):
    """The pictures of a result."""

    NEEDS = "needs"
    MAP = "map"
    WATERFALL = "waterfall"
    TORNADO = "tornado"
    SHARES = "shares"


@dataclass(frozen=True, slots=True)
class Subheading:
    text: str


@dataclass(frozen=True, slots=True)
class Text:
    text: str
    style: Style = Style.BODY


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and what they say, in two columns."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """`shares` are the columns' parts of the width; columns of numbers are named by their place."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[int, ...]
    numbers: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, its headline, and its description for those who do not see it."""

    figure: Figure
    title: str
    description: str


Block = Subheading | Text | Bullets | Facts | Table | Picture


@dataclass(frozen=True, slots=True)
class Section:
    """One page's worth; `key` names it in every language."""

    key: str
    title: str
    blocks: tuple[Block, ...]
