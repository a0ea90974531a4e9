"""On which day an assessment that nobody opens is deleted."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.services.deleting import deletion_day, months_before


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(1, 1200))
def test_deletion_day_is_the_first_on_which_the_command_deletes(visited: date, months: int) -> None:
    day = deletion_day(visited, months)

    assert months_before(day, months) > visited
    assert months_before(day - timedelta(days=1), months) <= visited


@pytest.mark.parametrize(
    ("visited", "months", "day"),
    [
        (date(2026, 11, 25), 12, date(2027, 11, 26)),
        (date(2026, 1, 31), 1, date(2026, 3, 1)),
        (date(2024, 2, 29), 12, date(2025, 3, 1)),
        (date(2026, 12, 31), 2, date(2027, 3, 1)),
    ],
)
def test_deletion_day_by_the_calendar(visited: date, months: int, day: date) -> None:
    assert deletion_day(visited, months) == day
