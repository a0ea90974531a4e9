"""The groups of measurements, by the name that `--group` takes."""

from revops_advisor.bench.groups.advising import advise
from revops_advisor.bench.groups.catalogue import metrics
from revops_advisor.bench.groups.comparing import compare
from revops_advisor.bench.groups.engine import engine
from revops_advisor.bench.groups.journey import journey
from revops_advisor.bench.groups.lists import mine
from revops_advisor.bench.groups.questions import question, save
from revops_advisor.bench.groups.reports import reports
from revops_advisor.bench.groups.results import result
from revops_advisor.bench.groups.scenarios import scenarios
from revops_advisor.bench.groups.scorecard import scorecard
from revops_advisor.bench.groups.stack import middleware
from revops_advisor.bench.groups.start import start
from revops_advisor.bench.groups.visit import visit
from revops_advisor.bench.setting import Group

GROUPS: dict[str, Group] = {
    "question": question,
    "save": save,
    "middleware": middleware,
    "journey": journey,
    "result": result,
    "scenarios": scenarios,
    "mine": mine,
    "compare": compare,
    "metrics": metrics,
    "visit": visit,
    "engine": engine,
    "advise": advise,
    "scorecard": scorecard,
    "reports": reports,
    "start": start,
}
# What no database has a part in is measured once.
WITHOUT_DATABASE = frozenset({"middleware", "visit", "engine", "advise", "scorecard", "reports", "start"})
