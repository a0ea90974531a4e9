"""Which results an address asks to compare, and what is wrong with the choice."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import QueryDict
from django.utils.translation import gettext, ngettext

if TYPE_CHECKING:
    from assessments.models import Assessment

FEWEST, MOST = 2, 4
CHOSEN, PASTED = "a", "b"  # the ticked references, and the field for addresses
FIRST_FIELD, PASTE_FIELD = "#id_a_0", "#id_b"
BETWEEN = re.compile(r"[\s,;]+")
IN_ADDRESS = re.compile(r"/a/([-\w]+)")
LONGEST_TEXT = 2000


@dataclass(frozen=True, slots=True)
class Asked:
    """References in the order given, each once; `pasted` is the text of the field, `was_sent` tells a form sent."""

    refs: tuple[str, ...]
    pasted: str
    was_sent: bool


def asked_in(query: QueryDict) -> Asked:
    """What the address asks for. References, and addresses of pages that hold one, are read alike."""
    pasted = query.get(PASTED, "")[:LONGEST_TEXT]
    words = [*query.getlist(CHOSEN), *BETWEEN.split(pasted)]
    refs = dict.fromkeys(reference(word) for word in words if word.strip())
    return Asked(tuple(refs), pasted, PASTED in query)


def query_of(assessments: "Iterable[Assessment]") -> str:
    """The query by which links lead to the comparison of these results."""
    return "&".join(f"{CHOSEN}={each.ref}" for each in assessments)


def reference(word: str) -> str:
    """The reference in an address, else the word itself."""
    found = IN_ADDRESS.search(word)
    return found[1] if found else word.strip().lower()


def faults(asked: Asked, chosen: "Sequence[Assessment]") -> list[tuple[str, str]]:
    """(place, sentence) of what keeps the choice from being compared; `chosen` are those this browser opens.

    What it does not open and what does not exist get the same sentence.
    """
    return [*_unopened(asked, chosen), *_unfinished(chosen), *_wrong_count(asked)]


def _unopened(asked: Asked, chosen: "Iterable[Assessment]") -> list[tuple[str, str]]:
    if {each.ref for each in chosen} >= set(asked.refs):
        return []
    text = gettext("A result you named is not open in this browser. Check it, or open it with its personal link first")
    return [(PASTE_FIELD, text)]


def _unfinished(chosen: "Iterable[Assessment]") -> list[tuple[str, str]]:
    text = gettext("%(name)s has no result yet. Finish it first, then compare")
    return [(PASTE_FIELD, text % {"name": each.client.name or each.ref}) for each in chosen if not each.completed_at]


def _wrong_count(asked: Asked) -> list[tuple[str, str]]:
    count = len(asked.refs)
    if count > MOST:
        text = ngettext(
            "You chose %(n)d result. Choose four at most", "You chose %(n)d results. Choose four at most", count
        )
        return [(FIRST_FIELD, text % {"n": count})]
    if asked.was_sent and not count:
        return [(FIRST_FIELD, gettext("Choose the results to compare"))]
    return []
