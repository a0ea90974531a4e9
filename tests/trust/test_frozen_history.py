"""The database itself refuses to change what was published or frozen, whoever asks."""

from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test import Client
from django.utils import timezone

from assessments.content.loader import method_data, shipped_method
from assessments.models import MethodVersion, Result
from assessments.services.publishing import PublishError, publish
from tests.factories import completed_in
from tests.trust.threads import at_once

METHOD_COLUMNS = ("id", "number", "status", "content", "note", "published_at", "published_by_id")
REFUSED = (IntegrityError, DatabaseError)


def run(statement: str, *values: Any) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)


def method_rows() -> list[tuple[Any, ...]]:
    return list(MethodVersion.objects.order_by("pk").values_list())


def result_rows() -> list[tuple[Any, ...]]:
    return list(Result.objects.order_by("pk").values_list())


def copied(table: str, changes: dict[str, str]) -> str:
    """`INSERT` of every row of a table again, with some columns changed."""
    with connection.cursor() as cursor:
        columns = [column.name for column in connection.introspection.get_table_description(cursor, table)]
    names = ", ".join(connection.ops.quote_name(column) for column in columns)
    values = ", ".join(changes.get(column, connection.ops.quote_name(column)) for column in columns)
    return f"INTO {table} ({names}) SELECT {values} FROM {table} WHERE true"


METHOD_UPDATES = (
    "number = number + 100",
    "note = 'changed'",
    "note = note || ' '",
    "published_at = CURRENT_TIMESTAMP",
    "id = id + 100",
    "status = 'draft'",
)
RESULT_UPDATES = (
    "receipt = 'changed'",
    "outcome = 'both'",
    "inputs = inputs || ' '",
    "\"values\" = '{}'",
    "document_en = ''",
    "document_pl = ''",
    "salesops_code = salesops_code + 1",
    "gates_code = gates_code + 1",
    "engine_version = '0'",
    "receipt = receipt",
)


@pytest.mark.usefixtures("method")
@pytest.mark.parametrize("change", METHOD_UPDATES)
@pytest.mark.parametrize("status", ["published", "retired"])
def test_raw_update_of_a_method_is_refused(change: str, status: str) -> None:
    if status == "retired":
        MethodVersion.objects.update(status="retired")
    before = method_rows()

    with pytest.raises(REFUSED):
        run(f"UPDATE assessments_methodversion SET {change}")

    assert method_rows() == before


@pytest.mark.usefixtures("method")
def test_retired_method_is_not_published_again() -> None:
    MethodVersion.objects.update(status="retired")

    with pytest.raises(REFUSED):
        run("UPDATE assessments_methodversion SET status = 'published'")


@pytest.mark.usefixtures("method")
def test_orm_changes_of_a_published_method_are_refused() -> None:
    before = method_rows()
    version = MethodVersion.objects.get()
    version.content = {**version.content, "weights": {}}

    with pytest.raises(REFUSED), transaction.atomic():
        version.save()
    with pytest.raises(REFUSED), transaction.atomic():
        MethodVersion.objects.update(note="changed")
    with pytest.raises(REFUSED), transaction.atomic():
        MethodVersion.objects.bulk_update([version], ["content"])
    with pytest.raises(REFUSED), transaction.atomic():
        MethodVersion.objects.bulk_create(
            [version], update_conflicts=True, update_fields=["content"], unique_fields=["id"]
        )
    assert method_rows() == before


@pytest.mark.usefixtures("method")
def test_orm_changes_of_a_result_are_refused() -> None:
    completed_in(Client())
    before = result_rows()
    result = Result.objects.get()
    result.outcome = "both"

    with pytest.raises(REFUSED), transaction.atomic():
        result.save()
    with pytest.raises(REFUSED), transaction.atomic():
        Result.objects.update(outcome="both")
    with pytest.raises(REFUSED), transaction.atomic():
        Result.objects.bulk_update([result], ["outcome"])
    with pytest.raises(REFUSED), transaction.atomic():
        Result.objects.bulk_create(
            [result], update_conflicts=True, update_fields=["outcome"], unique_fields=["assessment"]
        )
    assert result_rows() == before


@pytest.mark.usefixtures("method")
@pytest.mark.parametrize("change", RESULT_UPDATES)
def test_raw_update_of_a_result_is_refused(change: str) -> None:
    completed_in(Client())
    before = result_rows()

    with pytest.raises(REFUSED):
        run(f"UPDATE assessments_result SET {change}")

    assert result_rows() == before


@pytest.mark.usefixtures("method")
@pytest.mark.parametrize("table", ["assessments_methodversion", "assessments_result"])
def test_insert_over_a_frozen_row_is_refused(table: str) -> None:
    completed_in(Client())
    before = (method_rows(), result_rows())
    key, column = {
        "assessments_methodversion": ("id", "note"),
        "assessments_result": ("assessment_id", "outcome"),
    }[table]
    insert = copied(table, {column: "'changed'"})
    statements = [f"INSERT {insert} ON CONFLICT ({key}) DO UPDATE SET {column} = excluded.{column}"]
    if connection.vendor == "sqlite":
        statements += [f"INSERT OR REPLACE {insert}", f"REPLACE {insert}"]
        statements += [f"UPDATE OR REPLACE {table} SET {column} = 'changed'"]

    for statement in statements:
        with pytest.raises(REFUSED):
            run(statement)

    assert (method_rows(), result_rows()) == before


@pytest.mark.usefixtures("method")
def test_replacing_a_method_by_its_number_is_refused() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("REPLACE is SQLite's")
    before = method_rows()
    insert = copied("assessments_methodversion", {"id": "id + 100", "status": "'draft'", "note": "'changed'"})

    with pytest.raises(REFUSED):
        run(f"INSERT OR REPLACE {insert}")

    assert method_rows() == before


@pytest.mark.usefixtures("method")
def test_second_published_version_is_refused() -> None:
    data = method_data(shipped_method())

    with pytest.raises(IntegrityError), transaction.atomic():
        MethodVersion.objects.create(number=2, status="published", content=data, published_at=timezone.now())

    draft = MethodVersion.objects.create(number=2, status="draft", content=data)
    draft.status, draft.published_at = "published", timezone.now()
    with pytest.raises(IntegrityError), transaction.atomic():
        draft.save()
    assert MethodVersion.objects.published().count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("method")
def test_publishing_race_leaves_exactly_one_published_version() -> None:
    def publishes() -> bool:
        try:
            publish(shipped_method(), note="A race.")
        except PublishError:
            return False
        return True

    for _ in range(15):
        published = at_once([publishes] * 4)
        assert published.count(True) >= 1
        assert MethodVersion.objects.published().count() == 1
    numbers = list(MethodVersion.objects.order_by("number").values_list("number", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))
