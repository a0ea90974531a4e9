"""One item of the input, checked: answers, gates and weights, or the field at fault."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from assessments.scoring import CRITERIA, DK, Answer, Inputs
from assessments.scoring.values import TOP_ANSWER, TOP_WEIGHT

from .decoding import RepeatedKey
from .errors import AdvisingError
from .showing import shown, shown_key

KEYS = ("id", "answers", "gates", "weights")
GATE_CODES = {"budget": "B", "keep_reps": "K", "automation": "A", "deep_problem": "D"}
CODES = frozenset(CRITERIA)


@dataclass(frozen=True, slots=True)
class Item:
    """One company: its id, what the engine takes, and the weights that differ from the published ones."""

    id: str | int | None
    inputs: Inputs
    weights: Mapping[str, int]


def item(value: Any) -> Item:
    """The item, if every key and value is one we know; AdvisingError names the first field that is not."""
    if not isinstance(value, dict):
        raise AdvisingError(f"{shown(value)} is not a JSON object.")
    _check_keys(value, KEYS, "key")
    answers, gates, weights = (_members(value, key) for key in KEYS[1:])
    _check_keys(answers, CODES, "criterion", "answers.")
    _check_keys(gates, GATE_CODES, "gate", "gates.")
    _check_keys(weights, CODES, "criterion", "weights.")
    return Item(
        id=_id(value),
        inputs=Inputs(
            answers={code: _answer(code, given) for code, given in answers.items()},
            gates={GATE_CODES[name]: _reading(name, given) for name, given in gates.items()},
        ),
        weights={code: _weight(code, given) for code, given in weights.items()},
    )


def label(number: int, value: Any) -> str:
    """How a sentence calls an item: Item 3 ("acme")."""
    name = value.get("id") if isinstance(value, dict) else None
    return f"Item {number} ({shown(name)})" if type(name) in (str, int) else f"Item {number}"


def _members(value: dict[str, Any], key: str) -> dict[str, Any]:
    members = value.get(key, {})
    if not isinstance(members, dict):
        raise AdvisingError(f"{shown(members)} is not a JSON object.", key)
    return members


def _check_keys(members: dict[str, Any], known: Collection[str], kind: str, place: str = "") -> None:
    if isinstance(members, RepeatedKey):
        raise AdvisingError("the key is given more than once.", f"{place}{shown_key(members.key)}")
    for key in members:
        if key not in known:
            choice = "" if known is CODES else f", only {', '.join(known)}"
            raise AdvisingError(f"there is no such {kind}{choice}.", f"{place}{shown_key(key)}")


def _id(value: dict[str, Any]) -> str | int | None:
    given = value.get("id")
    if given is None or type(given) is int or (type(given) is str and _is_text(given)):
        return given
    raise AdvisingError(f"{shown(given)} is neither a text nor a whole number.", "id")


def _is_text(given: str) -> bool:
    """Half surrogates, which JSON can escape and wrong bytes become, are no characters."""
    return given.isascii() or not any("\ud800" <= character <= "\udfff" for character in given)


def _answer(code: str, given: Any) -> Answer:
    if type(given) is int and 0 <= given <= TOP_ANSWER:
        return given
    if given is None or given == DK:
        return DK
    reason = f"the answer {shown(given)} is not a whole number from 0 to {TOP_ANSWER}."
    raise AdvisingError(reason, f"answers.{code}")


def _reading(name: str, given: Any) -> bool | None:
    if given is None or isinstance(given, bool):
        return given
    if given == DK:
        return None
    raise AdvisingError(f'{shown(given)} is none of true, false, null and "{DK}".', f"gates.{name}")


def _weight(code: str, given: Any) -> int:
    if type(given) is int and 0 <= given <= TOP_WEIGHT:
        return given
    reason = f"the weight {shown(given)} is not a whole number from 0 to {TOP_WEIGHT}."
    raise AdvisingError(reason, f"weights.{code}")
