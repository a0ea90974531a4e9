"""A scorecard as JSON and as text."""

from collections.abc import Iterable, Iterator
from json import dumps

from metrics.catalogue.entries import METRICS
from metrics.catalogue.rounding import significant_decimal

from .problems import Problems
from .values import Value

NAMES = {metric.slug: metric.name_en for metric in METRICS}
DIGITS = 12


def json_lines(values: Iterable[Value]) -> Iterator[str]:
    """A JSON list, one value a line. Values are numbers with twelve significant digits, null where there is none."""
    before = "["
    for value in values:
        for entry in entries(value):
            yield before
            before = f"{entry},"
    yield before.removesuffix(",")
    yield "]"


KEYS = ("slug", "variant", "value", "unit", "n", "period", "segment", "currency", "missing")
NUMBERS = ("value", "n")


def entries(value: Value) -> Iterator[str]:
    """The value as a JSON object; its interval as two more."""
    for cells in cells_of(value):
        shown = (
            each or "null" if key in NUMBERS else dumps(each or None) for key, each in zip(KEYS, cells, strict=True)
        )
        yield "{" + ", ".join(f"{dumps(key)}: {each}" for key, each in zip(KEYS, shown, strict=True)) + "}"


def plain_rows(values: Iterable[Value]) -> Iterator[list[tuple[str, bool]]]:
    """A head, then each value as cells in the order of KEYS, each with whether it is a number."""
    yield [(key, False) for key in KEYS]
    for value in values:
        for cells in cells_of(value):
            yield [(cell, key in NUMBERS) for key, cell in zip(KEYS, cells, strict=True)]


def cells_of(value: Value) -> Iterator[tuple[str, ...]]:
    """The value as texts in the order of KEYS, empty where there is none; its interval as two more."""
    count = "" if value.n is None else str(value.n)
    numbers = [(value.variant, value.value)]
    numbers += [(f"{value.variant} wilson {name}", end) for name, end in zip(("low", "high"), value.interval or ())]  # noqa: B905
    for variant, number in numbers:
        shown = "" if number is None else significant_decimal(number, DIGITS)
        about = (value.period, value.segment, value.currency, value.reason)
        yield value.slug, variant, shown, value.unit.value, count, *about


def text_lines(values: Iterable[Value], problems: Iterable[tuple[str, Problems]]) -> Iterator[str]:
    """A table to read, and below it what was left out."""
    for value in values:
        name = f"{NAMES[value.slug]}, {value.variant}"
        of = ", ".join(filter(None, (value.period, value.segment, value.currency)))
        shown = significant_decimal(value.value, 6) if value.value is not None else f"– ({value.reason})"
        few = ""
        if value.interval:
            few = " (95 %: {} to {})".format(*(significant_decimal(end, 3) for end in value.interval))
        count = "" if value.n is None else f", n = {value.n}"
        yield (
            f"{name} [{of}]: {shown}{few} {value.unit}{count}" if value.value is not None else f"{name} [{of}]: {shown}"
        )
    for kind, found in problems:
        yield from problem_lines(kind, found)


def problem_lines(kind: str, problems: Problems) -> Iterator[str]:
    """How many rows could be used, and why the others could not."""
    yield f"{kind}: {problems.usable} of {problems.total} rows used"
    for (cause, name), group in problems.groups.items():
        rows = ", ".join(map(str, group.rows[:10])) + (" …" if group.count > 10 else "")
        found = f" ({', '.join(group.examples)})" if group.examples else ""
        yield f"  left out, {cause.replace('_', ' ')}{f' in {name}' if name else ''}: {group.count} rows: {rows}{found}"
    for (caution, _), group in problems.cautions.items():
        yield f"  note, {caution.replace('_', ' ')}: {group.count} rows: {', '.join(map(str, group.rows[:10]))}"
