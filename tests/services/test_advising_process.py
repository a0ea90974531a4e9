"""`manage.py advise` as a process: pipes, exit status, and never a traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.databases import sqlite_url
from tests.test_architecture import ROOT

GOOD = b'{"id": "acme", "answers": {"S1": 4}}\n'


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a prepared product of its own."""
    env = os.environ | {"DATABASE_URL": sqlite_url(tmp_path_factory.mktemp("advising"))}
    subprocess.run([sys.executable, "manage.py", "prepare"], cwd=ROOT, env=env, check=True, capture_output=True)
    return env


def run(environment: dict[str, str], data: bytes, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "manage.py", "advise", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, input=data, capture_output=True, check=False)


def test_standard_input_and_exit_status(environment: dict[str, str]) -> None:
    done = run(environment, GOOD + b'{"id": "b", "answers": {"S4": 7}}\nx\xff\n' + GOOD, "-")

    said = done.stderr.decode().splitlines()
    assert [got["id"] for got in json.loads(done.stdout)] == ["acme", "acme"]
    assert said[0] == 'Item 2 ("b"), answers.S4: the answer 7 is not a whole number from 0 to 4.'
    assert (said[1][:36], len(said), done.returncode) == ("Item 3: this is not valid JSON (expe", 2, 2)


def test_missing_file(environment: dict[str, str], tmp_path: Path) -> None:
    done = run(environment, b"", str(tmp_path / "none.json"))

    sentence = f"CommandError: The file {tmp_path}/none.json cannot be read: No such file or directory.\n"
    assert (done.stdout, done.stderr.decode(), done.returncode) == (b"", sentence, 2)


def test_reader_that_goes_away_is_not_an_error(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "items").write_bytes(GOOD * 500)
    command = [sys.executable, "manage.py", "advise", "--lines", str(tmp_path / "items")]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        first = process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read()

    assert (json.loads(first)["id"], said, process.returncode) == ("acme", b"", 0)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_full_disk(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "items").write_bytes(GOOD)
    command = [sys.executable, "manage.py", "advise", str(tmp_path / "items")]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, cwd=ROOT, env=environment, stdout=full, stderr=subprocess.PIPE, check=False)

    sentence = b"CommandError: The output cannot be written: No space left on device.\n"
    assert (done.stderr, done.returncode) == (sentence, 2)


def test_database_that_is_not_prepared(environment: dict[str, str], tmp_path: Path) -> None:
    done = run(environment | {"DATABASE_URL": sqlite_url(tmp_path)}, GOOD, "-")

    sentence = b"CommandError: The database cannot be read. Run manage.py prepare, then try again.\n"
    assert (done.stdout, done.stderr, done.returncode) == (b"", sentence, 2)
