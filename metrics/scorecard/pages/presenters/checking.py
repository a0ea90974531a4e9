"""What the check page shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext, ngettext

from metrics.scorecard.card import Files
from metrics.scorecard.fields import FIELDS, Kind
from metrics.scorecard.pages.texts import CAUTIONS, FIELD_NAMES, KIND_NAMES, PROBLEMS, Words, count_text
from metrics.scorecard.problems import Group, Problems
from metrics.scorecard.reading import Table
from metrics.scorecard.settling import first_rows

if TYPE_CHECKING:
    from metrics.models import ScorecardFile

MOST_ROWS, PREVIEW, LONGEST = 40, 10, 40


@dataclass(frozen=True, slots=True)
class ProblemShown:
    """Rows with the same problem."""

    title: Words
    where: str
    count: str
    rows: str
    found: str
    expected: Words
    todo: Words


@dataclass(frozen=True, slots=True)
class FileShown:
    """What was found in one file."""

    kind: str
    title: Words
    name: str
    said: str
    problems: tuple[ProblemShown, ...]
    cautions: tuple[tuple[Words, str], ...]


@dataclass(frozen=True, slots=True)
class CheckPage:
    ref: str
    title: str
    files: tuple[FileShown, ...]
    head: tuple[Words, ...]
    preview: tuple[tuple[str, ...], ...]
    button: str
    error: str
    has_several: bool
    area: str = "metrics"

    @property
    def errors(self) -> list[tuple[str, str]]:
        """For the summary at the top."""
        return [("#files", self.error)] if self.error else []


@dataclass(frozen=True, slots=True)
class Checked:
    """The files, read; the table of deals, for the preview; why nothing can be computed, if so."""

    found: Files
    deals: Table
    error: str


def check_page(ref: str, files: Sequence["ScorecardFile"], checked: Checked, language: str) -> CheckPage:
    """The page of what was found."""
    found, error = checked.found, checked.error
    problems = found.deals.problems
    counts = {"usable": count_text(problems.usable, language), "total": count_text(problems.total, language)}
    head, preview = _preview(found, checked.deals)
    button = ngettext("Continue with %(usable)s row", "Continue with %(usable)s rows", problems.usable) % counts
    return CheckPage(
        ref=ref,
        title=ngettext(
            "%(usable)s of %(total)s row can be used", "%(usable)s of %(total)s rows can be used", problems.total
        )
        % counts,
        files=tuple(_file(file, found.problems[Kind(file.kind)], language) for file in files),
        head=head,
        preview=preview,
        button="" if error else button,
        error=error,
        has_several=len(found.deals.names("currency")) > 1 or len(found.deals.names("pipeline")) > 1,
    )


def _file(file: "ScorecardFile", problems: Problems, language: str) -> FileShown:
    said = gettext("%(usable)s of %(total)s rows can be used.") % {
        "usable": count_text(problems.usable, language),
        "total": count_text(problems.total, language),
    }
    return FileShown(
        file.kind,
        KIND_NAMES[Kind(file.kind)],
        file.name,
        said,
        tuple(_problem(cause, name, group) for (cause, name), group in problems.groups.items()),
        tuple((CAUTIONS[caution], _rows(group)) for (caution, _), group in problems.cautions.items()),
    )


def _problem(cause: str, name: str, group: Group) -> ProblemShown:
    text = PROBLEMS[cause]  # type: ignore[index]  # a Cause
    return ProblemShown(
        text.title,
        str(FIELD_NAMES.get(name, "")),
        ngettext("%(n)d row", "%(n)d rows", group.count) % {"n": group.count},
        _rows(group),
        "; ".join(gettext("“%(text)s”") % {"text": each} for each in group.examples),
        text.expected,
        text.todo,
    )


def _rows(group: Group) -> str:
    shown = ", ".join(map(str, group.rows[:MOST_ROWS]))
    return f"{shown}, …" if group.count > MOST_ROWS else shown


def _preview(found: Files, table: Table) -> tuple[tuple[Words, ...], tuple[tuple[str, ...], ...]]:
    """The first rows as they are understood: the mapped fields only, dates as year-month-day."""
    mapped = found.deals.mapped
    names = [each.name for each in FIELDS[Kind.DEALS] if each.name in mapped]
    rows = tuple(
        tuple(_cell(found, name, row[mapped[name]] if mapped[name] < len(row) else "") for name in names)
        for row in first_rows(table, PREVIEW)
    )
    return tuple(FIELD_NAMES[name] for name in names), rows


def _cell(found: Files, name: str, text: str) -> str:
    shown = found.deals.understood(name, text)
    return shown if len(shown) <= LONGEST else shown[: LONGEST - 1] + "…"
