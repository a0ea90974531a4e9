"""The first visit: what comes over the wire before anything is in the browser's cache."""

import gzip
import re
from collections.abc import Iterator

from revops_advisor.bench.lines import Line, counted
from revops_advisor.bench.setting import Setting
from revops_advisor.bench.visitor import Reply, UnexpectedReplyError, Visitor, reply

MOST_BYTES, MOST_REQUESTS = 30_000, 5
RESOURCE = re.compile(r'<(?:link rel="(?:icon|stylesheet|preload)"|script|img)[^>]*?(?:href|src)="([^"]+)"')
INSIDE_STYLE = re.compile(r"(?:url\(|@import\s+)[\"']?([^\"')]+)")


def visit(setting: Setting) -> Iterator[Line]:
    """From `/` to a landing page with everything it loads."""
    visitor = Visitor(setting.product)
    answers = list(loaded(visitor))
    yield counted("visit", "first visit, requests", len(answers), "requests", MOST_REQUESTS)
    sizes = [len(gzip.compress(answer.body)) if answer.body else 0 for answer in answers]
    yield counted("visit", "first visit, compressed", sum(sizes), "bytes", MOST_BYTES)
    yield counted("visit", "first visit, as sent", sum(len(answer.body) for answer in answers), "bytes")


def loaded(visitor: Visitor) -> Iterator[Reply]:
    """The answers of a first visit, in order."""
    way_in = fetched(visitor, "/", 302)
    yield way_in
    landing = visitor.get(way_in.header("location"))
    yield landing
    waiting = list(dict.fromkeys(RESOURCE.findall(landing.body.decode())))
    for address in waiting:  # grows while style sheets name more
        answer = fetched(visitor, address, 200)
        if address.endswith(".css"):
            waiting += [found for found in INSIDE_STYLE.findall(answer.body.decode()) if found not in waiting]
        yield answer


def fetched(visitor: Visitor, address: str, expected: int) -> Reply:
    """One request; UnexpectedReplyError for another status, as another host's address would give."""
    answer = reply(visitor.handler, visitor.request(address))
    if answer.status != expected:
        raise UnexpectedReplyError(f"{address} answered {answer.status} instead of {expected}.")
    return answer
