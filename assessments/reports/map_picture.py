"""The decision map as SVG with its own colours, from the same coordinates as the page's."""

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from django.utils.translation import gettext

from assessments.document.picture_values import DecisionMap, MapLabel

FONT = "Source Sans Pro"
INK, MUTED, AXIS = "#1c2230", "#535b6b", "#767e8c"
FILLS = {"salesops": "#17497a", "revops": "url(#hatch)", "both": "url(#dots)", "none": AXIS}
SOLID = {"salesops": "#17497a", "revops": "#bf5009", "both": "#0b7a6f", "none": "#ffffff"}
TINTS = {"salesops": "#e8eff7", "revops": "#fcefe5", "both": "#e3f3f0", "none": "#eeeef0"}
INKS = {"salesops": "#17497a", "revops": "#a84505", "both": "#0b6b61", "none": MUTED}
MARKS = {
    "salesops": '<rect x="-8" y="-8" width="16" height="16" rx="2" {look}/>',
    "revops": '<circle r="9" {look}/>',
    "both": '<path d="M0 -11L11 0L0 11L-11 0Z" {look}/>',
    "none": f'<circle r="8" fill="#fff" stroke="{INK}" stroke-width="3"/>',
}
PATTERNS = (
    '<defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="7" height="7" fill="#bf5009"/><rect width="1.6" height="7" fill="#fff" opacity=".45"/></pattern>'
    '<pattern id="dots" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="#0b7a6f"/>'
    '<circle cx="4" cy="4" r="1.2" fill="#fff" opacity=".6"/></pattern></defs>'
)


def map_svg(drawn: DecisionMap) -> str:
    """An SVG of 420 by 420 units. Texts are escaped; nothing in it refers to anything outside."""
    parts = "".join(_parts(drawn))
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 420 420" font-family="{FONT}">{PATTERNS}{parts}</svg>'


def _parts(drawn: DecisionMap) -> Iterator[str]:
    for region in drawn.regions:
        yield f'<path fill="{TINTS[region.kind]}" d={quoteattr(region.path)}/>'
    for cell in drawn.cells:
        size = f'width="{drawn.cell_width}" height="{drawn.cell_height}"'
        yield f'<rect x="{cell.x}" y="{cell.y}" {size} fill="{FILLS[cell.kind]}" fill-opacity="{cell.shade}"/>'
    yield _line(drawn.borders, AXIS, 1.5, ' stroke-dasharray="5 4"')
    yield _line("M46 14V364H406", AXIS, 1.5)
    yield from _axes(drawn)
    yield from (_label(label) for label in drawn.labels)
    yield from _company(drawn)


def _axes(drawn: DecisionMap) -> Iterator[str]:
    for tick in drawn.ticks:
        yield _text(tick.x, "383", tick.text, f'fill="{MUTED}" font-size="13" text-anchor="middle"')
        yield _text("37", tick.y, tick.text, f'fill="{MUTED}" font-size="13" text-anchor="end"', lowered=True)
    across, up = gettext("Need for SalesOps →"), gettext("Need for RevOps →")
    look = f'fill="{INK}" font-size="15" font-weight="600" text-anchor="middle"'
    yield _text("226", "412", across, look)
    yield f'<g transform="translate(12 189) rotate(-90)">{_text("0", "0", up, look)}</g>'


def _label(label: MapLabel) -> str:
    look = 'font-size="15" font-weight="600" text-anchor="middle"'
    return _haloed_text(label.x, label.y, label.text, look, INKS[label.kind])


def _company(drawn: DecisionMap) -> Iterator[str]:
    """Brackets, leader line, mark and name."""
    leader = f"M{drawn.mark_x} {drawn.mark_y}L{drawn.note_x} {drawn.note_y}"
    if drawn.brackets:
        yield _line(drawn.brackets, "#fff", 5) + _line(drawn.brackets, INK, 2)
    yield _line(leader, "#fff", 5) + _line(leader, INK, 1.3)
    look = f'fill="{SOLID[drawn.mark_kind]}" stroke="#fff" stroke-width="2"'
    yield f'<g transform="translate({drawn.mark_x} {drawn.mark_y})">{MARKS[drawn.mark_kind].format(look=look)}</g>'
    anchor = f'font-size="15" font-weight="600" text-anchor="{drawn.note_anchor}"'
    yield _haloed_text(drawn.note_x, drawn.note_y, drawn.note, anchor, INK)


def _line(path: str, colour: str, width: float, more: str = "") -> str:
    return f'<path fill="none" stroke="{colour}" stroke-width="{width}"{more} d={quoteattr(path)}/>'


def _haloed_text(x: str, y: str, text: str, look: str, colour: str) -> str:
    halo = f'{look} fill="#fff" stroke="#fff" stroke-width="4" stroke-linejoin="round"'
    return _text(x, y, text, halo, lowered=True) + _text(x, y, text, f'{look} fill="{colour}"', lowered=True)


def _text(x: str, y: str, text: str, look: str, *, lowered: bool = False) -> str:
    """`lowered` puts the middle of the letters, not their foot, at y."""
    down = 5 if lowered else 0
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f'<text x="{x}" y="{float(y) + down:g}" {look}>{escaped}</text>'
