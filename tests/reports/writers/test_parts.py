"""What a report leaves out, how its file is called, which logos and colours it takes."""

import io
from dataclasses import replace

import pytest
from PIL import Image

from assessments.reports.contrast import colour_of, contrast_on_white, is_readable
from assessments.reports.filenames import ascii_name, disposition, file_name
from assessments.reports.logos import LARGEST, LogoError, logo
from assessments.reports.trimming import trimmed
from assessments.reports.values import Format, Options
from assessments.reports.writing import written
from assessments.services.reporting import sample_report
from tests.document.cases import case
from tests.reports.made import all_files, branding, headline_report, picture, report_of_case
from tests.reports.readers import squeezed, text_of

SECRET = "Secret-note-1"


def with_notes(**options: object) -> "object":
    return report_of_case(case(notes={"S5": SECRET, "B": SECRET}, facts={"reps": 6}), **options)


@pytest.mark.parametrize("kind", [*Format])
def test_notes_are_left_out(kind: Format) -> None:
    kept = text_of(kind, written(with_notes(), kind).content)
    left_out = text_of(kind, written(with_notes(notes=False), kind).content)

    assert (SECRET in kept or kind is Format.SLIDES, SECRET in left_out) == (True, False)


@pytest.mark.parametrize("kind", [*Format])
def test_answers_notes_and_company_are_left_out(kind: Format) -> None:
    text = text_of(kind, written(with_notes(answers=False), kind).content)

    assert SECRET not in text
    assert squeezed("How many people sell full time?") not in text
    assert squeezed("Every answer") not in text


def test_method_is_left_out_but_version_and_receipt_stay() -> None:
    report = headline_report(method=False)
    for kind, file in all_files(report).items():
        text = text_of(kind, file.content)
        assert report.document.method.receipt in text, kind
        assert squeezed("Criteria asked: 13.") not in text, kind


def test_record_goes_with_the_answers() -> None:
    assert trimmed(headline_report()).record is not None
    assert trimmed(headline_report(answers=False)).record is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Acorn Metrics", "acorn-metrics_salesops-revops_2026-11-22.pdf"),
        ("Żółć & Syn Sp. z o.o.", "żółć-syn-sp-z-o-o_salesops-revops_2026-11-22.pdf"),
        ("", "salesops-revops_2026-11-22.pdf"),
        ("../../etc/passwd", "etc-passwd_salesops-revops_2026-11-22.pdf"),
        ('a"; filename="b.exe', "a-filename-b-exe_salesops-revops_2026-11-22.pdf"),
        ("x" * 120, f"{'x' * 60}_salesops-revops_2026-11-22.pdf"),
        ("שלום", "שלום_salesops-revops_2026-11-22.pdf"),
        ("😀", "salesops-revops_2026-11-22.pdf"),
    ],
)
def test_file_is_named_after_the_company_and_the_day(name: str, expected: str) -> None:
    assert file_name(replace(headline_report(), name=name), Format.PDF) == expected


def test_sample_has_no_day_in_its_name() -> None:
    assert file_name(sample_report(Options("en")), Format.DATA) == "acorn-metrics_salesops-revops_sample.json"


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("acorn.pdf", 'attachment; filename="acorn.pdf"'),
        ("łódź.pdf", "attachment; filename=\"lodz.pdf\"; filename*=UTF-8''%C5%82%C3%B3d%C5%BA.pdf"),
        ("שלום_a.pdf", "attachment; filename=\"a.pdf\"; filename*=UTF-8''%D7%A9%D7%9C%D7%95%D7%9D_a.pdf"),
    ],
)
def test_header_has_a_plain_name_and_the_whole_name(name: str, header: str) -> None:
    assert disposition(name) == header
    assert ascii_name(name).isascii()


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_logo_is_made_anew_and_small(kind: str) -> None:
    made = logo(picture(2000, 500, kind))

    with Image.open(io.BytesIO(made.png)) as opened:
        assert (opened.format, opened.size, opened.info.get("exif")) == ("PNG", (600, 150), None)
    assert (made.width, made.height) == (600, 150)
    assert max(made.width, made.height * 2) <= LARGEST[0]


def test_nothing_but_pixels_of_a_logo_is_kept() -> None:
    content = io.BytesIO()
    from PIL.PngImagePlugin import PngInfo  # only this test writes texts into a picture

    info = PngInfo()
    info.add_text("Comment", "CANARY-in-a-picture")
    Image.new("RGB", (10, 10)).save(content, "PNG", pnginfo=info)

    made = logo(content.getvalue() + b"<script>CANARY</script>")
    assert (b"CANARY" in content.getvalue(), b"CANARY" in made.png) == (True, False)


def bomb() -> bytes:
    """A small file that would become 400 million pixels."""
    made = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(made, "PNG")
    return made.getvalue()


GIF = picture(20, 20, "GIF")
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"/>'


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (SVG, "Choose a picture in the format PNG or JPEG"),
        (GIF, "Choose a picture in the format PNG or JPEG"),
        (b"", "Choose a picture in the format PNG or JPEG"),
        (picture()[:60], "The picture cannot be read. Save it again as PNG or JPEG and choose that file"),
        (bomb(), "Choose a smaller picture: at most 1 MB and 16 million pixels"),
        (b"\x89PNG" + b"x" * 1_000_001, "Choose a smaller picture: at most 1 MB and 16 million pixels"),
    ],
    ids=["svg", "gif", "empty", "cut", "bomb", "large"],
)
def test_other_files_are_no_logos(content: bytes, sentence: str) -> None:
    with pytest.raises(LogoError, match=f"^{sentence}$"):
        logo(content)


def test_logo_stands_in_every_format_that_has_pictures() -> None:
    report = headline_report()
    branded = replace(report, options=replace(report.options, branding=branding()))
    larger = {
        kind: len(written(branded, kind).content) > len(written(report, kind).content)
        for kind in (Format.PDF, Format.WORD, Format.SLIDES)
    }
    assert set(larger.values()) == {True}


@pytest.mark.parametrize(
    ("typed", "colour"),
    [("#4A2E8F", "#4a2e8f"), ("4a2e8f", "#4a2e8f"), (" #000000 ", "#000000"), ("red", None), ("#fff", None)],
)
def test_colours_are_six_digits(typed: str, colour: str | None) -> None:
    assert colour_of(typed) == colour


@pytest.mark.parametrize(
    ("colour", "ratio", "readable"),
    [("#000000", 21, True), ("#ffffff", 1, False), ("#767676", 4.54, True), ("#777777", 4.48, False)],
)
def test_contrast_is_that_of_the_standard(colour: str, ratio: float, readable: bool) -> None:
    assert (round(contrast_on_white(colour), 2), is_readable(colour)) == (ratio, readable)
