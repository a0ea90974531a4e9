"""The scorecard: all KPIs and three breakdowns of a file of deals, beside `csv.reader` over the same file."""

import csv
import resource
import tempfile
from collections import deque
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from functools import partial
from pathlib import Path
from random import Random

from metrics.scorecard.card import Card, Prepared, Question, computed_card
from metrics.scorecard.fields import Kind
from metrics.scorecard.reading import opened_table
from metrics.scorecard.settling import Choices, settled_reading
from revops_advisor.bench.lines import Line
from revops_advisor.bench.setting import Setting, demand_equal
from revops_advisor.bench.timing import Aim, Calls, Work, compared, interleaved, sample

FEW, MANY = 100, 1000  # times the number of companies: 100,000 and 1,000,000 deals by default
AS_OF = date(2026, 10, 31)
HEADER = (
    *("Opportunity ID", "Opportunity Name", "Amount", "Currency", "Stage", "Created Date", "Close Date"),
    *("Opportunity Owner", "Lead Source", "Segment", "Account Name", "Probability", "Next Step"),
)
STAGES = ("Closed Won", "Closed Lost", "Closed Lost", "Demo", "Proposal")


def scorecard(setting: Setting) -> Iterator[Line]:
    """A hundred thousand deals and a million; the million once, without a trial, as it takes its time."""
    few, many = FEW * setting.companies, MANY * setting.companies
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "few.csv")
        won, closed = write_deals(path, few, setting.random)
        demand_equal(close_rate(card_of(path)), Fraction(won, closed), "The close rate")
        pairs = interleaved(Work(partial(ours, path), few), Work(partial(bare, path), few), min(setting.rounds, 5))
        yield compared(Aim("scorecard", f"scorecard, {few:,} deals, a deal", "csv.reader", 6), pairs)
        path = Path(folder, "many.csv")
        write_deals(path, many, setting.random)
        before = peak()
        once = [(sample(Work(partial(ours, path), many)), sample(Work(partial(bare, path), many)))]
        memory = grown(before, many)
        yield compared(Aim("scorecard", f"scorecard, {many:,} deals, a deal", "csv.reader", 6), once)
        yield Line("scorecard", "peak of memory above that of the ids", memory, memory, "MiB", target=30)


def write_deals(path: Path, count: int, random: Random) -> tuple[int, int]:
    """A file of deals as Salesforce writes it; how many are won, and closed."""
    won = closed = 0
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        for number in range(count):
            stage = random.choice(STAGES)
            won += stage == STAGES[0]
            closed += stage in STAGES[:2]
            writer.writerow(deal(number, stage, random))
    return won, closed


def deal(number: int, stage: str, random: Random) -> tuple[object, ...]:
    """One deal of the last three years."""
    created = date(2023, 6, 1) + timedelta(days=random.randrange(1000))
    ended = created + timedelta(days=random.randrange(120))
    amount = f"{random.randrange(100, 90_000)}.{random.randrange(100):02d}"
    owner, source = f"Rep {random.randrange(12)}", random.choice(("Web", "Ads", "Referral", "Fair"))
    segment = random.choice(("Small", "Medium", "Large"))
    about = (f"Company {random.randrange(9999)}", random.randrange(100), "Call back next week")
    return (
        f"006{number:012d}",
        f"Deal number {number}",
        amount,
        "EUR",
        stage,
        created,
        ended,
        owner,
        source,
        segment,
        *about,
    )


def card_of(path: Path) -> Card:
    """The scorecard of a file."""
    table = opened_table(lambda: path.open("rb"))
    reading = settled_reading(Kind.DEALS, table, Choices())
    return computed_card({Kind.DEALS: Prepared(table, reading)}, Question(AS_OF.toordinal()))


def close_rate(card: Card) -> Fraction | None:
    return next(each.value for each in card.values if each.slug == "close-rate")


def ours(path: Path) -> Calls:
    return lambda: card_of(path)


def bare(path: Path) -> Calls:
    def read() -> None:
        with path.open(newline="", encoding="utf-8") as file:
            deque(csv.reader(file), 0)

    return read


def peak() -> float:
    """The most memory this process has held, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def grown(before: float, ids: int) -> float:
    """How much the peak grew beyond what so many ids need: 64 bytes for the text and 33 in a set."""
    return max(0.0, peak() - before - ids * (64 + 33) / 1024 / 1024)
