"""One short run of everything, which the tests read."""

import json
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command


@dataclass(frozen=True)
class Run:
    """What the command printed, and what it wrote with --json."""

    printed: str
    document: dict[str, Any]

    def lines(self, group: str) -> list[dict[str, Any]]:
        return [line for line in self.document["lines"] if line["group"] == group]


def run(file: Path, **options: Any) -> Run:
    """The command's shortest run."""
    printed = StringIO()
    call_command("bench", rounds=1, companies=20, json=file, stdout=printed, **options)
    return Run(printed.getvalue(), json.loads(file.read_text(encoding="utf-8")))


@pytest.fixture(scope="package")
def whole_run(django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Every group; the command makes databases of its own, so the test database is not touched."""
    with django_db_blocker.unblock():
        return run(tmp_path_factory.mktemp("bench") / "bench.json")
