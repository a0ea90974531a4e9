"""No redirect, link or form leads to another host, whatever is asked for."""

import re
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client

from tests import FULL
from tests.factories import link_in, start_in
from tests.trust.addresses import TABLE
from tests.trust.world import STATES, alike, tried, world

pytestmark = pytest.mark.usefixtures("method")

EVIL = "evil.example"
PAYLOADS = (
    f"//{EVIL}",
    f"///{EVIL}",
    f"////{EVIL}/en/",
    f"/\\{EVIL}",
    f"\\/{EVIL}",
    f"\\\\{EVIL}",
    f"/\\/{EVIL}",
    f"https://{EVIL}",
    f"http://{EVIL}/en/a/x/q/y/",
    f"https:{EVIL}",
    f"https:/{EVIL}",
    f"https:///{EVIL}",
    f"https:\\\\{EVIL}",
    f"HTTPS://{EVIL}",
    f"//{EVIL}/%2f..",
    f"//{EVIL}@testserver/",
    f"//testserver@{EVIL}/",
    f"https://testserver.{EVIL}/",
    f"https://testserver%2e{EVIL}/",
    f"/%09/{EVIL}",
    f"/\t/{EVIL}",
    f"\t//{EVIL}",
    f" //{EVIL}",
    f"\r\nLocation: https://{EVIL}",
    f"%0d%0aLocation:%20https://{EVIL}",
    f"/en/\r\nLocation: https://{EVIL}",
    f"javascript:location='https://{EVIL}'",
    "javascript:alert(1)",
    "data:text/html,<script>location='//evil.example'</script>",
    f"//%65vil.example/{EVIL}",
    f"/en//{EVIL}",
    f"?next=//{EVIL}",
    f".{EVIL}",
    f"@{EVIL}",
    f"//[::ffff:1]:80/{EVIL}",
    f"//{EVIL}\\@testserver",
)
ADDRESS = re.compile(r"""\s(?:href|action|formaction|src)=["']([^"']*)["']""")


# A message that is addressed to nobody leads nowhere: the share page offers one with the new link.
OURS = re.compile(r"(?:http://testserver)?/(?![/\\])[^\s\\]*|[#?]\S*|mailto:\?subject=[\w%.~-]*&amp;body=[\w%.~-]*|")


def leaves(address: str) -> bool:
    """Whether a browser that follows the address might end up elsewhere: it is not plainly one of ours."""
    return OURS.fullmatch(address) is None


def outward(response: Any) -> list[str]:
    """Addresses in a response that leave the host."""
    found = [response.headers["Location"]] if "Location" in response.headers else []
    if response.headers.get("Content-Type", "").startswith("text/html"):
        found += ADDRESS.findall(response.content.decode())
    return [address for address in found if leaves(address)]


@pytest.mark.parametrize("payload", [each for each in PAYLOADS if each[0] not in "?/" or each[1] in "/\\\t"])
def test_address_of_another_host_is_noticed(payload: str) -> None:
    assert leaves(payload)


@pytest.mark.parametrize(
    "address", ["/", "/en/", "/en/?next=//evil.example", "#main", "", "?from=check", "http://testserver/en/"]
)
def test_address_of_ours_is_let_pass(address: str) -> None:
    assert not leaves(address)


# Every address of the table is asked: all payloads in the long run, every fourth one otherwise.
TRIED = PAYLOADS if FULL else PAYLOADS[::4]
NAMES = ("next", "from", "path", "then", "url", "return_to")


@pytest.mark.parametrize("state", STATES)
def test_no_parameter_leads_to_another_host(state: str) -> None:
    all_there = world()
    owner = all_there.browsers["owner"]
    found, asked, redirects = [], 0, 0
    for row in TABLE:
        url = all_there.url(row, state, "pl")
        posts = (row.draft if state == "draft" else row.completed)[1] != 405
        for payload in TRIED if row.is_private or state == "draft" else ():
            address = f"{url}?{urlencode(dict.fromkeys(NAMES, payload))}"
            fields = all_there.fields(row) | {"next": payload, "path": payload}
            response = tried(owner, "POST", address, fields) if posts else tried(owner, "GET", address)
            asked, redirects = asked + 1, redirects + ("Location" in response.headers)
            found += [f"{row}: {payload!r}: {each}" for each in outward(response)]
    print(f"{asked} requests, {redirects} redirects")
    assert found == []
    assert redirects > 3 * len(TRIED)


@pytest.mark.parametrize("path", ["q/own-audience/", "company/", "check/", "save/", "name/", "again/", "result/"])
def test_no_parameter_of_a_page_leads_to_another_host(path: str) -> None:
    browser = Client()
    ref = start_in(browser)
    found = []
    for payload in PAYLOADS:
        found += outward(browser.get(f"/en/a/{ref}/{path}?{urlencode(dict.fromkeys(NAMES, payload))}"))
    assert found == []


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_path_leads_to_another_host(payload: str) -> None:
    paths = [f"/{payload}", payload, f"{payload}/", f"/en/{payload}", f"/{payload}/en", f"/en/a/{payload}"]
    responses = [alike(Client()).get("/", PATH_INFO=path.replace("\r", "").replace("\n", "")) for path in paths]

    assert [outward(response) for response in responses] == [[]] * len(paths)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_page_with_what_was_typed_posts_to_us_only(payload: str) -> None:
    browser = Client()
    secret = link_in(browser, start_in(browser))
    fields = {"path": payload, "typed-s1": "1", "typed-s1-note": "typed"}

    for link in (secret, "wrong", ""):
        assert outward(alike(browser).post("/en/resume/", fields | {"link": link})) == []


def test_language_switch_stays_on_this_host() -> None:
    browser = Client()
    ref = start_in(browser)
    for payload in PAYLOADS:
        for response in (
            browser.get(f"/en/a/{ref}/company/?{urlencode({'next': payload})}"),
            browser.post(f"/en/a/{ref}/company/?{urlencode({'next': payload})}", {"stage": "none", "version": "1"}),
        ):
            assert outward(response) == []


@pytest.mark.parametrize("host", [EVIL, f"testserver.{EVIL}", f"testserver@{EVIL}", f"testserver:80@{EVIL}", "a b", ""])
def test_host_header_of_another_host_is_refused(host: str) -> None:
    response = alike(Client()).get("/", headers={"host": host})

    assert response.status_code == 400
    assert outward(response) == []


def test_forwarded_host_is_not_believed() -> None:
    browser = Client()
    ref = start_in(browser)

    page = browser.post(f"/en/a/{ref}/save/", headers={"x-forwarded-host": EVIL}, follow=True).content.decode()

    assert EVIL not in page
    assert "http://testserver/en/resume/" in page
