"""SIGKILL the server at random: no answer that was acknowledged is ever lost."""

import random
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path
from threading import Event, Thread
from typing import Any

import psycopg2
import pytest

from tests.databases import is_postgresql
from tests.factories import CODES, answer_fields, question_url
from tests.trust.servers import Server, Visitor, environment, own_database
from tests.trust.threads import seeded

CLIENTS = 4
ROUNDS_OF_EDITS = 2  # how often a client answers the questions of one assessment before it starts another
CRITERIA = CODES[:13]
Rows = dict[tuple[str, str], tuple[int, str, int]]  # (reference, question): (choice, note, version)


@dataclass
class Founder:
    """Answers one assessment after another, and remembers what the server acknowledged."""

    server: Server
    chance: random.Random
    enough: Event
    acknowledged: Rows = field(default_factory=dict)
    sent: dict[tuple[str, str], set[tuple[int, str]]] = field(default_factory=dict)
    count: int = 0
    failed: int = 0
    fault: str = ""

    def run(self) -> None:
        visitor, ref = Visitor(self.server), ""
        number = 0
        while not self.enough.is_set():
            try:
                if number % (len(CRITERIA) * ROUNDS_OF_EDITS) == 0:
                    ref = visitor.start()
                self.answer(visitor, ref, CRITERIA[number % len(CRITERIA)], number)
                number += 1
            except (OSError, HTTPException, TypeError):  # TypeError: no Location in a half-started server's answer
                self.failed += 1
                time.sleep(0.05)
            except AssertionError as error:
                self.fault = str(error)
                return

    def answer(self, visitor: Visitor, ref: str, code: str, number: int) -> None:
        """Send an edit until it is acknowledged; what was lost on the way is sent again from a fresh page."""
        key, given = (ref, code), (number % 5, f"edit {number}")
        self.sent.setdefault(key, set()).add(given)
        version = self.acknowledged.get(key, (0, "", 0))[2]
        fields = answer_fields(code, str(given[0]), note=given[1], version=version)
        answer = visitor.post(question_url(ref, code), fields)
        if answer.status == 409:
            raise AssertionError(f"{code} {given} met a conflict with itself: {answer.body}")
        if answer.status == 302:
            self.acknowledged[key] = (*given, version + 1)
            self.count += 1


ROWS = """
SELECT a.ref, w.code, w.choice, w.note, w.version
FROM assessments_answer w JOIN assessments_assessment a ON a.id = w.assessment_id
"""


def rows_of(address: str) -> Rows:
    """Every answer in the database."""
    connection: Any = (
        psycopg2.connect(address) if is_postgresql(address) else sqlite3.connect(address.removeprefix("sqlite:///"))
    )
    with closing(connection):
        cursor = connection.cursor()
        cursor.execute(ROWS)
        return {(ref, code): (choice, note, version) for ref, code, choice, note, version in cursor.fetchall()}


def lost(founder: Founder, rows: Rows) -> list[str]:
    """Acknowledged answers that are neither stored nor replaced by a later edit of the same founder."""
    found = []
    for key, (choice, note, version) in founder.acknowledged.items():
        row = rows.get(key)
        later = row is not None and row[2] > version and row[:2] in founder.sent[key]
        if row != (choice, note, version) and not later:
            found.append(f"{key}: acknowledged {(choice, note, version)}, stored {row}")
    return found


def kill_at_random(server: Server, chance: random.Random, kills: int) -> None:
    """End a worker, or everything at once and start again."""
    for number in range(kills):
        time.sleep(chance.uniform(0.2, 1.0))
        if number % 2:
            server.kill_worker()
        else:
            server.kill()
            server.start()
        server.wait()


@pytest.mark.parametrize(
    ("wanted", "kills"), [(300, 5), pytest.param(10_000, 100, marks=pytest.mark.long)], ids=["some", "many"]
)
def test_no_acknowledged_answer_is_lost_when_the_server_is_killed(tmp_path: Path, wanted: int, kills: int) -> None:
    chance = seeded(f"N {wanted} answers, {kills} kills")
    enough = Event()
    with own_database(tmp_path) as address:
        server = Server(environment(address), tmp_path / "log", workers=2)
        founders = [Founder(server, chance, enough) for _ in range(CLIENTS)]
        threads = [Thread(target=founder.run) for founder in founders]
        server.start()
        try:
            server.wait()
            for thread in threads:
                thread.start()
            kill_at_random(server, chance, kills)
            end = time.monotonic() + 60 + wanted / 20
            while sum(founder.count for founder in founders) < wanted and time.monotonic() < end:
                time.sleep(0.05)
        finally:
            enough.set()
            for thread in threads:
                thread.join()
            server.kill()
        rows = rows_of(address)

    found = [line for founder in founders for line in lost(founder, rows)]

    count = sum(founder.count for founder in founders)
    print(f"{count} acknowledged, {sum(founder.failed for founder in founders)} requests failed, {len(rows)} rows")
    assert [founder.fault for founder in founders] == [""] * CLIENTS
    assert found == []
    assert count >= wanted
