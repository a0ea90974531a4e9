"""Native charts: needs as bars, swings as floating bars. "Edit data" opens their workbook."""

from django.utils.translation import gettext
from lxml import etree
from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.dml.fill import FillFormat
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_PATTERN_TYPE
from pptx.enum.shapes import MSO_CONNECTOR
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Emu, Pt

from assessments.document.picture_values import Tornado
from assessments.document.values import AdviceDocument, Needs
from assessments.reports.palette import FILLS, FONT, INK, MUTED, TRACK, WHITE
from assessments.reports.slides.deck import Box, name_shape
from assessments.reports.swings import number, scale, stretches

PLOT = (0.28, 0.02, 0.66, 0.86)  # the bars' place in the chart: left, top, width, height as parts of the whole


def add_needs(slide: Slide, box: Box, needs: Needs) -> None:
    """Both need scores from 0 to 100, and the line."""
    data = CategoryChartData(number_format="General")
    data.categories = [f"{row.name} ({row.range})" if row.range else row.name for row in needs.rows]
    data.add_series(gettext("Need score"), [number(row.score) for row in needs.rows])
    chart = _chart(slide, box, XL_CHART_TYPE.BAR_CLUSTERED, data)
    _scale(chart, 0, 100, 25)
    plot = chart.plots[0]
    plot.gap_width, plot.has_data_labels = 45, True
    labels = plot.data_labels
    labels.position, labels.show_value = XL_LABEL_POSITION.OUTSIDE_END, True
    labels.font.size, labels.font.bold, labels.font.name = Pt(20), True, FONT
    for place, row in enumerate(needs.rows):
        _paint(plot.series[0].points[place].format.fill, row.kind)
    _line_at(slide, box, number(needs.rows[0].line) / 100)
    _describe(chart, slide, f"{needs.title}. {' '.join(row.sentence for row in needs.rows)}")


def add_tornado(slide: Slide, box: Box, document: AdviceDocument, tornado: Tornado) -> None:
    """Each criterion's swing from its lowest to its highest answer; parts that change the answer have its colour."""
    bars = stretches(tornado)
    low, high = scale(bars)
    data = CategoryChartData(number_format="General")
    data.categories = [f"{bar.swing.label} ◆" if bar.swing.flips else bar.swing.label for bar in bars]
    data.add_series(gettext("Lowest"), [bar.start for bar in bars])
    names = gettext("First part of the swing"), gettext("Second part of the swing"), gettext("Third part of the swing")
    for part, name in enumerate(names):
        data.add_series(name, [bar.parts[part] for bar in bars])
    chart = _chart(slide, box, XL_CHART_TYPE.BAR_STACKED, data)
    _scale(chart, low, high, 10)
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 60, 100
    plot.series[0].format.fill.background()
    for place, bar in enumerate(bars):
        for series, kind in zip(list(plot.series)[1:], bar.kinds, strict=True):
            _paint(series.points[place].format.fill, kind)
    for at, dashed in tornado_lines(document, tornado):
        if low <= at <= high:
            _line_at(slide, box, (at - low) / (high - low), dashed=dashed)
    _describe(chart, slide, f"{tornado.title}. {tornado.subtitle}")


def tornado_lines(document: AdviceDocument, tornado: Tornado) -> list[tuple[float, bool]]:
    """Scores that a line marks, and whether it is dashed: the need line; the score now, where one function is shown."""
    rows = document.needs.rows
    line = (number(rows[0].line), True)
    return [line, *((number(row.score), False) for row in rows if row.kind == tornado.kind and not tornado.others)]


def add_counts(slide: Slide, box: Box, name: str, counts: list[tuple[str, int]]) -> None:
    """How many of something each one has."""
    data = CategoryChartData(number_format="General")
    data.categories = [label for label, _ in counts]
    data.add_series(name, [count for _, count in counts])
    chart = _chart(slide, box, XL_CHART_TYPE.BAR_CLUSTERED, data)
    _scale(chart, 0, max(count for _, count in counts) + 1, 1)
    chart.value_axis.visible = chart.value_axis.has_major_gridlines = False
    plot = chart.plots[0]
    plot.gap_width, plot.has_data_labels = 45, True
    plot.data_labels.position, plot.data_labels.font.size = XL_LABEL_POSITION.OUTSIDE_END, Pt(16)
    _paint(plot.series[0].format.fill, "none")
    _describe(chart, slide, " ".join(f"{label}: {count}." for label, count in counts))


def _chart(slide: Slide, box: Box, kind: XL_CHART_TYPE, data: CategoryChartData) -> Chart:
    frame = slide.shapes.add_chart(kind, *box, data)  # type: ignore[arg-type]  # a kind of ChartData
    chart: Chart = frame.chart  # type: ignore[attr-defined]  # what add_chart gives is its frame
    chart.has_legend = chart.has_title = False
    chart.font.name, chart.font.size, chart.font.color.rgb = FONT, Pt(14), RGBColor.from_string(INK)
    axis = chart.category_axis
    axis.reverse_order = True
    axis.format.line.fill.background()
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    _fix_plot(chart)
    return chart


def _scale(chart: Chart, low: float, high: float, step: float) -> None:
    axis = chart.value_axis
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = low, high, step
    axis.has_major_gridlines = True
    axis.major_gridlines.format.line.color.rgb = RGBColor.from_string(TRACK)
    axis.format.line.fill.background()
    axis.tick_labels.font.size = Pt(11)
    axis.tick_labels.font.color.rgb = RGBColor.from_string(MUTED)
    axis.tick_label_position = XL_TICK_LABEL_POSITION.HIGH  # the first category stands on top, so this is below


def _paint(area: FillFormat, kind: str) -> None:
    """Solid, hatched or dotted, as everywhere."""
    patterns = {"revops": MSO_PATTERN_TYPE.WIDE_UPWARD_DIAGONAL, "both": MSO_PATTERN_TYPE.LARGE_CONFETTI}
    if kind in patterns:
        area.patterned()
        area.pattern = patterns[kind]
        area.fore_color.rgb = RGBColor.from_string(WHITE)
        area.back_color.rgb = RGBColor.from_string(FILLS[kind])
    else:
        area.solid()
        area.fore_color.rgb = RGBColor.from_string(FILLS[kind])


def _fix_plot(chart: Chart) -> None:
    """Pin the bars to their place, so that the line over them stands where it should."""
    area = chart._chartSpace.find(f".//{qn('c:plotArea')}")  # noqa: SLF001  # the library has no call for it
    layout = area.find(qn("c:layout"))
    if layout is None:
        layout = etree.SubElement(area, qn("c:layout"))
        area.insert(0, layout)
    manual = etree.SubElement(layout, qn("c:manualLayout"))
    pinned = {"layoutTarget": "inner", "xMode": "edge", "yMode": "edge"}
    pinned |= dict(zip("xywh", map(str, PLOT), strict=True))
    for name, value in pinned.items():
        etree.SubElement(manual, qn(f"c:{name}")).set("val", value)


def _line_at(slide: Slide, box: Box, part: float, *, dashed: bool = True) -> None:
    """A line over the bars: dashed for the need line, whole for where the company is now."""
    left, top, width, height = box
    x = Emu(int(left + width * (PLOT[0] + PLOT[2] * part)))
    ends = Emu(int(top + height * PLOT[1])), Emu(int(top + height * (PLOT[1] + PLOT[3])))
    line = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, x, ends[0], x, ends[1])
    line.line.color.rgb, line.line.width = RGBColor.from_string(INK), Pt(2)
    if dashed:
        line.line.dash_style = MSO_LINE_DASH_STYLE.DASH
    name_shape(line, gettext("Need line") if dashed else gettext("Score now"))


def _describe(chart: Chart, slide: Slide, text: str) -> None:
    frame = next(shape for shape in slide.shapes if shape.has_chart and shape.chart.part is chart.part)  # type: ignore[attr-defined]
    name_shape(frame, text)
