"""From bytes to text: which encoding a file has, and a stream that refuses what is not text line by line."""

import codecs
import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from .faults import ScorecardError, Trouble

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

Opener = Callable[[], BinaryIO]
"""Opens the file's bytes from the start; called once for every time it is read."""

ENCODINGS = {
    "utf-8": "UTF-8",
    "cp1250": "Windows-1250",
    "iso-8859-2": "ISO-8859-2",
    "utf-16": "UTF-16",
    "cp1252": "Windows-1252",
}
_ALIASES = {"windows-1250": "cp1250", "latin2": "iso-8859-2", "iso8859-2": "iso-8859-2", "utf8": "utf-8"}
_ALIASES |= {"utf-8-sig": "utf-8", "windows-1252": "cp1252", "utf16": "utf-16", "utf-16-le": "utf-16-le"}
_ALIASES |= {"utf-16-be": "utf-16-be", "iso88592": "iso-8859-2", "latin-2": "iso-8859-2"}
SAMPLE = 65536
LONGEST_LINE = 1_000_000
KINDS = {b"PK\x03\x04": "XLSX", b"%PDF": "PDF", b"\xd0\xcf\x11\xe0": "XLS", b"\x1f\x8b": "GZIP"}
ONLY_CP1250 = bytes(range(0x80, 0xA0))
CP1250_LETTERS, LATIN2_LETTERS = b"\xb9\xa5", b"\xb1\xa1\xb6\xbc\xa6\xac"


def known_encoding(name: str) -> str:
    """The encoding by any of its names; ScorecardError for one we do not read."""
    plain = name.strip().lower().replace("_", "-")
    code = _ALIASES.get(plain, plain)
    if code not in ENCODINGS and code not in ("utf-16-le", "utf-16-be"):
        raise ScorecardError(Trouble.UNKNOWN_ENCODING, encoding=name, known=", ".join(ENCODINGS.values()))
    return code


@dataclass(frozen=True, slots=True)
class Beginning:
    """The first bytes of a file, and what they say of it."""

    sample: bytes

    @property
    def marked(self) -> str:
        """The encoding that a byte order mark names; empty without one."""
        if self.sample.startswith(codecs.BOM_UTF8):
            return "utf-8"
        return "utf-16" if self.sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else ""

    def demand_text(self) -> None:
        """ScorecardError for an empty file, or one of a kind that is not text."""
        if not self.sample.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0"):
            raise ScorecardError(Trouble.EMPTY)
        for start, kind in KINDS.items():
            if self.sample.startswith(start):
                raise ScorecardError(Trouble.NOT_CSV, kind=kind)
        if b"\0" in self.sample and self.marked != "utf-16":
            raise ScorecardError(Trouble.NUL)


def beginning(opener: Opener) -> Beginning:
    """The first bytes of the file; ScorecardError where they are not text."""
    with opener() as stream:
        first = Beginning(stream.read(SAMPLE))
    first.demand_text()
    return first


def likely_encoding(opener: Opener) -> str:
    """What a file that is not UTF-8 is probably written in: the Polish letters differ in six places."""
    cp1250 = latin2 = 0
    with opener() as stream:
        while chunk := stream.read(SAMPLE):
            cp1250 += len(chunk) - len(chunk.translate(None, ONLY_CP1250 + CP1250_LETTERS))
            latin2 += len(chunk) - len(chunk.translate(None, LATIN2_LETTERS))
    return "iso-8859-2" if latin2 > cp1250 else "cp1250"


def is_utf8(opener: Opener) -> bool:
    """Whether all of the file can be read as UTF-8."""
    decode = codecs.getincrementaldecoder("utf-8")().decode
    try:
        with opener() as stream:
            while chunk := stream.read(SAMPLE):
                decode(chunk)
        decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def text_stream(stream: BinaryIO, encoding: str, *, longest_line: int = LONGEST_LINE) -> io.TextIOWrapper:
    """The file as text, line ends as they are; ScorecardError while reading where a line is too long or not text."""
    watched = io.BufferedReader(Watched(stream, longest_line, wide=encoding.startswith("utf-16")), SAMPLE)
    return io.TextIOWrapper(watched, "utf-8-sig" if encoding == "utf-8" else encoding, newline="")


class Watched(io.RawIOBase):
    """Bytes on their way to the decoder. Lines are measured here, as the decoder would take any line whole."""

    def __init__(self, stream: BinaryIO, longest: int, *, wide: bool) -> None:
        self.stream = stream
        self.longest = longest
        self.wide = wide
        self.lines = 0
        self.run = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        view = memoryview(buffer)
        chunk = self.stream.read(len(view))
        view[: len(chunk)] = chunk
        if not self.wide and b"\0" in chunk:
            raise ScorecardError(Trouble.NUL)
        self._measure(chunk)
        return len(chunk)

    def _measure(self, chunk: bytes) -> None:
        """How far back the last line end is."""
        end = max(chunk.rfind(b"\n"), chunk.rfind(b"\r"))
        self.run = self.run + len(chunk) if end < 0 else len(chunk) - end
        self.lines += chunk.count(b"\n")
        if self.run > self.longest:
            raise ScorecardError(Trouble.LONG_LINE, row=self.lines + 1, most=f"{self.longest:,}")

    def close(self) -> None:
        self.stream.close()
        super().close()
