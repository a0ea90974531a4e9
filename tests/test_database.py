"""The database in use keeps what it acknowledges, and it is the one that the runner asked for."""

import os

import pytest
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

from revops_advisor.database import check_databases, database_faults
from tests.databases import is_postgresql


@pytest.fixture
def open_connection(transactional_db: None) -> BaseDatabaseWrapper:
    connection.ensure_connection()
    return connection


def test_connection_is_safe(open_connection: BaseDatabaseWrapper) -> None:
    assert database_faults(open_connection) == []
    assert check_databases(["default"]) == []


def test_driver_is_the_one_we_ship(open_connection: BaseDatabaseWrapper) -> None:
    drivers = {"sqlite": "sqlite3.dbapi2", "postgresql": "psycopg2"}

    assert open_connection.Database.__name__ == drivers[open_connection.vendor]


def test_engine_is_the_one_asked_for(open_connection: BaseDatabaseWrapper) -> None:
    asked_for = "postgresql" if is_postgresql(os.environ.get("DATABASE_URL", "")) else "sqlite"

    assert open_connection.vendor == asked_for


def test_weakened_connection_is_reported(open_connection: BaseDatabaseWrapper) -> None:
    if open_connection.vendor != "sqlite":
        pytest.skip("pragmas are SQLite's")
    with open_connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous=NORMAL")

    try:
        assert database_faults(open_connection) == ["SQLite's synchronous is 1; it must be 2."]
        assert [error.id for error in check_databases(["default"])] == ["revops.E001"]
    finally:
        open_connection.close()


def test_deferred_transactions_are_reported(
    open_connection: BaseDatabaseWrapper, monkeypatch: pytest.MonkeyPatch
) -> None:
    if open_connection.vendor != "sqlite":
        pytest.skip("transaction modes are SQLite's")
    monkeypatch.setitem(open_connection.settings_dict, "OPTIONS", {"transaction_mode": "DEFERRED"})

    assert database_faults(open_connection) == ["SQLite's transaction_mode is DEFERRED; it must be IMMEDIATE."]


def test_kept_connections_without_health_checks_are_reported(
    open_connection: BaseDatabaseWrapper, monkeypatch: pytest.MonkeyPatch
) -> None:
    if open_connection.vendor != "postgresql":
        pytest.skip("connections are kept on PostgreSQL only")
    monkeypatch.setitem(open_connection.settings_dict, "CONN_HEALTH_CHECKS", False)

    assert database_faults(open_connection) == ["CONN_HEALTH_CHECKS is off; kept PostgreSQL connections need it."]


def test_other_driver_is_reported(open_connection: BaseDatabaseWrapper, monkeypatch: pytest.MonkeyPatch) -> None:
    found = open_connection.Database.__name__
    monkeypatch.setitem(database_faults.__globals__, "DRIVERS", {open_connection.vendor: "another"})

    assert database_faults(open_connection) == [f"The database driver is {found}; it must be another."]
