"""Share a result: links made, listed, revoked."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from assessments.models import AccessLink
from assessments.services.links import make_resume_link
from tests.look.html import Element
from tests.questionnaire.browsers import (
    browser,
    completed,
    field_errors,
    form_fields,
    ready,
    seen,
    started,
    summary,
    title,
)
from tests.result.sharing import reader, share, shared_url, url

FORM = {"shows_answers": "no", "allows_downloads": "no", "expires": "90", "label": ""}


def rows(page: Element) -> list[list[str]]:
    return [[cell.words for cell in row.all("th", "td")] for row in page.one("main").one("tbody").all("tr")]


@pytest.mark.parametrize(
    ("language", "heading"), [("en", "Create your first link"), ("pl", None)], ids=lambda value: str(value)[:2]
)
def test_page_without_links_invites_to_make_one(language: str, heading: str | None) -> None:
    assessment = completed()

    page = seen(browser(assessment).get(url(assessment, language)))

    assert page.one("html").attrs["lang"] == language
    assert (len(page.all("h1")), page.all("table")) == (1, [])
    assert heading is None or page.one("main").one("h2").words == heading
    assert form_fields(page) == FORM
    assert AccessLink.objects.shared().count() == 0


def test_link_is_shown_to_the_browser_that_made_it_with_an_address_to_mail_it() -> None:
    assessment = completed()
    client, other = browser(assessment), browser(assessment)

    page = seen(client.post(url(assessment), FORM, follow=True))

    link = page.one("input", id="link").attrs["value"]
    assert link.startswith("http://testserver/en/r/")
    mail = next(each.attrs["href"] for each in page.all("a") if each.attrs["href"].startswith("mailto:"))
    assert mail.startswith("mailto:?subject=Result%3A%20SalesOps")
    assert link.rsplit("/", 2)[1] in mail
    assert seen(other.get(url(assessment))).all("input", id="link") == []
    secret = link.rsplit("/", 2)[1]
    assert secret.replace("-", "") not in str(list(AccessLink.objects.values()))


@pytest.mark.parametrize(("expires", "days"), [("30", 30), ("90", 90), ("never", None)])
def test_choices_are_stored(expires: str, days: int | None) -> None:
    assessment = completed()
    before = timezone.now()

    browser(assessment).post(url(assessment), {"shows_answers": "yes", "expires": expires, "label": "Żaneta <&>"})

    link = AccessLink.objects.shared().get()
    assert (link.label, link.shows_answers, link.allows_downloads, link.opened) == ("Żaneta <&>", True, False, 0)
    if days is None:
        assert link.expires_at is None
    else:
        assert link.expires_at is not None
        assert timedelta(0) <= link.expires_at - before - timedelta(days=days) < timedelta(minutes=1)


def test_links_are_listed_newest_first() -> None:
    assessment = completed()
    share(assessment, label="Old", days=None)
    share(assessment, label="", days=3, shows_answers=True)
    share(assessment, label="Gone", days=-1)

    table = rows(seen(browser(assessment).get(url(assessment))))

    assert [(row[0], row[1], row[4]) for row in table] == [
        ("Gone", "Result only", "0 times"),
        ("Link without a label", "Result, answers and notes", "0 times"),
        ("Old", "Result only", "0 times"),
    ]
    assert [row[3].rsplit(maxsplit=1)[-1] for row in table] == ["Expired", "soon", "Never"]


@pytest.mark.parametrize(
    ("fields", "errors"),
    [
        ({"label": "x" * 81}, ["Shorten the label to 80 characters or fewer"]),
        ({"label": "a\x07b"}, ["Remove the control characters: they cannot be shown or printed"]),
        ({"shows_answers": "maybe"}, ["Select what the recipient sees"]),
        ({"expires": "31"}, ["Select how long the link works"]),
    ],
)
def test_invalid_form_keeps_what_was_typed(fields: dict[str, str], errors: list[str]) -> None:
    assessment = completed()
    sent = {**FORM, "label": "For Anna", **fields}

    page = seen(browser(assessment).post(url(assessment), sent))

    assert [text for _, text in summary(page)] == field_errors(page) == errors
    assert title(page).startswith("Error: ")
    assert form_fields(page)["label"] == sent["label"]
    assert AccessLink.objects.shared().count() == 0


def test_empty_form_says_what_is_missing() -> None:
    assessment = completed()

    page = seen(browser(assessment).post(url(assessment), {}))

    assert summary(page) == [
        ("#id_shows_answers_0", "Select what the recipient sees"),
        ("#id_expires_0", "Select how long the link works"),
    ]


def test_changing_the_language_makes_no_link() -> None:
    assessment = completed()

    page = seen(browser(assessment).post(url(assessment, "pl"), {**FORM, "label": "x" * 81, "then": "language"}))

    assert (form_fields(page)["label"], AccessLink.objects.shared().count()) == ("x" * 81, 0)


@pytest.mark.parametrize("verb", ["get", "post"])
def test_draft_leads_to_the_check_page(verb: str) -> None:
    assessment = ready()

    response = getattr(browser(assessment), verb)(url(assessment), FORM)

    assert response.headers["Location"] == f"/en/a/{assessment.ref}/check/"
    assert AccessLink.objects.shared().count() == 0


def test_page_of_someone_else_is_missing(client: Client) -> None:
    assessment = completed()
    secret = share(assessment)
    link = AccessLink.objects.shared().get()

    for stranger in (client, browser(started()), reader(secret)):
        assert stranger.get(url(assessment)).status_code == 404
        assert stranger.post(url(assessment), FORM).status_code == 404
        assert stranger.post(url(assessment), {"do": "revoke", "link": link.pk}).status_code == 404
    assert list(AccessLink.objects.shared()) == [link]


@pytest.mark.parametrize("verb", ["put", "patch", "delete"])
def test_pages_refuse_other_methods(verb: str) -> None:
    assessment = completed()
    secret = share(assessment)
    client = reader(secret)

    assert getattr(browser(assessment), verb)(url(assessment)).status_code == 405
    assert getattr(client, verb)(f"/en/r/{secret}/").status_code == 405
    assert getattr(client, verb)(shared_url(assessment)).status_code == 405


@pytest.mark.parametrize("count", [1, 3])
def test_list_takes_two_queries(count: int, django_assert_num_queries) -> None:
    assessment = completed()
    client = browser(assessment)
    for _ in range(count):
        share(assessment)

    with django_assert_num_queries(2):
        client.get(url(assessment))


def test_revoking_closes_one_link_at_once() -> None:
    assessment = completed()
    kept, gone = share(assessment, label="kept"), share(assessment, label="gone")
    readers = reader(kept), reader(gone)
    owner = browser(assessment)
    fields = {"do": "revoke", "link": AccessLink.objects.get(label="gone").pk}

    page = seen(owner.post(url(assessment), fields, follow=True))

    assert [notice.words for notice in page.all("div", class_="success")] == ["The share link is revoked."]
    assert [row[0] for row in rows(page)] == ["kept"]
    assert [each.get(shared_url(assessment)).status_code for each in readers] == [200, 410]
    assert [Client().get(f"/en/r/{secret}/").status_code for secret in (kept, gone)] == [302, 410]
    assert [
        notice.words for notice in seen(owner.post(url(assessment), fields, follow=True)).all(class_="success")
    ] == []


def test_link_of_another_assessment_is_not_revoked() -> None:
    mine, other = completed(), completed()
    share(other)

    response = browser(mine).post(url(mine), {"do": "revoke", "link": AccessLink.objects.shared().get().pk})

    assert (response.status_code, AccessLink.objects.shared().count()) == (302, 1)


def test_personal_and_browser_links_are_not_revoked_as_share_links() -> None:
    assessment = completed()
    make_resume_link(assessment)
    owner = browser(assessment)

    for link in AccessLink.objects.all():
        owner.post(url(assessment), {"do": "revoke", "link": link.pk})

    assert AccessLink.objects.exclude(revoked_at=None).count() == 0


@pytest.mark.parametrize("link", ["", "x", "-1", "²", "1" * 19, "1.0"])
def test_revoking_nothing_is_missing(link: str) -> None:
    assessment = completed()

    assert browser(assessment).post(url(assessment), {"do": "revoke", "link": link}).status_code == 404
