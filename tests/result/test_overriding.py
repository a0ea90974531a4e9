"""Recommend something else than the method: the page, and both recommendations on the result."""

import pytest
from django.test import Client

from assessments.models import Assessment, Override
from assessments.services.overriding import set_override
from tests.document.cases import HEADLINES
from tests.questionnaire.browsers import (
    browser,
    completed,
    field_errors,
    form_fields,
    ready,
    result_of,
    seen,
    started,
    summary,
    title,
)
from tests.result.sharing import reader, share, shared_url

FORM = {"outcome": "both", "reason": "The board decided", "name": "Anna Nowak"}
METHOD, PERSON = "The method says: SalesOps.", "Anna Nowak decided otherwise: Both."


def for_client(assessment: Assessment) -> Assessment:
    Assessment.objects.filter(pk=assessment.pk).update(for_client=True)
    assessment.refresh_from_db()
    return assessment


def url(assessment: Assessment, page: str = "override", language: str = "en") -> str:
    return f"/{language}/a/{assessment.ref}/{page}/"


def decided(assessment: Assessment, **fields: str) -> Assessment:
    set_override(assessment, **(FORM | fields), who="link 1")
    return assessment


@pytest.mark.parametrize("language", ["en", "pl"])
def test_page_offers_every_outcome_but_the_method_s(language: str) -> None:
    assessment = for_client(completed())

    page = seen(browser(assessment).get(url(assessment, language=language)))

    options = [each.attrs["value"] for each in page.all("input", name="outcome")]
    assert (page.one("html").attrs["lang"], len(page.all("h1"))) == (language, 1)
    assert options == [
        "salesops_lean",
        "salesops_then_revops",
        "revops",
        "revops_lean",
        "revops_then_salesops",
        "both",
        "none",
    ]
    assert form_fields(page) == {"reason": "", "name": ""}


def test_all_eight_outcomes_are_offered_where_the_method_gives_none() -> None:
    assessment = for_client(completed(*HEADLINES["insufficient"]))

    page = seen(browser(assessment).get(url(assessment)))

    assert len(page.all("input", name="outcome")) == 8
    assert "The method says: No recommendation yet." in page.one("main").words


def test_decision_stands_beside_the_method_s_on_the_result_and_the_shared_result() -> None:
    assessment = for_client(completed())
    client = browser(assessment)
    before = result_of(assessment).document_en

    response = client.post(url(assessment), FORM)

    page = seen(client.get(response.headers["Location"]))
    assert response.headers["Location"] == url(assessment, "result")
    assert [each.words for each in page.all("div", class_="success")] == [
        "Your recommendation is saved. It stands beside the method’s."
    ]
    for shown in (page, seen(reader(share(assessment)).get(shared_url(assessment)))):
        words = [line.words for line in shown.one("section", aria_label="Two recommendations").all("p")]
        assert (words[0], words[1].startswith(PERSON)) == (METHOD, True)
        assert [line.words for line in shown.one("section", id="decision").all("p")][1] == FORM["reason"]
        assert shown.one("h1").words == "Build SalesOps first. Look at RevOps again in 6 months."
    assert result_of(assessment).document_en == before


@pytest.mark.parametrize("language", ["en", "pl"])
def test_kept_page_changes_with_every_decision(language: str) -> None:
    assessment = for_client(completed())
    client, guest = browser(assessment), reader(share(assessment))
    pages = (client, url(assessment, "result", language)), (guest, shared_url(assessment, language))

    def names() -> list[tuple[bool, bool]]:
        bodies = [who.get(path).content.decode() for who, path in pages]
        return [("Anna" in body, "Jan" in body) for body in bodies]

    assert names() == [(False, False)] * 2
    decided(assessment)
    assert names() == [(True, False)] * 2
    decided(assessment, name="Jan")
    assert names() == [(False, True)] * 2
    client.post(url(assessment), {"do": "withdraw"})
    client.get(url(assessment, "result"))
    assert names() == [(False, False)] * 2


def test_present_decision_is_shown_for_changing() -> None:
    assessment = decided(for_client(completed()))

    page = seen(browser(assessment).get(url(assessment)))

    assert form_fields(page) == FORM
    assert PERSON in page.one("section", aria_label="Two recommendations").words


def test_withdrawing_says_so_once() -> None:
    assessment = decided(for_client(completed()))
    client = browser(assessment)

    pages = [seen(client.post(url(assessment), {"do": "withdraw"}, follow=True)) for _ in range(2)]

    said = [[each.words for each in page.all("div", class_="success")] for page in pages]
    assert said == [["Your recommendation is withdrawn. The method’s stands alone."], []]
    assert pages[0].all("section", aria_label="Two recommendations") == []


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"outcome": ""}, "Select what you recommend instead"),
        ({"outcome": "salesops"}, "Select what you recommend instead"),
        ({"outcome": "everything"}, "Select what you recommend instead"),
        ({"reason": " \n"}, "Enter your reason"),
        ({"reason": "x" * 1001}, "Shorten the reason to 1,000 characters or fewer"),
        ({"name": ""}, "Enter your name"),
        ({"name": "x" * 121}, "Shorten the name to 120 characters or fewer"),
        ({"name": "a\x07"}, "Remove the control characters: they cannot be shown or printed"),
    ],
)
def test_invalid_form_keeps_what_was_typed(fields: dict[str, str], error: str) -> None:
    assessment = for_client(completed())
    sent = FORM | fields

    page = seen(browser(assessment).post(url(assessment), sent))

    assert [text for _, text in summary(page)] == field_errors(page) == [error]
    assert title(page).startswith("Error: ")
    kept = {name: text for name, text in form_fields(page).items() if name != "outcome"}
    assert kept == {name: sent[name] for name in ("reason", "name")}
    assert Override.objects.count() == 0


def test_changing_the_language_decides_nothing() -> None:
    assessment = for_client(completed())

    page = seen(browser(assessment).post(url(assessment, language="pl"), {**FORM, "then": "language"}))

    assert (form_fields(page), Override.objects.count()) == (FORM, 0)


def test_longest_texts_are_kept_to_the_letter() -> None:
    assessment = for_client(completed())
    fields = FORM | {"reason": "ż" * 999 + "<", "name": "Ł" * 119 + "&"}

    page = seen(browser(assessment).post(url(assessment), fields, follow=True))

    assert Override.objects.values("outcome", "reason", "name").get() == fields
    assert fields["reason"] in page.one("section", id="decision").words


@pytest.mark.parametrize("verb", ["get", "post"])
def test_own_assessment_has_no_such_page(verb: str) -> None:
    assessment = completed()
    client = browser(assessment)

    assert getattr(client, verb)(url(assessment), FORM).status_code == 404
    assert client.post(url(assessment), {"do": "withdraw"}).status_code == 404
    links = [link.attrs["href"] for link in seen(client.get(url(assessment, "result"))).all("a")]
    assert url(assessment) not in links


def test_result_of_a_client_leads_to_the_page() -> None:
    assessment = for_client(completed())
    client = browser(assessment)

    words = []
    for _ in range(2):
        links = seen(client.get(url(assessment, "result"))).all("a", href=url(assessment))
        words.append([link.words for link in links])
        decided(assessment)

    assert words == [["Recommend something else"], ["Change your own recommendation"]]


@pytest.mark.parametrize("verb", ["get", "post"])
def test_draft_leads_to_the_check_page(verb: str) -> None:
    assessment = for_client(ready())

    response = getattr(browser(assessment), verb)(url(assessment), FORM)

    assert (response.headers["Location"], Override.objects.count()) == (url(assessment, "check"), 0)


def test_page_of_someone_else_is_missing(client: Client) -> None:
    assessment = for_client(completed())

    for stranger in (client, browser(for_client(started())), reader(share(assessment))):
        assert stranger.get(url(assessment)).status_code == 404
        assert stranger.post(url(assessment), FORM).status_code == 404
    assert Override.objects.count() == 0


@pytest.mark.parametrize("verb", ["put", "patch", "delete"])
def test_page_refuses_other_methods(verb: str) -> None:
    assessment = for_client(completed())

    assert getattr(browser(assessment), verb)(url(assessment)).status_code == 405


def test_queries_are_few(django_assert_num_queries) -> None:
    assessment = decided(for_client(completed()))
    client, guest = browser(assessment), reader(share(assessment))
    guest.get(shared_url(assessment))
    client.get(url(assessment, "result"))

    for who, path, count in (
        (client, url(assessment), 3),
        (client, url(assessment, "result"), 2),
        (guest, shared_url(assessment), 2),
    ):
        with django_assert_num_queries(count):
            who.get(path)


def test_deleting_says_that_share_links_and_the_decision_go() -> None:
    own, client_s, draft = completed(), for_client(completed()), started()
    client = browser(own, client_s, draft)

    lists = [
        [line.words for line in seen(client.get(url(each, "delete"))).one("main").all("li")]
        for each in (own, client_s, draft)
    ]

    share_links, decision = "every share link to the result", "your own recommendation beside it, if you recorded one"
    assert [(share_links in each, decision in each) for each in lists] == [(True, False), (True, True), (False, False)]
