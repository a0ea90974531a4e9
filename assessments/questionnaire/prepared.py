"""Question pages prepared once: rendered for the first visitor, then only the marks are filled in.

A page depends on the method version, the language, the step and the option that is marked; the reference, the form
token and the version of the answer are marks. What is rarer (a note, many don't-knows, a message) is rendered live.
A test compares both ways for every question.
"""

from collections.abc import Callable
from dataclasses import dataclass

VERSION_MARK = 1_987_654_321  # stands in for the version while a page is prepared
MOST_KEPT = 2_000

_prepared: dict[tuple[object, ...], tuple[str, ...]] = {}


@dataclass(frozen=True, slots=True)
class Marks:
    """What differs between two visitors of the same page."""

    ref: str
    token: str
    version: int


def prepared_page(key: tuple[object, ...], marks: Marks, rendering: Callable[[int], str]) -> str:
    """The page of this key with the visitor's marks; `rendering` makes it for a version number the first time."""
    pieces = _prepared.get(key)
    if pieces is None:
        pieces = _split(rendering(VERSION_MARK), marks)
        if len(_prepared) >= MOST_KEPT:
            _prepared.clear()
        _prepared[key] = pieces
    filled = list(pieces)
    filled[1::2] = [_mark(name, marks) for name in filled[1::2]]
    return "".join(filled)


def _split(html: str, marks: Marks) -> tuple[str, ...]:
    """Text and mark names in turn: text, name, text, ..."""
    for text, name in ((marks.ref, "ref"), (marks.token, "token"), (str(VERSION_MARK), "version")):
        html = html.replace(text, f"\0{name}\0")
    return tuple(html.split("\0"))


def _mark(name: str, marks: Marks) -> str:
    return str(getattr(marks, name))


def forget_prepared() -> None:
    """Drop all prepared pages: only tests need it, which empty the database under the process."""
    _prepared.clear()
