"""Whether a deal is won, lost or open: from a status, from marks such as IsWon, from dates won and lost, or a stage."""

from collections.abc import Mapping, Sequence

from .headers import plain_header

Status = int
"""What became of a deal: WON, LOST or OPEN, plain numbers, as they are places in a group's counts."""
WON, LOST, OPEN = 0, 1, 2


_WON = (
    *(
        "won",
        "closed won",
        "closedwon",
        "win",
        "signed",
        "wygrana",
        "wygrane",
        "wygrany",
        "wygrano",
        "zamknieta wygrana",
    ),
    *("zamkniete wygrane", "zamknieta jako wygrana", "zamknieto wygrana", "sukces", "vyhrano", "vyhrany", "gewonnen"),
)
_LOST = (
    *("lost", "closed lost", "closedlost", "loss", "przegrana", "przegrane", "przegrany", "przegrano"),
    *("zamknieta przegrana", "zamkniete przegrane", "zamknieta jako przegrana", "zamknieto przegrana", "utracona"),
    *("utracone", "disqualified", "abandoned", "porazka", "prohrano", "prohrany", "verloren"),
)
_OPEN = (
    *(
        "open",
        "otwarta",
        "otwarte",
        "otwarty",
        "otwarto",
        "w toku",
        "in progress",
        "active",
        "aktywna",
        "pending",
        "new",
    ),
    *("nowa", "nowy", "otevreno", "otevreny", "offen"),
)
WORDS = {
    **dict.fromkeys(_WON, WON),
    **dict.fromkeys(_LOST, LOST),
    **dict.fromkeys(_OPEN, OPEN),
}
_TRUE = {"true", "1", "yes", "y", "t", "tak", "prawda", "x", "checked", "ano", "1 0"}
_FALSE = {"false", "0", "no", "n", "f", "nie", "falsz", "", "unchecked", "ne", "0 0"}
NAMES = {"won": WON, "lost": LOST, "open": OPEN}
STATUS_FIELDS = ("status", "is_won", "is_lost", "is_closed", "won_on", "lost_on", "stage")


def read_mark(text: str) -> bool | None:
    """Yes or no in the ways that exports write it; None for anything else. An empty cell is a no."""
    plain = plain_header(text)
    return True if plain in _TRUE else False if plain in _FALSE else None


class Statuses(dict[Sequence[str], Status | None]):
    """The status of a deal by its cells for STATUS_FIELDS that are mapped; None where they do not say."""

    def __init__(self, fields: Sequence[str], given: Mapping[str, Status]) -> None:
        super().__init__()
        self.fields = tuple(fields)
        self.given = {plain_header(word) or word: status for word, status in given.items()}

    def __missing__(self, cells: Sequence[str]) -> Status | None:
        by_field = dict(zip(self.fields, (cells,) if isinstance(cells, str) else cells, strict=True))
        status = self._of(by_field)
        if len(self) > 40_000:
            self.clear()
        self[cells] = status
        return status

    def _of(self, cells: Mapping[str, str]) -> Status | None:
        if cells.get("status", "").strip():
            return self._of_word(cells["status"])
        if "is_won" in cells or "is_lost" in cells or "won_on" in cells or "lost_on" in cells:
            return self._of_marks(cells)
        if "stage" in cells:
            return self._of_stage(cells["stage"])
        return None

    def _of_word(self, word: str) -> Status | None:
        plain = plain_header(word) or word
        return self.given.get(plain, WORDS.get(plain))

    def _of_stage(self, stage: str) -> Status | None:
        """A stage that does not say won or lost is one of an open deal; an empty one says nothing."""
        if not stage.strip():
            return None
        found = self._of_word(stage)
        return OPEN if found is None else found

    def _of_marks(self, cells: Mapping[str, str]) -> Status | None:
        marks = {name: read_mark(cells[name]) for name in ("is_won", "is_lost", "is_closed") if name in cells}
        if None in marks.values():
            return None
        won = bool(marks.get("is_won") or cells.get("won_on", "").strip())
        lost = bool(marks.get("is_lost") or cells.get("lost_on", "").strip())
        if won and lost:
            return None
        if won:
            return WON
        if lost or marks.get("is_closed"):
            return LOST
        if {"is_lost", "is_closed", "lost_on"} & set(cells):
            return OPEN
        return self._of_stage(cells["stage"]) if "stage" in cells else OPEN
