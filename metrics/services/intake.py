"""Look into files that have just come in, and into how they could be read."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from metrics.models import ScorecardFile
from metrics.scorecard.faults import ScorecardError, Trouble
from metrics.scorecard.headers import Mapped
from metrics.scorecard.reading import Table, opened_table, with_row
from metrics.scorecard.settling import filled
from metrics.scorecard.text import Opener, beginning, is_utf8, likely_encoding
from metrics.services.storing import limits, opener, opener_of

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

MOST_WORDS = 40


def demand_readable(upload: "UploadedFile[Any]") -> None:
    """ScorecardError for a file that is no CSV, is too long, or has no rows. Its encoding is asked for later."""
    source = opener_of(upload)
    table = opened_table(source, probable_encoding(source), limits())
    try:
        with table.rows() as rows:
            if not sum(1 for _ in filled(rows)):  # to the last row: what is wrong with it is said now
                raise ScorecardError(Trouble.NO_ROWS)
    except ScorecardError as error:
        raise with_row(error, table) from error


def probable_encoding(source: Opener) -> str:
    """The encoding by the byte order mark, UTF-8 where all of it is that, else the likelier of two for Polish."""
    return beginning(source).marked or ("utf-8" if is_utf8(source) else likely_encoding(source))


def suggested_encoding(file: ScorecardFile) -> str:
    """The encoding to suggest for a stored file."""
    return probable_encoding(opener(file))


def status_column(mapped: Mapped) -> int | None:
    """The column whose words mean won, lost or open: the status, or the stage where nothing else says it."""
    if "status" in mapped:
        return mapped["status"]
    if {"is_won", "is_lost", "won_on", "lost_on"} & set(mapped):
        return None
    return mapped.get("stage")


def distinct_words(table: Table, column: int | None) -> Sequence[str]:
    """The different texts of a column, in order, the first few of them."""
    if column is None:
        return ()
    with table.rows() as rows:
        return sorted(islice(_different(rows, column), MOST_WORDS))


def _different(rows: Iterator[list[str]], column: int) -> Iterator[str]:
    seen: set[str] = set()
    for row in rows:
        word = row[column].strip() if column < len(row) else ""
        if word and word not in seen and len(seen) <= MOST_WORDS:
            seen.add(word)
            yield word
