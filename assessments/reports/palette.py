"""The product's colours for light paper, and the shapes that always go with them."""

INK, MUTED, LINE, AXIS, TRACK, WHITE = "1C2230", "535B6B", "DEDCD5", "767E8C", "E4E5EA", "FFFFFF"
FILLS = {"salesops": "17497A", "revops": "BF5009", "both": "0B7A6F", "none": AXIS}
INKS = {"salesops": "17497A", "revops": "A84505", "both": "0B6B61", "none": INK}
TINTS = {"salesops": "E8EFF7", "revops": "FCEFE5", "both": "E3F3F0", "none": "EEEEF0"}
SHAPES = {"salesops": "■", "revops": "●", "both": "◆", "none": "○"}
FONT = "Arial"  # on every machine with an office program, or one of the same widths


def accent_of(accent: str) -> str:
    """The colour without its `#`; ink where none is chosen."""
    return accent.removeprefix("#").upper() or INK
