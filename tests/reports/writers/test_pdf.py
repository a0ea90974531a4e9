"""PDF: what it claims to be, who can read it, and what hostile texts cannot do."""

import io
import itertools
import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdf
import pytest

from assessments.reports.pdf import compiling
from assessments.reports.titles import kpis
from assessments.reports.values import Format
from tests import FULL
from tests.reports.made import branding, file_of, headline_report
from tests.reports.readers import pdf_text, squeezed


def read(content: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(content))


def tags(reader: pypdf.PdfReader) -> Iterator[tuple[str, Any]]:
    """(type, element) of the structure tree, in reading order."""

    def below(element: Any) -> Iterator[tuple[str, Any]]:
        element = element.get_object() if hasattr(element, "get_object") else element
        if not isinstance(element, dict):
            return
        if "/S" in element:
            yield str(element["/S"]), element
        children = element.get("/K", [])
        for child in children if isinstance(children, list) else [children]:
            yield from below(child)

    yield from below(reader.trailer["/Root"]["/StructTreeRoot"])


@pytest.mark.parametrize("language", ["en", "pl"])
def test_file_claims_both_standards_and_is_tagged(language: str) -> None:
    reader = read(file_of(headline_report(language=language), Format.PDF))

    metadata = reader.trailer["/Root"]["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert "<pdfaid:part>2</pdfaid:part>" in metadata
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in metadata
    root = reader.trailer["/Root"]
    assert (root["/Lang"], bool(root["/MarkInfo"]["/Marked"])) == (language, True)
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == f"Acorn Metrics: {headline_report(language=language).document.headline}"


def test_headings_form_a_tree_and_the_map_has_a_description() -> None:
    report = headline_report()
    found = list(tags(read(file_of(report, Format.PDF))))

    levels = [int(kind[2:]) for kind, _ in found if kind[:2] == "/H" and kind[2:].isdigit()]
    assert (levels[0], levels.count(1), set(levels)) == (1, 1, {1, 2, 3})
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    alternatives = [str(element["/Alt"]) for kind, element in found if kind == "/Figure"]
    assert report.document.map is not None
    assert alternatives == [f"{report.document.map.title}. {report.document.map.description}"]
    assert {"/Table", "/THead", "/TH", "/L"} <= {kind for kind, _ in found}


def test_fonts_are_embedded() -> None:
    reader = read(file_of(headline_report("salesops", "pl"), Format.PDF))

    fonts = [font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].values()]
    described = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"] for font in fonts]
    assert fonts
    assert all("/FontFile2" in each or "/FontFile3" in each for each in described)
    assert {str(font["/BaseFont"]).split("+")[1].split("-")[0] for font in fonts} == {"SourceSansPro"}


def test_first_page_carries_the_whole_answer() -> None:
    report = headline_report(decision=None)
    first = squeezed(read(file_of(report, Format.PDF)).pages[0].extract_text())

    document = report.document
    said = [document.pill, document.headline, *document.lead, document.needs.title]
    said += [text for fact in document.facts for text in (fact.value, fact.label)]
    said += [text for need in document.needs.rows for text in (need.name, need.score, need.range)]
    said += [text for moment in document.sequence for text in (moment.when, moment.what)]
    assert [text for text in said if squeezed(text) not in first] == []


@pytest.mark.parametrize("language", ["en", "pl"])
def test_each_section_starts_a_page(language: str) -> None:
    report = headline_report(language=language)
    pages = read(file_of(report, Format.PDF)).pages

    assert len(pages) == 7 + bool(kpis(report.document))  # one for each section, risks beside duties


def test_characters_without_a_glyph_become_boxes_and_are_named() -> None:
    report = replace(headline_report(), name="漢字 Ltd 😀")
    content = file_of(report, Format.PDF)
    text = pdf_text(content)

    assert "□□ Ltd □" in text
    assert all(name in squeezed(text) for name in ("U+6F22", "U+5B57", "U+1F600GRINNINGFACE"))
    assert "<pdfuaid:part>1</pdfuaid:part>" in read(content).trailer["/Root"]["/Metadata"].get_data().decode()


@pytest.mark.parametrize("name", ["שלום בע״מ", "شركة النور", "Ελλάς", "Привет", "हिन्दी", "Zażółć gęślą jaźń"])
def test_other_scripts_are_printed_without_boxes(name: str) -> None:
    text = pdf_text(file_of(replace(headline_report(), name=name), Format.PDF))

    assert "□" not in text
    letters = {char for char in name if char.isalpha()}
    assert letters - set(text) in (set(), {"ح"}) or any(ord(char) > 0x5FF for char in letters)


HOSTILE = [
    '#read("/etc/hostname")',
    '#image("http://127.0.0.1:PORT/a.png")',
    '#import "@preview/cetz:0.3.0"',
    '#panic("stop")',
    '#eval("1+1")',
    "$x^2$ *bold* _it_ `raw` @ref <label> // comment /* more */",
    '"]; #set page(width: 1pt)',
    "\\u{0}",
    '<img src="http://127.0.0.1:PORT/b.png">',
    '<link rel=attachment href="file:CANARY">',
    "file:CANARY",
    '#include "CANARY"',
    '#read("../../../../../CANARY")',
    "](http://127.0.0.1:PORT/c) ![x](http://127.0.0.1:PORT/d.png)",
    "#sys.inputs.data",
    "#{while true {}}",
    "#let text = none",
    "#set document(title: none)",
    "= Heading\n- list\n+ enum\n/ term: x",
    "<script>fetch('http://127.0.0.1:PORT/e')</script>",
]


def test_hostile_titles_read_nothing_and_call_nobody(tmp_path: Path) -> None:
    canary = tmp_path / "canary.txt"
    canary.write_text("CANARY-7f3a9c")
    calls: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.2)
        port = listener.getsockname()[1]
        thread = threading.Thread(target=_note_calls, args=(listener, calls))
        thread.start()
        for text in HOSTILE if FULL else HOSTILE[::3]:
            said = text.replace("PORT", str(port)).replace("CANARY", str(canary))
            report = replace(headline_report(branding=branding(closing=said)), name=said.replace("\n", " "))
            content = file_of(report, Format.PDF)
            assert squeezed(said) in squeezed(pdf_text(content)), said
            assert b"CANARY-7f3a9c" not in b"".join(_streams(content))
        thread.join()
    assert calls == []


def _note_calls(listener: socket.socket, calls: list[bytes]) -> None:
    """Until nothing has called for ten seconds' worth of tries; the files are made meanwhile."""
    for _ in range(25):
        try:
            caller, _ = listener.accept()
        except TimeoutError:
            continue
        calls.append(caller.recv(100))
        caller.close()


def _streams(content: bytes) -> Iterator[bytes]:
    reader = read(content)
    for number in range(1, len(reader.xref[0]) if 0 in reader.xref else 0):
        found = reader.get_object(number)
        if hasattr(found, "get_data"):
            yield found.get_data()
    yield content


def test_templates_folder_holds_nothing_but_templates() -> None:
    found = [path for path in compiling.LAYOUT.rglob("*") if path.suffix != ".typ" or path.is_symlink()]

    assert found == []


def test_long_words_and_names_stay_on_the_page() -> None:
    name = "W" * 120
    report = replace(headline_report(branding=branding(closing="m" * 600)), name=name)
    reader = read(file_of(report, Format.PDF))

    places: list[float] = []
    reader.pages[0].extract_text(
        visitor_text=lambda text, cm, tm, font, size: places.append(tm[4]) if text.strip() else None
    )
    assert name in squeezed(reader.pages[0].extract_text())
    assert max(places) < 595
