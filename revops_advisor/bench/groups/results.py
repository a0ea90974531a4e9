"""The result page: rendered once, then kept."""

from collections.abc import Iterator

from django.core.cache import caches

from revops_advisor.bench.backend import statements
from revops_advisor.bench.founders import Founder, answered_founder
from revops_advisor.bench.groups.questions import opened, pages
from revops_advisor.bench.lines import Line, counted
from revops_advisor.bench.setting import Setting, demand_equal
from revops_advisor.bench.timing import Aim, Calls, Work, compared, interleaved

SIZE = 20
FLOOR = "one template"


def result(setting: Setting) -> Iterator[Line]:
    """The first view of a result, and every later one."""
    founder = answered_founder(setting.product, setting.random)
    founder.complete()
    for language in ("en", "pl"):
        demand_kept_page_equal(founder, language)
    address = founder.address("result/")
    floor = pages(founder, setting.floors, [founder.address("page/")] * SIZE)
    used = statements(first_view(founder, setting))
    pairs = interleaved(Work(lambda: first_view(founder, setting)), floor, setting.rounds)
    yield compared(Aim("result", "result page, first view", FLOOR, 25, used), pairs)
    used = statements(opened(founder, setting.product, [address]))
    pairs = interleaved(pages(founder, setting.product, [address] * SIZE), floor, setting.rounds)
    yield compared(Aim("result", "result page, again", FLOOR, 3, used), pairs)
    yield counted("result", "result page", len(founder.browser.get(address).body), "bytes")


def first_view(founder: Founder, setting: Setting) -> Calls:
    """The result page when no process has rendered it yet."""
    caches["pages"].clear()
    return opened(founder, setting.product, [founder.address("result/")])


def demand_kept_page_equal(founder: Founder, language: str, page: str = "result/") -> None:
    """The kept page equals the rendered one."""
    address = founder.address(page, language)
    caches["pages"].clear()
    rendered = founder.browser.get(address).body
    demand_equal(founder.browser.get(address).body, rendered, f"Kept page {page} in {language}")
