"""One run: every group on every database, line by line."""

import gc
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from random import Random

from django.core.handlers.wsgi import WSGIHandler
from django.utils.translation import override

from revops_advisor.bench.databases import own_databases
from revops_advisor.bench.floors import FloorHandler
from revops_advisor.bench.groups import GROUPS, WITHOUT_DATABASE
from revops_advisor.bench.lines import Line
from revops_advisor.bench.setting import Setting

SEED = 20261122  # the same companies and answers in every run


@dataclass(frozen=True, slots=True)
class Plan:
    """What is measured, and how much of it."""

    groups: Sequence[str]
    rounds: int
    companies: int


def measured(plan: Plan) -> Generator[tuple[str, Line], None, None]:
    """(database, line) for each measurement; what no database has a part in is measured on the first one only."""
    with override("en"), own_databases() as vendors:
        for place, vendor in enumerate(vendors):
            setting = new_setting(plan)
            for group in plan.groups:
                if place == 0 or group not in WITHOUT_DATABASE:
                    gc.collect()
                    yield from ((vendor, line) for line in GROUPS[group](setting))


def new_setting(plan: Plan) -> Setting:
    random = Random(SEED)  # noqa: S311  # made-up answers, not secrets
    return Setting(WSGIHandler(), FloorHandler(), plan.rounds, plan.companies, random)
