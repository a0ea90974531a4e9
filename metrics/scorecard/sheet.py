"""One batch of deals, sorted into heaps while it is read and added up at its end.

A deal goes onto two heaps; adding up a heap is quick, as Python's own loops do it. A batch bounds what is kept.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from .books import DAYS, VALUE, VALUED, Book, Books, Group, clean_name
from .dates import month_of
from .statuses import OPEN, WON

BATCH = 20_000
MOST_ATTRIBUTED = 100_000
CURRENCY, PIPELINE, OWNER, SOURCE, SEGMENT, STAGE = range(6)
Key = tuple[str, ...]
"""Currency, pipeline, owner, source, segment and stage as they stand in the file."""
Facts = tuple[int, int, int, int]
"""Status, the day created, the day closed, the amount."""
Deal = tuple[Key, Facts]
Heap = list[Facts]
Month = tuple[str, str, int, int]
"""Currency, pipeline, the month closed (0 for none) and the status."""


class Sheet:
    """One batch. `year_ago` is the last day no longer recent; `attributes` keeps value won by source and month."""

    def __init__(self, year_ago: int, *, attributes: bool = False) -> None:
        self.year_ago = year_ago
        self.attributes = attributes
        self.heaps: tuple[defaultdict[Key, Heap], ...] = (defaultdict(list), defaultdict(list), defaultdict(list))
        self.months: defaultdict[Month, Heap] = defaultdict(list)

    def enter(self, deals: Iterator[Deal]) -> int:
        """Sort a batch of deals onto the heaps; how many there were."""
        count, heaps, months = 0, self.heaps, self.months
        for key, facts in islice(deals, BATCH):
            count += 1
            status, _, ended, _ = facts
            heaps[status][key].append(facts)
            month = month_of(ended) if ended and status != OPEN else 0
            months[key[CURRENCY], key[PIPELINE], month, status].append(facts)
        return count

    def post(self, books: Books) -> None:
        """Add everything up into the books, and begin anew."""
        for status, heaps in enumerate(self.heaps):
            for key, heap in heaps.items():
                book = books[key[PIPELINE], key[CURRENCY]]
                groups = [book.owners[key[OWNER]], book.sources[key[SOURCE]], book.segments[key[SEGMENT]]]
                if status == OPEN:
                    groups.append(book.stages[key[STAGE]])
                add_heap(groups, status, heap)
                if status == WON and self.attributes:
                    attribute(book, clean_name(key[SOURCE]).casefold(), heap)
            heaps.clear()
        for (currency, pipeline, month, status), heap in self.months.items():
            book = books[pipeline, currency]
            add_heap([book.months[month or None]], status, heap)
            book.created.update([month_of(facts[1]) for facts in heap if facts[1]])
            if status == WON and month >= month_of(self.year_ago):
                book.recent.update(days_taken([facts for facts in heap if facts[2] > self.year_ago]))
        self.months.clear()

    def gaps(self, places: Sequence[int], *, others_count: bool) -> int:
        """Deals with an empty cell at these places of the key; with `others_count` also without amount or date."""
        found = 0
        for heaps in self.heaps:
            for key, heap in heaps.items():
                if "" in [key[place] for place in places]:
                    found += len(heap)
                elif others_count:
                    found += sum([value < 0 or not opened for _, opened, _, value in heap])
        return found


def add_heap(groups: Sequence[Group], status: int, heap: Heap) -> None:
    """Add deals of one status to each of these groups."""
    values = [facts[3] for facts in heap]
    if min(values) < 0:
        values = [value for value in values if value >= 0]
    total = sum(values)
    days = days_taken(heap) if status != OPEN else None
    for group in groups:
        group[status] += len(heap)
        group[VALUE + status] += total
        group[VALUED + status] += len(values)
        if days:
            group[DAYS + status].update(days)


def days_taken(heap: Heap) -> list[int]:
    """Days from created to closed of those with both days."""
    return [ended - opened for _, opened, ended, _ in heap if opened and ended]


def attribute(book: Book, source: str, heap: Heap) -> None:
    """Add what these won deals brought to their source and month."""
    for _, _, ended, value in heap:
        if ended and value >= 0 and len(book.attributed) < MOST_ATTRIBUTED:
            book.attributed[source, month_of(ended)] += value
