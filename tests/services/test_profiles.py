"""Saving a profile page and the company's name."""

import pytest
from django.core.exceptions import ValidationError

from assessments.services.profiles import (
    ProfileConflict,
    ProfileGiven,
    ProfileLate,
    ProfileSaved,
    rename_client,
    save_profile,
)
from assessments.services.reading import StoredProfile, profiles_of
from tests.questionnaire.browsers import FACTS, completed, started

COMPANY = {"stage": "growing"}


def company(facts: dict[str, str | int] = COMPANY, version: int = 0, name: str = "Acorn") -> ProfileGiven:
    return ProfileGiven("company", facts, version, name)


def team(reps: int, version: int = 0) -> ProfileGiven:
    return ProfileGiven("team", {"reps": reps}, version)


def test_new_page_is_saved_with_the_name() -> None:
    assessment = started()

    outcome = save_profile(assessment, company())

    assessment.client.refresh_from_db()
    assert outcome == ProfileSaved(version=1)
    assert (profiles_of(assessment), assessment.client.name) == ({"company": StoredProfile(COMPANY, 1)}, "Acorn")


def test_page_of_the_version_shown_is_replaced() -> None:
    assessment = started()
    save_profile(assessment, company())

    outcome = save_profile(assessment, company({"stage": "idea"}, version=1, name=""))

    assessment.client.refresh_from_db()
    assert outcome == ProfileSaved(version=2)
    assert (profiles_of(assessment)["company"].facts, assessment.client.name) == ({"stage": "idea"}, "")


def test_same_page_again_counts_as_saved() -> None:
    assessment = started()
    save_profile(assessment, company())

    assert save_profile(assessment, company()) == ProfileSaved(version=1)


@pytest.mark.parametrize("stale", [company({"stage": "idea"}), company(name="Oak"), company({}, version=5)])
def test_stale_page_changes_nothing(stale: ProfileGiven) -> None:
    assessment = started()
    save_profile(assessment, company())

    outcome = save_profile(assessment, stale)

    assessment.client.refresh_from_db()
    assert isinstance(outcome, ProfileConflict)
    assert (outcome.stored.facts, outcome.stored.version) == (COMPANY, 1)
    assert (profiles_of(assessment)["company"].facts, assessment.client.name) == (COMPANY, "Acorn")


def test_late_page_changes_nothing() -> None:
    assessment = completed()

    outcome = save_profile(assessment, company({"stage": "idea"}, version=1, name="Oak"))

    assessment.client.refresh_from_db()
    assert outcome == ProfileLate(completed_at=assessment.completed_at)
    assert (profiles_of(assessment)["company"].facts, assessment.client.name) == (FACTS["company"], "")


def test_late_page_that_is_stored_already_counts_as_saved() -> None:
    assessment = completed()

    assert save_profile(assessment, company(FACTS["company"], name="")) == ProfileSaved(version=1)


@pytest.mark.parametrize(("reps", "without"), [(0, True), (3, False)])
def test_team_without_reps_is_remembered(reps: int, without: bool) -> None:
    assessment = started()

    save_profile(assessment, team(reps))

    assessment.refresh_from_db()
    assert assessment.sells_without_reps is without


def test_team_that_gets_reps_is_remembered() -> None:
    assessment = started()
    save_profile(assessment, team(0))

    save_profile(assessment, team(2, version=1))

    assessment.refresh_from_db()
    assert assessment.sells_without_reps is False


def test_company_page_does_not_touch_the_reps() -> None:
    assessment = started()
    save_profile(assessment, team(0))

    save_profile(assessment, company())

    assessment.refresh_from_db()
    assert assessment.sells_without_reps is True


def test_client_is_renamed() -> None:
    client = started().client

    rename_client(client, "Żubr sp. z o.o.")

    client.refresh_from_db()
    assert client.name == "Żubr sp. z o.o."


def test_name_that_is_too_long_is_refused() -> None:
    client = started().client

    with pytest.raises(ValidationError):
        rename_client(client, "x" * 121)

    client.refresh_from_db()
    assert client.name == ""
