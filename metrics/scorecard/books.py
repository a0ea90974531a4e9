"""Running sums over deals: what is kept of a file of any length, by month, owner, source, segment and stage."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

MOST_GROUPS = 2000
VALUE, VALUED, DAYS = 3, 6, 9  # where a group's sums of value, counts of valued deals and days begin
Group = list[Any]
"""Counts (won, lost, open), values in millionths, how many deals had a value, and {days: count} of won and of lost."""


def new_group() -> Group:
    """A group without deals."""
    return [0, 0, 0, 0, 0, 0, 0, 0, 0, Counter(), Counter()]


class Groups(dict[Any, Group]):
    """A group for each name; past MOST_GROUPS names the rest share one, and `is_full` says so."""

    is_full = False

    def __missing__(self, name: Any) -> Group:
        if len(self) >= MOST_GROUPS:
            self.is_full = True
            return self.setdefault(None, new_group())
        self[name] = new_group()
        return self[name]


class Book:
    """The sums of one pipeline in one currency. Months are numbered as `dates.month_of` does; None is no month."""

    __slots__ = ("attributed", "created", "months", "owners", "recent", "segments", "sources", "stages")

    def __init__(self) -> None:
        self.months: Groups = Groups()
        self.owners: Groups = Groups()
        self.sources: Groups = Groups()
        self.segments: Groups = Groups()
        self.stages: Groups = Groups()
        self.created: Counter[int] = Counter()
        self.recent: Counter[int] = Counter()
        self.attributed: Counter[tuple[str, int]] = Counter()
        """Value won by source, in small letters, and month: filled where there is spend to hold against it."""

    @property
    def total(self) -> Group:
        """All deals of the book."""
        return merged(self.months.values())


class Books(dict[tuple[str, str], Book]):
    """A book for each (pipeline, currency) as they are written in the file."""

    def __missing__(self, key: tuple[str, str]) -> Book:
        self[key] = Book()
        return self[key]


def merged(groups: Iterable[Group]) -> Group:
    """The sums of several groups together."""
    whole = new_group()
    for group in groups:
        add_group(whole, group)
    return whole


def add_group(whole: Group, part: Group) -> None:
    """Add the sums of one group to another's."""
    for place in range(DAYS):
        whole[place] += part[place]
    for place in (DAYS, DAYS + 1):
        whole[place].update(part[place])


def merged_books(books: Iterable[Book]) -> Book:
    """Several books as one: for counts across currencies, never for values."""
    whole = Book()
    for book in books:
        for name in ("months", "owners", "sources", "segments", "stages"):
            _merge_into(getattr(whole, name), getattr(book, name))
        whole.created.update(book.created)
        whole.recent.update(book.recent)
        whole.attributed.update(book.attributed)
    return whole


def _merge_into(whole: Groups, part: Groups) -> None:
    whole.is_full |= part.is_full
    for name, group in part.items():
        clean = clean_name(name) if isinstance(name, str) else name
        add_group(whole[clean], group)


def clean_name(text: str) -> str:
    """A name without spaces around it or the apostrophe that keeps a spreadsheet from computing it."""
    plain = text.strip()
    return plain.removeprefix("'")


def days_of(group: Group, *statuses: int) -> dict[int, int]:
    """{days: count} of won deals, of lost ones, or of both."""
    whole: Counter[int] = Counter()
    for status in statuses:
        whole.update(group[DAYS + status])
    return whole
