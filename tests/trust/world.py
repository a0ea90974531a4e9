"""One founder's assessments in every state, and browsers of everybody who may or may not open them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from assessments.models import Assessment, User
from assessments.questionnaire.access import COOKIE_NAME_START
from assessments.services.links import new_secret
from assessments.services.overriding import OverrideGiven, set_override
from assessments.services.sharing import Sharing, make_share_link
from metrics.models import ScorecardFile
from metrics.scorecard.fields import Kind
from metrics.scorecard.pages.access import COOKIE_NAME_START as CARD_COOKIE
from metrics.scorecard.settling import Choices, settled_reading
from metrics.services.scorecards import save_reading, table_of
from tests.factories import CODES, answer_all, complete_in, link_in, start_in, started_in
from tests.trust.addresses import CARD, Row

CANARY = "CANARY-4f1d"
STATES = ("draft", "completed")
LAYOUTS = ("single", "section")
WITH_ACCESS = ("owner", "right link")
WITHOUT_ACCESS = (
    "nobody",
    "unknown link",
    "another's cookie",
    "unsigned cookie",
    "revoked link",
    "other founder",
    "staff",
    "superuser",
)
ROLES = (*WITH_ACCESS, *WITHOUT_ACCESS)


@dataclass(frozen=True)
class World:
    """References by state and layout, secrets by what they are, browsers by role."""

    refs: Mapping[tuple[str, str], str]
    secrets: Mapping[str, str]
    browsers: Mapping[str, Client]

    def url(self, row: Row, state: str, language: str = "en") -> str:
        return "/" + row.url.format(language=language, ref=self.refs[state, row.layout], **self.secrets)

    def fields(self, row: Row) -> dict[str, str]:
        return {name: value.format(**self.secrets) for name, value in row.fields.items()}


def world(make: Callable[[], Client] = Client) -> World:
    """Four answered assessments of one founder, each full of canaries; `make` gives a new browser."""
    owner = make()
    refs = {(state, layout): assessment(owner, state, layout) for state in STATES for layout in LAYOUTS}
    cards = {(state, CARD): scorecard(owner, state) for state in STATES}
    revoked = {ref: link_in(owner, ref) for ref in refs.values()}
    revoked_holder = holder(revoked.values(), make())
    for ref in refs.values():
        owner.post(f"/en/a/{ref}/save/", {"do": "revoke"})
    right = {ref: link_in(owner, ref) for ref in refs.values()}
    some = refs["draft", "single"]
    shared = {ref: share(ref) for ref in refs.values()}
    secrets = {
        "right": right[some],
        "revoked": revoked[some],
        "unknown": new_secret(),
        "shared": shared[some],
        "unshared": share(refs["completed", "single"], days=-1),
    }
    decide_otherwise(refs["completed", "section"])
    other = make()
    own = started_in(other)
    browsers = {
        "owner": reader(shared, owner),
        "right link": reader(shared, holder(right.values(), make())),
        "nobody": make(),
        "unknown link": holder([secrets["unknown"]], make()),
        "another's cookie": with_cookies(
            make(), (*refs.values(), *cards.values()), other.cookies[COOKIE_NAME_START + own].value
        ),
        "unsigned cookie": with_cookies(make(), (*refs.values(), *cards.values()), "1"),
        "revoked link": revoked_holder,
        "other founder": other,
        "staff": signed_in(make(), "staff@example.com", is_staff=True),
        "superuser": signed_in(make(), "super@example.com", is_staff=True, is_superuser=True),
    }
    return World(refs | cards, secrets, browsers)


def assessment(client: Client, state: str, layout: str) -> str:
    """An assessment with a canary in every text field."""
    ref = start_in(
        client, layout=layout, name=f"{CANARY} Ltd", **{"industry": "other", "industry-other": f"{CANARY} mining"}
    )
    answer_all(client, ref, notes=dict.fromkeys(CODES, f"{CANARY} note"))
    if state == "completed":
        complete_in(client, ref)
    return ref


def scorecard(client: Client, state: str) -> str:
    """A scorecard with a canary in every text; computed where it is completed."""
    deals = (
        f"id,status,stage,created,closed,amount,owner,{CANARY}\n"
        f"{CANARY}1,won,{CANARY} stage,2026-01-02,2026-02-03,100,{CANARY} owner,{CANARY}\n"
        f"{CANARY}2,lost,{CANARY} stage,2026-01-02,2026-02-03,100,{CANARY} owner,{CANARY}\n"
        f"{CANARY}3,{CANARY},{CANARY} stage,2026-01-02,2026-02-03,100,{CANARY} owner,{CANARY}\n"
    )
    upload = SimpleUploadedFile(f"{CANARY}.csv", deals.encode(), "text/csv")
    ref = client.post("/en/scorecard/", {"deals": upload}).headers["Location"].split("/")[3]
    for file in ScorecardFile.objects.filter(scorecard__ref=ref):
        save_reading(file, "utf-8", settled_reading(Kind.DEALS, table_of(file), Choices()))
    if state == "completed":
        client.post(f"/en/scorecard/{ref}/check/", {"as_of": "2026-10-31"})
    return ref


def decide_otherwise(ref: str) -> None:
    """A canary as another recommendation than the method's."""
    found = Assessment.objects.get(ref=ref)
    set_override(found, OverrideGiven("both", f"{CANARY} reason", f"{CANARY} name", 0), "link 1")


def share(ref: str, days: int = 90) -> str:
    """The secret of a share link that shows everything."""
    sharing = Sharing(label=CANARY, shows_answers=True, allows_downloads=True, days=days)
    return make_share_link(Assessment.objects.get(ref=ref), sharing, "link 1")


def reader(secrets: Mapping[str, str], client: Client) -> Client:
    """The browser, after it read what these share links show."""
    for ref, secret in secrets.items():
        client.get(f"/en/r/{secret}/")
        client.get(f"/en/shared/{ref}/")
    return client


def holder(secrets: Iterable[str], client: Client) -> Client:
    """The browser, after it opened these personal links."""
    for secret in secrets:
        client.get(f"/en/resume/{secret}/")
    return client


def with_cookies(client: Client, refs: Iterable[str], value: str) -> Client:
    """The browser with this value as its access to all references."""
    for ref in refs:
        client.cookies[COOKIE_NAME_START + ref] = value
        client.cookies[CARD_COOKIE + ref] = value
    return client


def signed_in(client: Client, email: str, **rights: bool) -> Client:
    client.force_login(User.objects.create_user(email, None, **rights))
    return client


def alike(browser: Client, **kwargs: Any) -> Client:
    """A browser with the same cookies; faults of ours answer 500 instead of raising."""
    client = Client(raise_request_exception=False, **kwargs)
    client.cookies = deepcopy(browser.cookies)
    client.defaults = dict(browser.defaults)
    return client


def tried(browser: Client, method: str, url: str, fields: Mapping[str, str] | None = None, **kwargs: Any) -> Any:
    """The response to a request that leaves nothing behind: what it stored is rolled back."""
    client = alike(browser, **kwargs)
    with transaction.atomic():
        response = getattr(client, method.lower())(url, fields or {})
        transaction.set_rollback(True)
    return response


def stored() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table of ours."""
    return {model._meta.label: list(model.objects.order_by("pk").values_list()) for model in apps.get_models()}


def everything_in(response: HttpResponse) -> str:
    """Body, headers and cookies as one text."""
    headers = "\n".join(f"{name}: {value}" for name, value in response.headers.items())
    return f"{response.content.decode()}\n{headers}\n{response.cookies}"


def requests(world: World, methods: tuple[str, ...], rows: tuple[Row, ...]) -> Iterator[tuple[str, Row, str, str]]:
    """(method, row, state, address); a public address in one state only. Drafts in English, completed in Polish."""
    for row in rows:
        for state, language in zip(STATES, ("en", "pl"), strict=True):
            if row.is_private or state == "draft":
                for method in methods:
                    yield method, row, state, world.url(row, state, language)
