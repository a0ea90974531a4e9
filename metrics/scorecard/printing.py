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


def entries(value: Value) -> Iterator[str]:
    """The value as a JSON object; its interval as two more."""
    number = "null" if value.value is None else significant_decimal(value.value, DIGITS)
    yield _entry(value, value.variant, number)
    for name, end in zip(("low", "high"), value.interval or (), strict=False):
        yield _entry(value, f"{value.variant} wilson {name}", significant_decimal(end, DIGITS))


def _entry(value: Value, variant: str, number: str) -> str:
    known = {
        "slug": value.slug,
        "variant": variant,
        "value": None,
        "unit": value.unit,
        "n": value.n,
        "period": value.period,
        "segment": value.segment or None,
        "currency": value.currency or None,
        "missing": value.reason or None,
    }
    return "{" + ", ".join(f"{dumps(k)}: {number if k == 'value' else dumps(v)}" for k, v in known.items()) + "}"


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
