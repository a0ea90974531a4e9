"""Backups that miss nothing, and their restoring. The commands `backup` and `restore` are thin covers over this.

SQLite goes through its backup API, because a copied file misses what still lies in the -wal file beside it.
PostgreSQL goes through pg_dump and pg_restore. A backup is written under a temporary name, checked, and only then
given its own name; a restore happens in one transaction, so that a failure leaves the database as it was.
"""

import os
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db.backends.base.base import BaseDatabaseWrapper

# SQLite's application_id of a backup: tells it from a live database file and from a copy of one.
MARK = 0x52764F41
SQLITE_HEADER = b"SQLite format 3\0"
POSTGRESQL_HEADER = b"PGDMP"
DSN_PARAMETERS = ("host", "hostaddr", "port", "user", "dbname", "sslmode", "sslrootcert", "sslcert", "sslkey")
# Everything of ours in the schema, so that nothing of the replaced database remains; extensions stay.
EMPTY_SCHEMA = """
SET client_min_messages = warning;
DO $$ DECLARE statement text; BEGIN
  FOR statement IN
    SELECT format('DROP TABLE IF EXISTS %s CASCADE', oid::regclass) FROM pg_class
      WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')
    UNION ALL
    SELECT format('DROP ROUTINE IF EXISTS %s CASCADE', oid::regprocedure) FROM pg_proc
      WHERE pronamespace = current_schema()::regnamespace
      AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')
  LOOP EXECUTE statement; END LOOP;
END $$;
"""


class BackupError(Exception):
    """Why a backup or restore did not happen; nothing was changed."""


def back_up(connection: BaseDatabaseWrapper, destination: Path, *, force: bool = False) -> int:
    """Write everything the database has acknowledged to one checked file; its size in bytes."""
    if destination.exists() and not force:
        raise BackupError(f"{destination} exists already. Choose another name, or add --force to replace it.")
    if not destination.parent.is_dir():
        raise BackupError(f"The folder {destination.parent} does not exist.")
    with _temporary_file(destination.parent) as temporary:
        if connection.vendor == "sqlite":
            _back_up_sqlite(connection, temporary)
        else:
            _run("pg_dump", "--format=custom", f"--file={temporary}", connection=connection)
            _check_contents(temporary)
        _flush(temporary)
        temporary.replace(destination)
        _flush(destination.parent)
    return destination.stat().st_size


def restore(connection: BaseDatabaseWrapper, source: Path, *, replace: bool = False) -> dict[str, int]:
    """Fill the database from a backup; rows per table afterwards."""
    _check_kind(connection, source)
    if connection.introspection.table_names() and not replace:
        raise BackupError("The database is not empty. Add --replace to put the backup in the place of what it holds.")
    if connection.vendor == "sqlite":
        _restore_sqlite(connection, source)
    else:
        _restore_postgresql(connection, source)
    return row_counts(connection)


def row_counts(connection: BaseDatabaseWrapper) -> dict[str, int]:
    """Rows of every table."""
    counts = {}
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names(cursor)):
            cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")  # noqa: S608  # quoted
            counts[table] = cursor.fetchone()[0]
    return counts


# SQLite


def _back_up_sqlite(connection: BaseDatabaseWrapper, destination: Path) -> None:
    with _sqlite(Path(connection.settings_dict["NAME"])) as live, _sqlite(destination) as copy:
        live.execute("BEGIN")  # the counts and the copy see the same moment
        expected = _sqlite_counts(live)
        live.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, with nothing beside it
        copy.execute(f"PRAGMA application_id={MARK}")
        _check_integrity(copy, destination)
        if _sqlite_counts(copy) != expected:
            raise BackupError("The backup does not hold the rows of the database. Nothing was kept; try again.")


def _restore_sqlite(connection: BaseDatabaseWrapper, source: Path) -> None:
    live = Path(connection.settings_dict["NAME"])
    with (
        _temporary_file(live.parent) as temporary,
        _sqlite(source, read_only=True) as backup,
        _sqlite(temporary) as copy,
    ):
        _check_integrity(backup, source)
        backup.backup(copy)
        copy.execute("PRAGMA application_id=0")  # the live file is no backup
        connection.ensure_connection()
        copy.backup(connection.connection)
        _check_integrity(connection.connection, live)


def _check_integrity(database: sqlite3.Connection, path: Path) -> None:
    faults = [row[0] for row in database.execute("PRAGMA integrity_check(3)") if row[0] != "ok"]
    broken = database.execute("PRAGMA foreign_key_check").fetchall()
    if faults or broken:
        raise BackupError(f"{path} is damaged: {'; '.join(faults) or f'{len(broken)} rows refer to missing rows'}.")


def _sqlite_counts(database: sqlite3.Connection) -> dict[str, int]:
    tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    return {
        name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608  # names from the database
        for (name,) in tables
    }


@contextmanager
def _sqlite(path: Path, *, read_only: bool = False) -> Iterator[sqlite3.Connection]:
    address = f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rw'}"
    try:
        with closing(sqlite3.connect(address, uri=True, timeout=20, isolation_level=None)) as database:
            yield database
    except sqlite3.Error as error:
        raise BackupError(f"{path} cannot be used: {error}.") from error


# PostgreSQL


def _restore_postgresql(connection: BaseDatabaseWrapper, source: Path) -> None:
    _check_contents(source)
    folder = Path(tempfile.gettempdir())
    with _temporary_file(folder) as emptying, _temporary_file(folder) as filling:
        emptying.write_text(EMPTY_SCHEMA, encoding="utf-8")
        _run("pg_restore", "--no-owner", "--no-privileges", f"--file={filling}", source)
        _allow_older_server(filling)
        options = ("--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", "--output=/dev/null")
        _run("psql", *options, f"--file={emptying}", f"--file={filling}", connection=connection)


def _allow_older_server(script: Path) -> None:
    """Turn the one setting that servers before version 17 do not know into a comment; it stands before the tables."""
    with script.open("r+b") as file:
        preamble = file.read(4096).split(b"CREATE ", 1)[0]
        position = preamble.find(b"SET transaction_timeout")
        if position >= 0:
            file.seek(position)
            file.write(b"--")


def _check_contents(path: Path) -> None:
    if " django_migrations " not in _run("pg_restore", "--list", path):
        raise BackupError(f"{path} does not hold the tables of RevOps Advisor.")


def _run(program: str, *arguments: str | Path, connection: BaseDatabaseWrapper | None = None) -> str:
    """Run one of PostgreSQL's programs; its output. The password goes through a file that only we can read."""
    with _temporary_file(Path(tempfile.gettempdir())) as passfile:
        target = [f"--dbname={_address(connection, passfile)}"] if connection else []
        command = [program, *(["--no-password", *target] if target else []), *map(str, arguments)]
        try:
            done = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603  # no shell
        except FileNotFoundError as error:
            raise BackupError(f"{program} is not installed. Install PostgreSQL's client programs.") from error
    if done.returncode:
        raise BackupError(f"{program} failed: {done.stderr.strip()}")
    return done.stdout


def _address(connection: BaseDatabaseWrapper, passfile: Path) -> str:
    """The address in libpq's form, as the open connection has it, with the password in `passfile`."""
    connection.ensure_connection()
    parameters = connection.connection.get_dsn_parameters()
    password = str(connection.settings_dict["PASSWORD"]).replace("\\", "\\\\").replace(":", "\\:")
    passfile.write_text(f"*:*:*:*:{password}\n", encoding="utf-8")
    chosen = {name: parameters[name] for name in DSN_PARAMETERS if parameters.get(name)} | {"passfile": str(passfile)}
    return " ".join(f"{name}='{_quoted(value)}'" for name, value in chosen.items())


def _quoted(value: str) -> str:
    return value.replace("\\", "\\\\").replace("'", "\\'")


# Files


def _check_kind(connection: BaseDatabaseWrapper, path: Path) -> None:
    try:
        with path.open("rb") as file:
            header = file.read(72)
    except OSError as error:
        raise BackupError(f"{path} cannot be read: {error.strerror}.") from error
    if header.startswith(SQLITE_HEADER) and int.from_bytes(header[68:72], "big") != MARK:
        raise BackupError(_copied_file(path))
    kinds = {SQLITE_HEADER: "sqlite", POSTGRESQL_HEADER: "postgresql"}
    kind = next((kind for start, kind in kinds.items() if header.startswith(start)), None)
    if kind is None:
        raise BackupError(f"{path} is not a backup of RevOps Advisor.")
    if kind != connection.vendor:
        raise BackupError(f"{path} is a backup of a {kind} database; this one is {connection.vendor}.")


def _copied_file(path: Path) -> str:
    wal = path.with_name(f"{path.name}-wal")
    missing = (
        f"Its newest rows are still in {wal.name} beside it."
        if wal.exists() and wal.stat().st_size
        else "Its newest rows may have been left behind in a -wal file."
    )
    return (
        f"{path} is a copied SQLite file, not a backup. {missing} Make a real backup from it: "
        f"DATABASE_URL=sqlite:///{path.absolute()} python manage.py backup FILE"
    )


@contextmanager
def _temporary_file(folder: Path) -> Iterator[Path]:
    """An empty file that only we can read; removed afterwards unless it was renamed."""
    handle, name = tempfile.mkstemp(prefix=".backup-", dir=folder)
    os.close(handle)
    path = Path(name)
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)


def _flush(path: Path) -> None:
    """Ask the system to put a file, or a folder's list of names, on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
