"""The company profile of the questionnaire: not scored, used for context and hints."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from .loader import read_data_file
from .reading import Reader, joined
from .values import FORMAT, Text

CURRENCIES = ("EUR", "USD", "GBP", "PLN")
FIELD_KINDS = ("text", "choice", "number", "numbers")
PART_KINDS = ("text", "choice", "number")
MOST_ITEMS = 20


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: the code is stored, the label is shown."""

    code: str
    label: Text


@dataclass(frozen=True, slots=True)
class ProfilePart:
    """A second input of a field: the currency, the other industry, one team's size."""

    slug: str
    kind: str
    label: Text
    error: Text
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class ProfileField:
    """One field; of kind "numbers" it has no input of its own, only those of its parts."""

    id: str
    slug: str
    kind: str
    required: bool
    label: Text
    hint: Text | None
    error: Text
    options: tuple[Option, ...]
    options_by_currency: Mapping[str, tuple[Option, ...]]
    parts: tuple[ProfilePart, ...]

    def options_in(self, currency: str) -> tuple[Option, ...]:
        """The options with labels in this currency; the same for all where money plays no part."""
        return self.options_by_currency.get(currency, self.options)

    def option_label(self, code: str, currency: str = CURRENCIES[0]) -> Text:
        """The label of an option; KeyError if the code is unknown."""
        return {option.code: option.label for option in self.options_in(currency)}[code]


@dataclass(frozen=True, slots=True)
class ProfilePage:
    """One step of the questionnaire and the slugs of its fields."""

    slug: str
    title: Text
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """All profile fields, P1 to P8, and the two pages they stand on."""

    title: Text
    text_limit: int
    number_limit: int
    pages: tuple[ProfilePage, ...]
    fields: tuple[ProfileField, ...]

    def field(self, slug: str) -> ProfileField:
        """The field with this slug; KeyError if there is none."""
        return {field.slug: field for field in self.fields}[slug]

    def page(self, slug: str) -> ProfilePage:
        """The page with this slug; KeyError if there is none."""
        return {page.slug: page for page in self.pages}[slug]


def parse_profile(data: object) -> Profile:
    """A profile from JSON data; ContentError lists every fault as "path: reason"."""
    reader = Reader("profile")
    keys = ("format", "title", "text_limit", "number_limit", "pages", "fields")
    top = reader.members(data, "", keys)
    reader.exactly(top["format"], "format", FORMAT)
    profile = Profile(
        title=reader.text(top["title"], "title"),
        text_limit=reader.whole(top["text_limit"], "text_limit", 1, 2_000),
        number_limit=reader.whole(top["number_limit"], "number_limit", 1, 1_000_000),
        pages=_pages(reader, top["pages"]),
        fields=_fields(reader, top["fields"]),
    )
    _check_placing(reader, profile)
    reader.finish()
    return profile


@cache
def shipped_profile() -> Profile:
    """The profile this release ships."""
    return parse_profile(read_data_file("profile.json"))


def _pages(reader: Reader, data: object) -> tuple[ProfilePage, ...]:
    def page(item: object, path: str) -> ProfilePage:
        found = reader.members(item, path, ("slug", "title", "fields"))
        return ProfilePage(
            reader.slug(found["slug"], f"{path}.slug"),
            reader.text(found["title"], f"{path}.title"),
            reader.items(found["fields"], f"{path}.fields", reader.slug, 1, MOST_ITEMS),
        )

    return reader.items(data, "pages", page, 1, MOST_ITEMS)


def _fields(reader: Reader, data: object) -> tuple[ProfileField, ...]:
    keys = tuple(ProfileField.__dataclass_fields__)

    def field(item: object, path: str) -> ProfileField:
        found = reader.members(item, path, keys)
        hint = found["hint"]
        by_currency = f"{path}.options_by_currency"
        return ProfileField(
            id=reader.line(found["id"], f"{path}.id"),
            slug=reader.slug(found["slug"], f"{path}.slug"),
            kind=reader.one_of(found["kind"], f"{path}.kind", FIELD_KINDS),
            required=reader.flag(found["required"], f"{path}.required"),
            label=reader.text(found["label"], f"{path}.label"),
            hint=None if hint is None else reader.text(hint, f"{path}.hint"),
            error=reader.text(found["error"], f"{path}.error"),
            options=_options(reader, found["options"], f"{path}.options"),
            options_by_currency=_by_currency(reader, found["options_by_currency"], by_currency),
            parts=_parts(reader, found["parts"], f"{path}.parts"),
        )

    return reader.items(data, "fields", field, 1, MOST_ITEMS)


def _options(reader: Reader, data: object, path: str) -> tuple[Option, ...]:
    def option(item: object, item_path: str) -> Option:
        found = reader.members(item, item_path, ("code", "label"))
        return Option(
            reader.line(found["code"], f"{item_path}.code"),
            reader.text(found["label"], f"{item_path}.label"),
        )

    options = reader.items(data, path, option, 0, MOST_ITEMS)
    codes = [option.code for option in options]
    reader.distinct(codes, [f"{path}[{n}].code" for n in range(len(codes))])
    return options


def _by_currency(reader: Reader, data: object, path: str) -> dict[str, tuple[Option, ...]]:
    """Nothing, or the same option codes in the same order for every currency."""
    if data == {}:
        return {}
    found = reader.members(data, path, CURRENCIES)
    read = {code: _options(reader, found[code], joined(path, code)) for code in CURRENCIES}
    first = [option.code for option in read[CURRENCIES[0]]]
    for currency in CURRENCIES[1:]:
        if [option.code for option in read[currency]] != first:
            reader.note(joined(path, currency), f"must list the codes of {CURRENCIES[0]}")
    return read


def _parts(reader: Reader, data: object, path: str) -> tuple[ProfilePart, ...]:
    def part(item: object, item_path: str) -> ProfilePart:
        found = reader.members(item, item_path, ("slug", "kind", "label", "error", "options"))
        return ProfilePart(
            reader.slug(found["slug"], f"{item_path}.slug"),
            reader.one_of(found["kind"], f"{item_path}.kind", PART_KINDS),
            reader.text(found["label"], f"{item_path}.label"),
            reader.text(found["error"], f"{item_path}.error"),
            _options(reader, found["options"], f"{item_path}.options"),
        )

    return reader.items(data, path, part, 0, MOST_ITEMS)


def _check_placing(reader: Reader, profile: Profile) -> None:
    """Every field has its own slug and stands on exactly one page."""
    slugs = [field.slug for field in profile.fields]
    reader.distinct(slugs, [f"fields[{n}].slug" for n in range(len(slugs))])
    placed = [slug for page in profile.pages for slug in page.fields]
    if sorted(placed) != sorted(slugs):
        reader.note("pages", "must name every field once")
