"""Save one profile page, and change the company's name at any time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from assessments.models import Assessment, Client, ProfilePage

COMPANY, TEAM = "company", "team"
Facts = Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class ProfileGiven:
    """One profile page as its form sends it; `version` is the version the page was made from, 0 for none."""

    page: str
    facts: Facts
    version: int
    company_name: str | None = None


@dataclass(frozen=True, slots=True)
class ProfileSaved:
    version: int


@dataclass(frozen=True, slots=True)
class ProfileConflict:
    """Someone else saved the page meanwhile; nothing was changed."""

    stored: ProfilePage


@dataclass(frozen=True, slots=True)
class ProfileLate:
    completed_at: datetime


ProfileOutcome = ProfileSaved | ProfileConflict | ProfileLate


@transaction.atomic
def save_profile(assessment: Assessment, given: ProfileGiven) -> ProfileOutcome:
    """Save the page, or say why not. A repeated save of what is already stored counts as saved."""
    locked = Assessment.objects.select_for_update(of=("self",)).select_related("client").get(pk=assessment.pk)
    stored = locked.profile_pages.filter(page=given.page).first()
    if stored and _is_same(stored, locked.client, given):
        return ProfileSaved(version=stored.version)
    if locked.completed_at:
        return ProfileLate(completed_at=locked.completed_at)
    if stored and stored.version != given.version:
        return ProfileConflict(stored=stored)
    if given.company_name is not None:
        rename_client(locked.client, given.company_name)
    if given.page == TEAM:
        locked.sells_without_reps = given.facts.get("reps") == 0
        locked.save(update_fields=["sells_without_reps"])
    row = stored or ProfilePage(assessment=locked, page=given.page, version=0)
    row.facts, row.version, row.saved_at = dict(given.facts), row.version + 1, timezone.now()
    row.save()
    return ProfileSaved(version=row.version)


def _is_same(stored: ProfilePage, client: Client, given: ProfileGiven) -> bool:
    return stored.facts == dict(given.facts) and given.company_name in (None, client.name)


def rename_client(client: Client, name: str) -> None:
    """Change the company's name; it is a label beside the result, so this works after completion too."""
    if client.name != name:
        client.name = name
        client.full_clean()
        client.save(update_fields=["name"])
