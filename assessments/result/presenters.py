"""The page around a frozen advice document."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext

from assessments.document.decision import Decision


@dataclass(frozen=True, slots=True)
class ResultPage:
    """The company's name and a person's decision can change, so they stand beside the document and not in it."""

    ref: str
    name: str
    title: str
    completed: str
    is_for_client: bool = False
    decision: Decision | None = None
    area: str = "assess"


def result_page(ref: str, name: str, completed_at: datetime) -> ResultPage:
    """The page; `completed_at` is in the server's time zone."""
    title = gettext("Result: %(name)s") % {"name": name} if name else gettext("Result")
    completed = gettext("Completed on %(date)s") % {"date": date_format(completed_at, "DATE_FORMAT")}
    return ResultPage(ref, name, title, completed)
