"""Share links made and revoked, with their entries in the audit."""

import json
from typing import Any

import pytest
from django.db import IntegrityError

from assessments.models import AccessLink, Assessment, AuditEntry
from assessments.services.auditing import audit
from assessments.services.sharing import Sharing, make_share_link, revoke_share_link
from tests.questionnaire.browsers import completed

LABEL = "For Anna Nowak"


def share(assessment: Assessment) -> AccessLink:
    make_share_link(assessment, Sharing(LABEL, shows_answers=True, allows_downloads=False, days=None), "link 7")
    return AccessLink.objects.shared()[0]


def entries() -> list[dict[str, Any]]:
    return list(AuditEntry.objects.order_by("pk").values("who", "what", "ref", "before", "after"))


def test_making_and_revoking_are_written_down() -> None:
    assessment = completed()
    link = share(assessment)

    assert revoke_share_link(assessment, link.pk, "link 8")

    facts = {"link": link.pk, "shows_answers": True, "allows_downloads": False, "expires_at": None, "revoked": False}
    made, revoked = entries()
    assert (made["who"], made["what"], made["ref"], made["before"]) == ("link 7", "share.made", assessment.ref, "")
    assert json.loads(made["after"]) == json.loads(revoked["before"]) == facts
    assert (revoked["who"], revoked["what"]) == ("link 8", "share.revoked")
    assert json.loads(revoked["after"]) == facts | {"revoked": True}


def test_revoking_twice_is_written_down_once() -> None:
    assessment = completed()
    link = share(assessment)

    assert [revoke_share_link(assessment, link.pk, "link 8") for _ in range(2)] == [True, False]
    assert len(entries()) == 2


def test_entries_hold_neither_the_label_nor_the_company() -> None:
    assessment = completed()
    assessment.client.name = "Acorn"
    assessment.client.save()
    revoke_share_link(assessment, share(assessment).pk, "link 8")

    written = str(list(AuditEntry.objects.values()))
    assert [word for word in (LABEL, "Anna", "Acorn") if word in written] == []


def test_deed_is_undone_when_it_cannot_be_written_down() -> None:
    nobody: Any = None
    assessment = completed()
    link = share(assessment)

    with pytest.raises(IntegrityError):
        revoke_share_link(assessment, link.pk, nobody)
    with pytest.raises(IntegrityError):
        make_share_link(assessment, Sharing("", shows_answers=True, allows_downloads=False, days=1), nobody)

    assert list(AccessLink.objects.shared()) == [link]


def test_entries_outlive_the_assessment() -> None:
    assessment = completed()
    share(assessment)

    assessment.delete()

    assert [entry["ref"] for entry in entries()] == [assessment.ref]


@pytest.mark.django_db(transaction=True)
def test_entry_without_a_transaction_is_refused() -> None:
    with pytest.raises(AssertionError):
        audit("link 1", AuditEntry.What.SHARE_MADE, "ref")
