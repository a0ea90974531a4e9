"""Asserts that the database in use keeps what it acknowledges: settings are read back from the open connection."""

import logging
from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connections
from django.db.backends.base.base import BaseDatabaseWrapper

SQLITE_PRAGMAS = {"journal_mode": "wal", "synchronous": 2, "recursive_triggers": 1, "busy_timeout": 20_000}
DRIVERS = {"sqlite": "sqlite3.dbapi2", "postgresql": "psycopg2"}


def database_faults(connection: BaseDatabaseWrapper) -> list[str]:
    """What is unsafe about an open connection, one sentence each; empty when all is as `trust.md` asks."""
    driver = connection.Database.__name__  # type: ignore[attr-defined]  # every backend has it
    expected = DRIVERS[connection.vendor]
    faults = [] if driver == expected else [f"The database driver is {driver}; it must be {expected}."]
    return faults + (_sqlite_faults(connection) if connection.vendor == "sqlite" else _postgresql_faults(connection))


def _sqlite_faults(connection: BaseDatabaseWrapper) -> list[str]:
    faults = []
    with connection.cursor() as cursor:
        for pragma, expected in SQLITE_PRAGMAS.items():
            cursor.execute(f"PRAGMA {pragma}")
            found = cursor.fetchone()[0]
            if found != expected:
                faults.append(f"SQLite's {pragma} is {found}; it must be {expected}.")
    mode = connection.settings_dict["OPTIONS"].get("transaction_mode")
    return faults if mode == "IMMEDIATE" else [*faults, f"SQLite's transaction_mode is {mode}; it must be IMMEDIATE."]


def _postgresql_faults(connection: BaseDatabaseWrapper) -> list[str]:
    settings = connection.settings_dict
    if settings["CONN_MAX_AGE"] and not settings["CONN_HEALTH_CHECKS"]:
        return ["CONN_HEALTH_CHECKS is off; kept PostgreSQL connections need it."]
    return []


@register(Tags.database)
def check_databases(databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """The same assertions for `manage.py check --database default` and `migrate`."""
    faults = [fault for alias in databases or () for fault in database_faults(connections[alias])]
    return [Error(fault, id="revops.E001") for fault in faults]


def refuse_unsafe_database() -> None:
    """Raise ImproperlyConfigured when the database is unsafe; a database that is away is left to the 503 page."""
    try:
        faults = database_faults(connections["default"])
    except DatabaseError:
        logging.getLogger(__name__).warning("The database cannot be reached; requests answer 503 until it can.")
        return
    finally:
        connections["default"].close()
    if faults:
        raise ImproperlyConfigured(" ".join(faults))
