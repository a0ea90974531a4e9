"""What the tables refuse, in the database in use."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from assessments.models import AccessLink, Answer, Assessment, Client, MethodVersion, ProfilePage, Result, User
from tests.questionnaire.browsers import completed, ready, started

pytestmark = pytest.mark.usefixtures("method")
NOW = timezone.now()


@pytest.fixture
def method(db: None) -> MethodVersion:
    from tests.questionnaire.browsers import published_method  # kept beside its only use

    return published_method()


def refused(model: type[models.Model], **fields: Any) -> str:
    """What the database says to a row that it must not take."""
    with pytest.raises(IntegrityError) as raised, transaction.atomic():
        model._default_manager.create(**fields)
    return str(raised.value)


def answer(assessment: Assessment, **fields: Any) -> dict[str, Any]:
    return {"assessment": assessment, "code": "S1", "choice": 0, "saved_at": NOW, **fields}


@pytest.mark.parametrize("choice", [0, 4, 5])
def test_answer_holds_an_option_or_dont_know(choice: int) -> None:
    assert Answer.objects.create(**answer(started(), choice=choice)).choice == choice


def test_answer_refuses_other_choices() -> None:
    assert "choice_is_an_option" in refused(Answer, **answer(started(), choice=6))


@pytest.mark.parametrize("choice", [-1, None])
def test_answer_refuses_numbers_that_are_no_choice(choice: int | None) -> None:
    refused(Answer, **answer(started(), choice=choice))


def test_question_has_one_answer() -> None:
    assessment = started()
    Answer.objects.create(**answer(assessment))

    message = refused(Answer, **answer(assessment, choice=3))

    assert "one_answer_a_question" in message or "assessment_id, assessments_answer.code" in message


def test_two_assessments_answer_the_same_question() -> None:
    for _ in range(2):
        Answer.objects.create(**answer(started()))

    assert Answer.objects.count() == 2


def test_long_note_is_refused_by_validation() -> None:
    row = Answer(**answer(started(), note="x" * 501))

    with pytest.raises(ValidationError) as raised:
        row.full_clean()

    assert set(raised.value.message_dict) == {"note"}


def test_profile_page_has_one_row() -> None:
    assessment = started()
    row = {"assessment": assessment, "page": "team", "facts": {}, "saved_at": NOW}
    ProfilePage.objects.create(**row)

    refused(ProfilePage, **row)


def test_personal_link_has_a_secret() -> None:
    row = {"assessment": started(), "kind": "resume", "created_at": NOW}

    assert "link_has_secret" in refused(AccessLink, **row)


def test_browsers_have_no_secret() -> None:
    assessment = started()

    for _ in range(2):
        AccessLink.objects.create(assessment=assessment, kind="browser", created_at=NOW)

    assert AccessLink.objects.filter(secret_hash=None).count() == 3


def test_secret_is_used_once() -> None:
    row = {"kind": "resume", "secret_hash": "a" * 64, "created_at": NOW}
    AccessLink.objects.create(assessment=started(), **row)

    refused(AccessLink, assessment=started(), **row)


def test_reference_is_used_once() -> None:
    taken = started()

    refused(
        Assessment,
        ref=taken.ref,
        client=Client.objects.create(),
        method=taken.method,
        layout="single",
        language="en",
        started_at=NOW,
        visited_on=NOW.date(),
    )


def test_one_method_is_published(method: MethodVersion) -> None:
    refused(MethodVersion, number=99, status="published", content={}, published_at=NOW)


def test_number_of_a_method_is_used_once(method: MethodVersion) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        MethodVersion.objects.create(number=method.number, status="draft", content={})


@pytest.mark.parametrize("status", ["published", "retired"])
def test_method_that_was_published_has_a_date(status: str, method: MethodVersion) -> None:
    MethodVersion.objects.filter(pk=method.pk).update(status="retired")

    assert "published_method_has_date" in refused(MethodVersion, number=99, status=status, content={})


def test_drafts_need_no_date_and_may_be_many(method: MethodVersion) -> None:
    for number in (98, 99):
        MethodVersion.objects.create(number=number, status="draft", content={})

    assert MethodVersion.objects.filter(status="draft").count() == 2


@pytest.mark.parametrize(
    "change", [{"content": {}}, {"note": "x"}, {"number": 77}, {"published_at": NOW}, {"status": "draft"}]
)
def test_published_method_never_changes(change: dict[str, Any], method: MethodVersion) -> None:
    with pytest.raises(IntegrityError, match="a published method version never changes"), transaction.atomic():
        MethodVersion.objects.filter(pk=method.pk).update(**change)


@pytest.mark.parametrize("change", [{"content": {}}, {"status": "published"}, {"status": "draft"}])
def test_retired_method_never_changes(change: dict[str, Any], method: MethodVersion) -> None:
    MethodVersion.objects.filter(pk=method.pk).update(status="retired")

    with pytest.raises(IntegrityError, match="a published method version never changes"), transaction.atomic():
        MethodVersion.objects.filter(pk=method.pk).update(**change)


def test_draft_of_a_method_may_change(method: MethodVersion) -> None:
    draft = MethodVersion.objects.create(number=99, status="draft", content={})

    assert MethodVersion.objects.filter(pk=draft.pk).update(content={"a": 1}, note="x", number=98) == 1


def test_method_in_use_is_not_deleted(method: MethodVersion) -> None:
    started()

    with pytest.raises(models.ProtectedError):
        method.delete()


def test_assessment_has_one_result() -> None:
    stored = Result.objects.get(pk=completed().pk)
    fields = {field.attname: getattr(stored, field.attname) for field in Result._meta.concrete_fields}

    refused(Result, **fields)


def test_assessment_may_be_deleted_with_its_result() -> None:
    assessment = completed()

    assessment.delete()

    assert Result.objects.count() == 0


def test_email_address_is_used_once_whatever_its_case() -> None:
    User.objects.create(email="one@example.com")

    refused(User, email="One@Example.com")


def test_email_address_that_is_taken_is_named() -> None:
    User.objects.create_user("one@example.com", "a long password")

    with pytest.raises(ValidationError, match=r"taken|exists"):
        User.objects.create_user("ONE@example.com", "a long password")


def test_superuser_is_staff() -> None:
    user = User.objects.create_superuser("boss@example.com", "a long password")

    assert (user.is_staff, user.is_superuser, user.check_password("a long password")) == (True, True, True)


def test_rows_name_themselves() -> None:
    assessment = ready()
    link = AccessLink.objects.get(assessment=assessment)
    assessment.client.name = "Acorn"

    assert [
        str(each)
        for each in (
            assessment,
            assessment.client,
            assessment.method,
            assessment.answers.get(code="S2"),
            assessment.profile_pages.get(page="team"),
            link,
            User(email="one@example.com"),
            Result(receipt="abc"),
        )
    ] == [
        assessment.ref,
        "Acorn",
        f"method {assessment.method.number}",
        "S2: 4",
        "team",
        f"browser {link.pk}",
        "one@example.com",
        "abc",
    ]
