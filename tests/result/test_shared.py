"""The shared result: a link exchanged for a cookie, read-only, closed at once."""

from datetime import timedelta

import pytest
from django.core.cache import caches
from django.test import Client
from django.utils import timezone
from django.utils.translation import override as language_override

from assessments.models import AccessLink, Assessment, AuditEntry
from assessments.result.sharing import access
from assessments.services.links import link_for_secret, make_resume_link
from revops_advisor.errors import TEXTS
from revops_advisor.logs import masked
from tests.document.cases import HEADLINES
from tests.questionnaire.browsers import browser, completed, give_access, ready, seen
from tests.result.sharing import NOTE, reader, share, shared_url, with_note


def test_link_is_exchanged_for_a_cookie_of_its_own() -> None:
    assessment = completed()
    client = Client()

    response = client.get(f"/en/r/{share(assessment)}/")

    assert (response.status_code, response.headers["Location"]) == (302, shared_url(assessment))
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert {name for name in response.cookies if name.startswith(("a-", "s-"))} == {f"s-{assessment.ref}"}
    assert response.cookies[f"s-{assessment.ref}"]["httponly"]


def test_share_link_gives_no_access_to_the_assessment() -> None:
    assessment = completed()
    secret = share(assessment)
    client = reader(secret)
    client.cookies[f"a-{assessment.ref}"] = client.cookies[f"s-{assessment.ref}"].value

    pages = ["", "result/", "share/", "save/", "name/", "delete/", "again/", "override/"]
    assert {client.get(f"/en/a/{assessment.ref}/{page}").status_code for page in pages} == {404}
    assert Client().get(f"/en/resume/{secret}/").status_code == 404
    assert "opens nothing here" in seen(Client().post("/en/resume/", {"link": secret})).one("main").words
    assert seen(client.get("/en/mine/")).all("ul", class_="list") == []


def test_signed_edit_cookie_of_a_share_link_opens_nothing() -> None:
    """Not even a cookie that we signed ourselves turns a share link into edit access."""
    assessment = completed()
    share(assessment)
    client = Client()
    give_access(client, assessment, AccessLink.objects.shared().get())

    assert client.get(f"/en/a/{assessment.ref}/result/").status_code == 404
    assert Assessment.objects.reached_by(assessment.ref, AccessLink.objects.shared().get().pk).first() is None


def test_personal_link_is_no_share_link() -> None:
    assessment = completed()
    secret = make_resume_link(assessment)

    assert Client().get(f"/en/r/{secret}/").status_code == 404
    assert link_for_secret(secret, AccessLink.Kind.SHARE) is None


@pytest.mark.parametrize("language", ["en", "pl"])
def test_shared_result_is_read_only(language: str) -> None:
    assessment = completed()
    assessment.client.name = "Acorn <&>"
    assessment.client.save()

    page = seen(reader(share(assessment), language).get(shared_url(assessment, language)))

    main = page.one("main")
    banner = main.one("div", class_="notice")
    assert "Acorn <&>" in banner.words
    assert len(page.all("h1")) == 1
    assert main.all("form") == main.all("a", class_="btn") == []
    assert [link.attrs["href"] for link in main.all("a") if "/a/" in link.attrs["href"]] == []


def test_banner_says_how_long_the_link_works() -> None:
    assessment = completed()
    words = [
        seen(reader(share(assessment, days=days)).get(shared_url(assessment))).one("div", class_="notice").words
        for days in (90, None)
    ]

    assert words[0].startswith("Shared, read-only Completed on ")
    assert ("This link works until" in words[0], "This link works until" in words[1]) == (True, False)


def test_shared_insufficient_result_has_no_links_to_questions() -> None:
    assessment = completed(*HEADLINES["insufficient"])

    page = seen(reader(share(assessment)).get(shared_url(assessment)))

    assert len(page.one("section", id="missing").all("li")) == 3
    assert page.one("section", id="missing").all("a") == []


def test_answers_and_notes_are_shown_only_when_the_link_says_so() -> None:
    assessment = with_note()

    hidden, shown = (
        reader(share(assessment, shows_answers=shows)).get(shared_url(assessment)).content.decode()
        for shows in (False, True)
    )

    assert [
        (NOTE in each, 'id="answers"' in each, "#answers" in each, "Drones" in each) for each in (hidden, shown)
    ] == [
        (False,) * 4,
        (True,) * 4,
    ]


def test_kept_pages_of_the_variants_are_not_mixed_up() -> None:
    assessment = with_note()
    owner, little = browser(assessment), reader(share(assessment))
    much = reader(share(assessment, shows_answers=True))
    own = f"/en/a/{assessment.ref}/result/"

    for _ in range(2):
        bodies = [owner.get(own), little.get(shared_url(assessment)), much.get(shared_url(assessment))]
        words = [each.content.decode() for each in bodies]
        assert [(NOTE in each, "/again/" in each) for each in words] == [(True, True), (False, False), (True, False)]


@pytest.mark.parametrize("language", ["en", "pl"])
def test_expired_link_answers_410_at_once_also_to_a_browser_that_has_it(language: str) -> None:
    assessment = completed()
    secret = share(assessment, days=1)
    client = reader(secret)
    assert client.get(shared_url(assessment)).status_code == 200
    AccessLink.objects.shared().update(expires_at=timezone.now())

    for response in (client.get(shared_url(assessment, language)), Client().get(f"/{language}/r/{secret}/")):
        page = seen(response)
        with language_override(language):
            assert page.one("h1").words == str(TEXTS[410].heading)
        assert (response.status_code, page.one("html").attrs["lang"]) == (410, language)
        assert response.headers["X-Robots-Tag"] == "noindex, nofollow"


@pytest.mark.parametrize("secret", ["2345-6789-abcd-efgh-jkmn-pqrs-tuvw", "x", "-"])
def test_unknown_link_is_missing(secret: str) -> None:
    assert Client().get(f"/pl/r/{secret}/").status_code == 404


def test_shared_result_needs_the_cookie() -> None:
    assessment, other = completed(), completed()
    client = reader(share(assessment))
    good = client.cookies[f"s-{assessment.ref}"].value

    for value in ("", "1", good[:-1], good + "x", f"{good.split(':')[0]}:x"):
        client.cookies[f"s-{assessment.ref}"] = value
        assert client.get(shared_url(assessment)).status_code == 404
    client.cookies[f"s-{other.ref}"] = good
    assert client.get(shared_url(other)).status_code == 404
    assert browser(assessment).get(shared_url(assessment)).status_code == 404


def test_opening_is_counted_when_the_result_is_first_read() -> None:
    assessment = completed()
    secret = share(assessment)
    client = reader(secret)
    counts = [AccessLink.objects.shared().get().opened]

    for visit in (client.head, client.get, client.get, lambda path: reader(secret).get(path)):
        visit(shared_url(assessment))
        counts.append(AccessLink.objects.shared().get().opened)

    assert counts == [0, 0, 1, 1, 2]


def test_following_the_link_without_keeping_cookies_counts_nothing() -> None:
    assessment = completed()
    secret = share(assessment)

    assert Client().get(f"/en/r/{secret}/").status_code == 302
    assert Client().get(shared_url(assessment)).status_code == 404
    assert AccessLink.objects.shared().get().opened == 0


def test_reading_counts_as_a_visit_so_that_retention_spares_it() -> None:
    assessment = completed()
    long_ago = timezone.now().date() - timedelta(days=400)
    client = reader(share(assessment))
    Assessment.objects.update(visited_on=long_ago)

    client.get(shared_url(assessment))

    assessment.refresh_from_db()
    assert assessment.visited_on == timezone.now().date()


def test_shared_result_takes_one_query_once_it_was_rendered(django_assert_num_queries) -> None:
    assessment = completed()
    client = reader(share(assessment))
    client.get(shared_url(assessment))
    caches["pages"].clear()

    for count in (2, 1):
        with django_assert_num_queries(count):
            client.get(shared_url(assessment))


def test_shared_draft_is_missing() -> None:
    assessment = ready()

    assert reader(share(assessment)).get(shared_url(assessment)).status_code == 404
    assert AccessLink.objects.shared().get().opened == 0


def test_shared_result_goes_with_the_assessment() -> None:
    assessment = completed()
    client = reader(share(assessment))

    browser(assessment).post(f"/en/a/{assessment.ref}/delete/")

    assert (client.get(shared_url(assessment)).status_code, AccessLink.objects.count()) == (404, 0)
    assert AuditEntry.objects.count() == 1


def test_browser_keeps_the_newest_links(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "MOST_KEPT", 2)
    client, all_of_them = Client(), [completed() for _ in range(3)]
    for assessment in all_of_them:
        client.get(f"/en/r/{share(assessment)}/")
        client.get(shared_url(assessment))

    assert [client.get(shared_url(each)).status_code for each in all_of_them] == [404, 200, 200]


@pytest.mark.parametrize("path", ["/en/r/abcd-efgh/", "/pl/r/abcd-efgh", "http://host/en/r/abcd-efgh/?x=1"])
def test_secret_is_masked_in_logs(path: str) -> None:
    assert "abcd" not in masked(f"GET {path} HTTP/1.1")
