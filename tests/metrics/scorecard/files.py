"""Files to compute scorecards of, and the way from bytes to values in one call."""

import io
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from metrics.scorecard.card import Card, Prepared, Question, computed_card
from metrics.scorecard.fields import Kind
from metrics.scorecard.reading import Limits, Table, opened_table
from metrics.scorecard.settling import Choices, settled_reading

AS_OF = date(2025, 12, 31)
Values = dict[tuple[str, str, str, str, str], Fraction | None]


def table(content: bytes | str, encoding: str = "", limits: Limits | None = None) -> Table:
    data = content.encode() if isinstance(content, str) else content
    return opened_table(lambda: io.BytesIO(data), encoding, limits)


def card(deals: bytes | str, others: Mapping[Kind, str] | None = None, **asked: Any) -> Card:
    """The scorecard of these files; what is asked may hold a Choices for the deals and anything of a Question."""
    choices = asked.pop("choices", Choices())
    encoding = asked.pop("encoding", "")
    files = {Kind.DEALS: (deals, choices), **{kind: (text, Choices()) for kind, text in (others or {}).items()}}
    prepared = {}
    for kind, (content, chosen) in files.items():
        opened = table(content, encoding)
        prepared[kind] = Prepared(opened, settled_reading(kind, opened, chosen))
    return computed_card(prepared, Question(asked.pop("as_of", AS_OF).toordinal(), **asked))


def values(found: Card) -> Values:
    """Every value by slug, variant, period, segment and currency."""
    return {(each.slug, each.variant, each.period, each.segment, each.currency): each.value for each in found.values}
