"""The page that offers reports, and the files it answers with."""

import json
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from assessments.models import Assessment
from assessments.reports import writing
from assessments.reports.values import Format
from tests.look.html import Element
from tests.questionnaire.browsers import browser, completed, published_method, seen, started, title
from tests.reports.made import picture
from tests.reports.readers import squeezed, text_of
from tests.result.sharing import NOTE, reader, share, with_note

pytestmark = pytest.mark.usefixtures("method")

PARTS = {"answers": "on", "notes": "on", "method": "on"}
CHOICE = {"format": "md", "language": "en", **PARTS}


@pytest.fixture
def method(db: None) -> object:
    """The published version."""
    return published_method()


def url(assessment: Assessment, language: str = "en") -> str:
    return f"/{language}/a/{assessment.ref}/report/"


def chosen(page: Element) -> dict[str, list[str]]:
    """The values of radios and ticks that are chosen, by name."""
    found: dict[str, list[str]] = {}
    for each in page.one("main").all("input"):
        if "checked" in each.attrs:
            found.setdefault(each.attrs["name"], []).append(each.attrs.get("value", "on"))
    return found


def client_assessment(**more: Any) -> Assessment:
    """A completed assessment that a consultant answered for a client."""
    assessment = completed(**more)
    Assessment.objects.filter(pk=assessment.pk).update(for_client=True)
    assessment.refresh_from_db()
    return assessment


@pytest.mark.parametrize("language", ["en", "pl"])
def test_page_offers_every_format_in_the_pages_language(language: str) -> None:
    assessment = completed()
    page = seen(browser(assessment).get(url(assessment, language)))

    formats = [each.attrs["value"] for each in page.all("input") if each.attrs.get("name") == "format"]
    assert formats == ["pdf", "docx", "pptx", "xlsx", "csv", "md", "json"]
    assert chosen(page) == {"format": ["pdf"], "language": [language], **{name: ["on"] for name in PARTS}}
    assert len(page.all("h1")) == 1


def test_address_may_name_the_format() -> None:
    assessment = completed()
    client = browser(assessment)

    assert chosen(seen(client.get(url(assessment) + "?format=xlsx")))["format"] == ["xlsx"]
    assert chosen(seen(client.get(url(assessment) + "?format=exe")))["format"] == ["pdf"]


@pytest.mark.parametrize("kind", [*Format])
def test_file_is_private_and_well_named(kind: Format) -> None:
    assessment = completed()
    response = browser(assessment).post(url(assessment), CHOICE | {"format": str(kind)})

    day = assessment.completed_at.date().isoformat()
    name = f"salesops-revops_{day}.{kind}"
    assert response.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert response.headers["Content-Type"] == writing.PLACES[kind].media_type
    assert "no-store" in response.headers["Cache-Control"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert text_of(kind, response.content)


def test_language_is_chosen_for_each_report() -> None:
    assessment = completed()
    response = browser(assessment).post(url(assessment, "en"), CHOICE | {"language": "pl"})

    assert assessment.result.document_pl
    assert squeezed(json.loads(assessment.result.document_pl)["headline"]) in text_of(Format.MARKDOWN, response.content)


def test_parts_that_are_switched_off_are_left_out() -> None:
    assessment = with_note()
    client = browser(assessment)

    whole = client.post(url(assessment), CHOICE).content.decode()
    bare = client.post(url(assessment), {"format": "md", "language": "en"}).content.decode()
    assert (NOTE in whole, NOTE in bare) == (True, False)
    assert ("Criteria asked" in whole, "Criteria asked" in bare) == (True, False)


def test_missing_choice_is_an_error_that_keeps_the_rest() -> None:
    assessment = completed()
    page = seen(browser(assessment).post(url(assessment), {"language": "pl", "notes": "on"}))

    assert title(page).startswith("Error: ")
    assert [link.words for link in page.one("div", id="error-summary").all("a")] == ["Select a format"]
    assert chosen(page) == {"language": ["pl"], "notes": ["on"]}


def test_draft_leads_to_its_check_page() -> None:
    assessment = started()

    response = browser(assessment).get(url(assessment))
    assert (response.status_code, response.headers["Location"]) == (302, f"/en/a/{assessment.ref}/check/")


def test_others_get_a_404() -> None:
    assessment = completed()
    for client in (Client(), browser(completed())):
        assert [client.get(url(assessment)).status_code, client.post(url(assessment), CHOICE).status_code] == [404, 404]


def test_wrong_method_is_refused() -> None:
    assessment = completed()

    assert browser(assessment).put(url(assessment)).status_code == 405


def test_format_that_fails_is_named_and_the_others_are_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    assessment = completed()
    broken = writing.PLACES[Format.MARKDOWN]._replace(writer="plain")  # takes a text, not a report
    monkeypatch.setitem(writing.PLACES, Format.MARKDOWN, broken._replace(module="data", writer="_record_of_nothing"))
    monkeypatch.setattr("assessments.reports.data._record_of_nothing", lambda report: {}["lost"], raising=False)

    response = browser(assessment).post(url(assessment), CHOICE)
    page = seen(response)
    assert response.status_code == 500
    summary = page.one("div", id="error-summary").words
    assert "The report could not be made as MD. Nothing is lost." in summary
    assert chosen(page)["format"] == ["md"]


def test_consultants_sign_and_founders_do_not() -> None:
    mine, clients = completed(), client_assessment()

    names = {"client_name", "prepared_by", "logo", "accent", "closing"}
    for assessment, expected in ((mine, set()), (clients, names)):
        page = seen(browser(assessment).get(url(assessment)))
        there = {each.attrs.get("name") for tag in ("input", "textarea") for each in page.one("main").all(tag)}
        assert there & names == expected


BRANDING = {"prepared_by": "Advisers & Co", "accent": "#4A2E8F", "closing": "Thank you."}


def test_branding_is_printed_and_remembered_until_the_browser_closes() -> None:
    assessment, other = client_assessment(), client_assessment()
    client = browser(assessment, other)
    logo = SimpleUploadedFile("logo.png", picture(), "image/png")

    response = client.post(url(assessment), CHOICE | BRANDING | {"client_name": "Żółć", "logo": logo})
    text = response.content.decode()
    assert [part in text for part in ("Company: Żółć", "Prepared by: Advisers & Co", "Thank you.")] == [True] * 3
    cookie = client.cookies["sessionid"]
    assert (cookie["max-age"], cookie["httponly"]) == ("", True)

    page = seen(client.get(url(other)))
    kept = {each.attrs["name"]: each.attrs.get("value", "") for each in page.all("input") if each.attrs.get("id")}
    assert (kept["prepared_by"], kept["accent"]) == ("Advisers & Co", "#4a2e8f")
    assert page.one("textarea").words == "Thank you."
    assert kept["client_name"] != "Żółć"
    assert page.all("input", id="id_without_logo")
    with_logo = client.post(url(other), CHOICE | BRANDING | {"format": "pdf"}).content
    without = client.post(url(other), CHOICE | BRANDING | {"format": "pdf", "without_logo": "on"}).content
    assert len(with_logo) > len(without)
    assert seen(client.get(url(other))).all("input", id="id_without_logo") == []


def test_founders_need_no_session() -> None:
    assessment = completed()
    client = browser(assessment)
    client.get(url(assessment))
    client.post(url(assessment), CHOICE)

    assert ("sessionid" in client.cookies, Session.objects.count()) == (False, 0)


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"accent": "#ffff00"}, "Choose a darker colour: this one is hard to read on white"),
        ({"accent": "violet"}, "Enter the colour as # and six digits or letters from a to f, for example #4a2e8f"),
        ({"prepared_by": "x" * 121}, "Shorten “Prepared by” to 120 characters or fewer"),
        ({"closing": "x" * 601}, "Shorten the closing paragraph to 600 characters or fewer"),
        ({"client_name": "x" * 121}, "Shorten the client’s name to 120 characters or fewer"),
        ({"closing": "a\x0bb"}, "Remove the control characters: they cannot be shown or printed"),
        ({"logo": SimpleUploadedFile("a.svg", b"<svg/>")}, "Choose a picture in the format PNG or JPEG"),
        (
            {"logo": SimpleUploadedFile("a.png", picture()[:60])},
            "The picture cannot be read. Save it again as PNG or JPEG and choose that file",
        ),
    ],
    ids=["light", "word", "signed", "closing", "client", "control", "svg", "cut"],
)
def test_wrong_branding_is_refused_with_what_to_do(fields: dict[str, Any], error: str) -> None:
    assessment = client_assessment()
    page = seen(browser(assessment).post(url(assessment), CHOICE | BRANDING | fields))

    assert [link.words for link in page.one("div", id="error-summary").all("a")] == [error]
    assert page.one("input", id="id_prepared_by").attrs["value"] == (fields | BRANDING | fields)["prepared_by"]
    assert Session.objects.count() == 0


def test_shared_result_offers_the_report_only_where_its_link_allows_it() -> None:
    assessment = with_note()
    address = f"/en/shared/{assessment.ref}/"
    closed, opened = reader(share(assessment)), reader(share(assessment, allows_downloads=True))

    assert [client.get(address + "report/").status_code for client in (closed, opened)] == [404, 200]
    assert [client.post(address + "report/", CHOICE).status_code for client in (closed, opened)] == [404, 200]
    links = [{link.attrs["href"] for link in seen(client.get(address)).all("a")} for client in (closed, opened)]
    assert [address + "report/" in found for found in links] == [False, True]


@pytest.mark.parametrize("kind", [*Format])
def test_shared_report_hides_what_its_link_hides(kind: Format) -> None:
    assessment = with_note()
    address = f"/en/shared/{assessment.ref}/report/"
    fields = CHOICE | {"format": str(kind)}
    hiding, showing = (
        reader(share(assessment, allows_downloads=True, shows_answers=shows)).post(address, fields).content
        for shows in (False, True)
    )

    assert squeezed(NOTE) not in text_of(kind, hiding)
    assert squeezed(NOTE) in text_of(kind, showing) or kind is Format.SLIDES
    assert squeezed("Drones") not in text_of(kind, hiding)


def test_shared_report_has_no_branding() -> None:
    assessment = client_assessment()
    page = seen(reader(share(assessment, allows_downloads=True)).get(f"/en/shared/{assessment.ref}/report/"))

    assert page.all("input", id="id_prepared_by") == []


def test_page_takes_few_statements(django_assert_num_queries: Any) -> None:
    assessment = completed()
    client = browser(assessment)
    with django_assert_num_queries(1):  # access
        client.get(url(assessment))
    with django_assert_num_queries(2):  # access, result
        client.post(url(assessment), CHOICE)
