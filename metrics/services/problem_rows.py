"""The rows of a file that cannot be used, written as they were, so that they can be corrected and uploaded again."""

import csv
import io
import re
from collections.abc import Iterator
from datetime import date

from metrics.catalogue.files import safe_cell
from metrics.models import ScorecardFile
from metrics.scorecard.card import Prepared, read_file
from metrics.scorecard.fields import Kind
from metrics.scorecard.reading import Row, Table
from metrics.services.scorecards import reading_of, table_of

NUMBER = re.compile(r"[-+]?[0-9][0-9 .,\u00a0\u202f]*")


def problem_rows(file: ScorecardFile, kind: Kind, as_of: date) -> Iterator[str]:
    """The header and the rows left out as CSV text with the file's own separator."""
    table = table_of(file)
    numbers: list[int] = []
    read_file(kind, Prepared(table, reading_of(file)), as_of.toordinal(), refused=numbers)
    wanted = set(numbers)
    yield written(table.header, table)
    with table.rows() as rows:
        for number, row in enumerate(rows, table.first):
            if number in wanted:
                yield written(row, table)


def written(row: Row | tuple[str, ...], table: Table) -> str:
    """One row; cells that a spreadsheet would compute get an apostrophe, which reading takes away again."""
    output = io.StringIO()
    csv.writer(output, delimiter=table.separator, lineterminator="\r\n").writerow(map(safe, row))
    return output.getvalue()


def safe(cell: str) -> str:
    """The cell as it can be opened; numbers stay as they are."""
    return cell if NUMBER.fullmatch(cell) else safe_cell(cell)
