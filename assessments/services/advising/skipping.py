"""Pass over what cannot be read, to go on behind it."""

import re

from .window import Window

OUTSIDE = re.compile(r'["\[\]{},]')
INSIDE = re.compile(r'["\\]')
STEPS = {"[": 1, "{": 1, "]": -1, "}": -1}


def skip_value(window: Window) -> None:
    """Go behind the value at hand by its brackets and quotes alone, whatever its size and depth."""
    depth = 0
    while mark := _next_mark(window, OUTSIDE):
        if depth == 0 and mark in ",]}":
            return
        window.move(window.place + 1)
        depth += STEPS.get(mark, 0)
        if mark == '"':
            _skip_string(window)
        if depth == 0:
            return


def _skip_string(window: Window) -> None:
    """Go behind the closing quote."""
    while mark := _next_mark(window, INSIDE):
        window.move(window.place + 1)
        if mark == '"':
            return
        if window.place < len(window.text) or window.grow():
            window.move(window.place + 1)


def _next_mark(window: Window, marks: re.Pattern[str]) -> str:
    """Go to the next of these marks; "" at the end of the input."""
    while True:
        if found := marks.search(window.text, window.place):
            window.move(found.start())
            return found.group()
        window.move(len(window.text))
        if not window.grow():
            return ""


def skip_line(window: Window) -> None:
    """Go to the next line; behind an object that goes on over several lines, to the next line that begins with {."""
    goes_on = _line_end(window)[-1:] in ("{", "[", ",", ":")
    while goes_on and (window.place < len(window.text) or window.grow()) and window.text[window.place] != "{":
        _line_end(window)


def _line_end(window: Window) -> str:
    """Go behind the end of this line; what stood at its end."""
    seen = ""
    while True:
        end = window.text.find("\n", window.place)
        stop = len(window.text) if end < 0 else end
        seen = window.text[window.place : stop].rstrip() or seen
        window.move(stop if end < 0 else stop + 1)
        if end >= 0 or not window.grow():
            return seen
