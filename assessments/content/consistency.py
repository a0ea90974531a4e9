"""Consistency hints: pairs of answers that can both be true but deserve a second look.

A hint is shown when all conditions of at least one of its lists hold. The conditions are:

    {"question": "S3", "at_least": 3}       option 3 or a later one was chosen (the first is 0)
    {"question": "D", "is": 3}              exactly this option was chosen
    {"question": "S5", "answered": true}    any option was chosen
    {"profile": "stage", "one_of": [...]}   the profile field holds one of these option codes
    {"profile": "reps", "is": 0}            the profile field holds this number
    {"same_option": 10}                     one option position was chosen for that many criteria

"I don't know", a blank and a criterion that is not asked never fulfil a condition.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial

from .loader import read_data_file
from .reading import Reader
from .values import CRITERION_CODES, FORMAT, GATE_CODES, MethodContent, Text

MOST_SHOWN = 3
MOST_ITEMS = 50
HIGHEST_OPTION = 7
QUESTION_CODES = (*CRITERION_CODES, *GATE_CODES)

Replies = Mapping[str, int | str | None]


@dataclass(frozen=True, slots=True)
class OptionChosen:
    """The option chosen for a question lies between two positions, both included."""

    question: str
    lowest: int
    highest: int

    def holds(self, chosen: Mapping[str, int], profile: Replies) -> bool:
        """Whether the question has an option chosen, and one in these bounds."""
        return self.question in chosen and self.lowest <= chosen[self.question] <= self.highest


@dataclass(frozen=True, slots=True)
class ProfileGiven:
    """A profile field holds one of these option codes or numbers."""

    field: str
    accepted: tuple[str | int, ...]

    def holds(self, chosen: Mapping[str, int], profile: Replies) -> bool:
        """Whether the field was filled in with an accepted value."""
        return profile.get(self.field) in self.accepted


@dataclass(frozen=True, slots=True)
class SameOption:
    """The same option position was chosen for at least so many criteria."""

    count: int

    def holds(self, chosen: Mapping[str, int], profile: Replies) -> bool:
        """Whether one position was chosen often enough."""
        positions = Counter(chosen[code] for code in CRITERION_CODES if code in chosen)
        return max(positions.values(), default=0) >= self.count


Condition = OptionChosen | ProfileGiven | SameOption


@dataclass(frozen=True, slots=True)
class Hint:
    """A neutral sentence, and the questions and profile fields to look at again."""

    code: str
    conditions: tuple[tuple[Condition, ...], ...]
    text: Text
    questions: tuple[str, ...]
    profile: tuple[str, ...]

    def applies(self, chosen: Mapping[str, int], profile: Replies) -> bool:
        """Whether all conditions of at least one list hold."""
        return any(all(c.holds(chosen, profile) for c in group) for group in self.conditions)


def consistency_hints(method: MethodContent, profile: Replies, answers: Replies) -> tuple[Hint, ...]:
    """The first three hints that apply, in the order of the file."""
    return matching_hints(method, profile, answers)[:MOST_SHOWN]


def matching_hints(method: MethodContent, profile: Replies, answers: Replies) -> tuple[Hint, ...]:
    """All hints that apply; answers by question code, profile by field slug.

    An option is its position from 0; whatever is not a number counts as not answered.
    """
    asked = (*method.asked_criteria(), *GATE_CODES)
    chosen = {code: given for code in asked if isinstance(given := answers.get(code), int)}
    return tuple(hint for hint in shipped_hints() if hint.applies(chosen, profile))


def parse_hints(data: object) -> tuple[Hint, ...]:
    """Hints from JSON data; ContentError lists every fault as "path: reason"."""
    reader = Reader("hints")
    top = reader.members(data, "", ("format", "hints"))
    reader.exactly(top["format"], "format", FORMAT)
    hints = reader.items(top["hints"], "hints", partial(_hint, reader), 1, MOST_ITEMS)
    reader.distinct([hint.code for hint in hints], [f"hints[{n}].code" for n in range(len(hints))])
    reader.finish()
    return hints


@cache
def shipped_hints() -> tuple[Hint, ...]:
    """The hints this release ships."""
    return parse_hints(read_data_file("hints.json"))


def _hint(reader: Reader, data: object, path: str) -> Hint:
    found = reader.members(data, path, ("code", "conditions", "text", "questions", "profile"))
    condition = partial(_condition, reader)

    def group(item: object, item_path: str) -> tuple[Condition, ...]:
        return reader.items(item, item_path, condition, 1, MOST_ITEMS)

    return Hint(
        code=reader.slug(found["code"], f"{path}.code"),
        conditions=reader.items(found["conditions"], f"{path}.conditions", group, 1, MOST_ITEMS),
        text=reader.text(found["text"], f"{path}.text"),
        questions=reader.items(found["questions"], f"{path}.questions", partial(_question_code, reader), 0, MOST_ITEMS),
        profile=reader.items(found["profile"], f"{path}.profile", reader.slug, 0, MOST_ITEMS),
    )


def _condition(reader: Reader, data: object, path: str) -> Condition:
    """The condition whose keys the object has; a question condition if it has none of them."""
    keys = set(data) if isinstance(data, dict) else set()
    if "same_option" in keys:
        found = reader.members(data, path, ("same_option",))
        count = reader.whole(found["same_option"], f"{path}.same_option", 1, len(CRITERION_CODES))
        return SameOption(count)
    if "profile" in keys:
        return _profile_given(reader, data, path, "one_of" if "one_of" in keys else "is")
    test = next((test for test in ("at_least", "answered") if test in keys), "is")
    return _option_chosen(reader, data, path, test)


def _profile_given(reader: Reader, data: object, path: str, test: str) -> ProfileGiven:
    found = reader.members(data, path, ("profile", test))
    field = reader.slug(found["profile"], f"{path}.profile")
    if test == "is":
        return ProfileGiven(field, (reader.whole(found["is"], f"{path}.is", 0, 1_000_000),))
    return ProfileGiven(field, reader.items(found["one_of"], f"{path}.one_of", reader.line, 1, MOST_ITEMS))


def _option_chosen(reader: Reader, data: object, path: str, test: str) -> OptionChosen:
    found = reader.members(data, path, ("question", test))
    question = _question_code(reader, found["question"], f"{path}.question")
    if test == "answered":
        reader.exactly(found["answered"], f"{path}.answered", True)
        return OptionChosen(question, 0, HIGHEST_OPTION)
    position = reader.whole(found[test], f"{path}.{test}", 0, HIGHEST_OPTION)
    return OptionChosen(question, position, HIGHEST_OPTION if test == "at_least" else position)


def _question_code(reader: Reader, data: object, path: str) -> str:
    return reader.one_of(data, path, QUESTION_CODES)
