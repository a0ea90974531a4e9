"""What-if and the case against an answer: what a click on another answer costs."""

from collections.abc import Iterator

from django.core.cache import caches

from assessments.content.loader import shipped_method
from assessments.document.scenario import scenario_code
from assessments.models import Result
from assessments.services.scenarios import frozen_choices
from revops_advisor.bench.backend import statements
from revops_advisor.bench.founders import Founder, answered_founder, chosen, questions
from revops_advisor.bench.groups.questions import opened, pages
from revops_advisor.bench.groups.results import FLOOR, SIZE, demand_kept_page_equal
from revops_advisor.bench.lines import Line, counted
from revops_advisor.bench.setting import Setting
from revops_advisor.bench.timing import Aim, Calls, Work, compared, interleaved


def scenarios(setting: Setting) -> Iterator[Line]:
    """Scenarios with other answers each time, and the frozen page beside them."""
    founder = answered_founder(setting.product, setting.random)
    founder.complete()
    for language in ("en", "pl"):
        demand_kept_page_equal(founder, language, "case-against/")
    floor = pages(founder, setting.floors, [founder.address("page/")] * SIZE)
    used = statements(tried(founder, setting, 1))
    pairs = interleaved(Work(lambda: tried(founder, setting, SIZE), SIZE), floor, setting.rounds)
    yield compared(Aim("scenarios", "what-if, other answers", FLOOR, 25, used, 2), pairs)
    address = founder.address("case-against/")
    pairs = interleaved(Work(lambda: first_view(founder, setting, address)), floor, setting.rounds)
    yield compared(Aim("scenarios", "case against, first view", FLOOR, 15, 2), pairs)
    used = statements(opened(founder, setting.product, [address]))
    pairs = interleaved(pages(founder, setting.product, [address] * SIZE), floor, setting.rounds)
    yield compared(Aim("scenarios", "case against, again", FLOOR, 3, used, 1), pairs)
    yield counted("scenarios", "what-if page", len(founder.browser.get(founder.address("what-if/")).body), "bytes")


def tried(founder: Founder, setting: Setting, count: int) -> Calls:
    """Opening so many scenarios, each with answers of its own."""
    content = shipped_method()
    given = frozen_choices(Result.objects.get(pk=founder.assessment_id))
    others = [{question.code: chosen(question, setting.random) for question in questions()} for _ in range(count)]
    codes = [scenario_code(content, given, other) for other in others]
    return opened(founder, setting.product, [founder.address(f"what-if/?s={code}") for code in codes])


def first_view(founder: Founder, setting: Setting, address: str) -> Calls:
    """The page when no process has rendered it yet."""
    caches["pages"].clear()
    return opened(founder, setting.product, [address])
