"""The whole scorecard: up to four files, what is asked of them, and every value with what was wrong on the way."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from .amounts import currency_code
from .books import Book, Books, clean_name, merged_books
from .deal_values import DealView, deal_values
from .deals import DealReader, Reading
from .faults import ScorecardError, Trouble
from .fields import Kind
from .headers import plain_header
from .leads import Leads
from .measured import Measured, measured
from .periods import Period
from .problems import Problems
from .reading import Table
from .spend import Spend
from .spend_values import SpendView, lead_values, spend_values
from .subscription_values import OF_SUBSCRIPTIONS, SubscriptionView, subscription_values
from .subscriptions import Subscription, Subscriptions
from .values import Scope, Value

Keyed = dict[tuple[str, str], Book]
"""Books by (pipeline, currency), both cleaned."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the files. An empty currency or pipeline is each of them; rates are fractions."""

    as_of: int
    period: Period = Period.ALL
    currency: str = ""
    pipeline: str = ""
    margin: Fraction | None = None
    inflation: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file and how it is to be read."""

    table: Table
    reading: Reading


@dataclass(frozen=True, slots=True)
class Files:
    """The files, read."""

    deals: DealReader
    leads: Leads | None
    subscriptions: Subscriptions | None
    spend: Spend | None

    @property
    def problems(self) -> dict[Kind, Problems]:
        """What was wrong, by kind of file."""
        there = {
            Kind.DEALS: self.deals,
            Kind.LEADS: self.leads,
            Kind.SUBSCRIPTIONS: self.subscriptions,
            Kind.SPEND: self.spend,
        }
        return {kind: file.problems for kind, file in there.items() if file is not None}


@dataclass(frozen=True, slots=True)
class Card:
    """All values, and what is known of the files."""

    values: Sequence[Value]
    problems: Mapping[Kind, Problems]
    currencies: Sequence[str]
    pipelines: Sequence[str]
    measured: Measured = field(default_factory=Measured)


def read_file(
    kind: Kind, file: Prepared, as_of: int, *, attributes: bool = False, refused: list[int] | None = None
) -> DealReader | Leads | Subscriptions | Spend:
    """One file, read from its first row to its last; the numbers of rows left out are added to `refused`."""
    table, reading = file.table, file.reading
    reader: DealReader | Leads | Subscriptions | Spend
    if kind is Kind.DEALS:
        reader = DealReader(table, reading, as_of, attributes=attributes)
    elif kind is Kind.LEADS:
        reader = Leads(table, reading, as_of)
    else:
        reader = Subscriptions(table, reading) if kind is Kind.SUBSCRIPTIONS else Spend(table, reading)
    reader.problems.refused_rows = refused
    return reader.read()


def read_files(prepared: Mapping[Kind, Prepared], as_of: int) -> Files:
    """Every file, each read once."""
    read = {kind: read_file(kind, file, as_of, attributes=Kind.SPEND in prepared) for kind, file in prepared.items()}
    deals, leads, subscriptions, spend = (read.get(kind) for kind in Kind)
    assert isinstance(deals, DealReader)
    assert isinstance(leads, Leads | None)
    assert isinstance(subscriptions, Subscriptions | None)
    assert isinstance(spend, Spend | None)
    return Files(deals, leads, subscriptions, spend)


def computed_card(prepared: Mapping[Kind, Prepared], question: Question) -> Card:
    """Read the files and compute all there is; ScorecardError where there is nothing to compute."""
    return card_of(read_files(prepared, question.as_of), question)


def card_of(files: Files, question: Question) -> Card:
    """All there is to compute of files that were read; ScorecardError for a currency or pipeline that is not there."""
    demand_rows(files.problems)
    books = keyed_books(files.deals.books, "currency" in files.deals.mapped, question.currency)
    chosen = chosen_books(books, question)
    values = [*_of_deals(files, chosen, question), *_of_money(files, chosen, question)]
    whole = _whole(chosen)
    gaps = (files.deals.gaps, files.deals.problems.usable)
    return Card(
        values,
        files.problems,
        sorted({currency for _, currency in books} - {""}),
        sorted({pipeline for pipeline, _ in books} - {""}),
        measured(whole, files.leads.new if files.leads else None, gaps, question.as_of),
    )


def demand_rows(problems: Mapping[Kind, Problems]) -> None:
    """ScorecardError for a file without rows, or without one that can be used."""
    for kind, found in problems.items():
        if not found.total:
            raise ScorecardError(Trouble.NO_ROWS)
        if not found.usable:
            (cause, _), group = max(found.groups.items(), key=lambda pair: pair[1].count)
            shown = ", ".join(group.examples) or "–"
            plain = cause.replace("_", " ")
            raise ScorecardError(
                Trouble.NO_USABLE, count=found.refused, kind=kind, cause=plain, row=group.rows[0], found=shown
            )


def keyed_books(books: Books, has_currency: bool, currency: str) -> Keyed:
    """The books with their names cleaned; a file without currencies is in the one that was named."""
    sorted_out: defaultdict[tuple[str, str], list[Book]] = defaultdict(list)
    for (pipeline, code), book in books.items():
        known = currency_code(clean_name(code)) if has_currency else currency
        sorted_out[clean_name(pipeline), known].append(book)
    return {key: merged_books(each) for key, each in sorted(sorted_out.items())}


def chosen_books(books: Keyed, question: Question) -> Keyed:
    """The books of the currency and the pipeline asked for."""
    pipelines = {pipeline for pipeline, _ in books}
    wanted = next((each for each in pipelines if plain_header(each) == plain_header(question.pipeline)), None)
    if question.pipeline and wanted is None:
        known = ", ".join(sorted(pipelines - {""})) or "–"
        raise ScorecardError(Trouble.NO_PIPELINE, pipeline=question.pipeline, known=known)
    found = {key: book for key, book in books.items() if not question.pipeline or key[0] == wanted}
    if not question.currency:
        return found
    of_currency = {key: book for key, book in found.items() if key[1] == question.currency}
    if found and not of_currency:
        known = ", ".join(sorted({currency for _, currency in found} - {""})) or "–"
        raise ScorecardError(Trouble.NO_CURRENCY, currency=question.currency, known=known)
    return of_currency


def _whole(chosen: Keyed) -> Book | None:
    """All deals together for counts; None where there are several pipelines, which are never added."""
    return merged_books(chosen.values()) if len({pipeline for pipeline, _ in chosen}) <= 1 else None


def _of_deals(files: Files, chosen: Keyed, question: Question) -> Iterator[Value]:
    pipelines: defaultdict[str, dict[str, Book]] = defaultdict(dict)
    for (pipeline, currency), book in chosen.items():
        pipelines[pipeline][currency] = book
    if not pipelines:
        pipelines[""] = {question.currency: Book()}
    for pipeline, books in sorted(pipelines.items()):
        shown = pipeline if len(pipelines) > 1 else ""
        mapped = files.deals.mapped
        yield from deal_values(DealView(shown, books, mapped, question.as_of, question.period, question.inflation))


def _of_money(files: Files, chosen: Keyed, question: Question) -> Iterator[Value]:
    """Leads, spend and subscriptions."""
    currencies = {currency for _, currency in chosen}
    subscriptions = {} if files.subscriptions is None else _in_currency(files.subscriptions, question.currency)
    view = SpendView(
        question.as_of,
        question.period,
        files.leads,
        files.spend,
        _whole(chosen),
        set(files.deals.mapped),
        subscriptions,
        question.margin,
        next(iter(currencies)) if len(currencies) == 1 else "",
        len(currencies) <= 1,
    )
    yield from lead_values(view)
    yield from spend_values(view)
    if files.subscriptions is None:
        yield from (Scope().empty(kpi, "subscriptions") for kpi in OF_SUBSCRIPTIONS)
        return
    mapped = set(files.subscriptions.mapped) | ({"interval"} if files.subscriptions.is_monthly else set())
    yield from subscription_values(
        SubscriptionView(subscriptions, mapped, question.as_of, question.period, question.inflation, question.margin)
    )


def _in_currency(subscriptions: Subscriptions, currency: str) -> Mapping[str, Sequence[Subscription]]:
    """Those in the currency asked for, or all by currency; a file without currencies is in the one that was named."""
    if "currency" not in subscriptions.mapped:
        return {currency: subscriptions.by_currency[""]}
    return {code: each for code, each in sorted(subscriptions.by_currency.items()) if not currency or code == currency}
