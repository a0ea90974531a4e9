"""A backup holds every row that was acknowledged before it began, and restoring it gives back the same rows."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from io import StringIO
from itertools import count
from pathlib import Path
from threading import Event, Thread

import pytest
from django.core.management import CommandError, call_command
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import ConnectionHandler

from assessments.management.commands import backup as backup_command
from assessments.management.commands import restore as restore_command
from revops_advisor.backups import BackupError, back_up, restore, row_counts
from revops_advisor.settings import database
from tests.databases import postgresql, sqlite_url, tools

MakeDatabase = Callable[[], BaseDatabaseWrapper]
TABLES = (
    "CREATE TABLE django_migrations (id integer PRIMARY KEY, name varchar(50) NOT NULL)",
    "CREATE TABLE client (id integer PRIMARY KEY, name varchar(200) NOT NULL)",
    "CREATE TABLE answer (id integer PRIMARY KEY, client_id integer NOT NULL REFERENCES client (id), note text)",
)


def opened(url: str) -> BaseDatabaseWrapper:
    connection: BaseDatabaseWrapper = ConnectionHandler({"default": database(url)})["default"]
    connection.inc_thread_sharing()
    return connection


def run(connection: BaseDatabaseWrapper, *statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def rows(connection: BaseDatabaseWrapper, table: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} ORDER BY id")
        return cursor.fetchall()


def fill(connection: BaseDatabaseWrapper) -> None:
    run(
        connection,
        *TABLES,
        "INSERT INTO client VALUES (1, 'Zażółć ''gęślą'' jaźń')",
        "INSERT INTO answer VALUES (1, 1, 'first'), (2, 1, NULL)",
    )


@pytest.fixture(params=["sqlite", "postgresql"])
def make_database(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, django_db_blocker: object
) -> Iterator[MakeDatabase]:
    """Makes any number of empty databases of one engine."""
    opening: list[BaseDatabaseWrapper] = []
    contexts = []
    folder = tools()
    if request.param == "postgresql":
        if folder is None:
            pytest.skip("no pg_dump on this machine")
        request.getfixturevalue("postgresql_server")
        monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")

    def make() -> BaseDatabaseWrapper:
        if request.param == "sqlite":
            place = tmp_path / f"live{len(opening)}"
            place.mkdir()
            url = sqlite_url(place)
        else:
            contexts.append(postgresql())
            url = contexts[-1].__enter__() or pytest.skip("no PostgreSQL on this machine")
        opening.append(opened(url))
        return opening[-1]

    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        yield make
        for connection in opening:
            connection.close()
        for context in reversed(contexts):
            context.__exit__(None, None, None)


def test_backup_under_load_loses_no_acknowledged_row(make_database: MakeDatabase, tmp_path: Path) -> None:
    live = make_database()
    fill(live)
    acknowledged: list[int] = []
    stop = Event()

    def write() -> None:
        writer = opened_again(live)
        for number in count(100):
            if stop.is_set():
                break
            run(writer, f"INSERT INTO answer VALUES ({number}, 1, 'note {number}')")
            acknowledged.append(number)
        writer.close()

    thread = Thread(target=write)
    thread.start()
    try:
        before = 0
        for attempt in range(5):
            while len(acknowledged) < before + 50:
                stop.wait(0.001)
            before = len(acknowledged)
            back_up(live, tmp_path / f"{attempt}.backup")
            copy = make_database()
            restore(copy, tmp_path / f"{attempt}.backup")
            kept = {row[0] for row in rows(copy, "answer")}
            assert set(acknowledged[:before]) - kept == set()
    finally:
        stop.set()
        thread.join()
    assert len(acknowledged) > 250


def opened_again(connection: BaseDatabaseWrapper) -> BaseDatabaseWrapper:
    """Another connection to the same database."""
    handler = ConnectionHandler({"default": connection.settings_dict})
    another: BaseDatabaseWrapper = handler["default"]
    another.inc_thread_sharing()
    return another


def test_restored_database_equals_the_one_backed_up(make_database: MakeDatabase, tmp_path: Path) -> None:
    live, copy = make_database(), make_database()
    fill(live)

    size = back_up(live, tmp_path / "one.backup")
    counts = restore(copy, tmp_path / "one.backup")

    assert size == (tmp_path / "one.backup").stat().st_size
    assert counts == row_counts(live) == {"answer": 2, "client": 1, "django_migrations": 0}
    assert [rows(copy, table) for table in counts] == [rows(live, table) for table in counts]


def test_backup_leaves_one_private_file(make_database: MakeDatabase, tmp_path: Path) -> None:
    live = make_database()
    fill(live)
    folder = tmp_path / "backups"
    folder.mkdir()

    back_up(live, folder / "one.backup")

    assert [path.name for path in folder.iterdir()] == ["one.backup"]
    assert (folder / "one.backup").stat().st_mode & 0o777 == 0o600


def test_restored_database_can_be_backed_up_and_restored_again(make_database: MakeDatabase, tmp_path: Path) -> None:
    live, second, third = make_database(), make_database(), make_database()
    fill(live)
    back_up(live, tmp_path / "one.backup")
    restore(second, tmp_path / "one.backup")
    run(second, "INSERT INTO answer VALUES (3, 1, 'later')")

    back_up(second, tmp_path / "two.backup")
    restore(third, tmp_path / "two.backup")

    assert rows(third, "answer") == rows(second, "answer")


def test_existing_file_is_replaced_only_when_forced(make_database: MakeDatabase, tmp_path: Path) -> None:
    live = make_database()
    fill(live)
    target = tmp_path / "one.backup"
    target.write_text("precious")

    with pytest.raises(BackupError, match="exists already"):
        back_up(live, target)
    assert target.read_text() == "precious"

    back_up(live, target, force=True)
    assert target.stat().st_size > len("precious")


def test_full_database_is_replaced_only_when_asked(make_database: MakeDatabase, tmp_path: Path) -> None:
    live, other = make_database(), make_database()
    fill(live)
    back_up(live, tmp_path / "one.backup")
    run(other, "CREATE TABLE leftover (id integer PRIMARY KEY)", *TABLES, "INSERT INTO client VALUES (7, 'Other')")

    with pytest.raises(BackupError, match="not empty"):
        restore(other, tmp_path / "one.backup")
    assert rows(other, "client") == [(7, "Other")]

    restore(other, tmp_path / "one.backup", replace=True)
    assert row_counts(other) == row_counts(live)


def test_sqlite_is_replaced_under_open_connections(tmp_path: Path, django_db_blocker: object) -> None:
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        live = opened(sqlite_url(tmp_path))
        fill(live)
        back_up(live, tmp_path / "one.backup")
        run(live, "DELETE FROM answer")
        with closing(sqlite3.connect(tmp_path / "db.sqlite3")) as reader:
            assert reader.execute("SELECT count(*) FROM answer").fetchone() == (0,)

            restore(live, tmp_path / "one.backup", replace=True)

            assert reader.execute("SELECT count(*) FROM answer").fetchone() == (2,)
            assert reader.execute("PRAGMA journal_mode").fetchone() == ("wal",)
            assert reader.execute("PRAGMA application_id").fetchone() == (0,)
        live.close()


@pytest.mark.parametrize("replace", [False, True], ids=["empty", "replace"])
def test_damaged_backup_changes_nothing(make_database: MakeDatabase, tmp_path: Path, *, replace: bool) -> None:
    live, other = make_database(), make_database()
    fill(live)
    run(live, *(f"INSERT INTO answer VALUES ({number}, 1, '{os.urandom(400).hex()}')" for number in range(10, 100)))
    if replace:
        fill(other)
    before = row_counts(other)
    path = tmp_path / "one.backup"
    back_up(live, path)
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size * 2 // 3)

    with pytest.raises(BackupError):
        restore(other, path, replace=replace)

    assert row_counts(other) == before


def test_folder_that_is_missing_is_named(make_database: MakeDatabase, tmp_path: Path) -> None:
    with pytest.raises(BackupError, match="nowhere does not exist"):
        back_up(make_database(), tmp_path / "nowhere" / "one.backup")


def test_file_that_is_no_backup_is_refused(make_database: MakeDatabase, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear all")
    live = make_database()

    with pytest.raises(BackupError, match=r"letter.txt is not a backup of RevOps Advisor"):
        restore(live, tmp_path / "letter.txt")
    with pytest.raises(BackupError, match=r"none.txt cannot be read: No such file"):
        restore(live, tmp_path / "none.txt")


def test_backup_of_the_other_engine_is_refused(make_database: MakeDatabase, tmp_path: Path) -> None:
    live = make_database()
    sqlite = live.vendor == "sqlite"
    if sqlite:
        (tmp_path / "other.backup").write_bytes(b"PGDMP\1\16\0")
    else:
        with closing(sqlite3.connect(tmp_path / "other.backup")) as other:
            other.execute("PRAGMA application_id=0x52764F41")

    with pytest.raises(BackupError, match=f"backup of a {'postgresql' if sqlite else 'sqlite'} database"):
        restore(live, tmp_path / "other.backup")


@pytest.mark.parametrize(("with_wal", "sentence"), [(True, "still in copy.sqlite3-wal"), (False, "left behind")])
def test_copied_sqlite_file_is_refused(
    tmp_path: Path, django_db_blocker: object, *, with_wal: bool, sentence: str
) -> None:
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        live = opened(sqlite_url(tmp_path))
        fill(live)
        copied = tmp_path / "copy.sqlite3"
        shutil.copy(tmp_path / "db.sqlite3", copied)
        if with_wal:
            shutil.copy(tmp_path / "db.sqlite3-wal", tmp_path / "copy.sqlite3-wal")

        with pytest.raises(BackupError, match=f"copied SQLite file, not a backup.*{sentence}"):
            restore(live, copied, replace=True)
        live.close()


def test_backup_of_another_product_is_refused(make_database: MakeDatabase, tmp_path: Path) -> None:
    live = make_database()
    if live.vendor == "sqlite":
        pytest.skip("SQLite backups are told by their mark")
    run(live, "CREATE TABLE something_else (id integer)")

    with pytest.raises(BackupError, match="does not hold the tables of RevOps Advisor"):
        back_up(live, tmp_path / "one.backup")
    assert list(tmp_path.glob("*.backup")) == []


def test_missing_database_is_named(tmp_path: Path) -> None:
    with pytest.raises(BackupError, match=r"db.sqlite3 cannot be used: unable to open"):
        back_up(opened(sqlite_url(tmp_path)), tmp_path / "one.backup")


def test_missing_programs_are_named(
    make_database: MakeDatabase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = make_database()
    if live.vendor == "sqlite":
        pytest.skip("SQLite needs no program")
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(BackupError, match="pg_dump is not installed"):
        back_up(live, tmp_path / "one.backup")


def test_backup_with_a_dangling_reference_is_refused(tmp_path: Path, django_db_blocker: object) -> None:
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        live = opened(sqlite_url(tmp_path))
        fill(live)
        run(live, "PRAGMA foreign_keys=OFF", "INSERT INTO answer VALUES (9, 99, 'nobody')")

        with pytest.raises(BackupError, match="1 rows refer to missing rows"):
            back_up(live, tmp_path / "one.backup")
        live.close()


def test_commands_back_up_and_restore(
    make_database: MakeDatabase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live, other, out = make_database(), make_database(), StringIO()
    fill(live)
    path = tmp_path / "one.backup"

    monkeypatch.setattr(backup_command, "connection", live)
    call_command("backup", path, stdout=out)
    with pytest.raises(CommandError, match="exists already"):
        call_command("backup", path)
    call_command("backup", path, force=True, stdout=out)
    monkeypatch.setattr(restore_command, "connection", other)
    call_command("restore", path, stdout=out)
    with pytest.raises(CommandError, match="not empty"):
        call_command("restore", path)
    call_command("restore", path, replace=True, stdout=out)

    assert rows(other, "answer") == rows(live, "answer")
    assert f"Backed up to {path} ({path.stat().st_size:,} bytes, checked)." in out.getvalue()
    assert f"Restored 3 rows in 3 tables from {path}, checked." in out.getvalue()
