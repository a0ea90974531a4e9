"""From files to a scorecard on its pages."""

import csv
import io
from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.test import Client
from django.utils import timezone

from metrics.models import FilePart, Scorecard, ScorecardFile
from metrics.scorecard.pages.access import COOKIE_NAME_START
from metrics.services.storing import delete_expired
from tests.metrics.scorecard.browsers import POLISH, computed, fields_of, settled, upload, uploaded

pytestmark = pytest.mark.django_db


def words(response) -> str:
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "The file is empty."),
        (b"id,status\n", "no rows below it"),
        (b"id\n1\n", "one column only"),
        (b"PK\x03\x04rest", "XLSX, not CSV"),
        (b"id,status\n1,w\0n\n", "NUL characters"),
        (b'id,status\n1,"won\n', "In row 2 or after it a quotation mark is not closed"),
        (b",".join(b"c%d" % n for n in range(300)) + b"\n1\n", "300 columns, more than 200"),
    ],
)
def test_unusable_file_is_refused_with_a_sentence(client: Client, content: bytes, said: str) -> None:
    response = upload(client, content)

    assert (response.status_code, Scorecard.objects.count()) == (200, 0)
    assert said in words(response)
    assert "<title>Error:" in words(response)


def test_upload_without_a_file_asks_for_one(client: Client) -> None:
    assert "Choose a CSV file of deals" in words(client.post("/en/scorecard/"))


def test_too_many_rows_and_bytes_are_refused(client: Client, settings) -> None:
    settings.SCORECARD_MAX_ROWS = 2
    assert "more than 2 rows" in words(upload(client, POLISH))
    settings.SCORECARD_MAX_MB = 0
    assert "larger than 0 MB" in words(upload(client, POLISH))


def test_file_is_refused_at_every_other_address(client: Client) -> None:
    file = io.BytesIO(b"x")
    file.name = "x.csv"

    assert client.post("/en/start/", {"deals": file}).status_code == 413


@pytest.mark.parametrize("encoding", ["cp1250", "iso-8859-2", "utf-16", "utf-8-sig"])
def test_polish_export_is_suggested_and_read_exactly(client: Client, encoding: str) -> None:
    scorecard = uploaded(client, POLISH.encode(encoding))
    page = client.get(f"/en/scorecard/{scorecard.ref}/map/deals/")

    assert "Łucja" in words(page)
    assert "Semicolon" in words(page)
    result = computed(client, POLISH.encode(encoding))
    values = {(v[0], v[1], v[7]): v[3] for v in result.result["values"]}
    assert values["close-rate", "value", ""] == "2469/6469"
    assert values["sales-cycle", "average", "Łucja"] == "30"


def test_check_page_names_rows_cause_and_cure_before_anything_is_computed(client: Client) -> None:
    scorecard = settled(client, POLISH)
    page = words(client.get(f"/en/scorecard/{scorecard.ref}/check/"))

    assert "3 of 4 rows can be used" in page
    assert "The end is earlier than the beginning" in page
    assert "05.03.2026 → 01.03.2026" in page
    assert '<dd class="rows">5</dd>' in page
    assert Scorecard.objects.get().result is None
    assert client.get(f"/en/scorecard/{scorecard.ref}/").status_code == 302


def test_rows_with_problems_come_back_as_they_were(client: Client) -> None:
    scorecard = settled(client, POLISH)
    response = client.get(f"/en/scorecard/{scorecard.ref}/problems/deals.csv")
    text = response.content.decode("utf-8-sig")

    assert text.splitlines()[0] == POLISH.splitlines()[0]
    assert text.splitlines()[1:] == ["4;500;PLN;Wygrana;Demo;05.03.2026;01.03.2026;'=Łucja"]
    again = settled(Client(), response.content)
    assert again.files.get().reading["mapped"] == scorecard.files.get().reading["mapped"]


def test_ambiguous_dates_are_asked_for(client: Client) -> None:
    scorecard = uploaded(client, "id,status,created,closed\n1,won,03/04/2026,05/06/2026\n")
    address = f"/en/scorecard/{scorecard.ref}/map/deals/"
    sent = fields_of(client, address)
    refused = client.post(address, sent)

    assert "can be read as day/month or as month/day" in words(refused)
    assert client.post(address, sent | {"dates": "dmy"}).status_code == 302
    assert scorecard.files.get().reading["order"] == "dmy"


def test_unknown_status_is_asked_for_and_one_column_serves_one_field(client: Client) -> None:
    scorecard = uploaded(client, "id,status,amount\n1,zdobyta,5\n2,lost,6\n")
    address = f"/en/scorecard/{scorecard.ref}/map/deals/"
    sent = fields_of(client, address)

    assert "Say whether “zdobyta” means won, lost or open" in words(client.post(address, sent))
    sent |= {"word-1": "0"}
    assert "is chosen for" in words(client.post(address, sent | {"col-amount": sent["col-id"]}))
    assert client.post(address, sent).status_code == 302
    assert scorecard.files.get().reading["statuses"] == {"lost": 1, "zdobyta": 0}


def test_currencies_are_chosen_or_shown_one_by_one(client: Client) -> None:
    text = "id,status,amount,currency\n1,won,5,EUR\n2,lost,6,EUR\n3,won,7,USD\n"
    each = computed(client, text)
    one = settled(client, text)
    client.post(f"/en/scorecard/{one.ref}/check/", {"as_of": "2026-10-31", "currency": "USD"})
    one.refresh_from_db()

    def rates(scorecard: Scorecard) -> dict[str, str]:
        """The close rate by value in each currency."""
        return {v[9]: v[3] for v in scorecard.result["values"] if v[:2] == ["close-rate", "value"] and not v[6]}

    assert rates(each) == {"EUR": "5/11", "USD": "1"}
    assert rates(one) == {"USD": "1"}


def test_scorecard_shows_values_and_what_is_missing(client: Client) -> None:
    scorecard = computed(client, POLISH)
    page = words(client.get(f"/en/scorecard/{scorecard.ref}/"))

    assert "The sales cycle is 30 days; 50.0% of closed deals are won" in page
    assert "95% interval (Wilson): 9.5%–90.5%" in page
    assert "Cannot be computed. It needs: a file of subscriptions." in page


def test_downloaded_values_are_those_of_the_page_and_safe_to_open(client: Client) -> None:
    scorecard = computed(client, POLISH.replace("05.03.2026;01.03.2026", "05.03.2026;09.03.2026"))
    text = client.get(f"/en/scorecard/{scorecard.ref}/scorecard.csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))

    assert rows[0]["slug"] == "close-rate"
    assert float(rows[0]["value"]) == pytest.approx(2 / 3)
    assert [row["segment"] for row in rows if row["segment"].startswith(("=", "+", "-", "@"))] == []


def test_trend_appears_from_three_periods_on(client: Client) -> None:
    months = "".join(f"{n},won,2026-0{n}-01,2026-0{n}-2{n},{n}00\n" for n in range(1, 7))
    few = computed(client, "id,status,created,closed,amount\n" + months[:64], as_of="2026-08-31")
    many = computed(client, "id,status,created,closed,amount\n" + months, as_of="2026-08-31")

    assert b"<polyline" not in client.get(f"/en/scorecard/{few.ref}/").content
    assert b"<polyline" in client.get(f"/en/scorecard/{many.ref}/").content


def test_sample_leads_to_a_whole_scorecard(client: Client) -> None:
    ref = client.post("/en/scorecard/", {"do": "sample"}).headers["Location"].split("/")[3]
    check = words(client.get(f"/en/scorecard/{ref}/check/"))
    assert "489 of 501 rows can be used" in check
    client.post(f"/en/scorecard/{ref}/check/", {"as_of": "2026-10-31", "margin": "80%", "inflation": "3,5"})
    page = words(client.get(f"/en/scorecard/{ref}/"))

    assert "Cannot be computed" not in page
    assert page.count("<polyline") >= 6


def test_other_browsers_get_nothing(client: Client) -> None:
    scorecard = computed(client, POLISH)
    stranger = Client()
    stranger.cookies[COOKIE_NAME_START + scorecard.ref] = str(scorecard.pk)

    for path in ("", "check/", "map/deals/", "scorecard.csv", "problems/deals.csv", "delete/"):
        assert stranger.get(f"/en/scorecard/{scorecard.ref}/{path}").status_code == 404


def test_deleting_removes_all(client: Client) -> None:
    scorecard = computed(client, POLISH)
    client.post(f"/en/scorecard/{scorecard.ref}/delete/")

    assert [model.objects.count() for model in (Scorecard, ScorecardFile, FilePart)] == [0, 0, 0]
    assert client.get(f"/en/scorecard/{scorecard.ref}/").status_code == 404


def test_uploads_live_for_a_day(client: Client) -> None:
    scorecard = uploaded(client, POLISH)
    later = timezone.now() + timedelta(hours=settings.SCORECARD_HOURS, minutes=1)

    with time_machine.travel(later):
        assert client.get(f"/en/scorecard/{scorecard.ref}/map/deals/").status_code == 404
    assert delete_expired(later) == 1
    assert FilePart.objects.count() == 0
