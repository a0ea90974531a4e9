"""Characters that the PDF's fonts lack: a box in their place, and a note that says which ones they are."""

import unicodedata
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext

BOX = "□"
MOST_NAMED = 8


def without(data: dict[str, Any], characters: Iterable[str]) -> dict[str, Any]:
    """The data with a box in place of each of these characters."""
    table = str.maketrans(dict.fromkeys(characters, BOX))
    replaced: dict[str, Any] = _replaced(data, table) if table else data
    return replaced


def _replaced(value: Any, table: dict[int, str]) -> Any:
    if isinstance(value, str):
        return value.translate(table)
    if isinstance(value, dict):
        return {name: _replaced(each, table) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_replaced(each, table) for each in value]
    return value


def note_of(characters: Iterable[str]) -> str:
    """The note; empty when nothing is lacking."""
    names = [f"U+{ord(char):04X} {unicodedata.name(char, '')}".strip() for char in dict.fromkeys(characters)]
    if not names:
        return ""
    shown = ", ".join(names[:MOST_NAMED]) + (" …" if len(names) > MOST_NAMED else "")
    return gettext(
        "The fonts of this PDF lack some characters, so a box (□) stands in their place: %(names)s. The report in Word "
        "or Markdown shows them."
    ) % {"names": shown}
