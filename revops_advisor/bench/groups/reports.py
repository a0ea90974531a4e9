"""Reports: time of each format, PDF beside a bare compile of its template, the first of a process, memory."""

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from assessments.reports.pdf.compiling import FONTS, STANDARDS, compiler
from assessments.reports.pdf.template_data import template_data
from assessments.reports.values import Format, Options, Report
from assessments.reports.writing import written
from assessments.services.reporting import sample_report
from revops_advisor.bench.groups.start import printed
from revops_advisor.bench.lines import Line, counted
from revops_advisor.bench.setting import Setting, demand_equal
from revops_advisor.bench.timing import Aim, Calls, Work, alone, compared, interleaved, timed

MOST_ROUNDS = 15
MOST_MS_FIRST = 150.0
WARM_UP, MANY, ROUNDS_FOR_MANY = 100, 500, 10  # a short run makes fewer
MOST_MORE_KB = 20_000  # the allocator's steps; files kept by mistake would be 68,000
NUMBERS = count()
FIRST = """
import time
import django
django.setup()
from assessments.reports.values import Format, Options
from assessments.services.reporting import sample_report
report = sample_report(Options("en"))
began = time.process_time()
from assessments.reports.writing import written
written(report, Format.PDF)
print((time.process_time() - began) * 1000)
"""

MEMORY = """
import django
django.setup()
from pathlib import Path
from assessments.reports.values import Format
from assessments.reports.writing import written
from revops_advisor.bench.groups.reports import some_report

def resident_kb():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4

for number in range({many}):
    if number == {warm}:
        before = resident_kb()
    written(some_report(number), Format.PDF)
print(max(0, resident_kb() - before))
"""


def reports(setting: Setting) -> Iterator[Line]:
    """Every sample prints a company of another name."""
    rounds = min(setting.rounds, MOST_ROUNDS)
    for kind in Format:
        demand_equal(written(some_report(0), kind).content, written(some_report(0), kind).content, f"Report as {kind}")
        if kind is not Format.PDF:
            yield timed("reports", f"{kind}, warm", alone(one_of(kind), rounds))
    pairs = interleaved(one_of(Format.PDF), bare_compile(), rounds)
    yield compared(Aim("reports", "pdf, warm", "bare compile of the template", 1.2), pairs)
    yield timed("reports", "all seven formats", alone(Work(all_formats), rounds))
    firsts = [printed(FIRST)[0] for _ in range(min(rounds, 5))]
    firsts.sort()
    middle = firsts[len(firsts) // 2]
    yield Line("reports", "pdf, first of a process", firsts[0], middle, "ms", "cpu", target=MOST_MS_FIRST)
    warm, many = (WARM_UP, MANY) if setting.rounds >= ROUNDS_FOR_MANY else (50, 80)
    added = int(printed(MEMORY.format(warm=warm, many=many))[0])
    yield counted("reports", f"memory added by reports {warm} to {many}", added, "kB", MOST_MORE_KB)


def some_report(number: int) -> Report:
    return replace(sample_report(Options("pl" if number % 2 else "en")), name=f"Company {number}")


def one_of(kind: Format) -> Work:
    def prepare() -> Calls:
        report = some_report(next(NUMBERS))
        return lambda: written(report, kind)

    return Work(prepare)


def all_formats() -> Calls:
    report = some_report(next(NUMBERS))
    return lambda: [written(report, kind) for kind in Format]


def bare_compile() -> Work:
    """The floor: data that is ready already, and nothing but Typst."""

    def prepare() -> Calls:
        data = template_data(some_report(next(NUMBERS))) | {"lacking": "", "fonts": FONTS, "dated": False}
        given = {"data": json.dumps(data)}
        made = compiler("report")
        return lambda: made.compile(format="pdf", sys_inputs=given, pdf_standards=STANDARDS)

    return Work(prepare)
