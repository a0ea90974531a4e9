"""Whatever is sent: a page of ours or a redirect, never a fault, and no text is stored other than it was typed."""

import os
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from assessments.content.loader import shipped_method
from assessments.models import Answer, Assessment, ProfilePage
from assessments.questionnaire.fields import is_blank
from tests import FULL
from tests.factories import COMPANY, TEAM, answer_fields, completed_in, start_in, started_in
from tests.trust.addresses import TABLE
from tests.trust.naughty import NASTIEST, corpus
from tests.trust.world import alike, stored

pytestmark = pytest.mark.usefixtures("method")

FORM = "application/x-www-form-urlencoded"
SITE_HEADER = '<header class="site">'
PLAIN = ("text/plain", "application/json", "text/csv")  # robots, probes and files
CORPORA = [
    pytest.param(NASTIEST, id="nastiest"),
    pytest.param(corpus(), id="all", marks=pytest.mark.long),
]
SECTION = shipped_method().sections[1]
Read = Callable[[Assessment], str]


def note(assessment: Assessment) -> str:
    return Answer.objects.get(assessment=assessment, code="S1").note


def industry(assessment: Assessment) -> str:
    return str(ProfilePage.objects.get(assessment=assessment, page="company").facts.get("industry-other", ""))


def name(assessment: Assessment) -> str:
    return Assessment.objects.get(pk=assessment.pk).client.name


def reason(assessment: Assessment) -> str:
    return assessment.overrides.latest_first()[0].reason


def decider(assessment: Assessment) -> str:
    return assessment.overrides.latest_first()[0].name


@dataclass(frozen=True)
class Form:
    """A form with good fields; `more` are further fields to send rubbish in, `texts` are read back after saving."""

    url: str
    fields: Mapping[str, str]
    more: tuple[str, ...] = ("then", "x")
    texts: Mapping[str, Read] = field(default_factory=dict)
    layout: str = "single"
    completed: bool = False

    def __str__(self) -> str:
        return self.url.replace("{ref}", "ref").strip("/").replace("/", "-")


PATH = "/en/a/{ref}/q/own-audience/"
FORMS = (
    Form("/en/start/", {"for_whom": "own", "layout": "single"}),
    Form(
        "/en/a/{ref}/company/",
        COMPANY | {"company-name": "A", "industry": "other", "industry-other": "B", "version": "1"},
        ("replaces", "then"),
        {"company-name": name, "industry-other": industry},
    ),
    Form(
        "/pl/a/{ref}/team/",
        TEAM | {"customer-success": "1", "sales-motion": "call", "role": "founder", "version": "1"},
        ("replaces", "then", "sales-operations"),
    ),
    Form("/en/a/{ref}/q/{slug}/", answer_fields("S1", "1"), ("s1-replaces", "then"), {"s1-note": note}),
    Form(
        "/pl/a/{ref}/section/{section}/",
        {key: value for code in SECTION.questions for key, value in answer_fields(code, "1").items()},
        layout="section",
    ),
    Form("/en/a/{ref}/check/", {}),
    Form("/pl/a/{ref}/save/", {"do": "make"}),
    Form("/en/a/{ref}/name/", {"name": "A"}, ("then",), {"name": name}),
    Form("/en/a/{ref}/delete/", {}),
    Form("/en/resume/", {"link": "x", "path": PATH, "typed-s1": "1", "typed-s1-note": "n", "typed-s1-version": "0"}),
    Form("/en/a/{ref}/share/", {"shows_answers": "yes", "expires": "30", "label": "A"}, ("then", "do"), completed=True),
    Form("/pl/a/{ref}/share/", {"do": "revoke", "link": "1"}, completed=True),
    Form(
        "/en/a/{ref}/override/",
        {"outcome": "none", "reason": "A", "name": "B"},
        ("then", "do"),
        {"reason": reason, "name": decider},
        layout="section",
        completed=True,
    ),
    Form("/pl/a/{ref}/q/nothing/", answer_fields("S1", "1")),
)


def fault(response: HttpResponse) -> str:
    """What is wrong with an answer; empty when nothing is."""
    if response.status_code >= 500:
        return f"answers {response.status_code}"
    if 300 <= response.status_code < 400:
        return "" if response.headers["Location"] else "leads nowhere"
    if response.headers["Content-Type"].split(";")[0] in PLAIN or SITE_HEADER in response.content.decode():
        return ""
    return f"answers {response.status_code} without our page"


def is_text(text: str) -> bool:
    return not any("\ud800" <= char <= "\udfff" for char in text)


def kept(form: Form, text: str) -> str:
    """Text as it must be stored: line ends are \\n, invisible text is none, decisions have no spaces around."""
    written = "" if is_blank(text) else text.replace("\r\n", "\n")
    return written.strip() if "override" in form.url else written


def posted(client: Client, url: str, fields: Mapping[str, str]) -> Any:
    return client.post(url, urlencode(fields, errors="surrogatepass"), content_type=FORM)


@pytest.mark.parametrize("texts", CORPORA)
@pytest.mark.parametrize("form", FORMS, ids=str)
def test_rubbish_in_a_field_is_refused_or_kept_to_the_letter(form: Form, texts: tuple[str, ...]) -> None:
    browser = Client()
    begin = completed_in if form.completed else start_in
    assessment = Assessment.objects.get(ref=begin(browser, layout=form.layout, industry="other"))
    url = form.url.format(ref=assessment.ref, slug=shipped_method().question("S1").slug, section=SECTION.slug)
    faults, saved = [], 0
    for target in (*form.fields, *form.more):
        for text in texts:
            with transaction.atomic():
                response = posted(alike(browser), url, {**form.fields, target: text})
                if found := fault(response):
                    faults.append(f"{target}={text[:60]!r}: {found}")
                elif response.status_code == 302 and target in form.texts:
                    saved += 1
                    if not is_text(text) or form.texts[target](assessment) != kept(form, text):
                        faults.append(f"{target}={text[:60]!r}: stored {form.texts[target](assessment)[:60]!r}")
                transaction.set_rollback(True)
    assert faults == []
    assert saved >= 20 * len(form.texts)


@pytest.mark.parametrize("texts", CORPORA)
def test_rubbish_as_name_of_a_field_is_ignored(texts: tuple[str, ...]) -> None:
    browser = Client()
    ref = start_in(browser)
    url = f"/en/a/{ref}/company/"
    faults = []
    for text in texts:
        with transaction.atomic():
            found = fault(posted(alike(browser), url, {**COMPANY, text: text, "version": "1"}))
            transaction.set_rollback(True)
        if found:
            faults.append(f"{text[:60]!r}: {found}")
    assert faults == []


PATHS = (
    "/{}",
    "/{}/",
    "/{}/start/",
    "/en/{}/",
    "/pl/a/{}/",
    "/en/a/{}/q/first/",
    "/en/a/{ref}/q/{}/",
    "/en/a/{ref}/section/{}/",
    "/en/a/{ref}/{}/",
    "/pl/resume/{}/",
    "/pl/r/{}/",
    "/en/shared/{}/",
    "/static/{}",
    "/en/a/{ref}/result/{}",
)


@pytest.mark.parametrize("texts", CORPORA)
@pytest.mark.parametrize("path", PATHS)
def test_rubbish_in_a_path_is_answered(path: str, texts: tuple[str, ...]) -> None:
    browser = Client()
    ref = started_in(browser)
    faults = []
    for text in texts:
        url = path.replace("{ref}", ref).replace("{}", quote(text, safe="", errors="surrogatepass"))
        for method in ("get", "post"):
            with transaction.atomic():
                found = fault(getattr(alike(browser), method)(url))
                transaction.set_rollback(True)
            if found:
                faults.append(f"{method} {text[:60]!r}: {found}")
    assert faults == []


class Anything(dict[str, str]):
    """Names that are not given stand for themselves."""

    def __missing__(self, name: str) -> str:
        return name


@pytest.mark.parametrize("texts", CORPORA)
@pytest.mark.parametrize("state", ["draft", "completed", "public"])
def test_rubbish_in_a_query_is_answered(state: str, texts: tuple[str, ...]) -> None:
    browser = Client()
    ref = completed_in(browser) if state == "completed" else start_in(browser)
    faults = []
    for path in dict.fromkeys(
        row.url for row in TABLE if row.layout == "single" and row.is_private != (state == "public")
    ):
        url = "/" + path.format_map(Anything(language="en", ref=ref))
        for text in texts if FULL else texts[::4]:  # pages read few names from a query
            rubbish = quote(text, safe="", errors="surrogatepass")
            if found := fault(alike(browser).get(f"{url}?from={rubbish}&next={rubbish}&{rubbish}")):
                faults.append(f"{url} {text[:60]!r}: {found}")
    assert faults == []


HEADERS = (
    "HTTP_HOST",
    "HTTP_ACCEPT_LANGUAGE",
    "HTTP_COOKIE",
    "HTTP_REFERER",
    "HTTP_ORIGIN",
    "HTTP_USER_AGENT",
    "HTTP_ACCEPT_ENCODING",
    "HTTP_X_FORWARDED_PROTO",
    "HTTP_X_FORWARDED_HOST",
    "HTTP_X_CSRFTOKEN",
    "HTTP_IF_NONE_MATCH",
    "HTTP_IF_MODIFIED_SINCE",
    "HTTP_RANGE",
    "CONTENT_TYPE",
)


def as_header(text: str) -> str:
    """Text as a server hands over a header: bytes as Latin-1, without what no header can hold."""
    wire = text.encode("utf-8", errors="surrogatepass").decode("latin-1")
    return wire.translate({ord(char): None for char in "\r\n\0"})


TEAM_FORM = urlencode(TEAM)


@pytest.mark.parametrize("texts", CORPORA)
@pytest.mark.parametrize("header", HEADERS)
def test_rubbish_in_a_header_is_answered(header: str, texts: tuple[str, ...]) -> None:
    browser = Client()
    ref = start_in(browser)
    faults = []
    for text in texts:
        value = as_header(text)
        for method, url in (("get", f"/en/a/{ref}/team/"), ("post", "/pl/start/"), ("post", f"/en/a/{ref}/team/")):
            sent = {"content_type": FORM, "data": TEAM_FORM} if method == "post" else {}
            with transaction.atomic():
                client = alike(browser, enforce_csrf_checks="CSRF" in header)
                found = fault(client.generic(method.upper(), url, **{**sent, header: value}))
                transaction.set_rollback(True)
            if found:
                faults.append(f"{method} {url} {value[:60]!r}: {found}")
    assert faults == []


@pytest.mark.parametrize(
    ("length", "status"), [("", 200), ("-1", 200), ("ab", 400), ("1e3", 400), ("²", 400), ("2147483648", 413)]
)
def test_odd_length_of_a_body_is_answered(length: str, status: int) -> None:
    response = Client(raise_request_exception=False).generic("POST", "/en/start/", FIELDS, FORM, CONTENT_LENGTH=length)

    assert (fault(response), response.status_code) == ("", status)


def octal(text: str) -> str:
    """Text as a quoted cookie value, in which any byte can be written."""
    return '"' + "".join(f"\\{byte:03o}" for byte in text.encode("utf-8", errors="surrogatepass")) + '"'


@pytest.mark.parametrize("texts", CORPORA)
@pytest.mark.parametrize("cookie", ["sessionid", "csrftoken", "language", "messages", "a-{ref}", "a-nothing", "a-"])
def test_rubbish_in_a_cookie_is_answered(cookie: str, texts: tuple[str, ...]) -> None:
    browser = Client()
    ref = start_in(browser)
    own, kept_cookie = cookie.format(ref=ref), f"a-{ref}={browser.cookies[f'a-{ref}'].value}"
    faults = []
    for text in texts:
        for value in (as_header(text), octal(text)):
            cookies = f"{own}={value}" if own == f"a-{ref}" else f"{kept_cookie}; {own}={value}"
            for url in ("/", f"/pl/a/{ref}/team/"):
                found = fault(alike(browser).get(url, HTTP_COOKIE=cookies))
                if found:
                    faults.append(f"{url} {value[:60]!r}: {found}")
    assert faults == []


def multipart(body: str, boundary: str = "b") -> tuple[str, bytes]:
    return f"multipart/form-data; boundary={boundary}", body.replace("\n", "\r\n").encode("latin-1")


PART = '--b\nContent-Disposition: form-data; name="for_whom"\n\nown\n'
FILE = '--b\nContent-Disposition: form-data; name="f"; filename="a"\n\n{}\n'
FIELDS = b"for_whom=own"
LARGE = "x" * 10_000_000
BODIES: Mapping[str, tuple[int, str, bytes]] = {
    "a field of 10 MB": (413, FORM, urlencode({"for_whom": LARGE}).encode()),
    "a multipart field of 10 MB": (
        413,
        *multipart(f'--b\nContent-Disposition: form-data; name="x"\n\n{LARGE}\n--b--\n'),
    ),
    "2,000 fields": (413, FORM, b"&".join(b"a%d=1" % number for number in range(2000))),
    "2,000 multipart fields": (413, *multipart(PART * 2000 + "--b--\n")),
    "two files": (413, *multipart(FILE.format("x") * 2 + "--b--\n")),
    "a file of 2 MB": (413, *multipart(FILE.format("x" * 2_000_000) + "--b--\n")),
    "no boundary": (400, "multipart/form-data", FIELDS),
    "an empty boundary": (400, "multipart/form-data; boundary=", FIELDS),
    "a boundary that is not ASCII": (400, "multipart/form-data; boundary=\xff\xfe", FIELDS),
    "a boundary of 10,000 characters": (400, "multipart/form-data; boundary=" + "b" * 10_000, FIELDS),
    "a body without its boundary": (200, *multipart("rubbish")),
    "a multipart body that ends early": (200, *multipart(PART)),
    "broken base64": (
        200,
        *multipart('--b\nContent-Disposition: form-data; name="x"\nContent-Transfer-Encoding: base64\n\na\n--b--\n'),
    ),
    "a part without a name": (200, *multipart("--b\nContent-Disposition: form-data\n\nx\n--b--\n")),
    "a very long header of a part": (400, *multipart(f"--b\nContent-Disposition: {'x' * 9000}\n\nx\n--b--\n")),
    "bytes that are not UTF-8": (400, FORM, b"for_whom=own&x=%ff"),
    "raw bytes that are not UTF-8": (400, FORM, b"for_whom=own&x=\xc3("),
    "a NUL byte": (302, FORM, b"for_whom=own&x=%00"),
    "JSON": (200, "application/json", b'{"for_whom": NaN}'),
    "deep JSON": (200, "application/json", b"[" * 100_000),
    "no content type": (200, "", FIELDS),
    "nothing": (200, FORM, b""),
    "half an escape": (302, FORM, b"for_whom=own&x=%&y=%z&z=%4"),
    "only separators": (200, FORM, b"&" * 150 + b"=" * 10_000),
    "the same field 150 times": (302, FORM, b"&".join([FIELDS] * 150)),
}


@pytest.mark.parametrize("body", BODIES)
def test_broken_body_is_answered_and_stores_nothing_when_refused(body: str) -> None:
    status, content_type, data = BODIES[body]
    before = stored()

    response = Client(raise_request_exception=False).generic("POST", "/en/start/?a=1", data, content_type)

    assert (fault(response), response.status_code) == ("", status)
    assert (stored() == before) == (status != 302)


def test_random_bytes_are_answered() -> None:
    browser = Client()
    url = f"/en/a/{start_in(browser)}/company/"
    seed = int(os.environ.get("TRUST_SEED", "20261125"))
    print(f"seed {seed}, N 200")
    bytes_of = random.Random(seed).randbytes
    for length in range(200):
        with transaction.atomic():
            response = alike(browser).post(url, bytes_of(length), content_type=FORM)
            transaction.set_rollback(True)
        assert fault(response) == ""
