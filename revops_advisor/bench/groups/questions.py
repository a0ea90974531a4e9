"""The question page and the save: what a founder waits for nineteen times."""

import gzip
from collections.abc import Callable, Iterator

from django.core.handlers.wsgi import WSGIRequest
from django.forms.models import model_to_dict
from django.utils.translation import override

from assessments.models import Answer, Assessment
from assessments.questionnaire.access import link_id_in_cookie, reachable_assessment
from assessments.questionnaire.plans import plan_of
from assessments.questionnaire.steps import Kind, Step
from assessments.questionnaire.views.questions import Blank, from_prepared, live_page
from assessments.services.reading import Answers, StoredAnswer
from revops_advisor.bench.backend import statements
from revops_advisor.bench.founders import Founder, answered_founder, chosen, new_founder, questions
from revops_advisor.bench.lines import Line, counted
from revops_advisor.bench.setting import Setting, demand_equal
from revops_advisor.bench.timing import Aim, Calls, Clock, Work, compared, interleaved
from revops_advisor.bench.visitor import TOKEN, Handler, Request, replies

LANGUAGES = ("en", "pl")
MOST_BYTES, MOST_COMPRESSED_BYTES = 12_000, 5_000
TOKEN_HERE = "t" * 64  # each rendering masks the form's token anew
SAME_TOKEN = f'name="csrfmiddlewaretoken" value="{TOKEN_HERE}"'
PAGE_FLOOR, SAVE_FLOOR = "one template, one SELECT", "raw one-row INSERT"


def question(setting: Setting) -> Iterator[Line]:
    """Every question page in both languages with its stored answer."""
    founder = answered_founder(setting.product, setting.random)
    demand_access_equal(founder)
    demand_prepared_pages_equal(founder, setting)
    asked = [(language, each) for language in LANGUAGES for each in questions()]
    ours = [founder.question_address(each, language) for language, each in asked]
    floors = [founder.address(f"stored/{founder.assessment_id}/{q.code}/", language) for language, q in asked]
    used = max(statements(opened(founder, setting.product, [address])) for address in ours)
    pairs = interleaved(pages(founder, setting.product, ours), pages(founder, setting.floors, floors), setting.rounds)
    yield compared(Aim("question", "question page, answer shown", PAGE_FLOOR, 1.5, used, 2), pairs)
    bodies = [founder.browser.get(address).body for address in ours]
    yield counted("question", "largest question page", max(map(len, bodies)), "bytes", MOST_BYTES)
    compressed = max(len(gzip.compress(body)) for body in bodies)
    yield counted("question", "largest question page, compressed", compressed, "bytes", MOST_COMPRESSED_BYTES)


def pages(founder: Founder, handler: Handler, addresses: list[str]) -> Work:
    """Opening each of these pages once."""
    return Work(lambda: opened(founder, handler, addresses), len(addresses))


def opened(founder: Founder, handler: Handler, addresses: list[str]) -> Calls:
    requests = [founder.browser.request(address) for address in addresses]
    return lambda: replies(handler, requests)


def demand_access_equal(founder: Founder) -> None:
    """The statement that opens an assessment finds what the queryset finds."""
    request = WSGIRequest(founder.browser.request(founder.address("")))
    link = link_id_in_cookie(request, founder.ref)
    fast = reachable_assessment(request, founder.ref)
    plain = Assessment.objects.reached_by(founder.ref, link or 0).get()
    demand_equal(fast and model_to_dict(fast), model_to_dict(plain), "Assessment")
    demand_equal(fast and model_to_dict(fast.client), model_to_dict(plain.client), "Client")


def demand_prepared_pages_equal(founder: Founder, setting: Setting) -> None:
    """For each question, option and language, with and without an answer: filling in equals rendering."""
    assessment = Assessment.objects.select_related("client").get(pk=founder.assessment_id)
    for step in plan_of(assessment).steps:
        if step.kind is Kind.QUESTION:
            for language in LANGUAGES:
                with override(language):
                    _demand_step_equal(founder, assessment, step, setting)


def _demand_step_equal(founder: Founder, assessment: Assessment, step: Step, setting: Setting) -> None:
    address = founder.address(f"q/{step.slug}/")
    any_choice = setting.random.randrange(5)
    for choice, query in [*((each, "") for each in (None, *range(6))), (any_choice, "?from=check")]:
        (code,), version = step.codes, setting.random.randrange(1, 1000)
        answers: Answers = {} if choice is None else {code: StoredAnswer(code, choice, "", version)}
        request = WSGIRequest(founder.browser.request(address + query))
        plain = live_page(request, assessment, step, answers, Blank(token=TOKEN_HERE))
        for _ in range(2):  # made for the first visitor, filled in for the second
            fast = TOKEN.sub(SAME_TOKEN, from_prepared(request, assessment, step, answers))
            demand_equal(fast, plain, f"Question page {step.slug}, choice {choice}")


def save(setting: Setting) -> Iterator[Line]:
    """One durable answer each: access check, conflict check, redirect. Every save changes the value."""
    founder = answered_founder(setting.product, setting.random)
    saves, inserts = Saves(founder, setting), Inserts(founder, setting)
    used = statements(saves.calls(1))
    pairs = interleaved(Work(saves.all_questions, saves.size), Work(inserts.all_questions, saves.size), setting.rounds)
    saves.demand_stored()
    yield compared(Aim("save", "save and continue", SAVE_FLOOR, 2, used, 3), pairs, Clock.WALL)
    yield compared(Aim("save", "save and continue", SAVE_FLOOR, 2, used, 3), pairs)
    firsts = Work(first_answers(setting), saves.size)
    pairs = interleaved(firsts, Work(inserts.all_questions, saves.size), setting.rounds)
    yield compared(Aim("save", "first save of a question", SAVE_FLOOR, 2, used, 3), pairs, Clock.WALL)


class Saves:
    """Saves through our page."""

    def __init__(self, founder: Founder, setting: Setting) -> None:
        self.founder, self.setting, self.size = founder, setting, len(questions())
        self.expected = {row.code: row.choice for row in Answer.objects.filter(assessment_id=founder.assessment_id)}

    def all_questions(self) -> Calls:
        return self.calls(self.size)

    def calls(self, count: int) -> Calls:
        """As many saves, each of another question, each with another option than the stored one."""
        requests = [self._request(each) for each in range(count)]
        return lambda: replies(self.setting.product, requests, 302)

    def _request(self, place: int) -> Request:
        question = questions()[place]
        choice = (self.expected[question.code] + 1) % len(question.options)
        self.expected[question.code] = choice
        address = self.founder.question_address(question)
        return self.founder.browser.request(address, self.founder.answer(question, choice))

    def demand_stored(self) -> None:
        """What was sent last is stored, and no save was lost or refused."""
        rows = Answer.objects.filter(assessment_id=self.founder.assessment_id)
        stored = {row.code: (row.choice, row.version) for row in rows}
        sent = {code: (choice, self.founder.versions[code]) for code, choice in self.expected.items()}
        demand_equal(stored, sent, "Saved answers")


class Inserts:
    """The same forms to the floor's view."""

    def __init__(self, founder: Founder, setting: Setting) -> None:
        self.founder, self.setting = founder, setting

    def all_questions(self) -> Calls:
        requests = [inserting(self.founder, code, self.setting) for code in (each.code for each in questions())]
        return lambda: replies(self.setting.floors, requests, 302)


def inserting(founder: Founder, code: str, setting: Setting) -> Request:
    """One raw INSERT."""
    question = next(each for each in questions() if each.code == code)
    name = code.lower()
    fields = {name: str(chosen(question, setting.random)), f"{name}-note": "", f"{name}-version": "0"}
    return founder.browser.request(founder.address(f"insert/{founder.assessment_id}/{code}/"), fields)


def first_answers(setting: Setting) -> Callable[[], Calls]:
    """The first save of every question, by another founder each time."""

    def prepare() -> Calls:
        founder = new_founder(setting.product)
        founder.browser.get(founder.question_address(questions()[0]))
        saves = [(each, founder.answer(each, chosen(each, setting.random))) for each in questions()]
        requests = [founder.browser.request(founder.question_address(each), fields) for each, fields in saves]
        return lambda: replies(setting.product, requests, 302)

    return prepare
