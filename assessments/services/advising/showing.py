"""Names and values in sentences: as JSON writes them, short, and safe to print on a terminal."""

import json
from collections.abc import Mapping

from .decoding import Numeral

LONGEST_SHOWN = 40
WORDS = {None: "null", True: "true", False: "false"}


def shown(value: object) -> str:
    """A value as the input wrote it; a long one is cut, and a list or an object is only named."""
    if value is None or isinstance(value, bool):
        return WORDS[value]
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, int | Numeral):
        return _shortened(value.text if isinstance(value, Numeral) else str(value))
    return "{...}" if isinstance(value, Mapping) else "[...]"


def shown_key(key: str) -> str:
    """A key in an address such as answers.S4: plain where it is short and printable, else as a JSON string."""
    return key if key.isprintable() and 0 < len(key) <= LONGEST_SHOWN and " " not in key else _quoted(key)


def _quoted(text: str) -> str:
    """As a JSON string; control characters, half surrogates and changes of direction are escaped."""
    short = _shortened(text)
    return json.dumps(short, ensure_ascii=not short.isprintable())


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}... ({len(text):,} characters)"
