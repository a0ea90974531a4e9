"""Finding KPIs by words. In Python, so that both databases find the same, whatever the case and the Polish letters."""

import unicodedata
from collections.abc import Iterable

from .texts import Entry

LONGEST_QUERY = 100


def folded(text: str) -> str:
    """The text without case, accents and needless space: `Odejść  KLIENTÓW` and `odejsc klientow` are the same."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("ł", "l"))
    return " ".join("".join(each for each in decomposed if not unicodedata.combining(each)).split())


def found(entries: Iterable[Entry], query: str) -> list[Entry]:
    """The entries that hold every word of the query, in either language; all of them for an empty query."""
    words = folded(query[:LONGEST_QUERY]).split()
    return [entry for entry in entries if all(word in _searched(entry) for word in words)]


def _searched(entry: Entry) -> str:
    texts = entry.texts
    pairs = (texts.name, texts.aliases, texts.meaning)
    return folded(" ".join([entry.metric.slug, *(text for pair in pairs for text in (pair.en, pair.pl))]))
