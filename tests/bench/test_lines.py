"""Verdicts, exit code and rows, on made-up numbers."""

import pytest

from revops_advisor.bench.lines import HEADER, Line, Verdict, counted, exit_code, plain, row, table_row


def ratio_line(ratio: float | None, target: float | None = 2.0, **values: object) -> Line:
    return Line("save", "save", 1.0, 1.5, floor="raw INSERT", ratio=ratio, target=target, **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("ratio", "verdict"),
    [(1.0, Verdict.OK), (2.0, Verdict.OK), (2.01, Verdict.NEAR), (2.5, Verdict.NEAR), (2.51, Verdict.MISSED)],
)
def test_ratio_has_a_slack_of_a_quarter(ratio: float, verdict: Verdict) -> None:
    assert ratio_line(ratio).verdict == verdict
    assert exit_code([ratio_line(1.0), ratio_line(ratio)]) == (verdict is Verdict.MISSED)


@pytest.mark.parametrize(
    ("median", "verdict"), [(0.9, Verdict.OK), (1.0, Verdict.OK), (1.2, Verdict.NEAR), (1.3, Verdict.MISSED)]
)
def test_time_without_a_floor_is_judged_by_its_median(median: float, verdict: Verdict) -> None:
    assert Line("engine", "one company", 0.1, median, target=1.0).verdict == verdict


@pytest.mark.parametrize(("count", "verdict"), [(5, Verdict.OK), (6, Verdict.MISSED)])
def test_count_has_no_slack(count: int, verdict: Verdict) -> None:
    assert counted("visit", "requests", count, "requests", 5).verdict == verdict


def test_one_statement_too_many_is_a_miss_whatever_the_time() -> None:
    line = ratio_line(1.0, statements=4, most_statements=3)

    assert line.verdict == Verdict.MISSED
    assert exit_code([line]) == 1


def test_milliseconds_beside_a_floor_are_never_judged() -> None:
    assert Line("save", "save", 1e6, 1e6, floor="raw INSERT", ratio=1.0, target=2.0).verdict == Verdict.OK


def test_line_without_target_is_only_shown() -> None:
    assert ratio_line(9.0, None).verdict == Verdict.SHOWN
    assert counted("visit", "bytes", 10**9, "bytes").verdict == Verdict.SHOWN
    assert ratio_line(9.0, None, statements=1, most_statements=1).verdict == Verdict.OK
    assert exit_code([ratio_line(9.0, None)]) == 0


def test_nothing_measured_is_nothing_missed() -> None:
    assert exit_code([]) == 0


def test_row_shows_everything() -> None:
    line = Line("save", "save", 0.5, 1.25, "ms", "wall", "raw INSERT", 1.456, 2.0, 2, 3)

    assert row(line).split() == [
        "save", "save", "ms", "wall", "0.500", "1.250", "raw", "INSERT", "1.46x", "2x", "2", "<=", "3", "ok",
    ]  # fmt: skip


def test_row_leaves_out_what_there_is_not() -> None:
    assert row(counted("visit", "first visit", 12345, "bytes", 30000)).split() == [
        "visit", "first", "visit", "bytes", "12,345", "12,345", "30,000", "ok",
    ]  # fmt: skip


def test_columns_stand_below_their_heads() -> None:
    head = table_row(HEADER)

    assert row(ratio_line(1.0)).index("1.00x") + len("1.00x") == head.index("ratio") + len("ratio")


def test_json_of_a_line_holds_its_verdict() -> None:
    assert plain(ratio_line(3.0))["verdict"] == "MISSED"
