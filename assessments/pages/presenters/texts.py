"""The help, privacy and accessibility pages: titles here, texts in the templates of their sections."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.utils.translation import gettext, ngettext

from assessments.pages.presenters.sections import TextPage, sections_in
from assessments.questionnaire.access import COOKIE_NAME_START, MOST_KEPT
from assessments.questionnaire.new_links import NEW_LINK_START, SHOWN_SECONDS
from assessments.result.sharing.access import COOKIE_NAME_START as SHARED_START
from metrics.scorecard.pages.access import COOKIE_NAME_START as SCORECARD_START
from revops_advisor.cookies import MAX_AGE

MINUTE = 60
DAY = 24 * 3600


@dataclass(frozen=True, slots=True)
class Cookie:
    name: str
    purpose: str
    kept: str


@dataclass(frozen=True, slots=True)
class PrivacyPage(TextPage):
    cookies: tuple[Cookie, ...]
    most_assessments: int
    failed_links: int
    retention_months: int


def help_sections_page() -> TextPage:
    return TextPage(
        title=gettext("Help"),
        description=gettext("How to answer, save, come back, change answers and delete an assessment; a glossary."),
        lead=gettext("How to answer, how to come back later, and what the words mean."),
        sections=sections_in(
            "help",
            {
                "answering": gettext("Answering the questions"),
                "later": gettext("Saving and coming back"),
                "links": gettext("Personal links"),
                "change": gettext("Changing answers"),
                "tabs": gettext("Two tabs, two people"),
                "clients": gettext("Answering for clients"),
                "delete": gettext("Deleting an assessment"),
                "browser": gettext("Language, keyboard and browser"),
                "contact": gettext("Where to write"),
                "glossary": gettext("Glossary"),
            },
        ),
    )


def privacy_page() -> PrivacyPage:
    return PrivacyPage(
        title=gettext("Privacy"),
        description=gettext(
            "What RevOps Advisor stores, which cookies it sets, who can see an assessment, how to delete it."
        ),
        lead=gettext("We store what you answer, so that you can come back to it. We do not store who you are."),
        sections=sections_in(
            "privacy",
            {
                "stored": gettext("What is stored"),
                "not-stored": gettext("What is not stored"),
                "cookies": gettext("Cookies"),
                "access": gettext("Who can see an assessment"),
                "logs": gettext("Logs and failed links"),
                "deleting": gettext("How long it is kept"),
                "questions": gettext("Questions about your data"),
            },
        ),
        cookies=cookies(),
        most_assessments=MOST_KEPT,
        failed_links=settings.FAILED_LINKS_PER_MINUTE,
        retention_months=settings.RETENTION_MONTHS,
    )


def cookies() -> tuple[Cookie, ...]:
    """Every cookie the product sets, by the name it has on this server."""
    return (*_access_cookies(), *_other_cookies())


def _access_cookies() -> tuple[Cookie, ...]:
    """What opens assessments, results, links and scorecards."""
    return (
        Cookie(
            f"{COOKIE_NAME_START}…",
            gettext("Opens one assessment in this browser; the reference of the assessment ends the name"),
            _days(MAX_AGE),
        ),
        Cookie(
            f"{SHARED_START}…",
            gettext("Opens one result that was shared with you; the reference of the assessment ends the name"),
            _days(MAX_AGE),
        ),
        Cookie(
            f"{NEW_LINK_START}…",
            gettext("Shows a link that you just made once more when you load its page again"),
            _minutes(SHOWN_SECONDS),
        ),
        Cookie(
            f"{SCORECARD_START}…",
            gettext("Opens one scorecard that you made in this browser; the reference of the scorecard ends the name"),
            _days(MAX_AGE),
        ),
    )


def _other_cookies() -> tuple[Cookie, ...]:
    return (
        Cookie(
            settings.CSRF_COOKIE_NAME,
            gettext("Makes sure that a form was sent from this site"),
            _days(settings.CSRF_COOKIE_AGE or 0),
        ),
        Cookie(
            settings.LANGUAGE_COOKIE_NAME,
            gettext("Remembers the language you read in"),
            _days(settings.LANGUAGE_COOKIE_AGE or 0),
        ),
        Cookie(
            settings.SESSION_COOKIE_NAME,
            gettext("Leads to the branding that a consultant puts on reports; set only when there is one"),
            gettext("Until you close the browser"),
        ),
        Cookie(
            CookieStorage.cookie_name,
            gettext("Carries a line such as “The company name is saved.” to the next page"),
            gettext("Until that page is shown"),
        ),
    )


def _minutes(seconds: int) -> str:
    minutes = seconds // MINUTE
    return ngettext("%(n)d minute", "%(n)d minutes", minutes) % {"n": minutes}


def _days(seconds: int) -> str:
    days = seconds // DAY
    return ngettext("%(n)d day", "%(n)d days", days) % {"n": days}


def accessibility_page() -> TextPage:
    return TextPage(
        title=gettext("Accessibility"),
        description=gettext(
            "What RevOps Advisor does to be usable by everyone, how it was tested, and its known limits."
        ),
        lead=gettext("Everyone should be able to answer, read and check a result. Here is what we do for that."),
        sections=sections_in(
            "accessibility",
            {
                "aim": gettext("What we aim at"),
                "design": gettext("How the pages are made"),
                "tested": gettext("What was tested"),
                "limits": gettext("Known limits"),
                "report": gettext("Tell us about a barrier"),
            },
        ),
    )
