"""The list of one's assessments: as many statements for fifty as for one."""

from collections.abc import Iterator

from revops_advisor.bench.backend import statements
from revops_advisor.bench.founders import Founder, new_founder
from revops_advisor.bench.groups.questions import opened, pages
from revops_advisor.bench.lines import Line
from revops_advisor.bench.setting import Setting
from revops_advisor.bench.timing import Aim, Work, compared, interleaved

SIZE = 10
MOST = 50  # a browser keeps access to no more


def mine(setting: Setting) -> Iterator[Line]:
    """The list with one row and with fifty."""
    few, many = new_founder(setting.product), new_founder(setting.product)
    for _ in range(MOST - 1):
        new_founder(setting.product, browser=many.browser)
    address = "/en/mine/"
    one, fifty = (statements(opened(founder, setting.product, [address])) for founder in (few, many))
    floor = pages(few, setting.floors, [few.address("page/")] * SIZE)
    pairs = interleaved(list_of(few, setting), floor, setting.rounds)
    yield compared(Aim("mine", "list of 1", "one template", None, one), pairs)
    pairs = interleaved(list_of(many, setting), list_of(few, setting), setting.rounds)
    yield compared(Aim("mine", f"list of {MOST}", "list of 1", None, fifty, one), pairs)


def list_of(founder: Founder, setting: Setting) -> Work:
    return pages(founder, setting.product, ["/en/mine/"] * SIZE)
