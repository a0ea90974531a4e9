"""Every address of the product with what it answers. A pattern that is missing here fails a test."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern

from assessments.content.loader import shipped_method
from tests.factories import COMPANY, TEAM, answer_fields

LANGUAGE = "<language>/"
Statuses = tuple[int, int]  # for GET (and HEAD) and for POST with good fields


@dataclass(frozen=True)
class Row:
    """What an address answers to whoever may open it; a private one answers 404 to everybody else.

    `url` holds the names of a World: {ref}, {right}, {unknown}, {revoked}, and of share links {shared}, {unshared}.
    """

    route: str
    url: str
    draft: Statuses
    completed: Statuses
    fields: Mapping[str, str] = field(default_factory=dict)
    layout: str = "single"

    @property
    def is_private(self) -> bool:
        return "<slug:ref>" in self.route

    def __str__(self) -> str:
        return f"{self.url} ({self.layout})"


def public(route: str, get: int, post: int, url: str | None = None, **more: Any) -> Row:
    return Row(route, route if url is None else url, (get, post), (get, post), **more)


def page(route: str, get: int, post: int, **more: Any) -> Row:
    """A public page below its language."""
    url = "{language}/" + more.pop("url", route)
    return public(LANGUAGE + route, get, post, url=url, **more)


def private(route: str, draft: Statuses, completed: Statuses, *, url: str | None = None, **more: Any) -> Row:
    """A page of one assessment."""
    return Row(
        f"{LANGUAGE}a/<slug:ref>/{route}",
        "{language}/a/{ref}/" + (route if url is None else url),
        draft,
        completed,
        **more,
    )


def card(route: str, draft: Statuses, completed: Statuses, *, url: str | None = None, **more: Any) -> Row:
    """A page of one scorecard: its files are settled in the state of a draft, its KPIs computed when completed."""
    address = "{language}/scorecard/{ref}/" + (route if url is None else url)
    return Row(f"{LANGUAGE}scorecard/<slug:ref>/{route}", address, draft, completed, layout=CARD, **more)


CARD = "card"
SECTION = shipped_method().sections[0]
QUESTION = shipped_method().question("S1").slug
ANOTHER = answer_fields("S1", "0", note="another", version=1)
SHARING = {"shows_answers": "yes", "expires": "90", "label": "Another"}
REPORT = {"format": "md", "language": "en", "answers": "on", "notes": "on", "method": "on"}
DECISION = {"outcome": "none", "reason": "Another", "name": "Another"}
WHOLE_SECTION = {
    name: value for code in SECTION.questions for name, value in answer_fields(code, "0", version=1).items()
}

TABLE: tuple[Row, ...] = (
    public("", 302, 405),
    public("livez", 200, 405),
    public("readyz", 200, 405),
    public("robots.txt", 200, 405),
    page("", 200, 405),
    page("method/", 200, 405),
    page("help/", 200, 405),
    page("privacy/", 200, 405),
    page("accessibility/", 200, 405),
    page("example/", 200, 405),
    page("example/what-if/", 200, 405),
    page("example/case-against/", 200, 405),
    page("metrics/", 200, 405),
    page("metrics/<slug:slug>/", 200, 405, url="metrics/close-rate/"),
    page("metrics/<slug:slug>/", 404, 405, url="metrics/nothing/"),
    page("metrics/catalogue.<str:kind>", 200, 405, url="metrics/catalogue.json"),
    page("metrics/catalogue.<str:kind>", 200, 405, url="metrics/catalogue.csv"),
    page("metrics/catalogue.<str:kind>", 404, 405, url="metrics/catalogue.exe"),
    page("scorecard/", 200, 200),
    page("scorecard/", 200, 302, fields={"do": "sample"}),
    page("scorecard/template.csv", 200, 405),
    card("map/<slug:kind>/", (200, 200), (200, 200), url="map/deals/"),
    card("map/<slug:kind>/", (404, 404), (404, 404), url="map/leads/"),
    card("check/", (200, 200), (200, 200)),
    card("check/", (200, 302), (200, 302), fields={"as_of": "2026-10-31"}),
    card("problems/<slug:kind>.csv", (200, 405), (200, 405), url="problems/deals.csv"),
    card("problems/<slug:kind>.csv", (404, 405), (404, 405), url="problems/leads.csv"),
    card("", (302, 405), (200, 405)),
    card("scorecard.csv", (302, 405), (200, 405)),
    card("delete/", (200, 302), (200, 302)),
    page("start/", 200, 302, fields={"for_whom": "own"}),
    page("mine/", 200, 405),
    page("compare/", 200, 405),
    page("compare/", 200, 405, url="compare/?a={ref}&b={right}"),
    page("resume/", 200, 302, fields={"link": "{right}"}),
    page("resume/", 200, 200, fields={"link": "{unknown}"}),
    page("resume/", 200, 200, fields={"link": "{revoked}"}),
    page("resume/<str:secret>/", 302, 405, url="resume/{right}/"),
    page("resume/<str:secret>/", 404, 405, url="resume/{unknown}/"),
    page("resume/<str:secret>/", 410, 405, url="resume/{revoked}/"),
    page("resume/<str:secret>/", 404, 405, url="resume/{shared}/"),
    page("r/<str:secret>/", 302, 405, url="r/{shared}/"),
    page("r/<str:secret>/", 404, 405, url="r/{unknown}/"),
    page("r/<str:secret>/", 404, 405, url="r/{right}/"),
    page("r/<str:secret>/", 410, 405, url="r/{unshared}/"),
    Row(f"{LANGUAGE}shared/<slug:ref>/", "{language}/shared/{ref}/", (404, 405), (200, 405)),
    Row(
        f"{LANGUAGE}shared/<slug:ref>/report/", "{language}/shared/{ref}/report/", (404, 404), (200, 200), fields=REPORT
    ),
    private("", (302, 405), (302, 405)),
    private("company/", (200, 302), (302, 409), fields=COMPANY | {"company-name": "Another", "version": "1"}),
    private("team/", (200, 302), (302, 409), fields=TEAM | {"reps": "9", "version": "1"}),
    private("q/<slug:slug>/", (200, 302), (302, 409), url=f"q/{QUESTION}/", fields=ANOTHER),
    private("q/<slug:slug>/", (302, 302), (302, 302), url=f"q/{QUESTION}/", fields=ANOTHER, layout="section"),
    private("q/<slug:slug>/", (404, 404), (404, 404), url="q/nothing/", fields=ANOTHER),
    private(
        "section/<slug:slug>/",
        (200, 302),
        (302, 409),
        url=f"section/{SECTION.slug}/",
        fields=WHOLE_SECTION,
        layout="section",
    ),
    private("section/<slug:slug>/", (404, 404), (404, 404), url=f"section/{SECTION.slug}/", fields=WHOLE_SECTION),
    private("check/", (200, 302), (302, 302)),
    private("save/", (200, 302), (200, 302)),
    private("save/", (200, 302), (200, 302), fields={"do": "revoke"}),
    private("name/", (200, 302), (200, 302), fields={"name": "Another"}),
    private("delete/", (200, 302), (200, 302)),
    private("again/", (302, 302), (200, 302)),
    private("result/", (302, 405), (200, 405)),
    private("report/", (302, 302), (200, 200), fields=REPORT),
    private("report/", (302, 302), (200, 200), fields=REPORT | {"client_name": "Another"}, layout="section"),
    private("share/", (302, 302), (200, 302), fields=SHARING),
    private("share/", (302, 302), (200, 302), fields={"do": "revoke", "link": "0"}),
    private("share/", (302, 302), (200, 404), fields={"do": "revoke", "link": "x"}),
    private("what-if/", (302, 405), (200, 405)),
    private("what-if/", (302, 405), (302, 405), url="what-if/?s1=0"),
    private("what-if/", (302, 405), (200, 405), url="what-if/?s=%40"),
    private("case-against/", (302, 405), (200, 405)),
    private("history/", (200, 405), (200, 405)),
    private("recomputed/", (302, 405), (200, 405)),
    private("crm/", (200, 404), (200, 404)),
    private("crm/", (200, 302), (200, 302), fields={"do": "delete"}),
    private("override/", (404, 404), (404, 404), fields=DECISION),
    private("override/", (302, 302), (200, 409), fields=DECISION, layout="section"),
)


def patterns(resolver: URLResolver | None = None, before: str = "") -> Iterator[tuple[str, Callable[..., Any]]]:
    """(route, view) of every address, with the language as <language>."""
    for each in (resolver or get_resolver()).url_patterns:
        own = LANGUAGE if isinstance(each.pattern, LocalePrefixPattern) else str(each.pattern)
        if isinstance(each, URLPattern):
            yield before + own, each.callback
        else:
            yield from patterns(each, before + own)


def unlisted(resolver: URLResolver | None = None) -> set[str]:
    """Routes without a row."""
    return {route for route, _ in patterns(resolver)} - {row.route for row in TABLE}


def forgotten(resolver: URLResolver | None = None) -> set[str]:
    """Rows without a route."""
    return {row.route for row in TABLE} - {route for route, _ in patterns(resolver)}
