"""Two tabs on one assessment: every edit is kept or reported, none is lost in silence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from django.test import Client

from assessments.models import Answer, Assessment
from tests.factories import CODES, answer_fields, question_url, start_in, started_in
from tests.trust.threads import at_once, seeded
from tests.trust.world import alike

EDITS = 100
VERSION = re.compile(r'name="\w+-version" value="(\d+)"')
DONT_KNOW = {"dk": 5}


@dataclass
class Tab:
    """A tab shows a version of each answer, sends edits made from it, and loads anew after a conflict."""

    browser: Client
    ref: str
    name: str
    shown: dict[str, str] = field(default_factory=dict)
    kept: list[tuple[str, str, str]] = field(default_factory=list)
    conflicts: int = 0

    def load(self, code: str) -> None:
        found = VERSION.search(self.browser.get(question_url(self.ref, code)).content.decode())
        assert found is not None
        self.shown[code] = found[1]

    def edit(self, number: int, code: str) -> None:
        """Send an edit that no other edit equals; reload when it is refused."""
        if code not in self.shown:
            self.load(code)
        choice, note = str(number % 5), f"{self.name} {number}"
        fields = answer_fields(code, choice, note=note, version=self.shown[code])
        response = self.browser.post(question_url(self.ref, code), fields)
        if response.status_code == 302:
            self.kept.append((code, choice, note))
            self.shown[code] = str(int(self.shown[code]) + 1)
            return
        assert response.status_code == 409
        assert note in response.content.decode(), "a refused edit comes back to its writer"
        self.conflicts += 1
        self.load(code)


def two_tabs(*, apart: bool = False) -> tuple[Assessment, list[Tab]]:
    """Two tabs of one browser; `apart` gives each thread a client of its own."""
    browser = Client()
    ref = started_in(browser)
    return Assessment.objects.get(ref=ref), [Tab(alike(browser) if apart else browser, ref, name) for name in "AB"]


def writes(assessment: Assessment) -> int:
    """How many times an answer was written: each write makes the version one higher."""
    return sum(Answer.objects.filter(assessment=assessment).values_list("version", flat=True))


def stored(assessment: Assessment, code: str) -> tuple[str, str, str]:
    row = Answer.objects.get(assessment=assessment, code=code)
    return row.code, str(row.choice), row.note


@pytest.mark.usefixtures("method")
def test_two_tabs_editing_one_answer_lose_nothing() -> None:
    assessment, tabs = two_tabs()
    order = seeded("N 200").sample(tabs * EDITS, 2 * EDITS)
    last = None
    for number, tab in enumerate(order):
        before = len(tab.kept)
        tab.edit(number, "S1")
        last = tab.kept[-1] if len(tab.kept) > before else last

    assert sum(len(tab.kept) + tab.conflicts for tab in tabs) == 2 * EDITS
    assert writes(assessment) == sum(len(tab.kept) for tab in tabs)
    assert stored(assessment, "S1") == last
    assert sum(tab.conflicts for tab in tabs) > 0


@pytest.mark.usefixtures("method")
def test_two_tabs_editing_different_answers_keep_all() -> None:
    assessment, tabs = two_tabs()
    for number in range(EDITS):
        for tab, codes in zip(tabs, (CODES[:7], CODES[7:13]), strict=True):
            tab.edit(number, codes[number % len(codes)])

    assert [(len(tab.kept), tab.conflicts) for tab in tabs] == [(EDITS, 0), (EDITS, 0)]
    assert writes(assessment) == 2 * EDITS
    assert all_last_edits(assessment, tabs)


def all_last_edits(assessment: Assessment, tabs: Sequence[Tab]) -> bool:
    """Whether the last edit that each tab was told is kept is what is stored."""
    last = {code: (code, choice, note) for tab in tabs for code, choice, note in tab.kept}
    return {code: stored(assessment, code) for code in last} == last


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("method")
def test_tabs_at_the_same_moment_on_one_answer_lose_nothing() -> None:
    assessment, tabs = two_tabs(apart=True)

    def edits(tab: Tab) -> None:
        for number in range(EDITS):
            tab.edit(number, "R6")

    at_once([lambda tab=tab: edits(tab) for tab in tabs])

    assert sum(len(tab.kept) + tab.conflicts for tab in tabs) == 2 * EDITS
    assert writes(assessment) == sum(len(tab.kept) for tab in tabs)
    assert stored(assessment, "R6") in [tab.kept[-1] for tab in tabs if tab.kept]


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("method")
def test_tabs_at_the_same_moment_on_different_answers_keep_all() -> None:
    assessment, tabs = two_tabs(apart=True)

    def edits(tab: Tab, codes: Sequence[str]) -> None:
        for number in range(EDITS):
            tab.edit(number, codes[number % len(codes)])

    at_once([lambda: edits(tabs[0], CODES[:7]), lambda: edits(tabs[1], CODES[7:13])])

    assert [(len(tab.kept), tab.conflicts) for tab in tabs] == [(EDITS, 0), (EDITS, 0)]
    assert writes(assessment) == 2 * EDITS
    assert all_last_edits(assessment, tabs)


@pytest.mark.usefixtures("method")
def test_edit_sent_twice_counts_once() -> None:
    browser = Client()
    ref = start_in(browser)
    fields = answer_fields("S1", "3", note="once")

    statuses = [browser.post(question_url(ref, "S1"), fields).status_code for _ in range(3)]

    assert statuses == [302, 302, 302]
    assert list(Answer.objects.values_list("code", "choice", "note", "version")) == [("S1", 3, "once", 1)]


@pytest.mark.usefixtures("method")
def test_two_starts_at_once_keep_both_accesses() -> None:
    browser = Client()
    first, second = alike(browser), alike(browser)  # two requests that left with the same cookies
    refs = [started_in(first), started_in(second)]
    for each in (first, second):
        browser.cookies.update(each.cookies)

    assert len(set(refs)) == 2
    assert [browser.get(f"/en/a/{ref}/company/").status_code for ref in refs] == [200, 200]
    assert [ref in browser.get("/en/mine/").content.decode() for ref in refs] == [True, True]
