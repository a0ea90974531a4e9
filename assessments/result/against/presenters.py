"""The page around a frozen case against an answer."""

from dataclasses import dataclass

from django.utils.translation import gettext

from assessments.document.values import Summary


@dataclass(frozen=True, slots=True)
class AgainstPage:
    """`absent` says why there is no case; `override_address` is empty where no other recommendation can be recorded."""

    name: str
    result_address: str
    what_if_address: str
    override_address: str
    absent: str
    area: str = "assess"


def absence(summary: Summary) -> str:
    """Why the document holds no case against its answer; empty where it holds one."""
    if summary.against:
        return ""
    if summary.headline_code == "insufficient":
        return gettext(
            "There is no recommendation yet, so there is nothing to argue against. Answer what is open first."
        )
    return gettext(
        "This result was stored before the product wrote down the case against an answer. A stored result never "
        "changes, so it has none; a new version of the assessment gets one."
    )
