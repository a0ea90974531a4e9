"""What a run writes as it goes: the list of advices, and how far it has come."""

from collections.abc import Callable
from typing import Protocol

EVERY = 100


class Output(Protocol):
    """Standard output or standard error of a management command."""

    def write(self, msg: str, style_func: Callable[[str], str] | None, ending: str | None) -> None: ...

    def flush(self) -> None: ...


class Printed:
    """A JSON list, or JSON Lines, written item by item; a whole list however it is left."""

    def __init__(self, output: Output, *, lines: bool) -> None:
        self.output = output
        self.before, self.between, self.after, self.nothing = (
            ("", "", "", "") if lines else ("[\n", ",\n", "\n]\n", "[]\n")
        )
        self.ending = "\n" if lines else ""
        self.is_empty = True

    def __enter__(self) -> "Printed":
        return self

    def __exit__(self, *exception: object) -> None:
        self._write(self.nothing if self.is_empty else self.after)

    def add(self, advice: str) -> None:
        """One more item, handed on at once."""
        self._write(f"{self.before if self.is_empty else self.between}{advice}{self.ending}")
        self.is_empty = False

    def _write(self, text: str) -> None:
        self.output.write(text, str, "")
        self.output.flush()


class Progress:
    """A count of items on a terminal, always on one line."""

    def __init__(self, terminal: Output, *, is_shown: bool) -> None:
        self.terminal = terminal
        self.is_shown = is_shown
        self.count = 0

    def step(self) -> None:
        """One more item is done."""
        self.count += 1
        if self.is_shown and self.count % EVERY == 0:
            self._write(f"\r{self.count:,} items")

    def clear(self) -> None:
        """Make room for a sentence."""
        if self.is_shown:
            self._write("\r\x1b[K")

    def _write(self, text: str) -> None:
        self.terminal.write(text, str, "")
        self.terminal.flush()
