"""The tables. Nothing here imports a service, a view or the document."""

from assessments.models.access import AccessLink
from assessments.models.assessment import DONT_KNOW, Answer, Assessment, Client, ProfilePage
from assessments.models.audit import AuditEntry
from assessments.models.method import MethodVersion
from assessments.models.override import Override
from assessments.models.result import Result
from assessments.models.user import User

__all__ = [
    "DONT_KNOW",
    "AccessLink",
    "Answer",
    "Assessment",
    "AuditEntry",
    "Client",
    "MethodVersion",
    "Override",
    "ProfilePage",
    "Result",
    "User",
]
