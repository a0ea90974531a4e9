"""What can be read from each kind of file: the fields, and the headers that CRM systems give their columns."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The four kinds of file."""

    DEALS = "deals"
    LEADS = "leads"
    SUBSCRIPTIONS = "subscriptions"
    SPEND = "spend"


class Content(StrEnum):
    """How a field is read."""

    TEXT = "text"
    DATE = "date"
    AMOUNT = "amount"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Field:
    """One field: how it is read, and the headers it is known by, the best first, as `plain_header` writes them."""

    name: str
    content: Content
    headers: tuple[str, ...]
    needed: bool = False


_TEXT, _DATE, _AMOUNT, _MARK = Content.TEXT, Content.DATE, Content.AMOUNT, Content.MARK
_OWNER = "owner", "owner name", "rep", "sales rep", "salesperson", "wlasciciel", "opiekun", "handlowiec", "vlastnik"
_SOURCE = (
    *("source", "lead source", "original source", "original source type", "original traffic source", "channel"),
    *("source channel", "zrodlo", "zrodlo leada", "zrodlo pozyskania", "kanal", "kanal zrodlowy", "zdroj"),
)
_SEGMENT = "segment", "customer segment", "market segment", "segment klienta", "segment rynku", "company size", "plan"
_CURRENCY = "currency", "currency code", "currency iso code", "waluta", "kod waluty", "mena"
_ID = "id", "record id", "deal id", "opportunity id", "numer", "identyfikator", "nr"

DEALS = (
    Field("id", _TEXT, (*_ID, "case safe id", "hs object id", "id szansy", "id szansy sprzedazy", "id transakcji")),
    Field(
        "created",
        _DATE,
        (
            *("created", "created date", "create date", "createdate", "deal created", "add time", "created at"),
            *("creation date", "created on", "date created", "opened", "open date", "data utworzenia", "utworzono"),
            *("data dodania", "czas dodania", "utworzona", "data otwarcia", "data zalozenia", "szansa utworzona"),
            *("vytvoreno", "datum vytvoreni"),
        ),
    ),
    Field(
        "closed",
        _DATE,
        (
            *("close date", "closedate", "closed date", "deal closed on", "closed on", "closed at", "close time"),
            *("date closed", "deal close date", "data zamkniecia", "czas zamkniecia", "szansa zamknieta"),
            *("zamknieto", "zamknieta", "uzavreno", "datum uzavreni", "closed"),
        ),
    ),
    Field(
        "status",
        _TEXT,
        (
            "status",
            "deal status",
            "opportunity status",
            "outcome",
            "wynik",
            "status szansy",
            "status transakcji",
            "stav",
        ),
    ),
    Field(
        "stage",
        _TEXT,
        (
            *("stage", "stage name", "deal stage", "dealstage", "opportunity stage", "pipeline stage", "etap"),
            *("nazwa etapu", "etap szansy", "etap sprzedazy", "etap lejka", "faza", "faze"),
        ),
    ),
    Field(
        "amount",
        _AMOUNT,
        (
            *("amount", "value", "deal value", "deal amount", "opportunity amount", "total", "total value", "kwota"),
            *("wartosc", "wartosc szansy", "wartosc transakcji", "wartosc netto", "kwota netto", "hodnota"),
        ),
    ),
    Field("currency", _TEXT, (*_CURRENCY, "amount currency", "deal currency", "deal currency code", "value currency")),
    Field("owner", _TEXT, (*_OWNER, "deal owner", "opportunity owner", "hubspot owner id", "owner id", "user")),
    Field("source", _TEXT, _SOURCE),
    Field("segment", _TEXT, (*_SEGMENT, "type", "typ", "typ klienta", "industry", "branza", "label", "etykieta")),
    Field("pipeline", _TEXT, ("pipeline", "deal pipeline", "pipeline name", "lejek", "nazwa lejka", "lejek sprzedazy")),
    Field("is_won", _MARK, ("is won", "iswon", "won", "is closed won", "hs is closed won", "wygrana")),
    Field("is_lost", _MARK, ("is closed lost", "is lost", "hs is closed lost", "przegrana")),
    Field("is_closed", _MARK, ("is closed", "isclosed", "hs is closed", "closed")),
    Field(
        "won_on", _DATE, ("won time", "won date", "won at", "won on", "data wygranej", "czas wygranej", "data wygrania")
    ),
    Field(
        "lost_on",
        _DATE,
        ("lost time", "lost date", "lost at", "lost on", "data przegranej", "czas przegranej", "data przegrania"),
    ),
)
LEADS = (
    Field("id", _TEXT, (*_ID, "lead id", "contact id", "id leada")),
    Field(
        "created",
        _DATE,
        (
            *("created", "created date", "create date", "createdate", "lead created", "add time", "created at"),
            *(
                "creation date",
                "date created",
                "month",
                "data utworzenia",
                "utworzono",
                "data dodania",
                "data pozyskania",
            ),
        ),
        needed=True,
    ),
    Field(
        "mql",
        _DATE,
        (
            *("mql", "mql date", "became mql", "became a marketing qualified lead date", "marketing qualified"),
            *("hs lifecyclestage marketingqualifiedlead date", "data mql", "date mql", "marketing qualified date"),
        ),
    ),
    Field(
        "sql",
        _DATE,
        (
            *("sql", "sql date", "became sql", "became a sales qualified lead date", "sales qualified"),
            *("hs lifecyclestage salesqualifiedlead date", "converted date", "date converted", "data sql", "date sql"),
            *("sales qualified date", "data konwersji"),
        ),
    ),
    Field("source", _TEXT, _SOURCE),
)
SUBSCRIPTIONS = (
    Field("id", _TEXT, (*_ID, "subscription id", "subscription", "contract id", "id subskrypcji", "id umowy")),
    Field(
        "customer",
        _TEXT,
        (
            *("customer", "customer id", "account", "account id", "account name", "customer name", "client", "company"),
            *("klient", "id klienta", "nazwa klienta", "firma", "kontrahent"),
        ),
    ),
    Field(
        "start",
        _DATE,
        (
            *("start", "start date", "started", "start utc", "start date utc", "started at", "contract start"),
            *("created utc", "created", "data rozpoczecia", "poczatek", "od", "data startu", "data poczatku"),
        ),
        needed=True,
    ),
    Field(
        "end",
        _DATE,
        (
            *("end", "end date", "ended", "ended at", "ended at utc", "canceled at", "canceled at utc", "cancelled at"),
            *("contract end", "data zakonczenia", "koniec", "do", "data konca"),
        ),
    ),
    Field(
        "amount",
        _AMOUNT,
        (*("amount", "plan amount", "price", "value", "mrr", "kwota", "wartosc", "cena", "oplata"), "kwota netto"),
        needed=True,
    ),
    Field(
        "interval",
        _TEXT,
        (
            *(
                "interval",
                "plan interval",
                "billing interval",
                "billing period",
                "billing cycle",
                "period",
                "frequency",
            ),
            *("okres", "okres rozliczeniowy", "interwal", "cykl", "cykl rozliczeniowy", "czestotliwosc"),
        ),
    ),
    Field("segment", _TEXT, _SEGMENT),
    Field("currency", _TEXT, (*_CURRENCY, "plan currency")),
)
SPEND = (
    Field("month", _DATE, ("month", "date", "period", "miesiac", "data", "okres"), needed=True),
    Field("amount", _AMOUNT, ("amount", "cost", "spend", "value", "kwota", "koszt", "wydatek", "wartosc"), needed=True),
    Field(
        "kind", _TEXT, ("kind", "type", "category", "department", "rodzaj", "typ", "kategoria", "dzial"), needed=True
    ),
    Field("channel", _TEXT, ("channel", "campaign", "source", "name", "kanal", "kampania", "zrodlo", "nazwa")),
)

FIELDS: Mapping[Kind, tuple[Field, ...]] = {
    Kind.DEALS: DEALS,
    Kind.LEADS: LEADS,
    Kind.SUBSCRIPTIONS: SUBSCRIPTIONS,
    Kind.SPEND: SPEND,
}


def field_of(kind: Kind, name: str) -> Field:
    """The field with this name; KeyError where the kind has none."""
    return next((field for field in FIELDS[kind] if field.name == name), None) or _missing(name)


def _missing(name: str) -> Field:
    raise KeyError(name)
