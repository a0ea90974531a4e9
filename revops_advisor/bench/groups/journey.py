"""The whole journey: nineteen pages, nineteen durable saves, the recommendation and its page."""

from collections.abc import Iterator
from itertools import cycle

from revops_advisor.bench.backend import statements
from revops_advisor.bench.founders import new_founder
from revops_advisor.bench.groups.questions import inserting
from revops_advisor.bench.lines import Line
from revops_advisor.bench.setting import Setting
from revops_advisor.bench.timing import Aim, Calls, Clock, Work, compared, interleaved
from revops_advisor.bench.visitor import Handler, Reply, Request, UnexpectedReplyError, reply

STEPS = 19
FLOOR = "20 x one template, 19 x raw INSERT"


def journey(setting: Setting) -> Iterator[Line]:
    """Each journey is another founder's, in one language and then in the other."""
    languages = cycle(("en", "pl"))
    used = statements(travelled(setting, "en"))
    ours = Work(lambda: travelled(setting, next(languages)))
    pairs = interleaved(ours, Work(lambda: least(setting)), setting.rounds)
    yield compared(Aim("journey", "19 pages, 19 saves, result", FLOOR, 3, used), pairs)
    yield compared(Aim("journey", "19 pages, 19 saves, result", FLOOR, None, used), pairs, Clock.WALL)


def travelled(setting: Setting, language: str) -> Calls:
    """One journey after its start page."""
    founder = new_founder(setting.product, language)
    requests: list[Request] = []
    expected: list[int] = []
    founder.browser.get(founder.address("company/"))
    for address, fields in founder.form_steps(setting.random):
        requests += [founder.browser.request(address), founder.browser.request(address, fields)]
        expected += [200, 302]
    requests += [
        founder.browser.request(founder.address("check/"), {}),
        founder.browser.request(founder.address("result/")),
    ]
    return lambda: demand_statuses(all_replies(setting.product, requests), [*expected, 302, 200])


def least(setting: Setting) -> Calls:
    """As many pages and rows, by the floors."""
    founder = new_founder(setting.product)
    founder.browser.get(founder.address("company/"))
    requests: list[Request] = []
    for _ in range(STEPS):
        requests += [founder.browser.request(founder.address("page/")), inserting(founder, "S1", setting)]
    requests.append(founder.browser.request(founder.address("page/")))
    return lambda: demand_statuses(all_replies(setting.floors, requests), [*([200, 302] * STEPS), 200])


def all_replies(handler: Handler, requests: list[Request]) -> list[Reply]:
    return [reply(handler, request) for request in requests]


def demand_statuses(answers: list[Reply], expected: list[int]) -> None:
    """Raise UnexpectedReplyError unless every page answered as it should."""
    found = [answer.status for answer in answers]
    if found != expected:
        raise UnexpectedReplyError(f"A journey was answered with {found} instead of {expected}.")
