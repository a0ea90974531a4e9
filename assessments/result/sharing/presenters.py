"""Page objects of sharing: the list of share links, and the frame around a shared result."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext, ngettext

from assessments.document.decision import Decision

if TYPE_CHECKING:
    from assessments.models import AccessLink


@dataclass(frozen=True, slots=True)
class LinkRow:
    """One share link; `tag` says that it expired or soon will."""

    id: int
    label: str
    shows: str
    created: str
    expires: str
    tag: str
    opened: str


@dataclass(frozen=True, slots=True)
class SharePage:
    """`link` is the address just made, empty otherwise; `mail` opens a message with it."""

    ref: str
    name: str
    link: str
    mail: str
    rows: list[LinkRow]
    area: str = "assess"


@dataclass(frozen=True, slots=True)
class SharedPage:
    """A result as its recipient sees it."""

    name: str
    title: str
    completed: str
    expires: str
    decision: Decision | None


def share_rows(links: Iterable["AccessLink"], now: datetime) -> list[LinkRow]:
    return [
        LinkRow(
            id=link.pk,
            label=link.label or gettext("Link without a label"),
            shows=_shows(link),
            created=day(link.created_at),
            expires=day(link.expires_at) if link.expires_at else gettext("Never"),
            tag=_tag(link, now),
            opened=ngettext("%(n)d time", "%(n)d times", link.opened) % {"n": link.opened},
        )
        for link in links
    ]


def _shows(link: "AccessLink") -> str:
    """What a reader sees, and whether the report can be downloaded."""
    if link.allows_downloads:
        return gettext("Result, answers, notes, report") if link.shows_answers else gettext("Result, report")
    return gettext("Result, answers and notes") if link.shows_answers else gettext("Result only")


def _tag(link: "AccessLink", now: datetime) -> str:
    if link.has_expired(now):
        return gettext("Expired")
    return gettext("Expires soon") if link.expires_soon(now) else ""


def day(moment: datetime) -> str:
    """The date in the server's time zone."""
    return str(date_format(localtime(moment), "DATE_FORMAT"))


def mail_address(link: str) -> str:
    """A mailto: address with the link in the text; nobody is filled in."""
    if not link:
        return ""
    text = gettext("You can read the result here: %(link)s") % {"link": link}
    fields = {"subject": gettext("Result: SalesOps, RevOps or both"), "body": text}
    return f"mailto:?{urlencode(fields, quote_via=quote)}"


def shared_page(link: "AccessLink", decision: Decision | None) -> SharedPage:
    """The shared result of a completed assessment."""
    assessment = link.assessment
    assert assessment.completed_at is not None  # its result is shown
    name = assessment.client.name
    until = {"date": day(link.expires_at)} if link.expires_at else None
    return SharedPage(
        name=name,
        title=gettext("Result: %(name)s") % {"name": name} if name else gettext("Result"),
        completed=gettext("Completed on %(date)s") % {"date": day(assessment.completed_at)},
        expires=gettext("This link works until %(date)s.") % until if until else "",
        decision=decision,
    )
