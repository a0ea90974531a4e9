"""The plan of an assessment, made once per method version and layout."""

from functools import lru_cache

from assessments.models import Assessment
from assessments.questionnaire.steps import Plan, plan
from assessments.services.methods import method_content


def plan_of(assessment: Assessment) -> Plan:
    return _plan(assessment.method_id, assessment.layout)


@lru_cache(maxsize=128)
def _plan(method_id: int, layout: str) -> Plan:
    return plan(method_content(method_id), layout)
