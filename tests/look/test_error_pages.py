"""What a page says when something goes wrong. No test here may touch the database: pytest-django forbids it."""

from collections.abc import Iterator

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from revops_advisor.errors import TEXTS, error_page, server_error
from revops_advisor.logs import request_id
from tests.look.html import parse

pytestmark = pytest.mark.urls("tests.look.urls")

BACK = {400: "/en/", 403: "/en/", 404: "/en/start/", 405: "/en/", 410: "/en/"}


@pytest.fixture
def reference() -> Iterator[str]:
    token = request_id.set("0123456789abcdef")
    yield "0123456789abcdef"
    request_id.reset(token)


def content(response: HttpResponse) -> str:
    return response.content.decode()


def got(path: str = "/en/a/x/q/admin/?a=1", **extra: str) -> HttpRequest:
    return RequestFactory().get(path, headers=extra)


@pytest.mark.parametrize("status", sorted(TEXTS))
def test_page_says_what_happened_what_is_safe_and_what_to_do(status: int) -> None:
    response = error_page(got(), status)
    page = parse(content(response))
    text = TEXTS[status]

    assert response.status_code == status
    assert page.one("h1").text == str(text.heading)
    assert page.one("title").text == f"{text.heading} – RevOps Advisor"
    assert page.one("p", class_="lead").text == str(text.happened)
    assert str(text.answers) in page.one("main").text
    assert str(text.todo) in page.one("main").text
    assert page.one("main").all("a")[0].attrs["href"] == BACK.get(status, "/en/a/x/q/admin/?a=1")


def test_page_is_in_the_language_of_the_address() -> None:
    assert parse(content(error_page(got("/pl/x/"), 404))).one("html").attrs["lang"] == "pl"


def test_page_without_a_language_uses_the_browsers() -> None:
    page = parse(content(error_page(got("/x/", **{"accept-language": "pl"}), 500)))

    assert page.one("html").attrs["lang"] == "pl"
    assert len(page.all("section")) == 1


@pytest.mark.parametrize("path", ["/de/start/", "/start/", "/"])
def test_unknown_language_is_answered_in_both(path: str) -> None:
    page = parse(content(error_page(got(path, **{"accept-language": "pl"}), 404)))
    first, second = page.all("section")

    assert page.one("html").attrs["lang"] == "pl"
    assert (first.attrs.get("lang"), second.attrs["lang"]) == (None, "en")
    assert (first.all("a")[0].attrs["href"], second.all("a")[0].attrs["href"]) == ("/pl/start/", "/en/start/")
    assert len(page.all("h1")) == 1


def test_missing_page_takes_a_personal_link() -> None:
    page = parse(content(error_page(got("/en/nowhere/"), 404)))
    form = page.one("form")
    field = form.one("input", name="link")

    assert (form.attrs["method"], form.attrs["action"]) == ("post", "/en/resume-form/")
    assert form.one("label").attrs["for"] == field.attrs["id"]
    assert form.one("input", name="csrfmiddlewaretoken").attrs["value"]


@pytest.mark.parametrize("status", sorted(set(TEXTS) - {404}))
def test_other_pages_hold_no_form(status: int) -> None:
    assert parse(content(error_page(got(), status))).all("form") == []


@pytest.mark.parametrize(("status", "seconds"), [(429, "60"), (503, "30")])
def test_page_says_when_to_come_back(status: int, seconds: str) -> None:
    assert error_page(got(), status).headers["Retry-After"] == seconds


def test_caller_adds_headers_and_replaces_usual_ones() -> None:
    response = error_page(got(), 429, headers={"Retry-After": "5", "X-Other": "1"})

    assert (response.headers["Retry-After"], response.headers["X-Other"]) == ("5", "1")
    assert error_page(got(), 405, headers={"Allow": "POST"}).headers["Allow"] == "POST"


@pytest.mark.parametrize("status", [500, 503])
def test_our_own_faults_have_a_reference(status: int, reference: str) -> None:
    assert parse(content(error_page(got(), status))).one("code").text == reference


def test_other_pages_have_no_reference(reference: str) -> None:
    assert reference not in content(error_page(got(), 404))


@pytest.mark.parametrize("status", [400, 403, 404, 500])
def test_django_answers_with_our_pages(client: Client, status: int) -> None:
    client.raise_request_exception = False
    response = client.get(f"/en/fault/{status}/")

    assert response.status_code == status
    assert parse(content(response)).one("h1").text == str(TEXTS[status].heading)


def test_reference_on_the_page_is_the_one_in_the_header(client: Client) -> None:
    client.raise_request_exception = False
    response = client.get("/en/fault/500/")

    assert parse(content(response)).one("code").text == response.headers["X-Request-ID"]


def test_address_that_leads_nowhere_is_404(client: Client) -> None:
    assert client.get("/en/nowhere/").status_code == client.get("/de/start/").status_code == 404


@pytest.mark.urls("tests.look")  # holds no addresses: every link of the template fails
def test_fault_in_the_error_page_itself_leaves_plain_words(reference: str, caplog: pytest.LogCaptureFixture) -> None:
    response = server_error(got())
    page = parse(content(response))

    assert response.status_code == 500
    assert page.one("h1").text == str(TEXTS[500].heading)
    assert [each.text for each in page.all("p")][1] == str(TEXTS[500].answers)
    assert reference in page.all("p")[-1].text
    assert [record.exc_info is not None for record in caplog.records] == [True]
