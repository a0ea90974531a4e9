"""Publishing a method version, and reading its content."""

import pytest

from assessments.content.loader import shipped_method
from assessments.models import MethodVersion, User
from assessments.services.methods import method_content
from assessments.services.publishing import publish, publish_shipped_method_once
from tests.document.cases import content
from tests.questionnaire.browsers import completed, published_method, result_of


def test_published_content_is_read_back(method: MethodVersion) -> None:
    assert method_content(method.pk) == shipped_method()


def test_content_is_read_once(method: MethodVersion, django_assert_num_queries: object) -> None:
    with django_assert_num_queries(1):  # type: ignore[operator]  # a fixture of pytest-django
        assert method_content(method.pk) is method_content(method.pk)


def test_draft_is_not_read(method: MethodVersion) -> None:
    draft = MethodVersion.objects.create(number=9, status=MethodVersion.Status.DRAFT, content=method.content)

    with pytest.raises(MethodVersion.DoesNotExist):
        method_content(draft.pk)


def test_publishing_retires_the_version_before(method: MethodVersion) -> None:
    author = User.objects.create_user("editor@example.com", "a long password")

    later = publish(content({"S1": 2}), note="More weight", by=author)

    method.refresh_from_db()
    assert (method.status, later.status, later.number) == ("retired", "published", method.number + 1)
    assert (later.note, later.published_by, MethodVersion.objects.published().get()) == ("More weight", author, later)
    assert (method_content(method.pk).weights["S1"], method_content(later.pk).weights["S1"]) == (1, 2)


def test_shipped_method_is_published_once(method: MethodVersion) -> None:
    assert publish_shipped_method_once() is False

    MethodVersion.objects.filter(pk=method.pk).update(status="retired")

    assert publish_shipped_method_once() is True
    assert MethodVersion.objects.published().get().number == method.number + 1


def test_publishing_changes_no_result() -> None:
    assessment = completed()
    stored = result_of(assessment)
    before = (stored.receipt, stored.inputs, stored.values, stored.document_en, stored.document_pl)

    published_method({"S1": 0, "R4": 10}, need_line=6)

    after = result_of(assessment)
    assert (after.receipt, after.inputs, after.values, after.document_en, after.document_pl) == before
    assert after.method == assessment.method
