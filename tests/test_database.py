"""The database in use keeps what it acknowledges, and it is the one that the runner asked for."""

import os

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

from revops_advisor.database import check_databases, database_faults, refuse_unsafe_database
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


def test_worker_starts_on_a_safe_database(open_connection: BaseDatabaseWrapper) -> None:
    assert refuse_unsafe_database() is None
    assert open_connection.connection is None  # a worker does not keep the connection of its start


def test_worker_refuses_an_unsafe_database(
    open_connection: BaseDatabaseWrapper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(database_faults.__globals__, "DRIVERS", {open_connection.vendor: "another"})

    with pytest.raises(ImproperlyConfigured, match="it must be another"):
        refuse_unsafe_database()


def test_worker_starts_without_a_database_that_is_away(
    open_connection: BaseDatabaseWrapper, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    if open_connection.vendor != "sqlite":
        pytest.skip("nothing is read from PostgreSQL at the start")
    open_connection.close()
    with monkeypatch.context() as patch:
        patch.setitem(open_connection.settings_dict, "NAME", "/nowhere/db.sqlite3")
        refuse_unsafe_database()

    assert "The database cannot be reached" in caplog.text
