"""Compare results: the choice, the comparison, and who may compare what."""

from datetime import timedelta
from typing import Any
from urllib.parse import quote

import pytest
from django.core.cache import caches
from django.test import Client
from django.utils import timezone

from assessments.models import Assessment, Result
from assessments.services.completing import complete
from assessments.services.links import make_resume_link
from assessments.services.profiles import rename_client
from assessments.services.starting import copy_to_answer_again
from revops_advisor.logs import masked
from tests.document.cases import EXAMPLE, ONE_ROLE, TWO_TEAMS, choices
from tests.look.html import Element
from tests.questionnaire.browsers import browser, completed, published_method, ready, seen, summary, title
from tests.result.sharing import reader, share
from tests.trust.naughty import NASTIEST

OTHER = "0 4 3 4 3 3 2 / 4 3 1 0 2 4"  # EXAMPLE with S1 2 -> 0, R1 1 -> 4, R6 don't know -> 4
UNOPENED = "A result you named is not open in this browser. Check it, or open it with its personal link first"


def url(*assessments: Assessment, language: str = "en", pasted: str | None = None) -> str:
    chosen = [f"a={each.ref}" for each in assessments] + ([] if pasted is None else [f"b={pasted}"])
    return f"/{language}/compare/?{'&'.join(chosen)}"


def again(original: Assessment, answers: str, gates: str = ONE_ROLE) -> Assessment:
    """A completed copy with these answers."""
    copy, _ = copy_to_answer_again(original, language="en")
    for code, choice in choices(answers, gates).items():
        copy.answers.filter(code=code).update(choice=choice)
    complete(copy)
    copy.refresh_from_db()
    return copy


def named(assessment: Assessment, name: str) -> Assessment:
    rename_client(assessment.client, name)
    return assessment


def ticked(page: Element) -> list[str]:
    return [box.attrs["value"] for box in page.all("input", type="checkbox") if "checked" in box.attrs]


def rows(page: Element) -> list[list[str]]:
    """Title and cells of each row of changed answers, scores and conditions."""
    return [
        [row.one("h3").words, *(cell.words for cell in row.all("dd"))]
        for each in page.all("ul", class_="moves")
        for row in each.all("li")
    ]


@pytest.mark.parametrize("language", ["en", "pl"])
def test_browser_without_results_is_offered_a_start(client: Client, language: str) -> None:
    response = client.get(f"/{language}/compare/")

    page = seen(response)
    assert response.status_code == 200
    assert page.one("a", class_="btn").attrs["href"] == f"/{language}/start/"
    assert page.all("form") == []


def test_choice_lists_completed_assessments_newest_first() -> None:
    first, second, draft = completed(), named(completed(OTHER), "Acorn <&>"), ready()

    page = seen(browser(first, second, draft).get("/en/compare/"))

    assert [box.attrs["value"] for box in page.all("input", type="checkbox")] == [second.ref, first.ref]
    assert page.one("form", id="page-form").attrs["method"] == "get"
    labels = [label.words for label in page.all("label", class_="opt")]
    assert labels[0].startswith("Acorn <&> SalesOps, then RevOps ")
    assert labels[1].endswith("· SalesOps 75 · RevOps 37.5 · method version 1")
    assert (ticked(page), summary(page)) == ([], [])


def test_one_chosen_asks_for_a_second() -> None:
    first, second = completed(), completed()

    page = seen(browser(first, second).get(url(first)))

    assert page.one("div", class_="notice").words == "Choose a second result to compare this one with."
    assert (ticked(page), summary(page)) == ([first.ref], [])


def test_form_sent_empty_says_what_to_do() -> None:
    page = seen(browser(completed()).get("/en/compare/?b="))

    assert summary(page) == [("#id_a_0", "Choose the results to compare")]
    assert title(page) == "Error: Compare results – RevOps Advisor"


def test_more_than_four_are_refused_and_stay_ticked() -> None:
    assessments = [completed() for _ in range(5)]

    page = seen(browser(*assessments).get(url(*assessments)))

    assert summary(page) == [("#id_a_0", "You chose 5 results. Choose four at most")]
    assert len(ticked(page)) == 5


def test_polish_counts_of_too_many() -> None:
    assessments = [completed() for _ in range(5)]

    page = seen(browser(*assessments).get(url(*assessments, language="pl")))

    assert page.one("html").attrs["lang"] == "pl"
    assert len(summary(page)) == 1


def test_foreign_shared_and_unknown_results_answer_alike() -> None:
    """No hint that a result exists; a share link, also one that shows answers, opens nothing to compare."""
    own, foreign, revoked = completed(), completed(OTHER), completed()
    shared = named(completed(OTHER), "CANARY")
    client = browser(own, revoked)
    client.cookies.update(reader(share(shared, shows_answers=True)).cookies)
    revoked.links.update(revoked_at=timezone.now())
    texts = []
    for ref in (foreign.ref, shared.ref, revoked.ref, "2345678923", "zażółć", "x" * 300, "<b>"):
        response = client.get("/en/compare/", {"a": own.ref, "b": ref})
        page = seen(response)
        assert (response.status_code, summary(page)) == (200, [("#id_b", UNOPENED)])
        assert (ticked(page), page.one("input", id="id_b").attrs["value"]) == ([own.ref], ref)
        texts.append(page.one("main").words)
        assert "CANARY" not in response.content.decode()
    assert set(texts) == {texts[0]}


def test_draft_of_ones_own_is_named() -> None:
    first, draft = completed(), named(ready(), "Acorn <&>")

    page = seen(browser(first, draft).get(url(first, draft)))

    assert summary(page) == [("#id_b", "Acorn <&> has no result yet. Finish it first, then compare")]


@pytest.mark.parametrize(
    "pasted", ["{1}", "http://testserver/pl/a/{1}/result/", " /en/a/{1}/ ", "{0} {1}", "{0},%20{1};{1}", "{1}%0A{0}"]
)
def test_pasted_addresses_and_references_count_too(pasted: str) -> None:
    first, second = completed(), completed(OTHER)

    page = seen(browser(first, second).get(url(first, pasted=pasted.format(first.ref, second.ref))))

    assert len(page.all("div", class_="columns")[0].all("section")) == 2


def test_result_named_twice_counts_once() -> None:
    first = completed()

    page = seen(browser(first).get(url(first, first, pasted=first.ref)))

    assert page.one("div", class_="notice").words == "Choose a second result to compare this one with."


def test_result_completed_first_comes_before_the_other_in_any_order() -> None:
    first = completed()
    second = again(first, OTHER, TWO_TEAMS)

    pages = [seen(browser(first, second).get(url(*pair))) for pair in ((first, second), (second, first))]

    assert [page.one("h1").words for page in pages] == ["The answer changed: SalesOps before, both now."] * 2
    links = [link.attrs["href"] for link in pages[1].all("div", class_="columns")[0].all("a")]
    assert links == [f"/en/a/{first.ref}/result/", f"/en/a/{second.ref}/result/"]
    assert len(pages[0].all("h1")) == 1


def test_columns_show_outcome_date_version_and_both_needs() -> None:
    first = completed()
    second = again(first, OTHER, TWO_TEAMS)

    columns = seen(browser(first, second).get(url(first, second))).all("div", class_="columns")[0].all("section")

    assert [each.one("span", class_="pill").words for each in columns] == ["SalesOps", "Both"]
    assert [[bar.words for bar in each.all("div", class_="acc")] for each in columns] == [
        ["SalesOps75", "RevOps37.5 (29–46)"],
        ["SalesOps67.9", "RevOps58.3"],
    ]
    assert [[bar.all("rect")[1].attrs["width"] for bar in each.all("svg", class_="need")] for each in columns] == [
        ["75.00%", "37.50%"],
        ["67.86%", "58.33%"],
    ]
    assert all(each.words.split("method version ")[1].startswith("1") for each in columns)


def test_changed_answers_come_first_with_before_after_and_effect() -> None:
    first = completed()
    second = again(first, OTHER, TWO_TEAMS)

    page = seen(browser(first, second).get(url(first, second)))

    assert rows(page) == [
        [
            "Growth beyond sales (R1)",
            "Mostly from sales, with small projects elsewhere",
            "→ More than half from outside the sales team – and only if all revenue teams work together RevOps +12.5",
        ],
        [
            "Visibility of causes (R6)",
            "I don’t know – middle value used",
            "→ We could not – we would be guessing RevOps +8.3",
        ],
        [
            "Own audience (S1)",
            "A quarter to just under half (25–49%)",
            "→ More than three quarters (over 75%) SalesOps −7.1",
        ],
        ["Need for SalesOps", "75", "67.9 −7.1"],
        ["Need for RevOps", "37.5", "58.3 +20.8"],
        ["Funding (B)", "One role", "→ Two separate teams"],
    ]
    unchanged = page.one("section", id="changed").one("details").one("dl")
    assert len(unchanged.all("dt")) == 13


def test_comparison_in_polish_has_decimal_commas() -> None:
    first = completed()
    second = again(first, OTHER)

    page = seen(browser(first, second).get(url(first, second, language="pl")))

    assert [cells[2].rsplit(" ", 1)[1] for cells in rows(page)] == ["+12,5", "+8,3", "−7,1", "−7,1", "+20,8"]


def test_equal_results_say_so() -> None:
    first = completed()
    second = again(first, EXAMPLE)

    page = seen(browser(first, second).get(url(first, second)))

    assert page.one("h1").words == "The answer is the same: SalesOps."
    assert page.one("section", id="changed").one("h2").words == "No answer changed"
    assert "The same in all of them." in page.one("main").words


def test_different_companies_are_named() -> None:
    first, second = named(completed(), "Acorn <&>"), named(completed(OTHER), "Żółć")

    page = seen(browser(first, second).get(url(first, second)))

    assert page.one("h1").words == "Two companies, two answers: SalesOps and “SalesOps, then RevOps”."
    assert [each.one("h2").words for each in page.all("div", class_="columns")[0].all("section")] == [
        "1. Acorn <&>",
        "2. Żółć",
    ]


def test_four_results_stand_side_by_side() -> None:
    assessments = [completed(), completed(OTHER), completed(), completed("4 4 4 4 4 2 2 / 0 0 1 0 0 0")]

    page = seen(browser(*assessments).get(url(*assessments)))

    assert len(page.one("section", id="changed").all("ul")[0].all("li")[0].all("dd")) == 4
    assert page.one("h1").words == "The answers differ."


def test_different_methods_are_read_by_the_newest_with_the_stored_outcome_beside() -> None:
    old = completed()
    published_method({"R2": 10})
    new = completed()
    before = list(Result.objects.order_by("pk").values_list())

    page = seen(browser(old, new).get(url(old, new)))

    columns = page.all("div", class_="columns")[0].all("section")
    assert [[pill.words for pill in each.all("span", class_="pill")] for each in columns] == [
        ["SalesOps, then RevOps", "SalesOps"],
        ["SalesOps, then RevOps"],
    ]
    assert "As stored: SalesOps method version 1" in columns[0].words
    assert "read here with version 2, the newest of them." in page.one("div", class_="notice").words
    assert page.one("section", id="changed").one("h2").words == "No answer changed"
    assert list(Result.objects.order_by("pk").values_list()) == before


def test_method_published_later_changes_no_comparison() -> None:
    first = completed()
    second = again(first, OTHER)
    client = browser(first, second)
    before = client.get(url(first, second)).content

    published_method({"R2": 10})
    caches["pages"].clear()

    assert client.get(url(first, second)).content == before


@pytest.mark.parametrize("count", [1, 3])
def test_choice_takes_two_queries_however_long(count: int, django_assert_num_queries: Any) -> None:
    client = browser(*(completed() for _ in range(count)))

    with django_assert_num_queries(2):
        page = seen(client.get("/en/compare/"))

    assert len(page.all("input", type="checkbox")) == count


@pytest.mark.parametrize("count", [2, 4])
def test_comparison_takes_two_queries_the_first_time_and_one_then(count: int, django_assert_num_queries: Any) -> None:
    assessments = [completed() for _ in range(count)]
    client = browser(*assessments)

    for queries in (2, 1):
        with django_assert_num_queries(queries):
            client.get(url(*assessments))


def test_kept_comparison_equals_the_rendered_one_and_follows_the_names() -> None:
    first = completed()
    second = again(first, OTHER)
    client, address = browser(first, second), url(first, second)
    kept = [client.get(address).content for _ in range(2)]
    caches["pages"].clear()
    rendered = client.get(address).content
    named(first, "Renamed")

    assert kept == [rendered] * 2
    assert "Renamed" in seen(client.get(address)).one("main").words
    assert client.get(f"{address}&b=").content != rendered
    assert seen(browser(first).get(address)).all("section", id="changed") == []


def test_kept_comparison_is_closed_with_the_access() -> None:
    first, second = completed(), completed()
    client = browser(first, second)
    client.get(url(first, second))

    second.links.update(revoked_at=timezone.now())

    assert summary(seen(client.get(url(first, second)))) == [("#id_b", UNOPENED)]


def test_comparing_counts_as_a_visit() -> None:
    first, second, other = completed(), completed(), completed()
    client = browser(first, second, other)
    long_ago = timezone.now().date() - timedelta(days=300)
    Assessment.objects.update(visited_on=long_ago)

    client.get(url(first, second))

    visits = dict(Assessment.objects.values_list("pk", "visited_on"))
    today = timezone.now().date()
    assert visits == {first.pk: today, second.pk: today, other.pk: long_ago}


def test_comparison_is_neither_cached_nor_listed_by_others() -> None:
    response = browser(completed()).get("/en/compare/")

    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow"


@pytest.mark.parametrize("verb", ["post", "put", "patch", "delete"])
def test_comparison_is_only_read(client: Client, verb: str) -> None:
    assert getattr(client, verb)("/en/compare/").status_code == 405


@pytest.mark.parametrize(
    "pasted",
    [
        "http://host/en/resume/abcd-efgh/",
        "http%3A%2F%2Fhost%2Fen%2Fresume%2Fabcd-efgh%2F",
        "%2fpl%2fr%2fabcd-efgh",
        "abcd-efgh-jkmn-pqrs-tuvw-2345-6789",
        "ABCD-EFGH-JKMN-PQRS-TUVW-2345-6789",
    ],
)
def test_personal_link_pasted_by_mistake_is_masked_in_logs(pasted: str) -> None:
    line = masked(f'"GET /en/compare/?a=kept234567&b={pasted}&a=also234567 HTTP/1.1" 200')

    assert "efgh" not in line.lower()
    assert ("a=kept234567&b=" in line, "a=also234567" in line) == (True, True)


def test_personal_link_pasted_by_mistake_opens_nothing() -> None:
    first, second = completed(), completed()
    client = browser(first)

    page = seen(client.get(url(first, pasted=make_resume_link(second))))

    assert summary(page) == [("#id_b", UNOPENED)]
    assert client.get(f"/en/a/{second.ref}/result/").status_code == 404


def test_rubbish_in_the_address_is_answered_with_a_page() -> None:
    first = completed()
    client = browser(first)
    client.raise_request_exception = False

    statuses = {
        client.get(f"/en/compare/?{name}={quote(text, safe='', errors='surrogatepass')}&a={first.ref}").status_code
        for text in NASTIEST
        for name in "ab"
    }

    assert statuses <= {200, 400}
