"""The items of the input, one by one: of a JSON list, or of one or more JSON objects that follow each other."""

from collections.abc import Iterator
from typing import Any

from .errors import AdvisingError
from .showing import shown
from .skipping import skip_line, skip_value
from .window import BrokenJsonError, UnwieldyError, Window

Entry = tuple[int, Any]
"""The number of an item, from 1, and its value; an AdvisingError as the value says why it could not be read."""


def entries(window: Window) -> Iterator[Entry]:
    """All items in order; AdvisingError where nothing further can be read."""
    first = window.peek()
    if first == "[":
        return _listed(window)
    if first in ("{", ""):
        return _following(window)
    raise AdvisingError(f"The input is neither a JSON list nor JSON objects: it begins with {shown(first)}.")


def _following(window: Window) -> Iterator[Entry]:
    """Objects one after the other; a line that cannot be read is left behind."""
    number = 0
    while window.peek():
        number += 1
        try:
            value = window.value()
        except (BrokenJsonError, UnwieldyError) as error:
            skip_line(window)
            value = error
        yield number, value


def _listed(window: Window) -> Iterator[Entry]:
    """Items of a list; broken JSON ends it, as nothing behind it is certain."""
    number = 0
    while _has_item(window, number):
        number += 1
        try:
            value = window.value()
        except UnwieldyError as error:
            skip_value(window)
            value = error
        except BrokenJsonError as error:
            raise AdvisingError(f"Item {number}: {error.reason} Nothing after it was read.") from error
        yield number, value


def _has_item(window: Window, number: int) -> bool:
    """Pass the bracket or comma before an item; False behind the end of the list."""
    mark = window.peek() if number else "["
    if mark not in ("[", ",", "]") or (number and mark == "["):
        found = f"{shown(mark)} stands in line {window.line}" if mark else "the input ends"
        raise AdvisingError(f"After item {number}, a comma or the end of the list is missing: {found}.")
    if mark != "]":
        window.move(window.place + 1)
        following = window.peek()
        if number or following != "]":
            return True
    window.move(window.place + 1)
    if mark := window.peek():
        raise AdvisingError(f"The list has ended, but {shown(mark)} stands behind it in line {window.line}.")
    return False
