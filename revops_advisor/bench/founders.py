"""Founders with an assessment: made through the pages, so that their cookies and rows are real ones."""

from dataclasses import dataclass
from random import Random

from assessments.content.loader import shipped_method
from assessments.content.values import Question
from assessments.models import Assessment
from revops_advisor.bench.visitor import Handler, Visitor

COMPANY = {
    "company-name": "Acorn Metrics",
    "stage": "growing",
    "arr": "1m-4m",
    "arr-currency": "EUR",
    "industry": "b2b-software",
    "version": "0",
}
TEAM = {"reps": "6", "marketing": "2", "version": "0"}


def questions() -> list[Question]:
    """The questions asked, in the order of the pages."""
    content = shipped_method()
    return [content.question(code) for code in content.question_order(content.asked_criteria())]


@dataclass
class Founder:
    """A browser that opens one assessment; `versions` counts the saves of each question."""

    browser: Visitor
    ref: str
    language: str
    assessment_id: int
    versions: dict[str, int]

    def address(self, rest: str, language: str = "") -> str:
        return f"/{language or self.language}/a/{self.ref}/{rest}"

    def question_address(self, question: Question, language: str = "") -> str:
        return self.address(f"q/{question.slug}/", language)

    def answer(self, question: Question, choice: int) -> dict[str, str]:
        """The form of one question as its page sends it next; from now on that save counts as made."""
        name, version = question.code.lower(), self.versions.get(question.code, 0)
        self.versions[question.code] = version + 1
        return {name: str(choice), f"{name}-note": "", f"{name}-version": str(version)}

    def form_steps(self, random: Random) -> list[tuple[str, dict[str, str]]]:
        """All 19 pages of the questionnaire: address, and what is sent from it."""
        pages = [(self.address("company/"), COMPANY), (self.address("team/"), TEAM)]
        return pages + [(self.question_address(q), self.answer(q, chosen(q, random))) for q in questions()]

    def complete(self) -> None:
        """Ask for the recommendation."""
        self.browser.post(self.address("check/"), {})


def chosen(question: Question, random: Random) -> int:
    """One of the question's options; never "I don't know"."""
    return random.randrange(len(question.options))


def new_founder(handler: Handler, language: str = "en", browser: Visitor | None = None) -> Founder:
    """Someone who just started, in a browser of their own unless one is given."""
    browser = browser or Visitor(handler)
    browser.get(f"/{language}/start/")
    location = browser.post(f"/{language}/start/", {"for_whom": "own"})
    ref = location.split("/")[3]
    return Founder(browser, ref, language, Assessment.objects.get(ref=ref).pk, {})


def answered_founder(handler: Handler, random: Random, language: str = "en") -> Founder:
    """Someone who has answered everything and asked for nothing yet."""
    founder = new_founder(handler, language)
    for address, fields in founder.form_steps(random):
        founder.browser.post(address, fields)
    return founder
