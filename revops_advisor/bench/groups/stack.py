"""The middleware: ours beside the seven that Django's own template of a project sets."""

from collections.abc import Iterator

from django.test.utils import override_settings

from revops_advisor.bench.backend import statements
from revops_advisor.bench.floors import FloorHandler
from revops_advisor.bench.founders import Founder, new_founder
from revops_advisor.bench.lines import Line
from revops_advisor.bench.setting import Setting
from revops_advisor.bench.timing import Aim, Calls, Work, compared, interleaved
from revops_advisor.bench.visitor import Handler, replies

SIZE = 100
SEVEN = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]


def middleware(setting: Setting) -> Iterator[Line]:
    """A bare view behind both stacks, at the address of a founder's page."""
    founder = new_founder(setting.product)
    seven, none = handler_behind(SEVEN), handler_behind([])
    used = statements(bare(founder, setting.floors, 1))
    floor = Work(lambda: bare(founder, seven, SIZE), SIZE)
    ours = Work(lambda: bare(founder, setting.floors, SIZE), SIZE)
    pairs = interleaved(ours, floor, setting.rounds)
    yield compared(Aim("middleware", "our middleware with CSP", "Django's seven", 1.35, used, 0), pairs)
    without = Work(lambda: bare(founder, none, SIZE), SIZE)
    yield compared(Aim("middleware", "Django's seven", "no middleware"), interleaved(floor, without, setting.rounds))


def handler_behind(stack: list[str]) -> Handler:
    """The floors' handler with this middleware."""
    with override_settings(MIDDLEWARE=stack):
        return FloorHandler()


def bare(founder: Founder, handler: Handler, count: int) -> Calls:
    """Opening the bare view so many times."""
    requests = [founder.browser.request(founder.address("bare/")) for _ in range(count)]
    return lambda: replies(handler, requests)
