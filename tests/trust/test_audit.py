"""The audit is only added to, and decisions are never rewritten: the database itself refuses, whoever asks."""

from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils import timezone

from assessments.models import Assessment, AuditEntry, Override
from tests.factories import completed_in
from tests.flushing import AUDIT, lifted
from tests.trust.world import decide_otherwise

pytestmark = pytest.mark.usefixtures("method")

UPDATES = ("who = 'x'", "at = CURRENT_TIMESTAMP", "what = 'x'", "ref = ''", "after = ''", "id = id + 1", "who = who")


def run(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def rows() -> list[tuple[Any, ...]]:
    return list(AuditEntry.objects.order_by("pk").values_list())


def decided() -> str:
    """A client's completed assessment with a decision and its entry; the reference."""
    ref = completed_in(Client(), layout="section")
    decide_otherwise(ref)
    return ref


def inserted(table: str, column: str) -> str:
    """`INTO` with every row again, one column changed."""
    with connection.cursor() as cursor:
        names = [each.name for each in connection.introspection.get_table_description(cursor, table)]
    values = ("'changed'" if name == column else name for name in names)
    return f"INTO {table} ({', '.join(names)}) SELECT {', '.join(values)} FROM {table} WHERE true"


@pytest.mark.parametrize("change", UPDATES)
def test_entry_is_not_changed(change: str) -> None:
    decided()
    before = rows()

    with pytest.raises(DatabaseError):
        run(f"UPDATE {AUDIT} SET {change}")

    assert rows() == before != []


def test_entry_is_not_deleted() -> None:
    decided()
    before = rows()

    with pytest.raises(DatabaseError):
        run(f"DELETE FROM {AUDIT}")
    with pytest.raises(DatabaseError), transaction.atomic():
        AuditEntry.objects.all().delete()
    with pytest.raises(DatabaseError), transaction.atomic():
        AuditEntry.objects.get().delete()

    assert rows() == before


@pytest.mark.parametrize(("table", "column"), [(AUDIT, "who"), ("assessments_override", "name")])
def test_row_is_not_replaced(table: str, column: str) -> None:
    decided()
    before = rows(), list(Override.objects.values_list())
    insert = inserted(table, column)
    statements = [f"INSERT {insert} ON CONFLICT (id) DO UPDATE SET {column} = excluded.{column}"]
    if connection.vendor == "sqlite":
        statements += [f"INSERT OR REPLACE {insert}", f"REPLACE {insert}"]
        statements += [f"UPDATE OR REPLACE {table} SET {column} = 'changed'"]

    for statement in statements:
        with pytest.raises(DatabaseError):
            run(statement)

    assert (rows(), list(Override.objects.values_list())) == before


def test_decision_is_not_changed() -> None:
    decided()

    with pytest.raises(DatabaseError), transaction.atomic():
        Override.objects.update(outcome="revops")
    with pytest.raises(DatabaseError):
        run("UPDATE assessments_override SET reason = 'changed'")


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no TRUNCATE")
@pytest.mark.parametrize("statement", [f"TRUNCATE {AUDIT}", f"TRUNCATE assessments_client, {AUDIT} CASCADE"])
def test_table_is_not_emptied(statement: str) -> None:
    decided()
    before = rows()

    with pytest.raises(DatabaseError):
        run(statement)

    assert rows() == before


def test_assessment_with_entries_is_deleted_and_they_stay() -> None:
    ref = decided()
    before = rows()

    Assessment.objects.get(ref=ref).delete()

    assert (rows(), Override.objects.count()) == (before, 0)


def test_entries_are_added() -> None:
    AuditEntry.objects.create(who="link 1", at=timezone.now(), what="share.made", ref="x")

    assert len(rows()) == 1


@pytest.mark.django_db(transaction=True)
def test_flush_is_refused_outside_of_tests() -> None:
    decided()
    before = rows()

    with lifted(False), pytest.raises(CommandError):
        call_command("flush", interactive=False, verbosity=0)

    assert rows() == before


@pytest.mark.django_db(transaction=True)
def test_guards_stand_again_after_the_tests_emptied_the_database() -> None:
    decided()
    call_command("flush", interactive=False, verbosity=0, inhibit_post_migrate=True)
    assert rows() == []
    AuditEntry.objects.create(who="link 1", at=timezone.now(), what="share.made", ref="x")

    with pytest.raises(DatabaseError):
        run(f"DELETE FROM {AUDIT}")
    with pytest.raises(DatabaseError):
        run(f"UPDATE {AUDIT} SET who = 'x'")
