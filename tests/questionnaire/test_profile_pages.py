"""The two profile pages: context, never scored."""

import pytest

from assessments.content.profile import shipped_profile
from assessments.models import Assessment
from assessments.services.reading import StoredProfile, profiles_of
from tests.questionnaire.browsers import (
    browser,
    completed,
    describe,
    field_errors,
    form_fields,
    seen,
    started,
    summary,
    title,
)

STAGE_ERROR = "Select what stage the company is at"
NUMBER_ERROR = "Enter a number from 0 to 9,999"


def url(assessment: Assessment, page: str = "company", language: str = "en", query: str = "") -> str:
    return f"/{language}/a/{assessment.ref}/{page}/{query}"


@pytest.mark.parametrize("language", ["en", "pl"])
@pytest.mark.parametrize("slug", ["company", "team"])
def test_profile_page_shows_its_fields(slug: str, language: str) -> None:
    assessment, profile = started(), shipped_profile()

    page = seen(browser(assessment).get(url(assessment, slug, language)))

    assert page.one("h1").words == profile.page(slug).title.in_language(language)
    shown = " ".join(each.words for each in page.all("label", "legend"))
    for field in map(profile.field, profile.page(slug).fields):
        assert field.label.in_language(language) in shown
    assert page.all("input", checked="") == []
    assert "*" not in page.one("main").text


def test_profile_pages_are_the_first_two_of_nineteen_steps() -> None:
    assessment = started()
    client = browser(assessment)

    titles = [title(seen(client.get(url(assessment, slug)))) for slug in ("company", "team")]

    assert titles == [
        "About your company – Step 1 of 19 – RevOps Advisor",
        "About your team – Step 2 of 19 – RevOps Advisor",
    ]


def test_company_page_saves_and_leads_to_the_team() -> None:
    assessment = started()
    sent = {
        "company-name": " Żubr & Sons ",
        "stage": "growing",
        "arr-currency": "PLN",
        "arr": "1m-4m",
        "industry": "other",
        "industry-other": "Drones",
        "version": "0",
    }

    response = browser(assessment).post(url(assessment), sent)

    assessment.client.refresh_from_db()
    facts = {name: sent[name] for name in ("stage", "arr-currency", "arr", "industry", "industry-other")}
    assert response.headers["Location"] == url(assessment, "team")
    assert (profiles_of(assessment), assessment.client.name) == ({"company": StoredProfile(facts, 1)}, " Żubr & Sons ")


def test_team_page_saves_and_leads_to_the_first_question() -> None:
    assessment = started()

    response = browser(assessment).post(
        url(assessment, "team"), {"reps": "1 200", "marketing": "3", "sales-motion": "mix", "role": "founder"}
    )

    assert response.headers["Location"] == f"/en/a/{assessment.ref}/q/own-audience/"
    assert profiles_of(assessment)["team"].facts == {
        "reps": 1200,
        "marketing": 3,
        "sales-motion": "mix",
        "role": "founder",
    }


def test_optional_fields_may_stay_empty() -> None:
    assessment = started()
    client = browser(assessment)

    client.post(url(assessment), {"stage": "idea"})
    client.post(url(assessment, "team"), {"reps": "0"})

    assert {page: stored.facts for page, stored in profiles_of(assessment).items()} == {
        "company": {"stage": "idea"},
        "team": {"reps": 0},
    }


def test_stored_details_are_shown_again() -> None:
    assessment = started()
    describe(assessment, industry="other", industry_other="Drones")
    Assessment.objects.get().client.__class__.objects.update(name="Acorn")
    client = browser(assessment)

    assert form_fields(seen(client.get(url(assessment)))) == {
        "company-name": "Acorn",
        "stage": "growing",
        "arr-currency": "PLN",
        "arr": "1m-4m",
        "industry": "other",
        "industry-other": "Drones",
        "version": "1",
    }
    assert form_fields(seen(client.get(url(assessment, "team")))) == {
        "reps": "4",
        "marketing": "2",
        "customer-success": "",
        "sales-operations": "",
        "revenue-operations": "",
        "version": "1",
    }


def test_company_page_without_a_stage_says_what_to_do_and_keeps_the_rest() -> None:
    assessment = started()
    sent = {"company-name": "Acorn", "arr": "none", "arr-currency": "GBP", "industry-other": "Drones"}

    response = browser(assessment).post(url(assessment), sent)

    page = seen(response)
    assert (response.status_code, profiles_of(assessment)) == (200, {})
    assert title(page).startswith("Error: About your company")
    assert (summary(page), field_errors(page)) == ([("#id_stage_0", STAGE_ERROR)], [STAGE_ERROR])
    assert form_fields(page) == {**sent, "industry": "", "version": ""}


@pytest.mark.parametrize("reps", ["", "many", "-1", "10000", "1.5"])
def test_team_page_needs_a_number_of_reps(reps: str) -> None:
    assessment = started()

    page = seen(browser(assessment).post(url(assessment, "team"), {"reps": reps, "marketing": "2"}))

    assert (summary(page), field_errors(page)) == ([("#id_reps", NUMBER_ERROR)], [NUMBER_ERROR])
    assert (form_fields(page)["reps"], form_fields(page)["marketing"], profiles_of(assessment)) == (reps, "2", {})


def test_every_wrong_number_is_named() -> None:
    assessment = started()

    page = seen(browser(assessment).post(url(assessment, "team"), {"reps": "x", "marketing": "y", "role": "z"}))

    assert [address for address, _ in summary(page)] == ["#id_reps", "#id_marketing", "#id_role_0"]


@pytest.mark.parametrize("language", ["en", "pl"])
def test_error_is_told_in_the_language_of_the_page(language: str) -> None:
    assessment = started()

    page = seen(browser(assessment).post(url(assessment, language=language), {}))

    assert field_errors(page) == [shipped_profile().field("stage").error.in_language(language)]


def test_name_that_is_too_long_comes_back() -> None:
    assessment = started()

    page = seen(browser(assessment).post(url(assessment), {"company-name": "x" * 121, "stage": "idea"}))

    assert summary(page) == [("#id_company-name", "Enter a company name of up to 120 characters")]
    assert form_fields(page)["company-name"] == "x" * 121


def test_currency_button_shows_other_bands_and_saves_nothing() -> None:
    assessment = started()
    sent = {"company-name": "Acorn", "arr-currency": "PLN", "arr": "1m-4m", "then": "currency"}

    response = browser(assessment).post(url(assessment), sent)

    page = seen(response)
    bands = [option.words for option in page.one("select", name="arr").all("option")]
    assert (response.status_code, profiles_of(assessment), summary(page)) == (200, {}, [])
    assert ("PLN 4m–19.9m" in bands, "€1m–4.9m" in bands) == (True, False)
    assert form_fields(page) == {
        "company-name": "Acorn",
        "arr-currency": "PLN",
        "arr": "1m-4m",
        "industry": "",
        "industry-other": "",
        "version": "",
    }


def test_unknown_currency_falls_back_to_euro() -> None:
    assessment = started()

    page = seen(browser(assessment).post(url(assessment), {"arr-currency": "XYZ", "stage": "idea"}))

    assert [address for address, _ in summary(page)] == ["#id_arr-currency_0"]
    assert "€1m–4.9m" in page.one("select", name="arr").words


def test_team_without_reps_gets_its_line() -> None:
    assessment = started()
    describe(assessment, reps=0)

    page = seen(browser(assessment).get(url(assessment, "team")))

    assert [notice.words for notice in page.all("div", class_="notice")] == [
        "No full-time salespeople? Answer for whoever sells, for example the founder."
    ]


def test_page_came_to_from_the_check_page_leads_back_there() -> None:
    assessment = started()
    client = browser(assessment)

    page = seen(client.get(url(assessment, query="?from=check")))
    response = client.post(url(assessment, query="?from=check"), {"stage": "idea"})

    check = f"/en/a/{assessment.ref}/check/"
    assert (page.one("a", class_="back").attrs["href"], response.headers["Location"]) == (check, check)


def test_later_saves_and_leads_to_the_personal_link() -> None:
    assessment = started()

    response = browser(assessment).post(url(assessment), {"stage": "idea", "then": "later"})

    assert response.headers["Location"] == f"/en/a/{assessment.ref}/save/"
    assert profiles_of(assessment)["company"].facts == {"stage": "idea"}


def test_later_with_a_gap_saves_what_is_there_and_the_page_stays_open() -> None:
    assessment = started()
    visitor = browser(assessment)

    response = visitor.post(url(assessment), {"company-name": "Acorn", "then": "later"})

    assert response.status_code == 302
    assert response.headers["Location"].endswith("/save/")
    assert form_fields(seen(visitor.get(url(assessment))))["company-name"] == "Acorn"
    assert visitor.get(f"/en/a/{assessment.ref}/").headers["Location"].endswith("/company/")


def test_later_with_a_wrong_number_shows_the_error() -> None:
    assessment = started()

    page = seen(browser(assessment).post(url(assessment, "team"), {"reps": "many", "then": "later"}))

    assert form_fields(page)["reps"] == "many"


@pytest.mark.parametrize("slug", ["company", "team"])
def test_page_of_someone_else_is_missing(slug: str) -> None:
    assessment = started()
    stranger = browser(started())

    assert stranger.get(url(assessment, slug)).status_code == 404
    assert stranger.post(url(assessment, slug), {"stage": "idea", "reps": "1"}).status_code == 404
    assert profiles_of(assessment) == {}


@pytest.mark.parametrize("verb", ["put", "patch", "delete"])
def test_profile_page_refuses_other_methods(verb: str) -> None:
    assessment = started()

    assert getattr(browser(assessment), verb)(url(assessment)).status_code == 405


def test_page_of_a_completed_assessment_leads_to_the_result() -> None:
    assessment = completed()

    assert browser(assessment).get(url(assessment)).headers["Location"] == f"/en/a/{assessment.ref}/result/"


def test_showing_a_profile_page_takes_two_queries(django_assert_num_queries: object) -> None:
    assessment = started()
    client = browser(assessment)
    client.get(url(assessment))

    with django_assert_num_queries(2):  # type: ignore[operator]  # a fixture of pytest-django
        client.get(url(assessment))


def test_saving_a_profile_page_takes_six_queries(django_assert_num_queries: object) -> None:
    """Access, then in one transaction of two marks: the assessment, the stored page, and the changed page."""
    assessment = started()
    client = browser(assessment)
    client.post(url(assessment), {"stage": "idea"})

    with django_assert_num_queries(6):  # type: ignore[operator]  # a fixture of pytest-django
        client.post(url(assessment), {"stage": "growing", "version": "1"})
