"""A CSV file as rows: separator from its header alone, limits as it is read, one sentence where it cannot be."""

import csv
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice

from .faults import ScorecardError, Trouble
from .text import ENCODINGS, LONGEST_LINE, Opener, beginning, known_encoding, likely_encoding, text_stream

SEPARATORS = {";": "semicolon", ",": "comma", "\t": "tab"}
LONGEST_CELL = 131_072
_SAYS_SEPARATOR = re.compile(r'"?sep=(.)"?[\r\n]*', re.IGNORECASE)

Row = list[str]


@dataclass(frozen=True, slots=True)
class Limits:
    """What is read at most; None is no limit."""

    rows: int | None = None
    columns: int | None = 200
    line: int = LONGEST_LINE


@dataclass(frozen=True, slots=True)
class Table:
    """A file whose encoding, separator and header are known. Rows are read anew each time, never kept."""

    opener: Opener
    encoding: str
    separator: str
    header: tuple[str, ...]
    first: int
    """The number of the first row below the header, as a spreadsheet counts them."""
    limits: Limits

    @contextmanager
    def rows(self) -> Iterator[Iterator[Row]]:
        """All rows below the header, an empty line as an empty row; ScorecardError where reading ends early."""
        with (
            self.opener() as stream,
            text_stream(stream, self.encoding, longest_line=self.limits.line) as text,
            sentences(self.encoding),
        ):
            reader = csv.reader(text, delimiter=self.separator, strict=True)
            rows = islice(reader, self.first - 1, None)
            yield rows if self.limits.rows is None else bounded(rows, self.limits.rows)


def bounded(rows: Iterator[Row], most: int) -> Iterator[Row]:
    """So many rows; ScorecardError where there are more."""
    yield from islice(rows, most)
    if next(rows, None) is not None:
        raise ScorecardError(Trouble.MANY_ROWS, most=f"{most:,}")


@contextmanager
def sentences(encoding: str) -> Iterator[None]:
    """What csv and codecs complain about, as sentences."""
    try:
        yield
    except UnicodeError as error:
        raise ScorecardError(Trouble.WRONG_ENCODING, encoding=ENCODINGS.get(encoding, encoding)) from error
    except csv.Error as error:
        trouble = Trouble.LONG_CELL if "field limit" in str(error) else Trouble.QUOTES
        raise ScorecardError(trouble, row="1", most=f"{LONGEST_CELL:,}") from error


def opened_table(opener: Opener, encoding: str = "", limits: Limits | None = None) -> Table:
    """The file with its header read. Without an encoding it must have a byte order mark or be UTF-8."""
    limits = limits or Limits()
    first = beginning(opener)
    code = first.marked or (known_encoding(encoding) if encoding else "utf-8")
    try:
        return _with_header(opener, code, limits)
    except ScorecardError as error:
        raise plainer(error, opener, encoding) from error


def plainer(error: ScorecardError, opener: Opener, encoding: str) -> ScorecardError:
    """For a file that is not UTF-8 although nobody said otherwise: which encoding it is likely to have."""
    if error.trouble is not Trouble.WRONG_ENCODING or encoding:
        return error
    return ScorecardError(Trouble.NOT_UTF8, guess=ENCODINGS[likely_encoding(opener)])


def _with_header(opener: Opener, code: str, limits: Limits) -> Table:
    with opener() as stream, text_stream(stream, code, longest_line=limits.line) as text, sentences(code):
        skipped, line = _first_line(text)
        given = _SAYS_SEPARATOR.fullmatch(line)
        separator = given.group(1) if given else ""
        if given:
            skipped, line = skipped + 1, text.readline()
        separator = separator if separator in SEPARATORS else separator_of(line)
    with opener() as stream, text_stream(stream, code, longest_line=limits.line) as text, sentences(code):
        header = next(islice(csv.reader(text, delimiter=separator, strict=True), skipped, None), [])
        _demand_columns(header, limits)
    return Table(opener, code, separator, tuple(header), skipped + 2, limits)


def _first_line(text: Iterator[str]) -> tuple[int, str]:
    """How many empty lines there are, and the first that is not."""
    for number, line in enumerate(text):
        if line.strip('\r\n \t;,"'):
            return number, line
    raise ScorecardError(Trouble.EMPTY)


def separator_of(line: str) -> str:
    """The separator of a header line: the one that stands outside of quotation marks most often."""
    plain = re.sub('"[^"]*("|$)', "", line)
    counts = {mark: plain.count(mark) for mark in SEPARATORS}
    best = max(counts, key=lambda mark: counts[mark])
    if not counts[best]:
        raise ScorecardError(Trouble.ONE_COLUMN)
    return best


def _demand_columns(header: Row, limits: Limits) -> None:
    if limits.columns is not None and len(header) > limits.columns:
        raise ScorecardError(Trouble.MANY_COLUMNS, found=len(header), most=limits.columns)
    if len(header) < 2:
        raise ScorecardError(Trouble.ONE_COLUMN)


def with_row(error: ScorecardError, table: Table) -> ScorecardError:
    """The same error with the row that csv stumbled over, found by counting those before it."""
    if error.trouble not in (Trouble.QUOTES, Trouble.LONG_CELL):
        return error
    row = table.first - 1
    try:
        with table.rows() as rows:
            for _ in rows:
                row += 1
    except ScorecardError:
        return ScorecardError(error.trouble, **(error.values | {"row": row + 1}))
    return error
