"""The test runner: `python -m tests [--all] [pytest arguments]`.

Four processes: unit tests on SQLite, the tests of trust on SQLite, both on PostgreSQL without those that need to run
only once, and the browser tests. All of them run, whatever fails; what this machine cannot run is named at the end and
fails in CI.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from tests.conftest import CHROMIUM
from tests.databases import SHARED_SERVER, server

ROOT = Path(__file__).resolve().parent.parent
REPORTS = ROOT / "var" / "tests"
TRUST = "tests/trust"
# Pure code, and tests that make databases of both engines themselves.
RUN_ONCE = (
    "tests/scoring",
    "tests/content",
    "tests/document",
    "tests/look",
    "tests/reports/writers",
    "tests/test_architecture.py",
    "tests/test_backups.py",
    "tests/test_project.py",
)
# Long tests of what no database has a part in; `--all` runs them on both.
ONCE_IN_SHORT_RUNS = (
    "tests/bench",
    "tests/metrics/test_calculations.py",
    "tests/metrics/test_formulas.py",
    "tests/metrics/test_metric_page.py",
    "tests/metrics/test_numbers.py",
    "tests/metrics/test_texts.py",
    "tests/pages",
    f"{TRUST}/test_access_table.py",
    f"{TRUST}/test_canary.py",
    f"{TRUST}/test_headers.py",
    f"{TRUST}/test_redirects.py",
    f"{TRUST}/test_writing.py",
)
NOTHING_SELECTED = 5  # pytest's exit code
# A browser that hangs ends its worker after three minutes; the test is named and the others go on.
HANGING = ("-o", "faulthandler_timeout=180", "--max-worker-restart=3")
COVERAGE = ("--cov", "--cov-report=", "--cov-fail-under=0")  # the bounds are for all processes together
SCORING = "assessments/scoring/*"
MOST = 20  # failed tests named in the summary
LINE = 300  # characters of a failed test's line in the summary
CI = os.environ.get("CI") == "true"


@dataclass(frozen=True)
class Process:
    """One pytest process: its name, arguments and database; `missing` says why it cannot run."""

    name: str
    arguments: tuple[str, ...]
    database: str = f"sqlite:///{ROOT / 'var' / 'unused.sqlite3'}"
    missing: str = ""
    measured: bool = True

    def file(self, ending: str) -> Path:
        return REPORTS / f"{self.name.replace(' ', '-').lower()}.{ending}"


@dataclass(frozen=True)
class Outcome:
    """What a process did."""

    process: Process
    code: int
    seconds: float
    passed: int
    failed: int
    skipped: int
    faults: tuple[str, ...] = ()  # the failed tests, named again at the end, where they are found

    @property
    def ok(self) -> bool:
        return self.code in {0, NOTHING_SELECTED}

    def __str__(self) -> str:
        counts = f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"
        return f"{self.process.name:<28} {counts}, {self.seconds:.0f} s" + ("" if self.ok else "  << FAILED")


def processes(given: list[str], *, everything: bool, postgresql: str | None) -> Iterator[Process]:
    """The processes of one run, in order."""
    marks = ("-m", "not browser" if everything else "not browser and not long")
    workers = () if given else ("-n", "3")  # for a few tests, starting workers takes longer than the tests
    trust = () if given else (f"--ignore={TRUST}",)
    yield Process("Unit tests on SQLite", (*workers, *marks, *trust, *given))
    if trust:  # by themselves, for measuring nearly doubles their processor time and they cover what others do
        yield Process("Trust tests on SQLite", (*workers, *marks, TRUST), measured=False)
    once = RUN_ONCE if everything else RUN_ONCE + ONCE_IN_SHORT_RUNS
    yield Process(
        "Unit tests on PostgreSQL",
        (*workers, *marks, *(f"--ignore={path}" for path in once), *given),
        database=postgresql or "",
        measured=False,  # the same code as on SQLite
        missing="" if postgresql else "no PostgreSQL here (install the package postgresql or set DATABASE_URL)",
    )
    yield Process(
        "Browser tests",
        (*workers, *HANGING, "-m", "browser", *given),
        missing="" if CHROMIUM else "no Chromium here (install the package chromium)",
    )


def execute(process: Process, environment: dict[str, str], seed: int) -> Outcome:
    """Run one process and count what it did."""
    print(f"\n=== {process.name} ===", flush=True)
    junit = process.file("xml")
    coverage = COVERAGE if process.measured else ()
    command = [sys.executable, "-m", "pytest", "-q", *coverage, f"--hypothesis-seed={seed}", f"--junit-xml={junit}"]
    own = {"DATABASE_URL": process.database, "COVERAGE_FILE": str(process.file("coverage"))}
    start = time.monotonic()
    code = subprocess.run([*command, *process.arguments], cwd=ROOT, env=environment | own, check=False).returncode
    seconds = time.monotonic() - start
    if not junit.exists():
        return Outcome(process, code, seconds, passed=0, failed=1, skipped=0)
    root = ElementTree.parse(junit).getroot()
    suites = list(root.iter("testsuite"))
    total, failures, errors, skipped = (
        sum(int(suite.get(name, 0)) for suite in suites) for name in ("tests", "failures", "errors", "skipped")
    )
    failed = failures + errors
    return Outcome(process, code, seconds, max(0, total - failed - skipped), failed, skipped, tuple(faults(root)))


def faults(root: ElementTree.Element) -> Iterator[str]:
    """One line for every test that failed: its name and what was wrong."""
    for case in root.iter("testcase"):
        for fault in (*case.iter("failure"), *case.iter("error")):
            said = (fault.get("message") or "no message").strip().splitlines()[0]
            yield f"{case.get('classname')}::{case.get('name')}: {said}"[:LINE]


def coverage_is_enough(outcomes: list[Outcome], environment: dict[str, str], *, complete: bool) -> bool:
    """Combine what the processes measured and hold it against the bounds; overall only when all of them ran."""
    environment = environment | {"COVERAGE_FILE": str(REPORTS / "combined.coverage")}
    measured = [str(file) for outcome in outcomes if (file := outcome.process.file("coverage")).exists()]

    def coverage(*arguments: str) -> bool:
        command = [sys.executable, "-m", "coverage", *arguments]
        return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode == 0

    if not coverage("combine", "--quiet", *measured):
        return False
    print("\n=== Coverage of everything ===", flush=True)
    overall = coverage("report") or not complete
    print("\n=== Coverage of the scoring engine ===", flush=True)
    return coverage("report", f"--include={SCORING}", "--fail-under=100") and overall


def report(outcomes: list[Outcome], missing: list[Process], *, covered: bool, seed: int) -> int:
    """Print what ran and what did not; the exit code."""
    print(f"\n=== Summary (random seed {seed}) ===")
    for outcome in outcomes:
        print(outcome)
    for line in [line for outcome in outcomes for line in outcome.faults][:MOST]:
        print(f"  {line}")
    for process in missing:
        print(f"{process.name:<28} DID NOT RUN: {process.missing}" + ("  << FAILED" if CI else ""))
    if not covered:
        print("Coverage is below its bound  << FAILED")
    passed, failed, skipped = (sum(getattr(o, name) for o in outcomes) for name in ("passed", "failed", "skipped"))
    print(f"\n{passed} passed, {failed} failed, {skipped} skipped", flush=True)
    if not any(outcome.code != NOTHING_SELECTED for outcome in outcomes):
        return NOTHING_SELECTED
    return 0 if all(outcome.ok for outcome in outcomes) and covered and not (missing and CI) else 1


def main(arguments: list[str]) -> int:
    """Run everything and report."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the throw-away PostgreSQL is stopped
    everything = "--all" in arguments
    given = [argument for argument in arguments if argument != "--all"]
    shutil.rmtree(REPORTS, ignore_errors=True)
    REPORTS.mkdir(parents=True)
    seed = random.randrange(2**32)
    environment = dict(os.environ) | ({"REVOPS_FULL_TESTS": "1"} if everything else {})
    with server() as postgresql:
        environment |= {SHARED_SERVER: postgresql or ""}
        planned = list(processes(given, everything=everything, postgresql=postgresql))
        outcomes = [execute(process, environment, seed) for process in planned if not process.missing]
    missing = [process for process in planned if process.missing]
    covered = bool(given) or coverage_is_enough(outcomes, environment, complete=not missing)
    return report(outcomes, missing, covered=covered, seed=seed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
