"""A KPI's page: everything said about it, and a calculator whose address can be passed on."""

import re
from urllib.parse import quote, urlencode

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from metrics.catalogue import METRICS
from metrics.catalogue.calculations import Calculation
from metrics.catalogue.parts import PARTS, Kind
from metrics.catalogue.texts import shipped_entries
from metrics.catalogue.wording import value_text
from metrics.pages.presenters.metric import chosen_calculation
from tests.look.html import Element, parse
from tests.metrics.examples import ALL, NAMES, given_of
from tests.trust.naughty import NASTIEST

pytestmark = pytest.mark.django_db

RATE = "/en/metrics/close-rate/"


def page(client: Client, path: str, **asked: str) -> Element:
    response = client.get(path, asked)
    assert response.status_code == 200
    return parse(response.content.decode())


def errors(found: Element) -> list[str]:
    """What the error summary says; each linked line leads to a control of the page."""
    boxes = found.all("div", id="error-summary")
    if not boxes:
        return []
    assert found.one("title").words.startswith(("Error:", "Błąd:"))
    ids = {each.attrs.get("id") for each in found.walk()}
    assert [a for a in boxes[0].all("a") if a.attrs["href"][1:] not in ids] == []
    return [each.words for each in boxes[0].all("li")]


def value(found: Element) -> str:
    return found.one("div", class_="outcome").words


@pytest.mark.parametrize("language", ["en", "pl"])
@pytest.mark.parametrize("slug", [metric.slug for metric in METRICS])
def test_page_says_all_there_is_to_say(client: Client, slug: str, language: str) -> None:
    found, texts = page(client, f"/{language}/metrics/{slug}/"), shipped_entries()[slug].texts
    words = " ".join(found.one("main").text.replace("\u00a0", " ").split())

    assert found.one("h1").words == texts.name.in_language(language)
    for name in ("meaning", "aliases", "example", "reading", "period", "misreading", "salesops", "revops"):
        assert getattr(texts, name).in_language(language) in words
    for name in ("sources", "variants"):
        for line in getattr(texts, name).in_language(language).splitlines():
            assert line.replace(": ", "", 1) in words
    assert len(found.all("math")) == 1
    assert value(found) == ""


@pytest.mark.parametrize("language", ["en", "pl"])
@pytest.mark.parametrize(("slug", "calculation"), ALL, ids=NAMES)
def test_calculator_works_the_example_out(client: Client, slug: str, calculation: Calculation, language: str) -> None:
    asked = dict(zip(calculation.parts, calculation.example, strict=True)) | {"variant": calculation.code}
    found = page(client, f"/{language}/metrics/{slug}/", **asked)
    right = value_text(calculation.compute(given_of(calculation)), calculation.unit, language)

    assert errors(found) == []
    assert right.replace("\u00a0", " ") in value(found)
    assert found.one("ol", class_="steps").all("li")[-1].words == f"= {right}".replace("\u00a0", " ")
    address = found.one("input", id="address").attrs["value"]
    assert address == f"http://testserver/{language}/metrics/{slug}/?{urlencode(asked)}"


def test_example_link_and_variants_lead_to_calculators(client: Client) -> None:
    found = page(client, RATE)
    links = {a.words: a.attrs["href"] for a in found.one("main").all("a")}

    assert links["Try this example in the calculator"] == f"{RATE}?won=12&closed=40#calculator"
    assert links["By value"] == f"{RATE}?variant=value#calculator"
    by_value = page(client, RATE, variant="value")
    assert by_value.one("input", name="variant").attrs["value"] == "value"
    assert [each.attrs["name"] for each in by_value.one("form", id="calculator-form").all("input")] == [
        "variant",
        "won_value",
        "closed_value",
    ]
    assert page(client, RATE, variant="nothing").one("h1").words == "Close rate"


def test_steps_lead_from_the_formula_to_the_value(client: Client) -> None:
    found = page(client, RATE, won="12", closed="28")

    assert [each.words for each in found.one("ol", class_="steps").all("li")] == [
        "deals won ÷ deals closed",
        "= 12 ÷ 28",
        "≈ 0.428571",
        "= 42.9%",
    ]
    assert value(found).startswith("Close rate: 42.9% (12 of 28 deals)")
    assert "95% interval (Wilson) is 26.5%–60.9%." in value(found)
    assert "Wilson" not in value(page(client, RATE, won="12", closed="30"))


@pytest.mark.parametrize("language", ["en", "pl"])
@pytest.mark.parametrize(
    "typed", ["1 234,5", "1234.5", "1\u00a0234,5", "1.234,50", "1,234.5", "1234,5 zł", "PLN 1234.5"]
)
def test_number_may_be_written_as_people_write_it(client: Client, typed: str, language: str) -> None:
    found = page(client, f"/{language}/metrics/cost-per-lead/", marketing_cost=typed, leads="2")
    shown = {"en": "617.25", "pl": "617,25"}[language]

    assert shown in value(found)
    assert ("zł" in value(found) or "PLN" in value(found)) == ("zł" in typed or "PLN" in typed)


def test_percent_counts_with_and_without_its_sign(client: Client) -> None:
    path = "/en/metrics/churn/"

    assert [value(page(client, path, variant="annual", monthly=typed)) for typed in ("2.5%", "2,5", "2.5")] == [
        "Customer churn rate: 26.2%"
    ] * 3


@pytest.mark.parametrize(("language", "decimal"), [("en", "1.234"), ("pl", "1,234")])
@pytest.mark.parametrize("typed", ["1.234", "1,234", "1.234 zł"])
def test_ambiguous_number_is_asked_about(client: Client, typed: str, language: str, decimal: str) -> None:
    path = f"/{language}/metrics/cost-per-lead/"
    found = page(client, path, marketing_cost=typed, leads="1")
    question = found.one("fieldset")
    options = [(each.attrs["value"], "checked" in each.attrs) for each in question.all("input")]

    assert options == [("1234", False), ("1.234", False)]
    assert [each.words.split(", ")[0] for each in question.all("label")] == ["1234", decimal]
    assert len(errors(found)) == 1
    assert found.one("div", id="error-summary").one("a").attrs["href"] == "#id_marketing_cost-means_0"
    whole = page(client, path, marketing_cost=typed, leads="1", **{"marketing_cost-means": "1234"})
    small = page(client, path, marketing_cost=typed, leads="1", **{"marketing_cost-means": "1.234"})
    assert ("234" in value(whole), ("1,23" in value(small) or "1.23" in value(small))) == (True, True)
    assert (errors(whole), errors(small)) == ([], [])
    assert "checked" in whole.one("fieldset").all("input")[0].attrs


def test_answer_for_one_number_does_not_settle_another(client: Client) -> None:
    path = "/en/metrics/cost-per-lead/"
    found = page(client, path, marketing_cost="5.678", leads="1", **{"marketing_cost-means": "1234"})

    assert errors(found) == ["“5.678” can be read in two ways: choose the number you mean"]
    assert value(found) == ""


@pytest.mark.parametrize(
    ("slug", "asked", "sentence", "at"),
    [
        ("close-rate", "won=41&closed=40", "Deals won cannot be more than deals closed.", "#id_won"),
        (
            "close-rate",
            "won=0&closed=0",
            "There are no closed deals yet, so there is nothing to compute from.",
            "#id_closed",
        ),
        ("close-rate", "won=-1&closed=4", "Deals won: this cannot be less than 0.", "#id_won"),
        ("close-rate", "won=1.5&closed=4", "Deals won: enter a whole number.", "#id_won"),
        ("close-rate", "won=&closed=4", "Deals won: enter a number", "#id_won"),
        ("close-rate", "closed=4", "Deals won: enter a number", "#id_won"),
        ("close-rate", "won=x&closed=4", "Deals won: “x” is not a number; use digits, for example 1,234.5", "#id_won"),
        ("close-rate", "won=5%25&closed=4", "Deals won: enter a number, not a percentage", "#id_won"),
        (
            "close-rate",
            "won=5+EUR&closed=4",
            "Deals won: leave out the currency, this is not an amount of money",
            "#id_won",
        ),
        ("close-rate", f"won={'1' * 61}&closed=4", "Deals won: enter a number of 60 characters or fewer", "#id_won"),
        (
            "win-loss",
            "won=3&lost=0",
            "No deals were lost, so the ratio has no value: there is nothing to divide by.",
            "#id_lost",
        ),
        ("win-loss", "variant=rate&rate=101%25", "Close rate: this share cannot be more than 100%.", "#id_rate"),
        (
            "cac",
            "sales_cost=5+EUR&marketing_cost=5+USD&new_customers=1",
            "The amounts are in different currencies. Enter all of them in one currency.",
            "",
        ),
        (
            "cltv",
            "revenue=1&revenue_period=month&margin=1&lost_customers=1&start_customers=2&churn_period=year",
            "Revenue and churn are from different periods. Use a month for both, or a year for both.",
            "#id_revenue_period",
        ),
        (
            "cltv",
            "revenue=1&revenue_period=month&margin=1&lost_customers=0&start_customers=2&churn_period=month",
            "No customers left, so the lifetime has no end and the value no limit. Use the variant with a horizon.",
            "",
        ),
        ("time-to-close", "days=;", "Days of each deal: enter at least one number", "#id_days"),
        (
            "time-to-close",
            "days=1;x",
            "Days of each deal: “x” is not a number; use digits, for example 1,234.5",
            "#id_days",
        ),
        ("time-to-close", "days=1;2%25", "Days of each deal: enter numbers of days only", "#id_days"),
        ("time-to-close", "days=" + "1;" * 501, "Days of each deal: enter 500 numbers or fewer", "#id_days"),
        (
            "time-to-close",
            "days=1.234;5",
            "Days of each deal: “1.234” can be read in two ways; leave out the comma or point, or add a decimal",
            "#id_days",
        ),
    ],
)
def test_impossible_input_gets_a_sentence_and_keeps_what_was_typed(
    client: Client, slug: str, asked: str, sentence: str, at: str
) -> None:
    found = parse(client.get(f"/en/metrics/{slug}/?{asked}").content.decode())

    assert errors(found) == [sentence]
    assert [a.attrs["href"] for a in found.one("div", id="error-summary").all("a")] == ([at] if at else [])
    assert value(found) == ""
    if "won=x" in asked:
        assert found.one("input", name="won").attrs["value"] == "x"


def test_lifetime_without_churn_has_a_value_within_a_horizon(client: Client) -> None:
    asked = {"revenue": "200", "margin": "80", "lost_customers": "0", "start_customers": "9", "horizon": "36"}
    periods = {"revenue_period": "month", "churn_period": "month", "variant": "horizon"}
    found = page(client, "/pl/metrics/cltv/", **asked, **periods)

    assert "5 760" in value(found)
    assert found.one("ol", class_="steps").all("li")[1].words == "= 200 × 80% × 36"


@pytest.mark.parametrize(
    "path", ["close-rate/?variant=count", "cltv/?variant=horizon", "time-to-close/?variant=median"]
)
def test_rubbish_never_breaks_a_calculator(client: Client, path: str) -> None:
    slug, _, code = path.partition("/?variant=")
    parts = chosen_calculation(slug, code).parts
    strange = []
    for text in (*NASTIEST, "9" * 60, "-0", "1" + "0" * 59):
        asked = "&".join(f"{part}={quote(text, errors='surrogatepass')}" for part in parts)
        response = client.get(f"/pl/metrics/{path}&{asked}")
        if response.status_code not in {200, 400}:
            strange.append((text[:60], response.status_code))
        elif response.status_code == 200 and not re.fullmatch(r"|.*\d.*", value(parse(response.content.decode()))):
            strange.append((text[:60], 200))
    assert strange == []


def test_period_must_be_one_of_two(client: Client) -> None:
    asked = dict.fromkeys(("revenue", "margin", "lost_customers", "start_customers", "revenue_period"), "1")
    found = page(client, "/en/metrics/cltv/", **asked, churn_period="decade")

    assert len(errors(found)) == 2
    assert PARTS["churn_period"].kind is Kind.PERIOD


def test_unknown_kpi_is_not_found(client: Client) -> None:
    assert client.get("/en/metrics/nps/").status_code == 404


def test_page_takes_one_query(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(1):
        page(client, RATE, won="1", closed="2")
