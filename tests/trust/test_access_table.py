"""Who may open what: one table of every address, every role, every method, in both states."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.urls import URLResolver, path
from django.urls.resolvers import RegexPattern

from revops_advisor.urls import urlpatterns
from tests.trust.addresses import CARD, TABLE, Row, forgotten, unlisted
from tests.trust.world import ROLES, WITH_ACCESS, requests, tried, world

METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE")


def expected(row: Row, state: str, role: str, method: str) -> int:
    if row.is_private and role not in (("owner",) if row.layout == CARD else WITH_ACCESS):
        return 404
    get, post = row.draft if state == "draft" else row.completed
    return {"GET": get, "HEAD": get, "POST": post}.get(method, 405)


def test_every_pattern_has_a_row() -> None:
    assert (unlisted(), forgotten()) == (set(), set())


def test_pattern_without_a_row_is_noticed() -> None:
    def extra(request: HttpRequest, ref: str) -> HttpResponse:
        return HttpResponse(ref)

    more = [*urlpatterns, path("extra/<slug:ref>/", extra)]
    fewer = [each for each in urlpatterns if getattr(each, "name", "") != "livez"]

    assert unlisted(URLResolver(RegexPattern("^/"), more)) == {"extra/<slug:ref>/"}
    assert forgotten(URLResolver(RegexPattern("^/"), fewer)) == {"livez"}


@pytest.mark.usefixtures("method")
@pytest.mark.parametrize("role", ROLES)
def test_every_address_answers_as_the_table_says(role: str) -> None:
    all_there = world()
    browser = all_there.browsers[role]
    asked, unexpected = 0, []
    for method, row, state, url in requests(all_there, METHODS, TABLE):
        status = tried(browser, method, url, all_there.fields(row) if method == "POST" else None).status_code
        asked += 1
        if status != (right := expected(row, state, role, method)):
            unexpected.append(f"{method} {row}, {state}: {status} instead of {right}")
    assert unexpected == []
    assert asked >= 5 * len(TABLE)
    print(f"{asked} requests as {role}")
