"""Pages prepared once show every visitor what a page made for them alone would show."""

import re
from itertools import product

import pytest
from django.test import Client, RequestFactory
from django.urls import resolve
from django.utils.translation import override

from assessments.content.loader import shipped_method
from assessments.models import DONT_KNOW, Answer, Assessment
from assessments.questionnaire import prepared
from assessments.questionnaire.prepared import VERSION_MARK, Marks, prepared_page
from tests.questionnaire.browsers import browser, published_method, started

TOKEN = re.compile(r'(name="csrfmiddlewaretoken" value=")\w{64}"')


def html(client: Client, address: str, **cookies: str) -> str:
    """The page with its token, which is another one each time, taken out; made without Client, which is slow."""
    request = RequestFactory().get(address)
    request.COOKIES.update({name: morsel.value for name, morsel in client.cookies.items()} | cookies)
    with override(address[1:3]):
        view = resolve(request.path_info)
        text = view.func(request, **view.kwargs).content.decode()
    assert len(TOKEN.findall(text)) == 1
    return TOKEN.sub(r'\1token"', text)


def live_html(client: Client, address: str) -> str:
    """The same page, made for this visitor alone: a browser with messages waiting never gets a prepared one."""
    return html(client, address, messages="none")


def store(assessment: Assessment, code: str, choice: int, version: int) -> None:
    row = {"choice": choice, "version": version, "saved_at": assessment.started_at}
    Answer.objects.update_or_create(assessment=assessment, code=code, defaults=row)


@pytest.mark.parametrize("code", [question.code for question in shipped_method().questions])
def test_prepared_page_equals_the_live_page(code: str) -> None:
    question = shipped_method().question(code)
    first, second = started(), started()
    one, other = browser(first), browser(second)

    for choice in (None, *range(len(question.options)), DONT_KNOW):
        if choice is not None:
            store(first, code, choice, version=1)
            store(second, code, choice, version=23)
        for language, query in product(("en", "pl"), ("", "?from=check")):
            address = f"q/{question.slug}/{query}"
            html(one, f"/{language}/a/{first.ref}/{address}")
            shown = html(other, f"/{language}/a/{second.ref}/{address}")
            assert shown == live_html(other, f"/{language}/a/{second.ref}/{address}")

    assert len(prepared._prepared) == 4 * (len(question.options) + 2)


def test_prepared_page_holds_nothing_of_another_visitor() -> None:
    first, second = started(), started()
    store(first, "S5", 3, version=7)
    store(second, "S5", 3, version=1)
    one, other = browser(first), browser(second)

    before = one.get(f"/en/a/{first.ref}/q/admin-load/").content.decode()
    after = other.get(f"/en/a/{second.ref}/q/admin-load/").content.decode()

    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', before)
    assert token is not None
    assert (first.ref in after, token[1] in after, str(VERSION_MARK) in before + after) == (False, False, False)
    assert ('value="7"' in after, 'value="1"' in after) == (False, True)


@pytest.mark.parametrize("query", ["?utm=secret", "?from=check&secret=1", "?from=secret"])
def test_address_of_one_visitor_is_not_shown_to_the_next(query: str) -> None:
    """The language switch repeats the address, so an unusual one must not be prepared for everybody."""
    first, second = started(), started()
    browser(first).get(f"/en/a/{first.ref}/q/admin-load/{query}")

    for ending in ("", "?from=check"):
        shown = browser(second).get(f"/en/a/{second.ref}/q/admin-load/{ending}").content.decode()
        assert "secret" not in shown


def test_prepared_page_can_be_sent() -> None:
    """Its token is valid for the browser it was filled in for."""
    first, second = started(), started()
    browser(first).get(f"/en/a/{first.ref}/q/admin-load/")
    client = browser(second, enforce_csrf_checks=True)
    address = f"/en/a/{second.ref}/q/admin-load/"

    shown = client.get(address).content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', shown)
    assert token is not None
    response = client.post(address, {"s5": "3", "s5-version": "0", "csrfmiddlewaretoken": token[1]})

    assert (response.status_code, second.answers.count()) == (302, 1)


def test_page_with_a_note_is_not_prepared() -> None:
    first, second = started(), started()
    for assessment in (first, second):
        store(assessment, "S5", 3, version=1)
    first.answers.update(note="for my eyes only")

    browser(first).get(f"/en/a/{first.ref}/q/admin-load/")

    assert "my eyes" not in browser(second).get(f"/en/a/{second.ref}/q/admin-load/").content.decode()
    assert len(prepared._prepared) == 1


def test_pages_of_another_method_are_prepared_anew() -> None:
    first = started()
    before = html(browser(first), f"/en/a/{first.ref}/q/own-audience/")
    published_method({"S2": 0})
    second = started()

    after = html(browser(second), f"/en/a/{second.ref}/q/own-audience/")

    assert ("Step 3 of 19" in before, "Step 3 of 18" in after) == (True, True)


def test_pages_are_made_once() -> None:
    made: list[int] = []

    def rendering(version: int) -> str:
        made.append(version)
        return f"<ref> token-of-one version {version}"

    pages = [
        prepared_page(("a test",), Marks("<ref>", "token-of-one", 5), rendering),
        prepared_page(("a test",), Marks("<other>", "token-of-other", 6), rendering),
    ]

    assert pages == ["<ref> token-of-one version 5", "<other> token-of-other version 6"]
    assert made == [VERSION_MARK]


def test_number_of_pages_kept_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prepared, "MOST_KEPT", 2)

    for number in range(5):
        prepared_page((number,), Marks("ref", "token", 1), str)

    assert len(prepared._prepared) <= 2
