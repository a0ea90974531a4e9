"""The clock and the statements of the database."""

from collections.abc import Callable
from pathlib import Path

from django.db import connection
from django.test.utils import CaptureQueriesContext

NANOSECONDS = 1_000_000_000


def backend_seconds() -> float:
    """Processor time that PostgreSQL's backend of this connection has used; 0 for SQLite, which runs in our process.

    It is also 0 where the server runs on another machine.
    """
    if connection.vendor != "postgresql":
        return 0.0
    connection.ensure_connection()
    process = Path("/proc") / str(connection.connection.info.backend_pid)
    try:
        if not process.joinpath("comm").read_text().startswith("postgres"):
            return 0.0
        return int(process.joinpath("schedstat").read_text().split()[0]) / NANOSECONDS
    except FileNotFoundError:
        return 0.0


def database_in_use() -> str:
    """The database's kind; on PostgreSQL also whether it waits for the disk, without which no write is durable."""
    if connection.vendor != "postgresql":
        return connection.vendor
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('fsync'), current_setting('synchronous_commit')")
        fsync, commit = cursor.fetchone()
    return f"postgresql (fsync {fsync}, synchronous_commit {commit})"


def statements(calls: Callable[[], object]) -> int:
    """How many statements the calls execute, those that begin and end transactions included."""
    with CaptureQueriesContext(connection) as captured:
        calls()
    return len(captured)
