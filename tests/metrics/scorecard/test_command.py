"""`manage.py scorecard`, and files that are dirty, hostile, or in any encoding."""

import io
import json
import string
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from metrics.scorecard.faults import SENTENCES, ScorecardError
from metrics.scorecard.fields import Kind
from metrics.scorecard.headers import suggested_columns
from metrics.scorecard.reading import separator_of
from tests.metrics.scorecard.browsers import POLISH
from tests.metrics.scorecard.files import card

ENCODINGS = ("utf-8", "utf-8-sig", "cp1250", "iso-8859-2", "utf-16")
KEYS = ["slug", "variant", "value", "unit", "n", "period", "segment", "currency", "missing"]


def run(*args: str) -> str:
    output = io.StringIO()
    call_command("scorecard", *args, stdout=output, stderr=io.StringIO())
    return output.getvalue()


def written(folder: Path, content: bytes | str, name: str = "deals.csv") -> str:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_polish_file_is_exact_or_refused(tmp_path: Path, separator: str, encoding: str) -> None:
    lines = [separator.join(f'"{cell}"' for cell in line.split(";")) for line in POLISH.splitlines()]
    file = written(tmp_path, "\r\n".join(lines).encode(encoding))
    expected = json.loads(run(written(tmp_path, POLISH, "plain.csv"), "--as-of", "2026-10-31"))

    if encoding in ("cp1250", "iso-8859-2"):
        name = {"cp1250": "Windows-1250", "iso-8859-2": "ISO-8859-2"}[encoding]
        with pytest.raises(CommandError, match=f"it looks like {name}") as refused:
            run(file, "--as-of", "2026-10-31")
        assert refused.value.returncode == 2
        found = json.loads(run(file, "--as-of", "2026-10-31", "--encoding", encoding))
    else:
        found = json.loads(run(file, "--as-of", "2026-10-31"))
    assert found == expected


def test_output_has_the_promised_keys_and_digits(tmp_path: Path) -> None:
    file = written(tmp_path, "id,status\n1,won\n2,lost\n3,lost\n")
    rows = json.loads(run(file))

    assert [list(row) for row in rows] == [KEYS] * len(rows)
    assert rows[0] == dict(
        zip(KEYS, ["close-rate", "count", 0.333333333333, "share", 3, "all", None, None, None], strict=True)
    )
    assert rows[1]["variant"] == "count wilson low"
    assert {row["missing"] for row in rows if row["slug"] == "sales-cycle"} == {"created, closed"}
    assert "Close rate, count [all]: 0.333333" in run(file, "--format", "text")


def test_columns_and_statuses_are_mapped_by_hand(tmp_path: Path) -> None:
    file = written(tmp_path, "nr;co;ile\n1;zdobyta;1.000\n2;stracona;3.000\n")
    rows = json.loads(
        run(file, "--map", "status=co", "amount=#3", "--status-map", "zdobyta=won", "stracona=lost", "--decimal", ",")
    )

    assert [row["value"] for row in rows if (row["slug"], row["variant"]) == ("close-rate", "value")] == [0.25]


def test_file_may_stand_behind_the_columns(tmp_path: Path) -> None:
    file = written(tmp_path, "id,co\n1,won\n2,lost\n")

    assert json.loads(run("--map", "status=co", file)) == json.loads(run(file, "--map", "status=co"))
    with pytest.raises(CommandError, match="Name the file of deals") as refused:
        run("--map", "status=co")
    assert refused.value.returncode == 2


@pytest.mark.parametrize(
    ("content", "args", "said"),
    [
        (b"", (), "The file is empty."),
        (b"id,status\n", (), "no rows below it"),
        (b'id,status\n1,won\n2,"lost\n', (), "In row 3 or after it a quotation mark"),
        (b"id,status\n1," + b"x" * 2_000_000 + b"\n", (), "longer than 1,000,000 bytes"),
        (b'id,status\n1,"' + b"x\n" * 90_000 + b'"\n', (), "longer than 131,072 characters"),
        (b",".join(b"c" * 3 for _ in range(10_000)), (), "10000 columns"),
        (b"a,b\n1,2\n", (), "No column was found for status"),
        (b"id,status\n1,gone\n", (), "None of the 1 rows of deals can be used"),
        (b"status,status\nwon,won\n", (), "stands above 2 columns"),
        (b"id,status,created\n1,won,03/04/2026\n", (), "day/month or as month/day"),
        (b'id,status,amount\n1,won,"1.234"\n', (), "about a thousand or about one"),
        (b"id,status\n1,won\n", ("--map", "x=id"), "There is no field"),
        (b"id,status\n1,won\n", ("--map", "amount=x"), "No column is headed"),
        (b"id,status\n1,won\n", ("--map", "amount=id", "currency=id"), "is chosen for"),
        (b"id,status\n1,won\n", ("--dates", "ddd"), "no order of dates"),
        (b"id,status\n1,won\n", ("--margin", "120%"), "is no rate"),
        (b"id,status\n1,won\n", ("--inflation", "5"), "is no rate"),
        (b"id,status\n1,won\n", ("--as-of", "2026-02-30"), "is no day"),
        (b"id,status\n1,won\n", ("--encoding", "klingon"), "no encoding"),
        (b"id,status,currency\n1,won,PLN\n", ("--currency", "EUR"), "No row is in the currency EUR"),
    ],
)
def test_unusable_input_ends_with_status_two_and_a_sentence(
    tmp_path: Path, content: bytes, args: tuple[str, ...], said: str
) -> None:
    with pytest.raises(CommandError) as refused:
        run(written(tmp_path, content), *args)

    assert refused.value.returncode == 2
    assert said in str(refused.value)


@given(st.binary(max_size=400), st.sampled_from(["id,status,amount\n", "id;status\r\n", '"id"\t"status"\n', ""]))
def test_any_bytes_are_computed_or_refused_with_a_sentence(rest: bytes, header: str) -> None:
    try:
        card(header.encode() + rest)
    except ScorecardError as error:
        sentences = {error.sentence("en"), error.sentence("pl")}
    else:
        return
    assert len(sentences) == 2


def test_every_trouble_has_the_same_names_in_both_languages() -> None:
    for text in SENTENCES.values():
        names = [{field for _, field, _, _ in string.Formatter().parse(each) if field} for each in (text.en, text.pl)]
        assert names[0] == names[1]


@pytest.mark.parametrize(
    ("headers", "found"),
    [
        (
            "Id,Name,StageName,Amount,CreatedDate,CloseDate,IsClosed,IsWon,Type,LeadSource,Probability,OwnerId",
            "id stage amount created closed is_closed is_won source owner segment",
        ),
        (
            "Record ID,Deal Name,Amount,Close Date,Create Date,Deal Stage,Pipeline,Is Closed Won,Is closed lost",
            "id amount closed created stage pipeline is_won is_lost",
        ),
        (
            (
                "Deal - ID,Deal - Title,Deal - Value,Deal - Currency,Deal - Stage,Deal - Status,Deal - Add time,"
                "Deal - Won time,Deal - Lost time,Deal - Lost reason"
            ),
            "id amount currency stage status created won_on lost_on",
        ),
        ("Szansa - ID,Etap,Kwota,Data utworzenia,Data zamknięcia,Właściciel", "id stage amount created closed owner"),
    ],
)
def test_headers_of_known_systems_are_found(headers: str, found: str) -> None:
    assert set(suggested_columns(Kind.DEALS, headers.split(","))) == set(found.split())


def test_deals_won_and_lost_have_dates_of_their_own_in_pipedrive() -> None:
    text = (
        "Deal - ID,Deal - Status,Deal - Add time,Deal - Won time,Deal - Lost time\n"
        "1,won,2025-01-01 10:00:00,2025-01-11 09:00:00,\n2,lost,2025-01-01 10:00:00,,2025-01-21 09:00:00\n"
    )
    found = {(each.slug, each.variant): each.value for each in card(text).values if not each.group[0]}

    assert (found["sales-cycle", "average"], found["time-to-close", "average"]) == (10, 15)


@pytest.mark.parametrize(("line", "separator"), [("a;b;c,d", ";"), ("a,b", ","), ("a\tb", "\t"), ('"a;b;c",d', ",")])
def test_separator_is_what_stands_most_often_outside_of_quotation_marks(line: str, separator: str) -> None:
    assert separator_of(line) == separator
