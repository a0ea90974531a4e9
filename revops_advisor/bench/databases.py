"""Databases made for one run and removed after it: a SQLite file, and one on the PostgreSQL server that is set."""

import secrets
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, connections

from assessments.services.methods import method_content
from assessments.services.publishing import publish_shipped_method_once
from revops_advisor.bench.floors import make_floor_table
from revops_advisor.settings import POSTGRESQL, database

Config = dict[str, Any]


def configurations(folder: Path) -> Iterator[Config]:
    """A SQLite file with production's settings; then the PostgreSQL server of DATABASE_URL, if that is what is set."""
    file = folder / "bench.sqlite3"
    yield database(f"sqlite:///{file}") | {"TEST": {"NAME": file}}
    present = connections.settings[DEFAULT_DB_ALIAS]
    if present["ENGINE"] == POSTGRESQL:
        # One connection for the whole run, because the clock of its backend is read.
        name = f"revops_bench_{secrets.token_hex(6)}"
        yield present | {"CONN_MAX_AGE": None, "TEST": {**present["TEST"], "NAME": name}}


@contextmanager
def own_databases() -> Iterator[Iterator[str]]:
    """The engines to measure on, one after the other; while one is at hand, its database is the default one."""
    with TemporaryDirectory(prefix="revops-bench-") as folder, closing(_each_in(Path(folder))) as vendors:
        yield vendors


def _each_in(folder: Path) -> Generator[str, None, None]:
    for config in configurations(folder):
        with _in_place_of_default(config), _made(config):
            yield connection.vendor


@contextmanager
def _in_place_of_default(config: Config) -> Iterator[None]:
    former, opened = connections.settings[DEFAULT_DB_ALIAS], connections[DEFAULT_DB_ALIAS]
    connections.configure_settings({DEFAULT_DB_ALIAS: config})
    connections.settings[DEFAULT_DB_ALIAS] = config
    del connections[DEFAULT_DB_ALIAS]
    method_content.cache_clear()
    try:
        yield
    finally:
        connections[DEFAULT_DB_ALIAS].close()
        connections.settings[DEFAULT_DB_ALIAS] = former
        connections[DEFAULT_DB_ALIAS] = opened
        method_content.cache_clear()


@contextmanager
def _made(config: Config) -> Iterator[None]:
    """The database itself, migrated, with the shipped method published and the floors' table."""
    name = config["NAME"]
    creation = connections[DEFAULT_DB_ALIAS].creation
    creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        publish_shipped_method_once()
        make_floor_table()
        yield
    finally:
        creation.destroy_test_db(name, verbosity=0)
