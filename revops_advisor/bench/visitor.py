"""A browser without a network: it keeps cookies, makes WSGI requests ahead of time and sends them to a handler."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from io import BytesIO
from typing import Any
from urllib.parse import urlencode

from django.core.handlers.wsgi import WSGIHandler

HOST = "127.0.0.1"
COMMON = {
    "SERVER_NAME": HOST,
    "SERVER_PORT": "8000",
    "SERVER_PROTOCOL": "HTTP/1.1",
    "REMOTE_ADDR": HOST,
    "SCRIPT_NAME": "",
    "HTTP_HOST": f"{HOST}:8000",
    "HTTP_USER_AGENT": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    "HTTP_ACCEPT": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "HTTP_ACCEPT_LANGUAGE": "en-GB,en;q=0.8,pl;q=0.5",
    "HTTP_ACCEPT_ENCODING": "gzip, deflate, br",
    "HTTP_CONNECTION": "keep-alive",
    "HTTP_UPGRADE_INSECURE_REQUESTS": "1",
    "HTTP_SEC_FETCH_DEST": "document",
    "HTTP_SEC_FETCH_MODE": "navigate",
    "HTTP_SEC_FETCH_SITE": "same-origin",
    "wsgi.version": (1, 0),
    "wsgi.url_scheme": "http",
    "wsgi.multithread": True,
    "wsgi.multiprocess": False,
    "wsgi.run_once": False,
}
FORM = {"CONTENT_TYPE": "application/x-www-form-urlencoded", "HTTP_ORIGIN": f"http://{HOST}:8000"}
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')

Request = dict[str, Any]
Handler = WSGIHandler


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes

    def header(self, name: str) -> str:
        return next(value for key, value in self.headers if key.lower() == name)


def reply(handler: Handler, request: Request) -> Reply:
    """The handler's answer; the response is read and closed as a server does it. A request serves once."""
    head: list[Any] = []

    def start_response(
        status: str, headers: list[tuple[str, str]], trouble: object = None
    ) -> Callable[[bytes], object]:
        head.extend((status, headers))
        return head.append

    response = handler(request, start_response)
    try:
        body = b"".join(response)
    finally:
        response.close()
    return Reply(int(head[0][:3]), head[1], body)


def replies(handler: Handler, requests: Iterable[Request], status: int = 200) -> list[Reply]:
    """The handler's answers, which must have this status: an error page is fast and worth nothing."""
    answers = [reply(handler, request) for request in requests]
    if unexpected := {answer.status for answer in answers} - {status}:
        raise UnexpectedReplyError(f"Pages answered {sorted(unexpected)} instead of {status}.")
    return answers


class UnexpectedReplyError(Exception):
    """A page did not answer as a benchmark needs it: nothing could be measured."""


@dataclass
class Visitor:
    """One browser with its cookies, and the token of the forms it was shown."""

    handler: Handler
    cookies: dict[str, str] = field(default_factory=dict)
    token: str = ""

    def request(self, address: str, fields: Mapping[str, str] | None = None) -> Request:
        """A GET, or a POST of these fields with the token."""
        path, _, query = address.partition("?")
        body = b"" if fields is None else urlencode({"csrfmiddlewaretoken": self.token, **fields}).encode()
        request: Request = {
            **COMMON,
            "REQUEST_METHOD": "GET" if fields is None else "POST",
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "HTTP_COOKIE": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "wsgi.input": BytesIO(body),
        }
        return request if fields is None else request | FORM | {"CONTENT_LENGTH": str(len(body))}

    def get(self, address: str) -> Reply:
        """The page at an address; its token is used from now on."""
        answer = self._kept(reply(self.handler, self.request(address)), 200, address)
        if found := TOKEN.search(answer.body.decode()):
            self.token = found[1]
        return answer

    def post(self, address: str, fields: Mapping[str, str]) -> str:
        """Send a form; the address that it leads to."""
        return self._kept(reply(self.handler, self.request(address, fields)), 302, address).header("location")

    def _kept(self, answer: Reply, expected: int, address: str) -> Reply:
        if answer.status != expected:
            raise UnexpectedReplyError(f"{address} answered {answer.status} instead of {expected}.")
        for name, value in answer.headers:
            if name == "Set-Cookie":
                self.cookies |= {key: morsel.value for key, morsel in SimpleCookie(value).items()}
        return answer
