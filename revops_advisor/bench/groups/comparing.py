"""Results side by side, and the versions of one assessment: as many statements for many as for few."""

from collections.abc import Iterator

from revops_advisor.bench.backend import statements
from revops_advisor.bench.founders import Founder, new_founder
from revops_advisor.bench.groups.questions import opened, pages
from revops_advisor.bench.lines import Line
from revops_advisor.bench.setting import Setting
from revops_advisor.bench.timing import Aim, compared, interleaved

SIZE = 10
MOST = 4
FLOOR = "one template"


def compare(setting: Setting) -> Iterator[Line]:
    """The comparison of two and of four results, the history, and the current method beside a result."""
    founders = completed_founders(setting)
    first = founders[0]
    chosen = [f"a={founder.ref}" for founder in founders]
    two, four = (f"/en/compare/?{'&'.join(chosen[:count])}" for count in (2, MOST))
    addresses = {
        "two results compared": f"{two}&b=",  # not kept: rendered each time
        "four results compared": f"{four}&b=",
        "four results compared, again": four,
        "history of a result": first.address("history/"),
        "result by the current method": first.address("recomputed/"),
    }
    floor = pages(first, setting.floors, [first.address("page/")] * SIZE)
    opened(first, setting.product, [four])()  # kept from now on
    used = {name: statements(opened(first, setting.product, [address])) for name, address in addresses.items()}
    most = {"four results compared": used["two results compared"], "four results compared, again": 1}
    ratios = {"two results compared": 25}
    for name, address in addresses.items():
        pairs = interleaved(pages(first, setting.product, [address] * SIZE), floor, setting.rounds)
        yield compared(Aim("compare", name, FLOOR, ratios.get(name), used[name], most.get(name)), pairs)


def completed_founders(setting: Setting) -> list[Founder]:
    """One browser with as many completed assessments as can be compared."""
    founders = [new_founder(setting.product)]
    founders += [new_founder(setting.product, browser=founders[0].browser) for _ in range(MOST - 1)]
    for founder in founders:
        for address, fields in founder.form_steps(setting.random):
            founder.browser.post(address, fields)
        founder.complete()
    return founders
