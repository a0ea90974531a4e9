"""Share links, a person's own decision beside a result, and the audit, with the triggers that keep the last two.

An audit entry is never changed, deleted or replaced, and its table never emptied: there is no switch for it. So
`manage.py flush` is refused as well; a database to start afresh with is a new one. Only the tests, which empty their
database after some tests, lift the triggers for that moment (tests/flushing.py). A later migration of these tables must
make their triggers anew on SQLite, where changing a table builds another one.
"""

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SQLITE = [
    """CREATE TRIGGER override_is_frozen BEFORE UPDATE ON assessments_override
    BEGIN SELECT RAISE(ABORT, 'an own decision never changes'); END""",
    """CREATE TRIGGER override_is_not_replaced BEFORE INSERT ON assessments_override
    WHEN EXISTS (SELECT 1 FROM assessments_override WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'an own decision never changes'); END""",
    """CREATE TRIGGER audit_entry_is_frozen BEFORE UPDATE ON assessments_auditentry
    BEGIN SELECT RAISE(ABORT, 'an audit entry never changes'); END""",
    """CREATE TRIGGER audit_entry_is_kept BEFORE DELETE ON assessments_auditentry
    BEGIN SELECT RAISE(ABORT, 'an audit entry never changes'); END""",
    """CREATE TRIGGER audit_entry_is_not_replaced BEFORE INSERT ON assessments_auditentry
    WHEN EXISTS (SELECT 1 FROM assessments_auditentry WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'an audit entry never changes'); END""",
]
SQLITE_BACK = [f"DROP TRIGGER {statement.split()[2]}" for statement in SQLITE]

POSTGRESQL = [
    """CREATE TRIGGER override_is_frozen BEFORE UPDATE ON assessments_override
    FOR EACH ROW EXECUTE FUNCTION refuse_change('an own decision')""",
    """CREATE TRIGGER audit_entry_is_kept BEFORE UPDATE OR DELETE ON assessments_auditentry
    FOR EACH ROW EXECUTE FUNCTION refuse_change('an audit entry')""",
    """CREATE TRIGGER audit_is_not_emptied BEFORE TRUNCATE ON assessments_auditentry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('an audit entry')""",
]
POSTGRESQL_BACK = [
    "DROP TRIGGER audit_is_not_emptied ON assessments_auditentry",
    "DROP TRIGGER audit_entry_is_kept ON assessments_auditentry",
    "DROP TRIGGER override_is_frozen ON assessments_override",
]


def add_triggers(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in SQLITE if editor.connection.vendor == "sqlite" else POSTGRESQL:
        editor.execute(statement, params=None)


def drop_triggers(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in SQLITE_BACK if editor.connection.vendor == "sqlite" else POSTGRESQL_BACK:
        editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [
        ("assessments", "0002_history_is_immutable"),
    ]

    operations = [
        migrations.CreateModel(
            name="AuditEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("who", models.CharField(max_length=120, verbose_name="Who")),
                ("at", models.DateTimeField(verbose_name="When")),
                (
                    "what",
                    models.CharField(
                        choices=[
                            ("share.made", "Share link made"),
                            ("share.revoked", "Share link revoked"),
                            ("override.set", "Own decision set"),
                            ("override.withdrawn", "Own decision withdrawn"),
                        ],
                        max_length=24,
                        verbose_name="What",
                    ),
                ),
                ("ref", models.CharField(blank=True, db_index=True, max_length=16, verbose_name="Reference")),
                ("before", models.TextField(blank=True, verbose_name="Before")),
                ("after", models.TextField(blank=True, verbose_name="After")),
            ],
        ),
        migrations.AddField(
            model_name="accesslink",
            name="allows_downloads",
            field=models.BooleanField(default=False, verbose_name="Allows downloads"),
        ),
        migrations.AddField(
            model_name="accesslink",
            name="expires_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="Expires"),
        ),
        migrations.AddField(
            model_name="accesslink",
            name="label",
            field=models.CharField(blank=True, max_length=80, verbose_name="Label"),
        ),
        migrations.AddField(
            model_name="accesslink",
            name="opened",
            field=models.PositiveIntegerField(default=0, verbose_name="Times opened"),
        ),
        migrations.AddField(
            model_name="accesslink",
            name="shows_answers",
            field=models.BooleanField(default=False, verbose_name="Shows answers and notes"),
        ),
        migrations.AlterField(
            model_name="accesslink",
            name="kind",
            field=models.CharField(
                choices=[("browser", "Browser that started it"), ("resume", "Personal link"), ("share", "Share link")],
                max_length=7,
                verbose_name="Kind",
            ),
        ),
        migrations.CreateModel(
            name="Override",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("outcome", models.CharField(blank=True, max_length=24, verbose_name="Outcome")),
                (
                    "reason",
                    models.TextField(
                        blank=True, validators=[django.core.validators.MaxLengthValidator(1000)], verbose_name="Reason"
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=120, verbose_name="Name")),
                ("created_at", models.DateTimeField(verbose_name="Made")),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="overrides",
                        to="assessments.assessment",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("outcome", ""),
                            models.Q(models.Q(("reason", ""), _negated=True), models.Q(("name", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="override_has_reason",
                    )
                ],
            },
        ),
        migrations.RunPython(add_triggers, drop_triggers),
    ]
