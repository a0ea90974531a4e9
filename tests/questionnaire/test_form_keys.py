"""A form that is sent twice makes once what it makes, also at the same time; a new link is shown for ten minutes."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from assessments.models import AccessLink, Assessment, AuditEntry
from assessments.services.links import secret_from
from tests.questionnaire.browsers import browser, completed, seen, started
from tests.result.sharing import url as share_url
from tests.trust.threads import at_once
from tests.trust.world import alike

START = {"for_whom": "own", "layout": "single"}
SHARE = {"shows_answers": "no", "expires": "90", "label": ""}
KEY = "0123456789abcdef" * 2


def url(assessment: Assessment, page: str = "save", language: str = "en") -> str:
    return f"/{language}/a/{assessment.ref}/{page}/"


def key_on(client: Client, address: str) -> str:
    keys = {each.attrs["value"] for each in seen(client.get(address)).one("main").all("input", name="key")}
    assert len(keys) == 1
    return keys.pop()


def twice(client: Client, address: str, fields: dict[str, str]) -> list[Any]:
    sent = fields | {"key": key_on(client, address)}
    return [client.post(address, sent) for _ in range(2)]


def link_on(client: Client, address: str) -> str:
    """The link that the page shows; empty without one."""
    fields = seen(client.get(address)).all("input", id="link")
    return fields[0].attrs["value"] if fields else ""


def test_key_is_another_one_each_time() -> None:
    keys = {key_on(Client(), "/en/start/") for _ in range(20)}

    assert (len(keys), {len(key) for key in keys}) == (20, {32})


def test_start_sent_twice_makes_one_assessment(client: Client) -> None:
    first, second = twice(client, "/en/start/", START)

    assert Assessment.objects.count() == AccessLink.objects.count() == 1
    assert first.headers["Location"] == second.headers["Location"]
    assert client.get(second.headers["Location"]).status_code == 200


def test_key_that_another_browser_sends_opens_nothing() -> None:
    owner, other = Client(), Client()
    first = owner.post("/en/start/", START | {"key": key_on(owner, "/en/start/")})
    key = key_on(owner, "/en/start/")
    other.get("/en/start/")
    addresses = [who.post("/en/start/", START | {"key": key}).headers["Location"] for who in (owner, other)]

    assert len({first.headers["Location"], *addresses}) == 3
    assert other.get(addresses[0]).status_code == 404


@pytest.mark.parametrize("key", ["", "x", KEY[:-1], KEY.upper(), f"{KEY}0"])
def test_key_that_is_none_of_ours_does_not_count(client: Client, key: str) -> None:
    for _ in range(2):
        assert client.post("/en/start/", START | {"key": key}).status_code == 302

    assert Assessment.objects.count() == 2


def test_key_counts_for_one_kind_of_form_and_one_assessment(client: Client) -> None:
    one, two = completed(), completed()
    owner = browser(one, two)
    owner.post("/en/start/", START | {"key": KEY})
    for assessment in (one, two):
        for page in ("again", "save"):
            owner.post(url(assessment, page), {"key": KEY})
        owner.post(share_url(assessment), SHARE | {"key": KEY})

    assert [each.later.count() for each in (one, two)] == [1, 1]
    assert Assessment.objects.count() == 5
    assert (AccessLink.objects.personal().count(), AccessLink.objects.shared().count()) == (2, 2)
    secrets = {secret_from(KEY, kind, each.ref) for kind in AccessLink.Kind for each in (one, two)}
    assert len(secrets) == 6


def test_new_version_sent_twice_is_one_copy() -> None:
    assessment = completed()
    client = browser(assessment)

    first, second = twice(client, url(assessment, "again"), {})

    copy = assessment.later.get()
    assert (first.headers["Location"], second.headers["Location"]) == (url(copy, "check"), url(copy, "check"))
    assert client.get(url(copy, "check")).status_code == 200


def test_personal_link_sent_twice_is_one_and_shown_again() -> None:
    assessment = started()
    client = browser(assessment)

    twice(client, url(assessment), {})

    assert AccessLink.objects.personal().count() == 1
    assert Client().get(link_on(client, url(assessment)).removeprefix("http://testserver")).status_code == 302


def test_share_link_sent_twice_is_one_and_shown_again() -> None:
    assessment = completed()
    client = browser(assessment)

    twice(client, share_url(assessment), SHARE)

    assert (AccessLink.objects.shared().count(), AuditEntry.objects.count()) == (1, 1)
    assert Client().get(link_on(client, share_url(assessment)).removeprefix("http://testserver")).status_code == 302


def test_next_form_makes_another_link() -> None:
    assessment = started()
    client = browser(assessment)
    links = set()
    for _ in range(2):
        client.post(url(assessment), {"key": key_on(client, url(assessment))})
        links.add(link_on(client, url(assessment)))

    assert (len(links), AccessLink.objects.personal().count()) == (2, 2)


@pytest.mark.parametrize(("page", "fields"), [("save", {}), ("share", SHARE)])
def test_new_link_survives_reloading_and_the_language_for_ten_minutes(page: str, fields: dict[str, str]) -> None:
    assessment = completed()
    client = browser(assessment)
    now = timezone.now()
    with time_machine.travel(now, tick=False):
        client.post(url(assessment, page), fields)
    shown = []
    for seconds in (0, 300, 599, 602):
        with time_machine.travel(now + timedelta(seconds=seconds), tick=False):
            links = [link_on(client, url(assessment, page, language)) for language in ("en", "pl")]
        shown.append([link.rstrip("/").rsplit("/", 1)[-1] for link in links])

    secrets = {secret for pair in shown[:3] for secret in pair}
    assert (len(secrets), "" in secrets, shown[3]) == (1, False, ["", ""])


@pytest.mark.parametrize(("page", "fields"), [("save", {}), ("share", SHARE)])
def test_revoked_link_is_shown_no_longer(page: str, fields: dict[str, str]) -> None:
    assessment = completed()
    client = browser(assessment)
    client.post(url(assessment, page), fields)
    link = AccessLink.objects.exclude(kind="browser").get()

    client.post(url(assessment, page), {"do": "revoke", "link": link.pk})

    assert link_on(client, url(assessment, page)) == ""


@pytest.mark.parametrize("change", [lambda value: value + "x", lambda value: KEY, lambda value: ""])
def test_changed_cookie_shows_nothing(change: Callable[[str], str]) -> None:
    assessment = started()
    client = browser(assessment)
    client.post(url(assessment))
    name = f"n-resume-{assessment.ref}"

    client.cookies[name] = change(client.cookies[name].value)

    assert link_on(client, url(assessment)) == ""


def test_cookie_of_another_link_shows_nothing() -> None:
    one, two = completed(), completed()
    client = browser(one, two)
    client.post(url(one), {"key": KEY})
    value = client.cookies[f"n-resume-{one.ref}"].value

    for name in (f"n-resume-{two.ref}", f"n-share-{one.ref}"):
        client.cookies[name] = value

    assert (link_on(client, url(two)), link_on(client, share_url(one))) == ("", "")


@pytest.mark.django_db(transaction=True)
def test_forms_sent_at_the_same_time_make_one_each() -> None:
    assessment = completed()
    client = browser(assessment)
    client.get("/en/start/")
    forms = (
        ("/en/start/", START),
        (url(assessment, "again"), {}),
        (url(assessment), {}),
        (share_url(assessment), SHARE),
    )

    for address, fields in forms:
        post = partial(lambda a, f: alike(client).post(a, f), address, fields | {"key": KEY})
        answers = at_once([post] * 4)
        assert [each.status_code for each in answers] == [302] * 4
        assert len({each.headers["Location"] for each in answers}) == 1

    assert Assessment.objects.count() == 3
    assert (AccessLink.objects.personal().count(), AccessLink.objects.shared().count()) == (1, 1)
    assert AuditEntry.objects.count() == 1
