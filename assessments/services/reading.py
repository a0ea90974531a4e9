"""What an assessment holds so far, as plain values: one query each."""

from typing import NamedTuple

from assessments.content.profile import shipped_profile
from assessments.models import DONT_KNOW, Assessment, Result
from assessments.services.profiles import Facts


class StoredAnswer(NamedTuple):
    """An answer as stored: the choice is an option 0..4 or DONT_KNOW."""

    code: str
    choice: int
    note: str
    version: int

    @property
    def is_dont_know(self) -> bool:
        return self.choice == DONT_KNOW


class StoredProfile(NamedTuple):
    """One profile page as stored."""

    facts: Facts
    version: int


Answers = dict[str, StoredAnswer]
Profiles = dict[str, StoredProfile]


def finished_pages(profiles: Profiles) -> set[str]:
    """The profile pages that hold everything required of them."""
    profile = shipped_profile()
    required = {page.slug: {s for s in page.fields if profile.field(s).required} for page in profile.pages}
    return {page for page, stored in profiles.items() if required.get(page, set()) <= stored.facts.keys()}


def outcome_of(assessment: Assessment) -> str:
    """The outcome of a completed assessment, as its result stores it."""
    return Result.objects.values_list("outcome", flat=True).get(pk=assessment.pk)


def answers_of(assessment: Assessment) -> Answers:
    """The answers given so far, by question."""
    rows = assessment.answers.values_list("code", "choice", "note", "version")
    return {row[0]: StoredAnswer(*row) for row in rows}


def profiles_of(assessment: Assessment) -> Profiles:
    """The profile pages saved so far, by page."""
    rows = assessment.profile_pages.values_list("page", "facts", "version")
    return {page: StoredProfile(facts, version) for page, facts, version in rows}
