"""Triggers that keep history as it is: results, and the content of published and retired method versions."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SQLITE = [
    """CREATE TRIGGER result_is_frozen BEFORE UPDATE ON assessments_result
    BEGIN SELECT RAISE(ABORT, 'a result never changes'); END""",
    """CREATE TRIGGER result_is_not_replaced BEFORE INSERT ON assessments_result
    WHEN EXISTS (SELECT 1 FROM assessments_result WHERE assessment_id = NEW.assessment_id)
    BEGIN SELECT RAISE(ABORT, 'a result never changes'); END""",
    """CREATE TRIGGER method_is_frozen BEFORE UPDATE ON assessments_methodversion
    WHEN OLD.status <> 'draft' AND (
        NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.content IS NOT OLD.content
        OR NEW.note IS NOT OLD.note OR NEW.published_at IS NOT OLD.published_at
        OR NEW.published_by_id IS NOT OLD.published_by_id
        OR (NEW.status IS NOT OLD.status AND NOT (OLD.status = 'published' AND NEW.status = 'retired')))
    BEGIN SELECT RAISE(ABORT, 'a published method version never changes'); END""",
    """CREATE TRIGGER method_is_not_replaced BEFORE INSERT ON assessments_methodversion
    WHEN EXISTS (SELECT 1 FROM assessments_methodversion
                 WHERE (id = NEW.id OR number = NEW.number) AND status <> 'draft')
    BEGIN SELECT RAISE(ABORT, 'a published method version never changes'); END""",
]
SQLITE_NAMES = ["result_is_frozen", "result_is_not_replaced", "method_is_frozen", "method_is_not_replaced"]

POSTGRESQL = [
    """CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '% never changes', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation'; END $$""",
    """CREATE TRIGGER result_is_frozen BEFORE UPDATE ON assessments_result
    FOR EACH ROW EXECUTE FUNCTION refuse_change('a result')""",
    """CREATE TRIGGER method_is_frozen BEFORE UPDATE ON assessments_methodversion FOR EACH ROW
    WHEN (OLD.status <> 'draft' AND (
        (NEW.id, NEW.number, NEW.content, NEW.note, NEW.published_at, NEW.published_by_id) IS DISTINCT FROM
        (OLD.id, OLD.number, OLD.content, OLD.note, OLD.published_at, OLD.published_by_id)
        OR (NEW.status <> OLD.status AND NOT (OLD.status = 'published' AND NEW.status = 'retired'))))
    EXECUTE FUNCTION refuse_change('a published method version')""",
]
POSTGRESQL_BACK = [
    "DROP TRIGGER method_is_frozen ON assessments_methodversion",
    "DROP TRIGGER result_is_frozen ON assessments_result",
    "DROP FUNCTION refuse_change()",
]


def add_triggers(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in SQLITE if editor.connection.vendor == "sqlite" else POSTGRESQL:
        editor.execute(statement, params=None)


def drop_triggers(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    sqlite = [f"DROP TRIGGER {name}" for name in SQLITE_NAMES]
    for statement in sqlite if editor.connection.vendor == "sqlite" else POSTGRESQL_BACK:
        editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("assessments", "0001_initial")]
    operations = [migrations.RunPython(add_triggers, drop_triggers)]
