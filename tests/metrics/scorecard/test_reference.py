"""The streamed scorecard against a plain computation from a list of deals, in any dialect of CSV."""

import csv
import io
from datetime import date, timedelta
from fractions import Fraction
from statistics import median

from hypothesis import given
from hypothesis import strategies as st

from metrics.scorecard.dates import Order
from metrics.scorecard.settling import Choices
from tests.metrics.scorecard.files import AS_OF, card, values

EARLIEST = date(2023, 1, 1)
DATES = {"ymd": "%Y-%m-%d", "dots": "%d.%m.%Y", "dmy": "%d/%m/%Y", "mdy": "%m/%d/%Y"}
DEAL = st.fixed_dictionaries(
    {
        "status": st.sampled_from(["won", "lost", "open"]),
        "created": st.integers(0, 700).map(lambda days: EARLIEST + timedelta(days=days)),
        "days": st.integers(0, 300),
        "cents": st.integers(0, 10**9),
        "currency": st.sampled_from(["PLN", "EUR"]),
        "owner": st.sampled_from(["Łucja", "Anna;B", 'Ed "Mo" O', "-5"]),
        "stage": st.sampled_from(["Demo", "Offer"]),
    }
)


def shown_amount(cents: int, mark: str) -> str:
    whole, rest = divmod(cents, 100)
    space = "\u00a0" if mark == "," else ""
    return f"{whole:,}".replace(",", space) + f"{mark}{rest:02d}"


def as_csv(deals: list[dict], separator: str, mark: str, dates: str) -> str:
    output = io.StringIO()
    writer = csv.writer(output, delimiter=separator)
    writer.writerow(["Deal ID", "Status", "Stage", "Created", "Close date", "Amount", "Currency", "Owner", "Note"])
    for number, deal in enumerate(deals):
        ended = closed(deal).strftime(DATES[dates])
        cells = [number, deal["status"], deal["stage"], deal["created"].strftime(DATES[dates])]
        cells += [ended if deal["status"] != "open" else "", shown_amount(deal["cents"], mark)]
        writer.writerow([*cells, deal["currency"], deal["owner"], "two\nlines"])
    return output.getvalue()


def ratio(part: Fraction | int, whole: Fraction | int) -> Fraction | None:
    return Fraction(part) / whole if whole else None


def money(deals: list[dict]) -> Fraction:
    return Fraction(sum(deal["cents"] for deal in deals), 100)


def closed(deal: dict) -> date:
    return deal["created"] + timedelta(days=deal["days"])


def velocity(won: list[dict], lost: list[dict], still: list[dict]) -> Fraction | None:
    days = sum(deal["days"] for deal in won)
    if not days:
        return None
    return len(still) * Fraction(len(won), len(won + lost)) * (money(won) / len(won)) / Fraction(days, len(won))


def expected(deals: list[dict]) -> dict:
    """By the definitions of kpis.md, one list comprehension each."""
    won, lost, still = ([deal for deal in deals if deal["status"] == each] for each in ("won", "lost", "open"))
    found = {
        ("close-rate", "count", "all", "", ""): ratio(len(won), len(won + lost)),
        ("win-loss", "count", "all", "", ""): ratio(len(won), len(lost)),
        ("sales-cycle", "average", "all", "", ""): ratio(sum(deal["days"] for deal in won), len(won)),
        ("sales-cycle", "median", "all", "", ""): Fraction(median(d["days"] for d in won)) if won else None,
        ("time-to-close", "median", "all", "", ""): Fraction(median(d["days"] for d in won + lost))
        if won + lost
        else None,
    }
    for owner in {deal["owner"] for deal in deals}:
        of = [deal for deal in won + lost if deal["owner"] == owner]
        of_won = [deal for deal in of if deal["status"] == "won"]
        found["close-rate", "count", "all", f"owner={owner}", ""] = ratio(len(of_won), len(of))
        found["sales-cycle", "average", "all", f"owner={owner}", ""] = ratio(
            sum(d["days"] for d in of_won), len(of_won)
        )
    for stage in {deal["stage"] for deal in still}:
        at_stage = [deal for deal in still if deal["stage"] == stage]
        found["leads-by-stage", "count", AS_OF.isoformat(), stage, ""] = ratio(len(at_stage), len(still))
    for currency in {deal["currency"] for deal in deals}:
        mine = [[deal for deal in each if deal["currency"] == currency] for each in (won, lost, still)]
        found["close-rate", "value", "all", "", currency] = ratio(money(mine[0]), money(mine[0] + mine[1]))
        found["win-loss", "value", "all", "", currency] = ratio(money(mine[0]), money(mine[1]))
        found["pipeline-velocity", "day", "all", "", currency] = velocity(*mine)
        last = max([closed(deal) for deal in won + lost] + [deal["created"] for deal in deals]).year
        first = min([closed(deal) for deal in won + lost], default=AS_OF).year
        for year in range(first + 1, last + 1):
            now, before = (money([deal for deal in mine[0] if closed(deal).year == y]) for y in (year, year - 1))
            found["real-growth", "nominal", str(year), "", currency] = now / before - 1 if before else None
    return found


@given(
    st.lists(DEAL, min_size=1, max_size=40),
    st.sampled_from(";,\t"),
    st.sampled_from(".,"),
    st.sampled_from(list(DATES)),
)
def test_scorecard_equals_the_plain_computation(deals: list[dict], separator: str, mark: str, dates: str) -> None:
    order = Order(dates) if dates in ("dmy", "mdy") else None
    found = values(card(as_csv(deals, separator, mark, dates), choices=Choices(order=order, decimal=mark)))

    assert {key: found.get(key, "absent") for key in expected(deals)} == expected(deals)
