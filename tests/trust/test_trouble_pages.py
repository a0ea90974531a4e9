"""When something goes wrong, the page says so in the reader's language, and whether answers are safe."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.utils import translation

from assessments.services.links import new_secret
from revops_advisor.errors import TEXTS
from tests.factories import link_in, start_in
from tests.look.html import parse
from tests.trust.world import alike

pytestmark = [pytest.mark.usefixtures("method"), pytest.mark.urls("tests.trust.faulty_urls")]

LANGUAGES = ("en", "pl")


def forbidden(language: str) -> Any:
    browser = Client(enforce_csrf_checks=True)
    return browser.post(f"/{language}/start/", {"for_whom": "own"})


def missing(language: str) -> Any:
    return Client().get(f"/{language}/a/abcdefghjk/check/")


def wrong_method(language: str) -> Any:
    return Client().post(f"/{language}/mine/")


def revoked(language: str) -> Any:
    owner = Client()
    ref = start_in(owner)
    secret = link_in(owner, ref)
    owner.post(f"/en/a/{ref}/save/", {"do": "revoke"})
    return Client().get(f"/{language}/resume/{secret}/")


def too_much(language: str) -> Any:
    browser = Client()
    return browser.post(f"/{language}/a/{start_in(browser)}/name/", {"name": "x" * 1_500_000})


def too_many(language: str) -> Any:
    browser = Client()
    return [browser.get(f"/{language}/resume/{new_secret()}/") for _ in range(21)][-1]


def fault(language: str) -> Any:
    return Client(raise_request_exception=False).get(f"/{language}/fault/")


def unreadable(language: str) -> Any:
    return Client().get(f"/{language}/start/?x=%00")


TROUBLES: dict[int, Callable[[str], Any]] = {
    400: unreadable,
    403: forbidden,
    404: missing,
    405: wrong_method,
    410: revoked,
    413: too_much,
    429: too_many,
    500: fault,
}


def words(response: Any) -> str:
    return " ".join(parse(response.content.decode()).one("main").words.split())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("status", TROUBLES)
def test_page_says_what_happened_and_whether_answers_are_safe(status: int, language: str) -> None:
    response = TROUBLES[status](language)

    with translation.override(language):
        text = TEXTS[status]
        said = [" ".join(str(each).split()) for each in (text.heading, text.happened, text.answers, text.todo)]
    assert response.status_code == status
    assert [each for each in said if each not in words(response)] == []
    assert parse(response.content.decode()).one("html").attrs["lang"] == language
    assert "Traceback" not in response.content.decode()


@pytest.mark.parametrize("status", sorted(TEXTS))
def test_every_sentence_is_translated(status: int) -> None:
    said = {}
    for language in LANGUAGES:
        with translation.override(language):
            text = TEXTS[status]
            said[language] = [str(each) for each in (text.heading, text.happened, text.answers, text.todo)]

    assert [en for en, pl in zip(said["en"], said["pl"], strict=True) if en == pl] == []


@pytest.mark.parametrize("status", [429])
def test_page_says_when_to_come_back(status: int) -> None:
    assert TROUBLES[status]("en").headers["Retry-After"] == "60"


@pytest.mark.parametrize("path", ["/de/start/", "/xx/", "/fr/a/abcdefghjk/q/admin/", "/english/"])
def test_unknown_language_is_not_found_in_both_languages(path: str) -> None:
    response = Client().get(path)

    said = words(response)
    assert response.status_code == 404
    for language in LANGUAGES:
        with translation.override(language):
            assert str(TEXTS[404].heading) in said
            assert str(TEXTS[404].answers) in said


def test_fault_shows_the_reference_of_its_log_line() -> None:
    response = fault("en")

    assert parse(response.content.decode()).one("code").text == response.headers["X-Request-ID"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_database_that_goes_away_between_two_pages_answers_503(language: str) -> None:
    browser = Client()
    ref = start_in(browser)

    def refuse(*args: Any) -> None:
        raise OperationalError("connection refused")

    with connection.execute_wrapper(refuse):
        response = browser.post(f"/{language}/a/{ref}/q/own-audience/", {"s1": "1", "s1-version": "0"})

    with translation.override(language):
        assert " ".join(str(TEXTS[503].happened).split()) in words(response)
    assert (response.status_code, response.headers["Retry-After"]) == (503, "30")
    assert alike(browser).get(f"/{language}/a/{ref}/q/own-audience/").status_code == 200
