"""Typst, one compiler for each thread, with the fonts read once.

What is compiled is our own template alone: texts come as data and are never read as markup, and the template's folder
holds nothing that somebody uploaded.
"""

import json
import re
import threading
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import font_source_sans_pro
import typst

from assessments.reports.pdf.lacking import note_of, without

LAYOUT = Path(__file__).resolve().parent / "layout"
STANDARDS: list[Any] = ["a-2a", "ua-1"]
LACKING = re.compile(r"the text `\"(.+?)\"` could not be displayed", re.DOTALL)
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
MOST_TRIES = 4
# Source Sans has no Hebrew, Arabic or Devanagari letters; the families that Typst brings along have.
FONTS = ["Source Sans Pro", "Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono"]

_kept = threading.local()


@cache
def fonts() -> typst.Fonts:
    """Our font and Typst's own, never the system's: the same file on every machine."""
    folder = font_source_sans_pro.font_directory
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[folder])


def compiler(name: str) -> typst.Compiler:
    """This thread's compiler of one of our templates."""
    if not hasattr(_kept, name):
        setattr(_kept, name, typst.Compiler(str(LAYOUT / f"{name}.typ"), root=str(LAYOUT), font_paths=fonts()))
    made: typst.Compiler = getattr(_kept, name)
    return made


def compiled_pdf(data: dict[str, Any], day: str) -> bytes:
    """The PDF. A character that no font has is printed as a box, and page one says which ones those are."""
    when = datetime.fromisoformat(day).replace(tzinfo=UTC) if day else None
    lacking: list[str] = []
    for _ in range(MOST_TRIES):
        shown = without(data, lacking) | {"lacking": note_of(lacking)}
        try:
            return _pdf(shown, when, STANDARDS)
        except typst.TypstError as error:
            found = characters_without_glyph(error)
            if not found:
                raise
            lacking += found
    return _pdf(without(data, lacking) | {"lacking": note_of(lacking)}, when, [])


def _pdf(data: dict[str, Any], when: datetime | None, standards: list[Any]) -> bytes:
    given = {"data": json.dumps(data | {"fonts": FONTS, "dated": when is not None})}
    made = compiler("report").compile(
        format="pdf", sys_inputs=given, pdf_standards=standards, timestamp=when or datetime(1970, 1, 1, tzinfo=UTC)
    )
    assert isinstance(made, bytes)  # a PDF is one file
    return made


def characters_without_glyph(error: typst.TypstError) -> list[str]:
    """The characters that the fonts lack, as Typst names them; empty when something else is at fault."""
    named = LACKING.findall(str(getattr(error, "diagnostic", error)))
    return [char for text in named for char in ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)]
