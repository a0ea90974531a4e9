"""Two people recommend something else at once: neither is overwritten without being asked."""

import pytest

from assessments.models import Assessment, Override
from tests.look.html import Element
from tests.questionnaire.browsers import browser, completed, form_fields, seen
from tests.result.test_overriding import FORM, for_client, url

OTHER = {"outcome": "revops", "reason": "Second person's <reason>", "name": "Jan"}
QUESTION = "Keep what is saved, or replace it with yours. Nothing is changed until you choose."


def opened_twice() -> tuple[Assessment, dict[str, str]]:
    """The form as it is before anybody decides, and then a decision of somebody else."""
    assessment = for_client(completed())
    sent = form_fields(seen(browser(assessment).get(url(assessment))))
    browser(assessment).post(url(assessment), {**sent, **FORM})
    return assessment, sent | OTHER


def cards(page: Element) -> list[str]:
    return [card.words for card in page.one("div", class_="versus").all("div", class_="card")]


def stored() -> list[tuple[str, str]]:
    return list(Override.objects.order_by("pk").values_list("outcome", "name"))


def test_stale_form_shows_both_and_changes_nothing() -> None:
    assessment, sent = opened_twice()

    response = browser(assessment).post(url(assessment), sent)

    page = seen(response)
    assert (response.status_code, stored()) == (409, [("both", "Anna Nowak")])
    assert QUESTION in page.one("main").words
    assert cards(page) == [
        "Saved Both The board decided Anna Nowak",
        "Yours, not saved RevOps Second person's <reason> Jan",
    ]


def test_other_one_is_kept_or_replaced_as_one_chooses() -> None:
    assessment, sent = opened_twice()
    client = browser(assessment)
    page = seen(client.post(url(assessment), sent))

    assert page.one("a", class_="btn").attrs["href"] == url(assessment, "result")
    response = client.post(url(assessment), {**form_fields(page), "then": "replace"})

    assert (response.status_code, stored()) == (302, [("both", "Anna Nowak"), ("revops", "Jan")])


def test_third_decision_meanwhile_is_another_conflict() -> None:
    assessment, sent = opened_twice()
    client = browser(assessment)
    page = seen(client.post(url(assessment), sent))
    third = form_fields(seen(client.get(url(assessment)))) | {"name": "Third"}
    client.post(url(assessment), third)

    response = client.post(url(assessment), {**form_fields(page), "then": "replace"})

    assert (response.status_code, cards(seen(response))[0].split()[-1]) == (409, "Third")


def test_language_of_the_conflict_can_be_changed() -> None:
    assessment, sent = opened_twice()
    client = browser(assessment)
    page = seen(client.post(url(assessment), sent))
    switch = page.one("nav", class_="lang").one("button")

    response = client.post(switch.attrs["formaction"], {**form_fields(page), "then": switch.attrs["value"]})

    assert (response.status_code, seen(response).one("html").attrs["lang"]) == (409, "pl")
    assert form_fields(seen(response)) == form_fields(page)


def test_same_recommendation_twice_is_no_conflict() -> None:
    assessment, sent = opened_twice()

    assert browser(assessment).post(url(assessment), sent | FORM).status_code == 302
    assert len(stored()) == 1


def test_stale_withdrawal_asks_first() -> None:
    assessment, _ = opened_twice()
    client = browser(assessment)
    page = seen(client.get(url(assessment)))
    stale = {"do": "withdraw", "version": form_fields(page)["version"]}
    client.post(url(assessment), {**form_fields(page), **OTHER})

    response = client.post(url(assessment), stale)

    asked = seen(response)
    assert (response.status_code, len(stored())) == (409, 2)
    assert cards(asked)[1] == "Yours, not saved No recommendation of your own: the method’s stands alone."
    assert client.post(url(assessment), {**form_fields(asked), "then": "replace"}).status_code == 302
    assert [outcome for outcome, _ in stored()] == ["both", "revops", ""]


def test_form_from_before_a_withdrawal_asks_first() -> None:
    assessment, _ = opened_twice()
    client = browser(assessment)
    stale = form_fields(seen(client.get(url(assessment)))) | OTHER
    client.post(url(assessment), {"do": "withdraw", "version": stale["version"]})

    response = client.post(url(assessment), stale)

    page = seen(response)
    assert (response.status_code, page.one("h1").words) == (409, "Someone withdrew the recommendation")
    assert client.post(url(assessment), {**form_fields(page), "then": "replace"}).status_code == 302
    assert [outcome for outcome, _ in stored()] == ["both", "", "revops"]


@pytest.mark.parametrize("version", ["x", "-1", "9" * 30, "1.5", "²"])
def test_version_that_is_none_changes_nothing(version: str) -> None:
    assessment, sent = opened_twice()
    client = browser(assessment)

    assert client.post(url(assessment), sent | {"version": version}).status_code in {200, 409}
    assert client.post(url(assessment), {"do": "withdraw", "version": version}).status_code == 409
    assert len(stored()) == 1
