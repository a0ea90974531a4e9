"""The KPI catalogue: kept until its texts change; a calculator is worked out each time."""

from collections.abc import Iterator

from django.core.cache import caches

from metrics.catalogue.calculations import CALCULATIONS
from metrics.services.loading import load_shipped_texts
from revops_advisor.bench.backend import statements
from revops_advisor.bench.founders import new_founder
from revops_advisor.bench.groups.questions import opened, pages
from revops_advisor.bench.lines import Line, counted
from revops_advisor.bench.setting import Setting, demand_equal
from revops_advisor.bench.timing import Aim, compared, interleaved

FLOOR = "one template"
PAGES = ("/en/metrics/", "/pl/metrics/", *(f"/en/metrics/{slug}/" for slug in CALCULATIONS))


def metrics(setting: Setting) -> Iterator[Line]:
    """The catalogue and the KPIs' pages, and a calculator with other numbers each time."""
    load_shipped_texts()
    founder = new_founder(setting.product)
    for address in PAGES:
        caches["pages"].clear()
        rendered = founder.browser.get(address).body
        demand_equal(founder.browser.get(address).body, rendered, f"Kept page {address}")
    floor = pages(founder, setting.floors, [founder.address("page/")] * len(PAGES))
    used = max(statements(opened(founder, setting.product, [address])) for address in PAGES)
    pairs = interleaved(pages(founder, setting.product, list(PAGES)), floor, setting.rounds)
    yield compared(Aim("metrics", "catalogue and KPI pages", FLOOR, 4, used, 1), pairs)
    numbers = [(setting.random.randrange(1, 500), setting.random.randrange(500, 900)) for _ in PAGES]
    asked = [f"/en/metrics/close-rate/?won={won}&closed={closed}" for won, closed in numbers]
    used = max(statements(opened(founder, setting.product, [address])) for address in asked)
    pairs = interleaved(pages(founder, setting.product, asked), floor, setting.rounds)
    yield compared(Aim("metrics", "calculator", FLOOR, 12, used, 1), pairs)
    yield counted("metrics", "catalogue page", len(founder.browser.get(PAGES[0]).body), "bytes")
