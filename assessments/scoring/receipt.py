"""Receipt and stored form of a result (method.md 8): exact values as JSON, and their SHA-256."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from fractions import Fraction
from functools import cache, lru_cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from .errors import ScoringError
from .result import Result
from .values import Constants, Inputs, Method

ENGINE_VERSION: Final = "1.0.0"


def canonical_json(value: object) -> str:
    """JSON with sorted keys, no spaces, UTF-8 characters as they are, fractions as "p/q" or "n" (method.md 8).

    ScoringError for a value that has no exact form, such as a floating-point number.
    """
    return json.dumps(_plain(value), sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def receipt(method: Method, gate_mapping: object, inputs: Inputs, result: Result) -> str:
    """Lowercase hexadecimal SHA-256 of a result and all that decides it: no names, notes or texts (method.md 8)."""
    content = {
        "engine_version": ENGINE_VERSION,
        "weights": method.weights,
        "constants": _constants(method.constants),
        "gate_mapping": _plain(gate_mapping),
        "answers": inputs.answers,
        "gates": inputs.gates,
        "result": result,
    }
    return hashlib.sha256(_encode(content).encode()).hexdigest()


@cache
def _members(kind: type) -> tuple[tuple[str, ...], Callable[[object], tuple[object, ...]]]:
    """Field names of a dataclass of the result in order, and what reads all of them at once."""
    names = tuple(sorted(field.name for field in fields(kind)))
    return names, attrgetter(*names)


def _exact(value: object) -> object:
    """What JSON has no word for: fractions and the dataclasses of a result."""
    if type(value) is Fraction:
        return str(value)
    names, read = _members(type(value))  # type: ignore[arg-type]  # every class can be hashed
    return dict(zip(names, read(value), strict=True))


# `canonical_json`, twice as fast, of what the engine checked or made itself: none of it would be refused.
_encode = json.JSONEncoder(
    sort_keys=True, ensure_ascii=False, separators=(",", ":"), check_circular=False, default=_exact
).encode


def _constants(constants: Constants) -> dict[str, object]:
    """Constants with both shares as fractions, so that 1 and Fraction(1) give one receipt."""
    shares = {name: Fraction(getattr(constants, name)) for name in ("coverage", "epsilon")}
    return {field.name: getattr(constants, field.name) for field in fields(constants)} | shares


def result_values(result: Result) -> dict[str, Any]:
    """Everything in a result as plain JSON values: dicts, lists, strings, whole numbers; fractions as strings."""
    return {field.name: _plain(getattr(result, field.name)) for field in fields(result)}


def result_from_values(values: Mapping[str, Any]) -> Result:
    """The result that `result_values` wrote; equal to the original in every field."""
    return record(Result, values)  # type: ignore[no-any-return]  # built from the type given


def _plain(value: object) -> Any:
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, Fraction):
        return str(value)
    return _plain_collection(value)


def _plain_collection(value: object) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(_plain(key)): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    raise ScoringError(f"json: the value {value!r} has no exact form.", "json", value)


@lru_cache(maxsize=32)
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def record(kind: type, values: Mapping[str, Any]) -> Any:
    """The frozen value of this dataclass from its JSON values; a field that is absent takes its default.

    TypeError where an absent field has no default.
    """
    return kind(**{name: _typed(hint, values[name]) for name, hint in _hints(kind).items() if name in values})


def _typed(hint: Any, value: Any) -> Any:
    """The value as its declared type; Literal, int, bool and str are JSON values already."""
    if value is None:
        return None
    if isinstance(hint, type):
        return _single(hint, value)
    inner = get_args(hint)
    if get_origin(hint) is tuple:
        return tuple(_typed(inner[0], item) for item in value)
    if get_origin(hint) is Mapping:
        return {_typed(inner[0], key): _typed(inner[1], item) for key, item in value.items()}
    if get_origin(hint) in (Union, UnionType) and NoneType in inner:
        return _typed(inner[0], value)
    return value


def _single(kind: type, value: Any) -> Any:
    if is_dataclass(kind):
        return record(kind, value)
    return kind(value) if issubclass(kind, Enum | Fraction) else value
