"""Fast paths are held against the plain ones before they are timed, and a wrong one is noticed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections

from revops_advisor.bench.databases import own_databases
from revops_advisor.bench.founders import answered_founder, new_founder, questions
from revops_advisor.bench.groups.questions import Saves, demand_access_equal, demand_prepared_pages_equal
from revops_advisor.bench.groups.results import demand_kept_page_equal
from revops_advisor.bench.run import Plan, new_setting
from revops_advisor.bench.setting import Setting, UnequalError, demand_equal
from revops_advisor.bench.visitor import UnexpectedReplyError, Visitor, replies


@pytest.fixture(scope="module")
def setting(django_db_blocker: Any) -> Iterator[Setting]:
    """A setting on a database of its own: requests close their connection, which pytest's database would not bear."""
    with django_db_blocker.unblock(), own_databases() as vendors:
        next(vendors)
        yield new_setting(Plan(groups=(), rounds=1, companies=10))


def test_equal_values_pass() -> None:
    demand_equal([1, "a"], [1, "a"], "Lists")


def test_unequal_values_are_named() -> None:
    with pytest.raises(UnequalError, match="Question page: the fast path and the plain one differ"):
        demand_equal("<p>", "<p >", "Question page")


def test_fast_paths_equal_the_plain_ones(setting: Setting) -> None:
    founder = answered_founder(setting.product, setting.random)

    demand_access_equal(founder)
    demand_prepared_pages_equal(founder, setting)
    founder.complete()
    demand_kept_page_equal(founder, "pl")


def test_every_save_changes_the_value_and_is_stored(setting: Setting) -> None:
    founder = answered_founder(setting.product, setting.random)
    saves = Saves(founder, setting)
    before = dict(saves.expected)

    saves.all_questions()()

    assert [code for code in before if before[code] == saves.expected[code]] == []
    saves.demand_stored()


def test_save_that_did_not_arrive_is_noticed(setting: Setting) -> None:
    saves = Saves(answered_founder(setting.product, setting.random), setting)
    saves.calls(1)  # made, never sent

    with pytest.raises(UnequalError, match="Saved answers"):
        saves.demand_stored()


def test_error_page_is_not_timed(setting: Setting) -> None:
    founder = new_founder(setting.product)
    requests = [founder.browser.request(founder.question_address(questions()[0])), founder.browser.request("/en/none/")]

    with pytest.raises(UnexpectedReplyError, match=r"Pages answered \[404\] instead of 200"):
        replies(setting.product, requests)


def test_visitor_stops_at_an_unexpected_answer(setting: Setting) -> None:
    with pytest.raises(UnexpectedReplyError, match="/en/none/ answered 404 instead of 200"):
        Visitor(setting.product).get("/en/none/")


def test_run_leaves_the_default_database_as_it_was(django_db_blocker: Any) -> None:
    before, opened = dict(connections.settings["default"]), connections["default"]
    files = []

    with django_db_blocker.unblock(), own_databases() as vendors:
        for vendor in vendors:
            files.append((vendor, connection.settings_dict["NAME"]))
            assert connections["default"] is not opened

    assert connections.settings["default"] == before
    assert connections["default"] is opened
    assert [vendor for vendor, _ in files] == (["sqlite"] if opened.vendor == "sqlite" else ["sqlite", "postgresql"])
    assert not Path(files[0][1]).exists()


def test_broken_run_removes_its_database_too(django_db_blocker: Any) -> None:
    files = []

    def broken_run() -> None:
        with django_db_blocker.unblock(), own_databases() as vendors:
            next(vendors)
            files.append(Path(connection.settings_dict["NAME"]))
            assert files[0].exists()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        broken_run()

    assert not files[0].parent.exists()
