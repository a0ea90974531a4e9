"""PowerPoint: action titles, few words, native charts, sources in the notes."""

import io

import pptx
import pytest
from pptx.presentation import Presentation

from assessments.reports.titles import kpis
from assessments.reports.values import Format
from tests.document.cases import HEADLINES
from tests.reports.made import branding, file_of, headline_report
from tests.reports.readers import parts

MOST_WORDS = 40


def deck(code: str = "salesops", language: str = "en", **more: object) -> Presentation:
    return pptx.Presentation(io.BytesIO(file_of(headline_report(code, language, **more), Format.SLIDES)))


def test_slides_tell_the_story_by_their_titles() -> None:
    report = headline_report()
    titles = [slide.shapes.title.text for slide in deck().slides]

    document = report.document
    assert document.plan is not None
    assert titles[:4] == [document.headline, *(reason.headline for reason in document.reasons)]
    assert titles[4] == "Your company lies in “SalesOps” and stays there in 94% of weightings"
    assert titles[5] == "3 answers can change the recommendation by themselves"
    assert titles[6] == document.plan.intro.rstrip(".")
    assert titles[-1] == "Each duty needs one person who carries it"
    assert len(titles) == 8 + bool(kpis(document))


@pytest.mark.parametrize("language", ["en", "pl"])
@pytest.mark.parametrize("code", HEADLINES)
def test_slides_have_few_words_and_a_source(code: str, language: str) -> None:
    for slide in deck(code, language).slides:
        texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame and shape.top < 6_000_000]
        words = " ".join(texts[1:]).replace("\n", " ").split()  # without the title
        assert len([word for word in words if any(map(str.isalnum, word))]) <= MOST_WORDS, slide.shapes.title.text
        assert "ource" in slide.notes_slide.notes_text_frame.text or "ródło" in slide.notes_slide.notes_text_frame.text


def test_charts_are_native_and_hold_the_scores() -> None:
    report = headline_report()
    charts = [shape.chart for slide in deck().slides for shape in slide.shapes if shape.has_chart]

    needs, swings, duties = charts
    assert list(needs.plots[0].series[0].values) == [75.0, 37.5]
    assert [str(name) for name in needs.plots[0].categories] == ["SalesOps", "RevOps (29–46)"]
    assert report.document.tornado is not None
    groups = (report.document.tornado, *report.document.tornado.others)
    ends = [(row.low, row.high) for group in groups for row in group.swings]
    starts, *lengths = (list(series.values) for series in swings.plots[0].series)
    drawn = [(start, round(start + sum(parts), 1)) for start, *parts in zip(starts, *lengths, strict=True)]
    assert drawn == [(float(low), pytest.approx(float(high), abs=0.11)) for low, high in ends]
    assert sum(duties.plots[0].series[0].values) <= 16
    assert len([name for name in parts(file_of(report, Format.SLIDES)) if name.endswith(".xlsx")]) == 3


def test_everything_drawn_is_described_or_silent() -> None:
    for slide in deck(branding=branding()).slides:
        for shape in slide.shapes:
            if shape.has_chart or shape.shape_type in {6, 13}:  # a group or a picture
                assert shape._element.xpath(".//p:cNvPr/@descr")[0]


def test_no_layouts_of_the_template_are_left() -> None:
    assert [layout.name for layout in deck().slide_master.slide_layouts] == ["Title Only"]
    names = parts(file_of(headline_report(), Format.SLIDES))
    theme = next(content for name, content in names.items() if "theme/theme1" in name).decode()
    assert ("Calibri" in theme, 'val="17497A"' in theme) == (False, True)


def test_nothing_stands_outside_the_slide() -> None:
    made = deck("both_revops_first", "pl", branding=branding(closing="m" * 600), name="W" * 120)
    for slide in made.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= made.slide_width
            assert shape.top + shape.height <= made.slide_height
