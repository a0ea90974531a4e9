"""Tests with real transactions empty the database afterwards, which the audit's triggers refuse: lift them for that."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

AUDIT = "assessments_auditentry"
DROP = "DROP TRIGGER IF EXISTS audit_entry_is_kept"
CREATE = f"""CREATE TRIGGER audit_entry_is_kept BEFORE DELETE ON {AUDIT}
BEGIN SELECT RAISE(ABORT, 'an audit entry never changes'); END"""
LIFTS = {
    "sqlite": (DROP, CREATE),
    "postgresql": (f"ALTER TABLE {AUDIT} DISABLE TRIGGER USER", f"ALTER TABLE {AUDIT} ENABLE TRIGGER USER"),
}

_lifts = [True]


def lift_guards_while_emptying() -> None:
    """Let Django's flush, which is one transaction, begin without the triggers and end with them."""
    operations: Any = type(connection.ops)
    operations.sql_flush = lifting(operations.sql_flush, *LIFTS[connection.vendor])


@contextmanager
def lifted(lifts: bool) -> Iterator[None]:
    """Within it, whether the guards are lifted at all."""
    _lifts.append(lifts)
    try:
        yield
    finally:
        _lifts.pop()


def lifting(sql_flush: Any, lift: str, restore: str) -> Any:
    def statements(self: Any, style: Any, tables: list[str], **options: Any) -> list[str]:
        found = sql_flush(self, style, tables, **options)
        return [lift, *found, restore] if _lifts[-1] and AUDIT in tables else list(found)

    return statements
