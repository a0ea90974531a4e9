"""The part of the input that is in memory: read piece by piece, forgotten as soon as it is used."""

import codecs
import re
from json import JSONDecodeError
from typing import Any, Protocol

from .decoding import decode
from .errors import AdvisingError
from .showing import shown

PIECE = 4096
LARGEST_ITEM = 1_000_000
NEAR = 20
LONGEST_WORD = 12  # a number's start, \uXXXX or -Infinity, cut off at the end of a piece
SPACE = re.compile(r"[ \t\n\r]*")


class Source(Protocol):
    """A binary or a text stream; `read1` is used where there is one, so that a slow pipe is read as it fills."""

    def read(self, size: int, /) -> bytes | str: ...


class BrokenJsonError(AdvisingError):
    """The value at hand is not JSON, or the input ends within it."""


class UnwieldyError(AdvisingError):
    """The value at hand is larger or deeper than anything that could be an item."""


class Window:
    """Text from `place` on; `line` is the line number of `place`. Bytes that are not UTF-8 become half surrogates."""

    def __init__(self, source: Source) -> None:
        self.text = ""
        self.place = 0
        self.line = 1
        self._read = getattr(source, "read1", source.read)
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")("surrogateescape")
        self._begun = self._ended = False

    def grow(self) -> bool:
        """Forget what is used and read one more piece; False at the end of the input, and then nothing changes."""
        piece = ""
        while not piece and not self._ended:
            piece = self._piece()
        if piece:
            self.text = self.text[self.place :] + piece
            self.place = 0
        return bool(piece)

    def _piece(self) -> str:
        try:
            data = self._read(PIECE)
        except OSError as error:
            raise AdvisingError(f"The input cannot be read further: {error.strerror or error}.") from error
        self._ended = not data
        if isinstance(data, str):
            self._begun, begun = True, self._begun
            return data if begun else data.removeprefix("\ufeff")
        return self._decoder.decode(data or b"", final=self._ended)

    def move(self, place: int) -> None:
        """Go on to a later place in the text."""
        self.line += self.text.count("\n", self.place, place)
        self.place = place

    def peek(self) -> str:
        """The next character that is not space, where the window then stands; "" at the end of the input."""
        while True:
            self.move(SPACE.match(self.text, self.place).end())  # type: ignore[union-attr]  # matches anywhere
            if self.place < len(self.text):
                return self.text[self.place]
            if not self.grow():
                return ""

    def value(self) -> Any:
        """The next JSON value; where it cannot be read, BrokenJsonError or UnwieldyError, and the window stays."""
        while True:
            try:
                value, end = decode(self.text, self.place)
            except JSONDecodeError as error:
                self._grow_within(error)
            except RecursionError as error:
                raise UnwieldyError("it is nested too deeply to be read.") from error
            else:
                if self.text[end - 1] in '"]}' or end < len(self.text) or not self.grow():
                    return self._taken(value, end)

    def _taken(self, value: Any, end: int) -> Any:
        self._check_size(end)
        self.move(end)
        return value

    def _grow_within(self, error: JSONDecodeError) -> None:
        """Read on if the value may only be cut off by the end of the piece."""
        is_open = error.pos >= len(self.text) or error.msg.startswith("Unterminated string")
        if is_open or self._cuts_a_word(error.pos):
            self._check_size(len(self.text))
            if self.grow():
                return
        if is_open:
            raise BrokenJsonError("the input ends in the middle of it.") from error
        line = self.line + error.doc.count("\n", self.place, error.pos)
        near = shown(error.doc[error.pos : error.pos + NEAR])
        raise BrokenJsonError(f"this is not valid JSON ({error.msg.lower()} in line {line}, near {near}).") from error

    def _cuts_a_word(self, place: int) -> bool:
        return len(self.text) - place < LONGEST_WORD and "\n" not in self.text[place:]

    def _check_size(self, end: int) -> None:
        if end - self.place > LARGEST_ITEM:
            raise UnwieldyError(f"it is larger than {LARGEST_ITEM:,} characters.")
