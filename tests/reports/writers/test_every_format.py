"""The screen and every file say the same: read back and compared with the document that the page shows."""

from dataclasses import replace
from random import Random

import pytest
from django.template.loader import render_to_string

from assessments.content.loader import shipped_method
from assessments.content.values import CRITERION_CODES
from assessments.document.case import DONT_KNOW, Case
from assessments.document.values import AdviceDocument
from assessments.reports.values import Format, Report
from tests import FULL
from tests.document.cases import HEADLINES, case_of, content
from tests.look.html import parse
from tests.reports.made import OWN, file_of, headline_report, promises, report_of_case
from tests.reports.readers import squeezed, text_of

EVERY = [*Format]


def page_text(document: AdviceDocument) -> str:
    """The result page as a reader sees it."""
    html = render_to_string("result/advice.html", {"document": document, "read_only": True})
    return squeezed(parse(f"<main>{html}</main>").one("main").words)


def unsaid(report: Report, kind: Format) -> list[str]:
    """What the file should say and does not."""
    text = text_of(kind, file_of(report, kind))
    return [said for said in promises(report.document) if squeezed(said) not in text]


@pytest.mark.parametrize("language", ["en", "pl"])
@pytest.mark.parametrize("code", HEADLINES)
def test_every_file_says_what_the_page_says(code: str, language: str) -> None:
    report = headline_report(code, language)

    shown = page_text(report.document)
    on_the_page = promises(replace(report.document, against=None))  # which has a page of its own
    assert [said for said in on_the_page if squeezed(said) not in shown] == []
    assert {kind: unsaid(report, kind) for kind in EVERY} == {kind: [] for kind in EVERY}


@pytest.mark.parametrize("kind", EVERY)
def test_a_persons_decision_stands_beside_the_methods(kind: Format) -> None:
    text = text_of(kind, file_of(headline_report(decision=OWN), kind))

    said = [OWN.method, OWN.person, *OWN.reason.split("\n")]
    assert [each for each in said if squeezed(each) not in text] == []


@pytest.mark.parametrize("kind", EVERY)
def test_receipt_and_method_version_stand_in_every_file(kind: Format) -> None:
    report = headline_report()
    text = text_of(kind, file_of(report, kind))

    method = report.document.method
    assert (method.receipt in text, squeezed(method.published) in text) == (True, True)


def varied(number: int) -> Case:
    """Any answers, weights and language, the same ones for the same number."""
    random = Random(number)
    chosen = {code: random.randrange(5) for code in CRITERION_CODES}
    chosen |= {gate.code: random.randrange(len(gate.options)) for gate in shipped_method().gates}
    chosen |= dict.fromkeys(random.sample([*chosen], random.randrange(9)), DONT_KNOW)
    weights = {code: random.randrange(11) for code in CRITERION_CODES} | {"S1": 3, "R2": 2}
    language = random.choice(["en", "pl"])
    return case_of(chosen, method=random.choice([shipped_method(), content(weights)]), language=language)


@pytest.mark.long
@pytest.mark.parametrize("start", range(0, 200 if FULL else 20, 20))
def test_varied_results_read_the_same_in_every_format(start: int) -> None:
    for number in range(start, start + 20):
        report = report_of_case(varied(number))
        found = {kind: unsaid(report, kind) for kind in EVERY}
        assert (number, found) == (number, {kind: [] for kind in EVERY})
