"""Reads plans, actions, charter, risks and differences from JSON data; holds the shipped advice."""

import re
from collections.abc import Sequence
from functools import cache, partial

from .advice_values import (
    DIFFERENCE_CODES,
    DUTY_CODES,
    FUNCTIONS,
    HEADLINE_CODES,
    PLAN_KEYS,
    RISK_KEYS,
    STAGED_PLANS,
    STATES_BY_SETUP,
    Action,
    Advice,
    Difference,
    Duty,
    Owner,
    Phase,
    Plan,
    Review,
    Risk,
)
from .loader import read_data_file
from .reading import MISSING, Reader, joined
from .values import CRITERION_CODES, FORMAT, LANGUAGES, Text

FILES = ("actions.json", "plans.json", "charter.json", "risks.json", "differences.json")
ADVICE_KEYS = ("format", "actions", "plans", "review", "duties", "risks", "differences")
LONGEST_TITLE = 60
PHASES = 3
QUARTERS = 4
ACTIONS_PER_PHASE = (2, 3)
RISKS_PER_KEY = (1, 5)

_PLACEHOLDER = re.compile(r"{([^{}]*)}|[{}]")  # a lone brace is a placeholder without a name
_ANSWER = ("topic", "option")
_DATE = ("date",)


def parse_advice(data: object) -> Advice:
    """Advice from JSON data; ContentError lists every fault as "path: reason"."""
    reader = Reader("advice")
    top = reader.members(data, "", ADVICE_KEYS)
    reader.exactly(top["format"], "format", FORMAT)
    advice = Advice(
        actions=reader.coded(top["actions"], "actions", CRITERION_CODES, partial(_action, reader)),
        plans=reader.coded(top["plans"], "plans", PLAN_KEYS, partial(_plan, reader)),
        duties=reader.coded(top["duties"], "duties", DUTY_CODES, partial(_duty, reader)),
        risks_by_key=_risks(reader, top["risks"]),
        differences=reader.coded(top["differences"], "differences", DIFFERENCE_CODES, partial(_difference, reader)),
        review=_review(reader, top["review"]),
    )
    reader.finish()
    return advice


def shipped_advice_data() -> dict[str, object]:
    """A fresh copy of the JSON data of the advice this release ships, from all its files."""
    data: dict[str, object] = {}
    for name in FILES:
        data |= read_data_file(name)
    return data


@cache
def shipped_advice() -> Advice:
    """The advice this release ships."""
    return parse_advice(shipped_advice_data())


def _action(reader: Reader, data: object, path: str, code: str) -> Action:
    found = reader.members(data, path, ("code", "title", "owner", "first_step", "done_when"))
    reader.exactly(found["code"], f"{path}.code", code)
    return Action(
        code=code,
        title=_title(reader, found["title"], f"{path}.title"),
        owner=_text(reader, found["owner"], f"{path}.owner"),
        first_step=_text(reader, found["first_step"], f"{path}.first_step"),
        done_when=_text(reader, found["done_when"], f"{path}.done_when"),
    )


def _plan(reader: Reader, data: object, path: str, key: str) -> Plan:
    found = reader.members(data, path, ("key", "intro", "phases", "later", "review", "year"))
    reader.exactly(found["key"], f"{path}.key", key)
    later, review = _staged_parts(reader, found, path, key)
    phase, quarter = partial(_phase, reader), partial(_text, reader)
    return Plan(
        key=key,
        intro=_text(reader, found["intro"], f"{path}.intro"),
        phases=reader.items(found["phases"], f"{path}.phases", phase, PHASES, PHASES),
        later=later,
        review=review,
        year=reader.items(found["year"], f"{path}.year", quarter, QUARTERS, QUARTERS),
    )


def _staged_parts(reader: Reader, found: dict[str, object], path: str, key: str) -> tuple[Phase | None, Text | None]:
    """Months 4 to 6 and the review line: in staged plans both, in others neither."""
    if key in STAGED_PLANS:
        review = _text(reader, found["review"], f"{path}.review", _DATE)
        return _phase(reader, found["later"], f"{path}.later"), review
    for part in ("later", "review"):
        if found[part] is not None and found[part] is not MISSING:
            reader.note(joined(path, part), "must be null: only staged plans have it")
    return None, None


def _phase(reader: Reader, data: object, path: str) -> Phase:
    found = reader.members(data, path, ("title", "actions", "done_when", "done_by", "done_parts"))
    actions = reader.items(found["actions"], f"{path}.actions", partial(_text, reader), *ACTIONS_PER_PHASE)
    place = partial(_place, reader, len(actions))
    done_by = reader.items(found["done_by"], f"{path}.done_by", place, 1, len(actions))
    parts = len(done_by) if len(done_by) > 1 else 0
    return Phase(
        title=_title(reader, found["title"], f"{path}.title"),
        actions=actions,
        done_when=_text(reader, found["done_when"], f"{path}.done_when"),
        done_by=done_by,
        done_parts=reader.items(found["done_parts"], f"{path}.done_parts", partial(_text, reader), parts, parts),
    )


def _place(reader: Reader, count: int, data: object, path: str) -> int:
    return reader.whole(data, path, 0, max(0, count - 1))


def _duty(reader: Reader, data: object, path: str, code: str) -> Duty:
    found = reader.members(data, path, ("code", "task", "function", "owners"))
    reader.exactly(found["code"], f"{path}.code", code)
    owners = reader.members(found["owners"], f"{path}.owners", tuple(STATES_BY_SETUP))
    return Duty(
        code=code,
        task=_text(reader, found["task"], f"{path}.task"),
        function=reader.one_of(found["function"], f"{path}.function", FUNCTIONS),
        owners={
            setup: _owner(reader, owners[setup], f"{path}.owners.{setup}", states)
            for setup, states in STATES_BY_SETUP.items()
        },
    )


def _owner(reader: Reader, data: object, path: str, states: Sequence[str]) -> Owner:
    found = reader.members(data, path, ("owner", "state"))
    owner = _text(reader, found["owner"], f"{path}.owner")
    return Owner(owner, reader.one_of(found["state"], f"{path}.state", states))


def _risks(reader: Reader, data: object) -> dict[str, tuple[Risk, ...]]:
    found = reader.members(data, "risks", RISK_KEYS)
    read = partial(_risk, reader)
    return {key: reader.items(found[key], f"risks.{key}", read, *RISKS_PER_KEY) for key in RISK_KEYS}


def _risk(reader: Reader, data: object, path: str) -> Risk:
    keys = ("risk", "sign", "response")
    found = reader.members(data, path, keys)
    return Risk(*(_text(reader, found[key], joined(path, key)) for key in keys))


def _difference(reader: Reader, data: object, path: str, code: str) -> Difference:
    found = reader.members(data, path, ("code", "title", "text", "headlines"))
    reader.exactly(found["code"], f"{path}.code", code)
    return Difference(
        code=code,
        title=_title(reader, found["title"], f"{path}.title"),
        text=_text(reader, found["text"], f"{path}.text"),
        headlines=_headlines(reader, found["headlines"], f"{path}.headlines"),
    )


def _headlines(reader: Reader, data: object, path: str) -> tuple[str, ...]:
    def headline(item: object, item_path: str) -> str:
        return reader.one_of(item, item_path, HEADLINE_CODES)

    headlines = reader.items(data, path, headline, 1, len(HEADLINE_CODES))
    reader.distinct(headlines, [f"{path}[{n}]" for n in range(len(headlines))])
    return headlines


def _review(reader: Reader, data: object) -> Review:
    found = reader.members(data, "review", ("reaches", "changes", "date"))
    return Review(
        reaches=_text(reader, found["reaches"], "review.reaches", _ANSWER),
        changes=_text(reader, found["changes"], "review.changes", _ANSWER),
        date=_text(reader, found["date"], "review.date", _DATE),
    )


def _title(reader: Reader, data: object, path: str) -> Text:
    """A text that fits on one line."""
    text = _text(reader, data, path)
    for language in LANGUAGES:
        if len(text.in_language(language)) > LONGEST_TITLE:
            reader.note(joined(path, language), f"is longer than {LONGEST_TITLE} characters")
    return text


def _text(reader: Reader, data: object, path: str, placeholders: Sequence[str] = ()) -> Text:
    """A text with exactly these placeholders, each once, in both languages."""
    text = reader.text(data, path)
    wanted = " and ".join(f"{{{name}}} once" for name in placeholders) or "no placeholder"
    for language in LANGUAGES:
        written = text.in_language(language)
        if written and sorted(_PLACEHOLDER.findall(written)) != sorted(placeholders):
            reader.note(joined(path, language), f"must hold {wanted}")
    return text
