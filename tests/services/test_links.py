"""Links that open an assessment: made, found by their hash, revoked."""

import hashlib
import re

import pytest

from assessments.models import AccessLink, Assessment
from assessments.services.links import (
    browser_link,
    link_for_secret,
    make_resume_link,
    new_reference,
    new_secret,
    revoke_links,
    secret_hash,
)
from tests.questionnaire.browsers import started


def test_secret_has_seven_groups_of_four() -> None:
    assert re.fullmatch(r"[1-9a-z]{4}(-[1-9a-z]{4}){6}", new_secret())


def test_secret_has_five_bits_a_sign() -> None:
    signs = {sign for _ in range(200) for sign in new_secret() if sign != "-"}

    assert len(signs) == 32
    assert signs.isdisjoint("0ilo")


def test_reference_has_ten_clear_signs() -> None:
    assert re.fullmatch(r"[2-9a-hjkmnp-z]{10}", new_reference())


def test_only_the_hash_is_stored() -> None:
    assessment = started()

    secret = make_resume_link(assessment)

    signs = secret.replace("-", "")
    stored = AccessLink.objects.values_list("secret_hash", flat=True).get(kind="resume")
    assert stored == hashlib.sha256(signs.encode()).hexdigest()
    assert signs not in str(list(AccessLink.objects.values()))


@pytest.mark.parametrize("change", [str, str.upper, lambda text: text.replace("-", ""), lambda text: f"  {text} "])
def test_link_is_found_however_it_is_typed(change: object) -> None:
    assessment = started()
    secret = make_resume_link(assessment)

    link = link_for_secret(change(secret))  # type: ignore[operator]  # a function of text

    assert link is not None
    assert link.assessment == assessment


@pytest.mark.parametrize("secret", ["", "-", "aaaa-aaaa-aaaa-aaaa-aaaa-aaaa-aaaa"])
def test_unknown_secret_opens_nothing(secret: str) -> None:
    browser_link(started())

    assert link_for_secret(secret) is None


def test_earlier_links_keep_working() -> None:
    assessment = started()

    secrets = [make_resume_link(assessment), make_resume_link(assessment)]

    assert [link_for_secret(secret).assessment for secret in secrets] == [assessment] * 2  # type: ignore[union-attr]


def test_revoking_ends_personal_links_and_no_other() -> None:
    assessment, other = started(), started()
    secret, foreign = make_resume_link(assessment), make_resume_link(other)
    own = browser_link(assessment)

    assert revoke_links(assessment) == 1

    revoked, kept = link_for_secret(secret), link_for_secret(foreign)
    assert revoked is not None
    assert revoked.revoked_at is not None
    assert kept is not None
    assert kept.revoked_at is None
    assert Assessment.objects.reached_by(assessment.ref, revoked.pk).first() is None
    assert Assessment.objects.reached_by(assessment.ref, own.pk).get() == assessment


def test_revoking_again_revokes_nothing() -> None:
    assessment = started()
    make_resume_link(assessment)
    revoke_links(assessment)

    assert revoke_links(assessment) == 0


def test_link_does_not_open_another_assessment() -> None:
    one, other = started(), started()
    link = browser_link(one)

    assert Assessment.objects.reached_by(other.ref, link.pk).first() is None


def test_hash_ignores_case_and_dashes() -> None:
    assert secret_hash("AB2-c3") == secret_hash("ab2c3") != secret_hash("ab2c4")
