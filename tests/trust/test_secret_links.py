"""Personal links: known to nobody but their holder, and ended at once."""

import hashlib
import io
import json
import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings as product_settings
from django.core.cache import cache
from django.db import connection
from django.test import Client

from assessments.models import AccessLink, Assessment
from assessments.services.links import SECRET_ALPHABET, new_secret
from revops_advisor.logs import JsonFormatter
from tests.factories import answer_in, link_in, start_in
from tests.trust.servers import Visitor, environment, own_database, running
from tests.trust.world import alike, everything_in, stored

pytestmark = pytest.mark.usefixtures("method")

TRIES = 200


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the loggers write, through the formatter of the settings."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonFormatter())
    loggers = [logging.getLogger(), logging.getLogger("django")]
    for logger in loggers:
        logger.addHandler(handler)
    yield stream
    for logger in loggers:
        logger.removeHandler(handler)


def variants(secret: str) -> set[str]:
    """The secret as it may be written."""
    plain = secret.replace("-", "")
    return {secret, plain, secret.upper(), plain.upper()}


def hits(text: str, secrets: list[str]) -> list[str]:
    return [secret for secret in secrets for each in variants(secret) if each in text]


def test_secret_has_at_least_128_bits() -> None:
    signs = new_secret().replace("-", "")

    assert (len(SECRET_ALPHABET) ** len(signs)).bit_length() - 1 >= 128
    assert len({new_secret() for _ in range(1000)}) == 1000


def test_secret_is_stored_hashed_only() -> None:
    browser = Client()
    secret = link_in(browser, start_in(browser))
    browser.get(f"/en/resume/{secret}/")
    with connection.cursor() as cursor:
        rows = []
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            rows += cursor.fetchall()

    expected = hashlib.sha256(secret.replace("-", "").encode()).hexdigest()
    assert hits(str(rows), [secret]) == []
    assert AccessLink.objects.get(kind="resume").secret_hash == expected


def test_opening_a_link_changes_nothing_but_the_cookie() -> None:
    owner = Client()
    ref = start_in(owner)
    secret = link_in(owner, ref)
    before = stored()
    browser = Client()

    response = browser.get(f"/en/resume/{secret}/")

    assert stored() == before
    assert response.headers["Location"] == f"/en/a/{ref}/"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert set(response.cookies) == {f"a-{ref}", "language"}
    assert hits(everything_in(response), [secret]) == []


def test_secret_is_on_no_later_page() -> None:
    browser = Client()
    ref = start_in(browser)
    secret = link_in(browser, ref)
    pages = [browser.get(f"/en/a/{ref}/{page}") for page in ("", "check/", "company/", "name/", "delete/")]
    opened = alike(browser).get(f"/en/resume/{secret}/", follow=True)

    assert hits("".join(everything_in(page) for page in [*pages, opened]), [secret]) == []


def test_new_secret_is_shown_on_its_page_to_the_browser_that_made_it_only() -> None:
    browser, holder = Client(), Client()
    ref = start_in(browser)
    holder.get(f"/en/resume/{link_in(browser, ref)}/")
    made = browser.post(f"/en/a/{ref}/save/")
    page = browser.get(made.headers["Location"])
    secret = page.content.decode().split("/en/resume/", 1)[1].split("/", 1)[0]

    cookie = made.cookies[f"n-resume-{ref}"]
    assert (cookie["max-age"], cookie["httponly"], cookie["samesite"]) == (600, True, "Lax")
    assert hits(everything_in(made) + str(browser.cookies), [secret]) == []
    assert hits(holder.get(f"/en/a/{ref}/save/").content.decode(), [secret]) == []
    assert hits(browser.get(f"/pl/a/{ref}/save/").content.decode(), [secret]) == [secret]
    assert page.headers["Cache-Control"] == "no-store"


@pytest.mark.urls("tests.trust.faulty_urls")
def test_secrets_never_reach_the_log(log: io.StringIO) -> None:
    owner, browser = Client(), Client(raise_request_exception=False)
    right = link_in(owner, start_in(owner))
    secrets = [right, *(new_secret() for _ in range(TRIES))]
    statuses = []
    for number, secret in enumerate(secrets):
        address = f"/{('en', 'pl')[number % 2]}/resume/{secret}"
        method, end = (("get", "/"), ("post", "/"), ("get", "/fault/"), ("get", "/?x=1"), ("get", ""), ("get", "/x/"))[
            number % 6
        ]
        statuses.append(getattr(browser, method)(address + end).status_code)
        browser.post("/en/resume/", {"link": f"https://advisor.example.com{address}/"})

    lines = log.getvalue().splitlines()
    assert {302, 301, 404, 405, 429, 500} >= set(statuses) >= {302, 404, 405, 500}
    assert len(lines) > TRIES
    assert hits(log.getvalue(), secrets) == []
    assert [line for line in lines if "resume" in line and "***" not in line and '/resume/"' not in line] == []


def test_secrets_never_reach_the_log_of_a_server(tmp_path: Path) -> None:
    secrets = [new_secret() for _ in range(50)]
    with own_database(tmp_path) as database, running(environment(database), tmp_path / "log") as server:
        visitor = Visitor(server)
        ref = visitor.start()
        visitor.post(f"/en/a/{ref}/save/", {})
        page = visitor.get(f"/en/a/{ref}/save/").body
        secrets.append(page.split("/en/resume/", 1)[1].split("/", 1)[0])
        for secret in secrets:
            for address in (f"/en/resume/{secret}/", f"/pl/resume/{secret}", f"/en/resume/{secret}/?a=b"):
                visitor.get(address)
            visitor.post(f"/en/resume/{secret}/", {})
    written = server.log.read_text()

    assert len([line for line in written.splitlines() if "/resume/***" in line]) > 100
    assert hits(written, secrets) == []


def test_masks_and_routes_come_from_one_list() -> None:
    masked = JsonFormatter().format(
        logging.makeLogRecord({"msg": "GET /en/resume/abcd-efgh/?x=1 and '/pl/resume/x y'"})
    )

    assert json.loads(masked)["message"] == "GET /en/resume/***/?x=1 and '/pl/resume/*** y'"


@pytest.mark.parametrize("language", ["en", "pl"])
def test_unknown_link_is_not_found(language: str) -> None:
    assert Client().get(f"/{language}/resume/{new_secret()}/").status_code == 404


def test_many_unknown_links_are_too_many_but_a_right_one_still_works(settings) -> None:
    settings.FAILED_LINKS_PER_MINUTE = 5
    owner = Client()
    secret = link_in(owner, start_in(owner))
    browser = Client()

    statuses = [browser.get(f"/en/resume/{new_secret()}/").status_code for _ in range(7)]
    last = browser.get(f"/en/resume/{new_secret()}/")

    assert statuses == [404] * 5 + [429] * 2
    assert (last.status_code, last.headers["Retry-After"]) == (429, "60")
    assert browser.get(f"/en/resume/{secret}/").status_code == 302
    assert browser.post("/en/resume/", {"link": new_secret()}).status_code == 429
    assert browser.post("/en/resume/", {"link": secret}).status_code == 302


def test_wrong_links_of_one_address_do_not_count_for_another(settings) -> None:
    settings.FAILED_LINKS_PER_MINUTE = 1
    for _ in range(3):
        Client(REMOTE_ADDR="192.0.2.1").get(f"/en/resume/{new_secret()}/")

    assert Client(REMOTE_ADDR="192.0.2.2").get(f"/en/resume/{new_secret()}/").status_code == 404


def test_counter_of_wrong_links_is_shared_by_all_workers_and_names_no_address() -> None:
    Client(REMOTE_ADDR="192.0.2.77").get(f"/en/resume/{new_secret()}/")
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM shared_cache")
        keys = [row[0] for row in cursor.fetchall()]

    assert "DatabaseCache" in product_settings.CACHES["default"]["BACKEND"]
    assert len(keys) == 1
    assert re.search("192.0.2.77", keys[0]) is None
    cache.clear()


def test_revoked_link_is_gone_and_its_access_ends_at_the_next_request() -> None:
    owner, holder = Client(), Client()
    ref = start_in(owner)
    secret = link_in(owner, ref)
    holder.get(f"/en/resume/{secret}/")
    assert holder.get(f"/en/a/{ref}/company/").status_code == 200

    owner.post(f"/en/a/{ref}/save/", {"do": "revoke"})
    before = stored()

    assert holder.get(f"/en/resume/{secret}/").status_code == 410
    assert holder.get(f"/en/a/{ref}/company/").status_code == 404
    assert answer_in(holder, ref, "S1", "1").status_code == 404
    assert holder.post(f"/en/a/{ref}/delete/").status_code == 404
    assert ref not in holder.get("/en/mine/").content.decode()
    assert stored() == before
    assert owner.get(f"/en/a/{ref}/company/").status_code == 200


def test_holder_who_revokes_keeps_access_and_ends_all_others() -> None:
    owner, holder, other = Client(), Client(), Client()
    ref = start_in(owner)
    for browser in (holder, other):
        browser.get(f"/en/resume/{link_in(owner, ref)}/")

    holder.post(f"/en/a/{ref}/save/", {"do": "revoke"})

    statuses = [browser.get(f"/en/a/{ref}/company/").status_code for browser in (owner, holder, other)]
    assert statuses == [200, 200, 404]


def test_deleted_assessment_leaves_no_way_in() -> None:
    owner, holder = Client(), Client()
    ref = start_in(owner)
    secret = link_in(owner, ref)
    holder.get(f"/en/resume/{secret}/")
    kept = alike(owner)

    owner.post(f"/en/a/{ref}/delete/")

    assert Assessment.objects.count() == AccessLink.objects.count() == 0
    assert [browser.get(f"/en/a/{ref}/").status_code for browser in (kept, holder)] == [404, 404]
    assert holder.get(f"/en/resume/{secret}/").status_code == 404
