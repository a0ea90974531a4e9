"""What is asked on a command line, as values; ScorecardError names the option at fault."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path

from metrics.catalogue.numbers import NumberError, read_amount

from .faults import ScorecardError, Trouble
from .fields import FIELDS, Kind
from .headers import column_of
from .reading import Limits, Table, opened_table, with_row
from .statuses import NAMES, Status

LOWEST_RATE, HIGHEST_RATE = Fraction(-1), Fraction(10)


def table_of(file: str, encoding: str) -> Table:
    """The file, opened; ScorecardError where that is not possible."""
    path = Path(file)
    try:
        if not path.is_file():
            raise ScorecardError(Trouble.UNREADABLE, file=file, reason="there is no such file")
        return opened_table(lambda: path.open("rb"), encoding, Limits())
    except (OSError, ValueError) as error:
        if isinstance(error, ScorecardError):
            raise
        raise ScorecardError(Trouble.UNREADABLE, file=file, reason=getattr(error, "strerror", None) or error) from error


def pair(text: str, option: str) -> tuple[str, str]:
    """Both sides of name=value."""
    name, mark, value = text.rpartition("=") if option == "--status-map" else text.partition("=")
    if not mark or not name.strip() or not value.strip():
        raise ScorecardError(Trouble.NO_PAIR, option=option, text=text)
    return name.strip(), value.strip()


def columns_by_kind(given: Iterable[str], tables: Mapping[Kind, Table]) -> Mapping[Kind, dict[str, str]]:
    """The columns named by hand, by file. A name without a kind is for every file with that field and header."""
    columns: defaultdict[Kind, dict[str, str]] = defaultdict(dict)
    for text in given:
        name, header = pair(text, "--map")
        kind, _, field = name.rpartition(".")
        wanted = [each for each in tables if kind in ("", each.value) and field in [f.name for f in FIELDS[each]]]
        if not wanted:
            known = ", ".join(dict.fromkeys(each.name for kind in tables for each in FIELDS[kind]))
            raise ScorecardError(Trouble.NO_FIELD, field=name, known=known)
        there = [each for each in wanted if _has(header, tables[each])] or wanted[:1]
        for each in there:
            columns[each][field] = header
    return columns


def _has(header: str, table: Table) -> bool:
    try:
        column_of(header, table.header)
    except ScorecardError as error:
        return error.trouble is Trouble.REPEATED_HEADER
    return True


def statuses(given: Iterable[str]) -> Mapping[str, Status]:
    """What the values of a status or stage mean."""
    found = {}
    for text in given:
        value, name = pair(text, "--status-map")
        if name.lower() not in NAMES:
            raise ScorecardError(Trouble.NO_STATUS, status=name)
        found[value] = NAMES[name.lower()]
    return found


def rate(text: str, option: str) -> Fraction | None:
    """A share written as 0.8, 0,8 or 80%; None for an empty text."""
    if not text:
        return None
    try:
        value = read_amount(text, "," if "," in text else ".").value
    except NumberError as error:
        raise ScorecardError(Trouble.NO_RATE, option=option, text=text) from error
    lowest = Fraction(0) if option == "--margin" else LOWEST_RATE
    highest = Fraction(1) if option == "--margin" else HIGHEST_RATE
    is_unclear = value > 1 and not text.strip().endswith("%")  # 5 is rather 5% than 500%
    if not lowest <= value <= highest or is_unclear or value == Fraction(-1):
        raise ScorecardError(Trouble.NO_RATE, option=option, text=text)
    return value


def day(text: str) -> int:
    """A day as YYYY-MM-DD, its number."""
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return date.fromisoformat(text).toordinal()
    except ValueError:
        pass
    raise ScorecardError(Trouble.NO_DAY, text=text)


def placed(error: ScorecardError, tables: Iterable[Table]) -> ScorecardError:
    """The same error with the row at which csv gave up, in whichever file that is."""
    for table in tables:
        found = with_row(error, table)
        if found is not error:
            return found
    return error
