"""Works out a workbook's formulas, as far as ours go: to see that they give what the file says."""

import re
from typing import Any

from openpyxl import Workbook

REFERENCE = re.compile(r"(?:'([^']+)'!)?(\$?[A-Z]+\$?\d+)(?::(\$?[A-Z]+\$?\d+))?")
TEXT = re.compile(r'"([^"]*)"')


class Blank(int):
    """An empty cell: 0 in arithmetic, and no number."""


class Sheets:
    """The cells of a workbook with values that may be changed."""

    def __init__(self, book: Workbook) -> None:
        self.cells = {(sheet.title, cell.coordinate): cell.value for sheet in book for row in sheet for cell in row}

    def value(self, sheet: str, place: str) -> Any:
        found = self.cells.get((sheet, place.replace("$", "")))
        return self.worked_out(sheet, found[1:]) if isinstance(found, str) and found.startswith("=") else found

    def worked_out(self, sheet: str, formula: str) -> Any:
        """The formula's value. Functions: IF, ISNUMBER, SUM, ROUND, AND."""
        texts = TEXT.findall(formula)
        plain = TEXT.sub(lambda found: f"TEXTS[{texts.index(found[1])}]", formula)
        code = REFERENCE.sub(lambda found: f"CELLS({found[1]!r}, {found[2]!r}, {found[3]!r})", plain)
        code = re.sub(r"(?<![<>=])=(?!=)", "==", code)
        names = {
            "CELLS": lambda other, first, last: self._range(other or sheet, first, last),
            "TEXTS": texts,
            "IF": lambda test, yes, no="": yes if test else no,
            "ISNUMBER": lambda value: isinstance(value, int | float) and not isinstance(value, Blank),
            "SUM": lambda values: sum(value for value in values if isinstance(value, int | float)),
            "ROUND": round,
            "AND": lambda *tests: all(tests),
        }
        return eval(code, {"__builtins__": {}}, names)  # our own formulas

    def _range(self, sheet: str, first: str, last: str | None) -> Any:
        if last is None:
            found = self.value(sheet, first)
            return Blank() if found is None else found
        column, start = re.fullmatch(r"\$?([A-Z]+)\$?(\d+)", first).groups()
        end = re.fullmatch(r"\$?[A-Z]+\$?(\d+)", last).group(1)
        return [self.value(sheet, f"{column}{row}") for row in range(int(start), int(end) + 1)]
