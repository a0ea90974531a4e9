"""Save and finish later, rename, delete, and change answers in a new version."""

import pytest
from django.test import Client

from assessments.models import AccessLink, Assessment
from assessments.services.links import link_for_secret
from assessments.services.reading import answers_of
from tests.questionnaire.browsers import (
    answer,
    browser,
    completed,
    describe,
    field_errors,
    ready,
    result_of,
    seen,
    started,
    summary,
)

PAGES = ["save", "name", "delete", "again"]


def url(assessment: Assessment, page: str = "save", language: str = "en") -> str:
    return f"/{language}/a/{assessment.ref}/{page}/"


def personal_links() -> int:
    return AccessLink.objects.personal().count()


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", ["en", "pl"])
def test_page_is_shown_and_changes_nothing(page: str, language: str) -> None:
    assessment = completed()
    before = Assessment.objects.values().get(), AccessLink.objects.count()

    client = browser(assessment)
    response = client.get(url(assessment, page, language))

    assert (response.status_code, seen(response).one("html").attrs["lang"]) == (200, language)
    assert (Assessment.objects.values().get(), AccessLink.objects.count() - 1) == before


@pytest.mark.parametrize("page", PAGES)
def test_page_of_someone_else_is_missing(page: str, client: Client) -> None:
    assessment = completed()

    for stranger in (client, browser(started())):
        assert stranger.get(url(assessment, page)).status_code == 404
        assert stranger.post(url(assessment, page), {"name": "x"}).status_code == 404
    assert Assessment.objects.filter(pk=assessment.pk).count() == 1


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("verb", ["put", "patch", "delete"])
def test_page_refuses_other_methods(page: str, verb: str) -> None:
    assessment = started()

    assert getattr(browser(assessment), verb)(url(assessment, page)).status_code == 405


def test_personal_link_is_shown_to_the_browser_that_made_it() -> None:
    assessment = started()
    client = browser(assessment)

    shown = seen(client.post(url(assessment), follow=True)).one("input", id="link").attrs["value"]

    found = link_for_secret(shown.rstrip("/").rsplit("/", 1)[1])
    assert shown.startswith("http://testserver/en/resume/")
    assert found is not None
    assert found.assessment == assessment
    other = browser(assessment)
    page = seen(other.get(url(assessment)))
    assert page.all("input", id="link") == []
    assert "1 personal link works." in page.one("main").words


def test_several_personal_links_are_counted() -> None:
    assessment = started()
    client = browser(assessment)

    pages = [seen(client.post(url(assessment), follow=True)) for _ in range(2)]

    assert "2 personal links work." in pages[1].one("main").words


def test_revoking_ends_links_and_keeps_this_browser() -> None:
    assessment = started()
    client = browser(assessment)
    link = seen(client.post(url(assessment), follow=True)).one("input", id="link").attrs["value"]
    guest = Client()
    guest.get(link.removeprefix("http://testserver"))

    response = client.post(url(assessment), {"do": "revoke"})

    assert (response.headers["Location"], personal_links()) == (url(assessment), 0)
    assert (client.get(url(assessment)).status_code, guest.get(url(assessment)).status_code) == (200, 404)


def test_guest_who_revokes_the_links_keeps_access() -> None:
    """Who came by a personal link would otherwise be locked out by revoking it."""
    assessment = started()
    link = seen(browser(assessment).post(url(assessment), follow=True)).one("input", id="link").attrs["value"]
    guest = Client()
    guest.get(link.removeprefix("http://testserver"))

    page = seen(guest.post(url(assessment), {"do": "revoke"}, follow=True))

    assert [notice.words for notice in page.all("div", class_="success")] == [
        "All personal links are revoked. This browser still opens the assessment."
    ]


def test_showing_the_save_page_takes_two_queries(django_assert_num_queries: object) -> None:
    assessment = started()
    client = browser(assessment)

    with django_assert_num_queries(2):  # type: ignore[operator]  # a fixture of pytest-django
        client.get(url(assessment))


def test_company_is_renamed_in_a_draft() -> None:
    assessment = started()

    response = browser(assessment).post(url(assessment, "name"), {"name": "Żubr <&>"})

    assessment.client.refresh_from_db()
    assert (response.headers["Location"], assessment.client.name) == (f"/en/a/{assessment.ref}/", "Żubr <&>")


def test_company_is_renamed_after_completion_and_the_result_stays() -> None:
    assessment = completed()
    before = result_of(assessment).document_en
    client = browser(assessment)

    page = seen(client.post(url(assessment, "name"), {"name": "Acorn"}, follow=True))

    assert "Company: Acorn" in page.one("p", class_="crumb").words
    assert [notice.words for notice in page.all("div", class_="success")] == ["The company name is saved."]
    assert result_of(assessment).document_en == before


def test_present_name_is_shown_for_changing() -> None:
    assessment = started()
    assessment.client.name = "Acorn"
    assessment.client.save()

    page = seen(browser(assessment).get(url(assessment, "name")))

    assert page.one("input", name="name").attrs["value"] == "Acorn"


def test_name_may_be_taken_away() -> None:
    assessment = started()
    client = browser(assessment)
    client.post(url(assessment, "name"), {"name": "Acorn"})

    client.post(url(assessment, "name"), {"name": "  "})

    assessment.client.refresh_from_db()
    assert assessment.client.name == ""


@pytest.mark.parametrize("name", ["x" * 121, "a\x00b"])
def test_name_that_cannot_be_saved_comes_back(name: str) -> None:
    assessment = started()

    page = seen(browser(assessment).post(url(assessment, "name"), {"name": name}))

    assessment.client.refresh_from_db()
    assert (summary(page)[0][0], len(field_errors(page)), assessment.client.name) == ("#id_name", 1, "")
    assert page.one("input", name="name").attrs["value"].startswith(name[:1])


def test_draft_is_deleted_by_who_made_it() -> None:
    assessment = ready()
    client = browser(assessment)

    page = seen(client.post(url(assessment, "delete"), follow=True))

    assert Assessment.objects.count() == 0
    assert [notice.words for notice in page.all("div", class_="success")] == ["The assessment is deleted."]
    assert client.get(url(assessment)).status_code == 404
    assert client.cookies[f"a-{assessment.ref}"].value == ""


def test_deleting_says_what_goes() -> None:
    draft, done = started(), completed()
    client = browser(draft, done)

    lists = [
        [item.words for item in seen(client.get(url(each, "delete"))).one("main").all("li")] for each in (draft, done)
    ]

    assert ("the result" in lists[0], "the result" in lists[1]) == (False, True)


def test_changing_answers_makes_a_copy_and_keeps_both_results() -> None:
    assessment = started()
    describe(assessment)
    answer(assessment, notes={"S5": "CRM is slow"})
    client = browser(assessment)
    client.post(url(assessment, "check"))
    before = result_of(assessment).receipt

    response = client.post(url(assessment, "again"))

    copy = Assessment.objects.get(previous=assessment)
    assert response.headers["Location"] == url(copy, "check")
    assert answers_of(copy)["S5"].note == "CRM is slow"
    client.post(f"/en/a/{copy.ref}/q/growth-source/", {"r1": "4", "r1-version": "1"})
    client.post(url(copy, "check"))
    assert (result_of(assessment).receipt, result_of(copy).outcome) == (before, "salesops_then_revops")
    assert [client.get(url(each, "result")).status_code for each in (assessment, copy)] == [200, 200]


@pytest.mark.parametrize("verb", ["get", "post"])
def test_draft_is_not_copied(verb: str) -> None:
    assessment = ready()

    response = getattr(browser(assessment), verb)(url(assessment, "again"))

    assert response.headers["Location"] == url(assessment, "check")
    assert Assessment.objects.count() == 1


@pytest.mark.parametrize(
    ("question", "page"),
    [
        ("cause-visibility", "q/cause-visibility/?from=check#id_r6_0"),
        ("budget", "q/budget/?from=check#id_b_0"),
        ("nothing", "check/"),
        ("", "check/"),
        ("//evil.example", "check/"),
    ],
)
def test_new_version_opens_on_the_question_one_wants_to_answer(question: str, page: str) -> None:
    assessment = completed()
    client = browser(assessment)

    response = client.post(f"{url(assessment, 'again')}?question={question}")

    copy = assessment.later.get()
    assert response.headers["Location"] == f"/en/a/{copy.ref}/{page}"
