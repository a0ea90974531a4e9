"""The same report gives the same bytes: at another time, in another process, in another time zone."""

import hashlib
import subprocess
import sys
import time

import pytest

from assessments.reports.values import Format, Options
from assessments.reports.writing import written
from assessments.services.reporting import sample_report
from tests.reports.made import OWN, all_files, branding, headline_report

PROGRAM = """
import os
os.environ["REVOPS_MODE"] = "local"
os.environ["DJANGO_SETTINGS_MODULE"] = "revops_advisor.settings"
import django
django.setup()
import hashlib
from assessments.reports.values import Format, Options
from assessments.reports.writing import written
from assessments.services.reporting import sample_report
for kind in Format:
    print(kind, hashlib.sha256(written(sample_report(Options("pl")), kind).content).hexdigest())
"""


@pytest.mark.parametrize("language", ["en", "pl"])
def test_files_made_twice_are_equal(language: str) -> None:
    report = headline_report("both", language, decision=OWN, branding=branding())
    first = all_files(report)
    time.sleep(1.1)  # ZIP and PDF know seconds

    assert {kind for kind, file in all_files(report).items() if file != first[kind]} == set()


def test_files_of_another_process_are_equal() -> None:
    command = ["env", "TZ=Pacific/Auckland", "PYTHONHASHSEED=7", sys.executable, "-c", PROGRAM]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout

    here = {
        str(kind): hashlib.sha256(written(sample_report(Options("pl")), kind).content).hexdigest() for kind in Format
    }
    assert dict(line.split() for line in printed.splitlines()) == here
