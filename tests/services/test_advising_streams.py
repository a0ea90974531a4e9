"""`manage.py advise` with standard input, files and terminals: read as it comes, printed as it is known."""

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from assessments.models import MethodVersion
from assessments.services.publishing import publish_shipped_method_once
from tests.services.test_advising import EQUAL

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def published() -> None:
    publish_shipped_method_once()


class Slow(io.RawIOBase):
    """A pipe that gives one item at a time and counts them."""

    def __init__(self, items: Iterator[str]) -> None:
        self.items = items
        self.given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = next(self.items, "").encode()
        self.given += bool(data)
        buffer[: len(data)] = data
        return len(data)


class Watched(io.StringIO):
    """Standard output that notes how many items were read at each item printed."""

    def __init__(self, source: Slow) -> None:
        super().__init__()
        self.source = source
        self.read: list[int] = []

    def write(self, text: str) -> int:
        if '"receipt"' in text:
            self.read.append(self.source.given)
        return super().write(text)


@pytest.mark.parametrize(("before", "between"), [("", "\n"), ("[", ",")])
def test_each_item_is_printed_before_the_next_is_read(
    monkeypatch: pytest.MonkeyPatch, before: str, between: str
) -> None:
    ends = {0: before, 5: ""}
    source = Slow(f"{ends.get(i, '')}{EQUAL}{between if i < 5 else ']' * len(before)}" for i in range(6))
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(source)))
    output = Watched(source)

    call_command("advise", "-", stdout=output)

    assert (output.read, len(json.loads(output.getvalue()))) == ([1, 2, 3, 4, 5, 6], 6)


def test_text_at_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"\ufeff{EQUAL}"))
    output = io.StringIO()

    call_command("advise", "-", stdout=output)

    assert [got["id"] for got in json.loads(output.getvalue())] == ["acme"]


@pytest.mark.parametrize("name", ["missing.json", ".", "nul\0"])
def test_file_that_cannot_be_read(tmp_path: Path, name: str) -> None:
    with pytest.raises(CommandError, match=r"^The file .* cannot be read: .*\.$") as caught:
        call_command("advise", f"{tmp_path}/{name}", stdout=io.StringIO())

    assert caught.value.returncode == 2


def test_no_published_method(tmp_path: Path) -> None:
    MethodVersion.objects.update(status=MethodVersion.Status.RETIRED)
    (tmp_path / "items").write_text(EQUAL)

    with pytest.raises(CommandError, match=r"^No method is published\. ") as caught:
        call_command("advise", tmp_path / "items", stdout=io.StringIO())

    assert caught.value.returncode == 2


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_shown_on_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "items").write_text("{}\n" * 100)
    terminal = Terminal()

    call_command("advise", tmp_path / "items", stdout=io.StringIO(), stderr=terminal)

    assert terminal.getvalue() == "\r100 items\r\x1b[K"
