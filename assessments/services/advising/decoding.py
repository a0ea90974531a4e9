"""JSON as advising takes it: what Python would bend (floats, NaN, repeated keys) is kept as it was written."""

import json
from typing import Any

LONGEST_NUMBER = 100


class Numeral:
    """A number that is never an answer: a fraction, NaN, Infinity, or hundreds of digits."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text


class RepeatedKey(dict[str, Any]):
    """An object that gives `key` more than once."""

    def __init__(self, members: dict[str, Any], key: str) -> None:
        super().__init__(members)
        self.key = key


def _whole(text: str) -> int | Numeral:
    return int(text) if len(text) <= LONGEST_NUMBER else Numeral(text)


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) == len(pairs):
        return members
    keys = [key for key, _ in pairs]
    return RepeatedKey(members, next(key for place, key in enumerate(keys) if key in keys[:place]))


decode = json.JSONDecoder(
    object_pairs_hook=_members, parse_int=_whole, parse_float=Numeral, parse_constant=Numeral
).raw_decode
