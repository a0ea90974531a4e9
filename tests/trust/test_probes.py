"""Probes tell the truth, and a visitor is told what is saved while the database is away."""

import json
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.signing import Signer
from django.test import Client
from django.utils import translation

from revops_advisor.errors import TEXTS
from tests.databases import sqlite_url
from tests.trust.servers import SECRET_KEY, Server, Visitor, environment, free_port, get, own_database, running

VERSION = re.compile(r"\d+\.\d+")
REF = "abcdefghjk"
AWAY = "postgres://nobody:nothing@127.0.0.1:{port}/nowhere"


@pytest.fixture(scope="module")
def without_database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose database answers at no port."""
    log = tmp_path_factory.mktemp("away") / "log"
    with running(environment(AWAY.format(port=free_port())), log) as server:
        yield server


def visitor_with_access(server: Server) -> Visitor:
    """A browser that holds the cookie of an assessment and a form token."""
    visitor = Visitor(server)
    visitor.get("/en/start/")
    visitor.cookies[f"a-{REF}"] = Signer(key=SECRET_KEY, salt=f"assessments.access.{REF}").sign("1")
    return visitor


def test_process_lives_without_its_database(without_database: Server) -> None:
    answer = get(without_database.port, "/livez")

    assert (answer.status, answer.body) == (200, "ok")


def test_readiness_is_denied_within_two_seconds_without_a_database(without_database: Server) -> None:
    began = time.monotonic()
    answer = get(without_database.port, "/readyz")
    took = time.monotonic() - began

    assert answer.status == 503
    assert json.loads(answer.body)["ready"] is False
    assert json.loads(answer.body)["checks"] == {"database": False, "migrations": False, "disk": True}
    assert took < 2


def test_readiness_is_denied_before_the_tables_are_made(tmp_path: Path) -> None:
    with running(environment(sqlite_url(tmp_path)), tmp_path / "log") as server:
        answer = get(server.port, "/readyz")

    assert (answer.status, json.loads(answer.body)["checks"]["migrations"]) == (503, False)


@pytest.mark.django_db
def test_readiness_is_granted_with_everything_in_place() -> None:
    response = Client().get("/readyz")

    assert response.status_code == 200
    assert response.json() == {"ready": True, "checks": {"database": True, "migrations": True, "disk": True}}


@pytest.mark.django_db
def test_readiness_is_denied_on_a_full_disk(settings) -> None:
    settings.READY_MIN_FREE_MB = 10**12

    response = Client().get("/readyz")

    assert (response.status_code, response.json()["checks"]["disk"]) == (503, False)


def test_probes_show_no_versions(without_database: Server) -> None:
    shown = [get(without_database.port, path) for path in ("/livez", "/readyz")]

    assert [each.body for each in shown if VERSION.search(each.body)] == []
    assert [each.headers.get("Server", "") for each in shown if VERSION.search(each.headers.get("Server", ""))] == []


@pytest.mark.parametrize("language", ["en", "pl"])
def test_answer_sent_while_the_database_is_away_is_said_not_to_be_saved(
    without_database: Server, language: str
) -> None:
    visitor = visitor_with_access(without_database)

    answer = visitor.post(f"/{language}/a/{REF}/q/own-audience/", {"s1": "1", "s1-version": "0"})

    assert (answer.status, answer.headers["Retry-After"]) == (503, "30")
    with translation.override(language):
        assert str(TEXTS[503].happened) in without_ties(answer.body)


@pytest.mark.parametrize("path", ["/en/a/{ref}/check/", "/pl/mine/", "/en/resume/some-secret/", "/en/method/"])
def test_page_that_needs_the_database_says_when_to_come_back(without_database: Server, path: str) -> None:
    answer = visitor_with_access(without_database).get(path.format(ref=REF))

    assert (answer.status, answer.headers["Retry-After"]) == (503, "30")


@pytest.mark.parametrize(
    "path", ["/en/", "/pl/help/", "/en/privacy/", "/pl/accessibility/", "/en/start/", "/robots.txt"]
)
def test_page_that_needs_no_database_opens_without_one(without_database: Server, path: str) -> None:
    assert get(without_database.port, path).status == 200


def without_ties(text: str) -> str:
    return text.replace("\u00a0", " ").replace("&nbsp;", " ")


CHARSETS = ("hex", "rot13", "undefined", "zlib", "punycode", "utf-16", "bogus", "utf-7", "x" * 2000)


@pytest.mark.parametrize("charset", CHARSETS)
@pytest.mark.parametrize("parameter", ["; charset={}", ';CHARSET = "{}"', "; a=b; charset*=utf-8''{}; boundary=b"])
def test_declared_charset_is_not_looked_at(without_database: Server, charset: str, parameter: str) -> None:
    visitor = Visitor(without_database)
    visitor.get("/en/start/")
    fields = f"csrfmiddlewaretoken={visitor.token}&x=1"
    form = "application/x-www-form-urlencoded" + parameter.format(charset)

    shown = get(without_database.port, "/en/start/?a=1", Content_Type="text/plain" + parameter.format(charset))
    sent = visitor.request("POST", "/en/start/?a=1", fields, Content_Type=form)

    assert (shown.status, sent.status) == (200, 200)
    assert "Select who you are answering for" in without_ties(sent.body)


def test_every_request_has_an_id_of_its_own(without_database: Server) -> None:
    ids = [get(without_database.port, path).headers["X-Request-ID"] for path in ["/livez", "/en/", "/nowhere"] * 20]

    assert len(set(ids)) == 60
    assert [each for each in ids if not re.fullmatch("[0-9a-f]{16}", each)] == []


def test_log_line_and_page_carry_the_id_of_the_request(without_database: Server) -> None:
    answer = visitor_with_access(without_database).get(f"/en/a/{REF}/check/")

    own = answer.headers["X-Request-ID"]
    lines = [json.loads(line) for line in without_database.log.read_text().splitlines() if line.startswith("{")]
    assert f"<code>{own}</code>" in answer.body
    assert [line["message"].split(":")[0] for line in lines if line["request"] == own] == [
        "The database cannot be used",
        "Service Unavailable",
    ]


def test_ready_server_says_so_and_stays_ready(tmp_path: Path) -> None:
    with own_database(tmp_path) as database, running(environment(database), tmp_path / "log") as server:
        answers = [get(server.port, "/readyz") for _ in range(30)]

    assert {(each.status, json.loads(each.body)["ready"]) for each in answers} == {(200, True)}
