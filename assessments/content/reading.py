"""Strict reading of untrusted JSON: every fault is noted with its path, none stops the reading."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import TypeVar

from .values import LANGUAGES, Text

LONGEST_TEXT = 2_000
LONGEST_SLUG = 60
LONGEST_KEY_SHOWN = 40
MISSING = object()

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FRACTION = re.compile(r"[0-9]{1,4}(?:/0*[1-9][0-9]{0,3})?")
_REFUSED_CATEGORIES = {"Cc", "Cs", "Zl", "Zp"}
_DIRECTION_MARKS = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

T = TypeVar("T")


class ContentError(ValueError):
    """Content that breaks its format; ``faults`` lists every "path: reason"."""

    def __init__(self, faults: Sequence[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(self.faults))


class Reader:
    """Reads one piece of data after another and collects the faults it meets.

    A value that is MISSING was noted when its object was read, so it is not noted again.
    After a fault the returned value is only a stand-in: call ``finish`` before using any.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.faults: list[str] = []

    def note(self, path: str, reason: str) -> None:
        """Remember a fault."""
        self.faults.append(f"{path or self.name}: {reason}")

    def finish(self) -> None:
        """Raise ContentError if anything was noted."""
        if self.faults:
            raise ContentError(self.faults)

    def members(self, data: object, path: str, keys: Sequence[str]) -> dict[str, object]:
        """The values of exactly these keys."""
        if not isinstance(data, dict):
            self._refuse(data, path, "must be an object")
            return dict.fromkeys(keys, MISSING)
        for key in data:
            if key not in keys:
                self.note(joined(path, _shown(key)), "is not known")
        for key in keys:
            if key not in data:
                self.note(joined(path, key), "is missing")
        return {key: data.get(key, MISSING) for key in keys}

    def items(
        self, data: object, path: str, read: Callable[[object, str], T], lowest: int, highest: int
    ) -> tuple[T, ...]:
        """Between ``lowest`` and ``highest`` items of a list, each read by ``read(item, path)``."""
        if not isinstance(data, list):
            self._refuse(data, path, "must be a list")
            return ()
        if not lowest <= len(data) <= highest:
            wanted = f"{lowest}" if lowest == highest else f"{lowest} to {highest}"
            self.note(path, f"must hold {wanted} items")
        return tuple(read(item, f"{path}[{n}]") for n, item in enumerate(data[:highest]))

    def coded(
        self, data: object, path: str, codes: Sequence[str], read: Callable[[object, str, str], T]
    ) -> tuple[T, ...]:
        """One item per code in the order of the codes, each read by ``read(item, path, code)``."""
        waiting = iter(codes)

        def next_item(item: object, item_path: str) -> T:
            return read(item, item_path, next(waiting))

        return self.items(data, path, next_item, len(codes), len(codes))

    def text(self, data: object, path: str) -> Text:
        """A text in both languages."""
        both = self.members(data, path, LANGUAGES)
        return Text(*(self.line(both[language], joined(path, language)) for language in LANGUAGES))

    def line(self, data: object, path: str) -> str:
        """A string of 1 to 2,000 printable characters."""
        if not isinstance(data, str):
            self._refuse(data, path, "must be text")
            return ""
        if not data.strip():
            self.note(path, "is empty")
        if len(data) > LONGEST_TEXT:
            self.note(path, "is longer than 2,000 characters")
        if any(_is_refused(character) for character in data):
            self.note(path, "holds a control character")
        return data

    def slug(self, data: object, path: str) -> str:
        """Lower-case ASCII words joined by hyphens."""
        if isinstance(data, str) and len(data) <= LONGEST_SLUG and _SLUG.fullmatch(data):
            return data
        self._refuse(data, path, "must be lower-case words joined by hyphens")
        return ""

    def whole(self, data: object, path: str, lowest: int, highest: int) -> int:
        """A whole number within both bounds."""
        if isinstance(data, int) and not isinstance(data, bool) and lowest <= data <= highest:
            return data
        self._refuse(data, path, f"must be a whole number from {lowest} to {highest}")
        return lowest

    def share(self, data: object, path: str, lowest: Fraction, highest: Fraction) -> str:
        """A fraction within both bounds, written like "3/5" or "1" and kept as written."""
        written = isinstance(data, str) and _FRACTION.fullmatch(data)
        if written and lowest <= Fraction(written[0]) <= highest:
            return written[0]
        reason = f"must be a fraction from {lowest} to {highest}, written like 3/5"
        self._refuse(data, path, reason)
        return str(lowest)

    def flag(self, data: object, path: str) -> bool:
        """True or false."""
        if not isinstance(data, bool):
            self._refuse(data, path, "must be true or false")
        return data is True

    def exactly(self, data: object, path: str, expected: str | int) -> None:
        """One given value and no other, booleans not taken for numbers."""
        if type(data) is not type(expected) or data != expected:
            self._refuse(data, path, f"must be {expected}")

    def one_of(self, data: object, path: str, allowed: Sequence[str]) -> str:
        """One of the allowed words."""
        if isinstance(data, str) and data in allowed:
            return data
        self._refuse(data, path, f"must be one of {', '.join(allowed)}")
        return ""

    def distinct(self, values: Sequence[str], paths: Sequence[str]) -> None:
        """No value twice; stand-ins for faulty values are left out."""
        seen: set[str] = set()
        for value, path in zip(values, paths, strict=True):
            if value and value in seen:
                self.note(path, f"repeats {value}")
            seen.add(value)

    def _refuse(self, data: object, path: str, reason: str) -> None:
        if data is not MISSING:
            self.note(path, reason)


def joined(path: str, key: str) -> str:
    """The path of a member of the object at ``path``."""
    return f"{path}.{key}" if path else key


def _shown(key: object) -> str:
    return ascii(key[:LONGEST_KEY_SHOWN])[1:-1] if isinstance(key, str) else type(key).__name__


def _is_refused(character: str) -> bool:
    return unicodedata.category(character) in _REFUSED_CATEGORIES or character in _DIRECTION_MARKS
