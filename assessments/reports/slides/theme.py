"""The look of the deck: our type and colours in its theme, one layout, 16:9."""

import re

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.presentation import Presentation
from pptx.slide import SlideLayout
from pptx.util import Emu, Inches, Pt

from assessments.reports.palette import FILLS, FONT, INK, MUTED, TINTS, WHITE

WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
LEFT, INNER = Inches(0.6), Inches(12.133)
COLOURS = {
    "dk1": INK,
    "lt1": WHITE,
    "dk2": MUTED,
    "lt2": TINTS["none"],
    "accent1": FILLS["salesops"],
    "accent2": FILLS["revops"],
    "accent3": FILLS["both"],
    "accent4": FILLS["none"],
    "accent5": INK,
    "accent6": MUTED,
    "hlink": "4A2E8F",
    "folHlink": "4A2E8F",
}
KEPT = "Title Only"


def set_theme(presentation: Presentation) -> SlideLayout:
    """Dress the template; the one layout that is left."""
    presentation.slide_width, presentation.slide_height = WIDTH, HEIGHT
    master = presentation.slide_master
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = _themed(theme.blob)  # noqa: SLF001  # the library has no call for themes
    layout: SlideLayout = next(each for each in master.slide_layouts if each.name == KEPT)
    for other in [each for each in master.slide_layouts if each.name != KEPT]:
        master.slide_layouts.remove(other)
    for holder in (*master.placeholders, *layout.placeholders):
        _place(holder)
    return layout


def _themed(theme: bytes) -> bytes:
    text = theme.decode()
    for name, colour in COLOURS.items():
        text = re.sub(f"<a:{name}>.*?</a:{name}>", f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>', text)
    text = re.sub(r'(<a:latin typeface=")[^"]+(")', rf"\g<1>{FONT}\g<2>", text)
    return text.encode()


def _place(holder: object) -> None:
    """Title above; date, footer and number below, in small type."""
    kind = str(holder.placeholder_format.type)  # type: ignore[attr-defined]  # masters and layouts share no type
    places = {
        "TITLE": (LEFT, Inches(0.5), INNER, Inches(1.15)),
        "BODY": (LEFT, Inches(1.8), INNER, Inches(4.9)),
        "FOOTER": (LEFT, Inches(6.98), Inches(11), Inches(0.3)),
        "SLIDE_NUMBER": (Inches(11.9), Inches(6.98), Inches(0.833), Inches(0.3)),
        "DATE": (Inches(11), Inches(7.2), Inches(0.8), Inches(0.25)),
    }
    for name, (left, top, width, height) in places.items():
        if kind.startswith(name):
            holder.left, holder.top = Emu(left), Emu(top)  # type: ignore[attr-defined]
            holder.width, holder.height = Emu(width), Emu(height)  # type: ignore[attr-defined]


TITLE_SIZE = Pt(28)
