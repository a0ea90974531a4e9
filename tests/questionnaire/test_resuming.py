"""Coming back: the way in by a reference, personal links, and the list of one's assessments."""

from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from assessments.models import AccessLink, Assessment
from assessments.services.deleting import delete_assessment
from assessments.services.links import link_for_secret, make_resume_link, revoke_links
from assessments.services.starting import copy_to_answer_again
from tests.questionnaire.browsers import (
    answer,
    browser,
    completed,
    describe,
    field_errors,
    form_fields,
    give_access,
    ready,
    seen,
    started,
    summary,
    title,
)

NOTHING = "This link opens nothing here. Check that it is complete, then try again."
REVOKED = "This link no longer works. Ask the person who shared it for a new one."


def entry(assessment: Assessment, language: str = "en") -> str:
    return f"/{language}/a/{assessment.ref}/"


def opens(client: Client, assessment: Assessment) -> bool:
    return client.get(f"/en/a/{assessment.ref}/save/").status_code == 200


def test_entry_of_a_new_assessment_is_its_first_step() -> None:
    assessment = started()

    assert browser(assessment).get(entry(assessment)).headers["Location"] == f"/en/a/{assessment.ref}/company/"


def test_entry_resumes_at_the_first_open_step() -> None:
    assessment = started()
    describe(assessment)
    answer(assessment, "2 4 3 4 3 3 2 / 1 3 _ 0 2 dk", "1 _ 0 0")

    assert browser(assessment).get(entry(assessment)).headers["Location"] == f"/en/a/{assessment.ref}/q/market-pace/"


def test_entry_resumes_at_the_first_open_section() -> None:
    assessment = started(layout="section")
    describe(assessment)
    answer(assessment, "2 4 3 4 3 3 2 / 1 3 _ 0 2 dk", "1 1 0 0")

    response = browser(assessment).get(entry(assessment, "pl"))

    assert response.headers["Location"] == f"/pl/a/{assessment.ref}/section/growth-and-teamwork/"


def test_entry_with_all_answered_is_the_check_page() -> None:
    assessment = ready()

    assert browser(assessment).get(entry(assessment)).headers["Location"] == f"/en/a/{assessment.ref}/check/"


def test_entry_of_a_completed_assessment_is_its_result() -> None:
    assessment = completed()

    assert browser(assessment).get(entry(assessment)).headers["Location"] == f"/en/a/{assessment.ref}/result/"


def test_entry_of_someone_else_is_missing(client: Client) -> None:
    assessment = started()

    assert [each.get(entry(assessment)).status_code for each in (client, browser(started()))] == [404, 404]


def test_entry_refuses_to_be_written_to() -> None:
    assessment = started()

    assert browser(assessment).post(entry(assessment)).status_code == 405


def test_visit_is_noted_once_a_day() -> None:
    assessment = started()
    yesterday = timezone.now().date() - timedelta(days=1)
    Assessment.objects.update(visited_on=yesterday)

    browser(assessment).get(entry(assessment))

    assessment.refresh_from_db()
    assert assessment.visited_on == timezone.now().date()


def test_personal_link_opens_the_assessment_in_another_browser(client: Client) -> None:
    assessment = started()
    secret = make_resume_link(assessment)

    response = client.get(f"/en/resume/{secret}/")

    assert response.headers["Location"] == entry(assessment)
    assert (response.headers["Referrer-Policy"], response.headers["Cache-Control"]) == ("no-referrer", "no-store")
    assert opens(client, assessment)


def test_personal_link_of_one_assessment_opens_no_other(client: Client) -> None:
    assessment, other = started(), started()

    client.get(f"/en/resume/{make_resume_link(assessment)}/")

    assert (opens(client, assessment), opens(client, other)) == (True, False)


def test_personal_link_leaves_the_access_of_this_browser() -> None:
    """Revoking the link must not lock out the browser that started the assessment."""
    assessment = started()
    client = browser(assessment)
    client.get(f"/en/resume/{make_resume_link(assessment)}/")

    revoke_links(assessment)

    assert opens(client, assessment)


def test_unknown_link_is_missing(client: Client) -> None:
    assert client.get("/en/resume/aaaa-bbbb/").status_code == 404


def test_revoked_link_is_gone(client: Client) -> None:
    assessment = started()
    secret = make_resume_link(assessment)
    revoke_links(assessment)

    response = client.get(f"/en/resume/{secret}/")

    assert (response.status_code, opens(client, assessment)) == (410, False)


def test_revoking_ends_access_that_a_link_gave(client: Client) -> None:
    assessment = started()
    client.get(f"/en/resume/{make_resume_link(assessment)}/")

    revoke_links(assessment)

    assert not opens(client, assessment)


@pytest.mark.parametrize("language", ["en", "pl"])
def test_resume_form_is_shown(client: Client, language: str) -> None:
    page = seen(client.get(f"/{language}/resume/"))

    assert (page.one("html").attrs["lang"], form_fields(page)) == (language, {"link": ""})


@pytest.mark.parametrize("typed", ["{}", "http://localhost/en/resume/{}/", "  {} ", "https://example.com/pl/resume/{}"])
def test_resume_form_opens_a_pasted_link(client: Client, typed: str) -> None:
    assessment = started()

    response = client.post("/en/resume/", {"link": typed.format(make_resume_link(assessment))})

    assert (response.headers["Location"], opens(client, assessment)) == (entry(assessment), True)


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ("", "Paste your personal link"),
        ("   ", "Paste your personal link"),
        ("nonsense", NOTHING),
        ("x" * 501, "Paste a link of 500 characters or fewer"),
    ],
)
def test_resume_form_says_what_is_wrong_and_keeps_the_text(client: Client, typed: str, error: str) -> None:
    response = client.post("/en/resume/", {"link": typed})

    page = seen(response)
    assert response.status_code == 200
    assert title(page).startswith("Error: Return to an assessment")
    assert (summary(page), field_errors(page)) == ([("#id_link", error)], [error])
    assert form_fields(page)["link"] == typed


def test_resume_form_says_that_a_link_was_revoked(client: Client) -> None:
    assessment = started()
    secret = make_resume_link(assessment)
    revoke_links(assessment)

    assert field_errors(seen(client.post("/en/resume/", {"link": secret}))) == [REVOKED]


def test_many_wrong_links_are_slowed_down(client: Client, settings: object) -> None:
    settings.FAILED_LINKS_PER_MINUTE = 2  # type: ignore[attr-defined]  # a fixture of pytest-django
    assessment = started()
    secret = make_resume_link(assessment)

    statuses = [client.get("/en/resume/wrong/").status_code for _ in range(3)]

    assert statuses == [404, 404, 429]
    assert client.post("/en/resume/", {"link": "wrong"}).status_code == 429
    assert client.get(f"/en/resume/{secret}/").status_code == 302


@pytest.mark.parametrize("address", ["/en/resume/", "/en/resume/abc/", "/en/mine/"])
@pytest.mark.parametrize("verb", ["put", "patch", "delete"])
def test_way_in_refuses_other_methods(client: Client, address: str, verb: str) -> None:
    assert getattr(client, verb)(address).status_code == 405


@pytest.mark.parametrize("language", ["en", "pl"])
def test_list_without_assessments_offers_a_start(client: Client, language: str) -> None:
    response = client.get(f"/{language}/mine/")

    page = seen(response)
    assert response.status_code == 200
    assert page.one("a", class_="btn").attrs["href"] == f"/{language}/start/"
    assert page.all("ul", class_="list") == []


def test_list_shows_this_browsers_assessments_newest_first() -> None:
    first = completed()
    second, link = copy_to_answer_again(first, language="en")
    first.client.__class__.objects.update(name="Acorn <&>")
    started()
    client = browser(first)
    give_access(client, second, link)

    page = seen(client.get("/en/mine/"))

    assert [row.one("p", class_="title").words for row in page.all("li")] == ["Acorn <&>"] * 2
    assert [[link.attrs["href"] for link in row.all("a")] for row in page.all("li")] == [
        [f"/en/a/{second.ref}/{page}" for page in ("", "", "crm/", "delete/")],
        [f"/en/a/{first.ref}/{page}" for page in ("", "", "history/", "crm/", "delete/")],
    ]
    metas = [row.one("p", class_="meta").words for row in page.all("li")]
    assert metas[0].startswith("Started on ")
    assert metas[0].endswith("a new version of an earlier one")
    assert metas[1].startswith("Completed on ")


def test_assessment_without_a_name_is_listed_by_its_reference() -> None:
    assessment = started()

    page = seen(browser(assessment).get("/en/mine/"))

    assert page.one("p", class_="title").words == assessment.ref


@pytest.mark.parametrize(("count", "offered"), [(1, False), (2, True)])
def test_list_offers_to_compare_two_results(count: int, offered: bool) -> None:
    page = seen(browser(ready(), *(completed() for _ in range(count))).get("/en/mine/"))

    assert ("/en/compare/" in [link.attrs["href"] for link in page.one("main").all("a")]) is offered


@pytest.mark.parametrize(
    ("language", "away", "tags"),
    [("en", 366, ["Expires today"]), ("en", 400, ["Expires today"]), ("en", 300, []), ("en", 335, []), ("pl", 300, [])],
)
def test_list_says_what_expires_soon(language: str, away: int, tags: list[str], settings: object) -> None:
    settings.RETENTION_MONTHS = 12  # type: ignore[attr-defined]  # a fixture of pytest-django
    assessment = started()
    with time_machine.travel("2026-11-25T12:00:00Z", tick=False):
        Assessment.objects.update(visited_on=timezone.now().date() - timedelta(days=away))
        page = seen(browser(assessment).get(f"/{language}/mine/"))

    assert [tag.words for tag in page.all("span", class_="tag")] == tags
    assert ("unless somebody opens it before" in page.one("main").words) is bool(tags)


@pytest.mark.parametrize(("language", "tag"), [("en", "Expires on 25 December 2026"), ("pl", "25 grudnia 2026")])
def test_day_of_expiry_is_shown_from_thirty_days_before(language: str, tag: str) -> None:
    assessment = started()
    shown = []
    for day in ("2026-11-24", "2026-11-25", "2026-12-24"):
        with time_machine.travel(f"{day}T12:00:00Z", tick=False):
            Assessment.objects.update(visited_on=date(2025, 12, 24))
            page = seen(browser(assessment).get(f"/{language}/mine/"))
        shown.append([each.words.endswith(tag) for each in page.all("span", class_="tag")])

    assert shown == [[], [True], [True]]


def test_list_leaves_out_what_no_longer_opens() -> None:
    kept, revoked, deleted = started(), started(), started()
    client = browser(kept, revoked, deleted)
    AccessLink.objects.filter(assessment=revoked).update(revoked_at=timezone.now())
    delete_assessment(deleted)

    page = seen(client.get("/en/mine/"))

    assert [row.one("p", class_="title").words for row in page.all("li")] == [kept.ref]


@pytest.mark.parametrize("count", [1, 3])
def test_list_takes_one_query_however_long(count: int, django_assert_num_queries: object) -> None:
    client = browser(*(completed() for _ in range(count)))

    with django_assert_num_queries(1):  # type: ignore[operator]  # a fixture of pytest-django
        page = seen(client.get("/en/mine/"))

    assert len(page.all("li")) == count


def test_link_found_by_its_secret_names_its_assessment() -> None:
    assessment = started()

    link = link_for_secret(make_resume_link(assessment))

    assert link is not None
    assert link.assessment == assessment


def test_language_switch_keeps_a_pasted_link(client: Client) -> None:
    page = seen(client.post("/pl/resume/", {"link": "not sure", "then": "language"}))

    assert (page.one("html").attrs["lang"], form_fields(page)["link"], summary(page)) == ("pl", "not sure", [])
