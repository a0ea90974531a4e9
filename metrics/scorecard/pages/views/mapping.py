"""The page of columns: how one file is to be read."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from metrics.models import Scorecard, ScorecardFile
from metrics.scorecard.dates import Order
from metrics.scorecard.faults import ScorecardError, Trouble
from metrics.scorecard.fields import Kind
from metrics.scorecard.headers import Mapped, demand_different, demand_needed, suggested_columns
from metrics.scorecard.pages.access import with_scorecard
from metrics.scorecard.pages.forms import MapForm
from metrics.scorecard.pages.presenters.mapping import Shown, map_page
from metrics.scorecard.reading import Table
from metrics.scorecard.settling import Choices, first_rows, reading_with
from metrics.scorecard.statuses import Statuses
from metrics.services.intake import distinct_words, status_column, suggested_encoding
from metrics.services.scorecards import files_of, first_unsettled, save_reading, table_of

SAMPLE_ROWS = 5
FIELD_AT_FAULT = {Trouble.DATES_UNCLEAR: "dates", Trouble.DECIMAL_UNCLEAR: "decimal", Trouble.NEEDED: None}


@dataclass(frozen=True, slots=True)
class Opened:
    """A file opened in the encoding that is tried at the moment."""

    file: ScorecardFile
    kind: Kind
    encoding: str
    table: Table
    suggested: Mapped
    mapped: Mapped
    error: str = ""

    @property
    def column(self) -> int | None:
        """Where the words for won, lost and open stand."""
        return status_column(self.mapped) if self.kind is Kind.DEALS else None

    @property
    def source(self) -> str:
        """What the meanings of words were asked for; they count only while it stays the same."""
        return f"{self.encoding}:{'' if self.column is None else self.column}"


@with_scorecard
@require_http_methods(["GET", "HEAD", "POST"])
def map_columns(request: HttpRequest, scorecard: Scorecard, kind: str) -> HttpResponse:
    """Confirm or correct how a file is read; then on to the next file, or to the check page."""
    files = files_of(scorecard)
    file = next((each for each in files if each.kind == kind), None)
    if file is None:
        raise Http404
    opened = opened_file(file, request.POST)
    form = filled_form(opened, request.POST)
    if request.method == "POST" and is_final(request, opened) and not opened.error and saved(form, opened):
        following = first_unsettled(files_of(scorecard))
        if following is None:
            return redirect("scorecard-check", ref=scorecard.ref)
        return redirect("scorecard-map", ref=scorecard.ref, kind=following.kind)
    if opened.error:
        form.add_error("encoding", opened.error)
    page = map_page(shown(opened, scorecard.ref), form)
    return render(request, "scorecard/map.html", {"page": page, "form": form})


def is_final(request: HttpRequest, opened: Opened) -> bool:
    """Whether the page is to be saved: it was not only looked at anew, and asked for the words that count now."""
    only_shown = request.POST.get("do") == "show" or request.POST.get("then") == "language"
    return not only_shown and request.POST.get("source") == opened.source


def opened_file(file: ScorecardFile, data: Any) -> Opened:
    """The file in the encoding chosen, else in the one it was read in before, else in the one suggested."""
    kept = file.reading.get("encoding") or suggested_encoding(file)
    chosen, error = data.get("encoding") or kept, ""
    try:
        table = table_of(file, chosen)
        first_rows(table, SAMPLE_ROWS)
    except ScorecardError as fault:
        error = fault.sentence(get_language() or "en")
        chosen, table = kept, table_of(file, kept)
    kind = Kind(file.kind)
    suggested = suggested_columns(kind, table.header)
    mapped = file.reading.get("mapped") or suggested
    if data:
        mapped = columns_sent(data, len(table.header))
    return Opened(file, kind, chosen, table, suggested, mapped, error)


def columns_sent(data: Any, count: int) -> Mapped:
    """The columns in what was sent; what is no column of the file is left to the form to refuse."""
    found = {name.removeprefix("col-"): value for name, value in data.items() if name.startswith("col-")}
    return {
        name: int(value) for name, value in found.items() if value.isascii() and value.isdigit() and int(value) < count
    }


def filled_form(opened: Opened, data: Any) -> MapForm:
    """The form as it was sent, or as it is suggested."""
    words = distinct_words(opened.table, opened.column)
    if data and data.get("source") == opened.source:
        return MapForm(opened.kind, opened.table.header, words, data)
    reading = opened.file.reading
    meanings = Statuses(["status"], reading.get("statuses", {}))
    by_stage = "status" not in opened.mapped
    start = {
        "encoding": opened.encoding,
        "dates": data.get("dates", reading.get("order", "")),
        "decimal": data.get("decimal", reading.get("decimal", "")),
        **{f"col-{name}": str(place) for name, place in opened.mapped.items()},
    }
    for number, word in enumerate(words):
        status = Statuses(["stage"], meanings.given)[word] if by_stage else meanings[word]
        start[f"word-{number}"] = "" if status is None else str(status)
    return MapForm(opened.kind, opened.table.header, words, initial=start)


def saved(form: MapForm, opened: Opened) -> bool:
    """Keep the reading; False with the reason at its field where it cannot be settled."""
    if not form.is_valid():
        return False
    form.demand_meanings()
    chosen = form.cleaned_data
    try:
        mapped = form.mapped()
        demand_different(opened.table.header, mapped)
        demand_needed(opened.kind, mapped)
        order = Order(chosen["dates"]) if chosen["dates"] else None
        choices = Choices(order=order, decimal=chosen["decimal"], statuses=form.meanings())
        reading = reading_with(opened.kind, opened.table, mapped, choices)
    except ScorecardError as error:
        field = FIELD_AT_FAULT.get(error.trouble) or error_field(error)
        form.add_error(field, error.sentence(get_language() or "en"))
    if form.errors:
        return False
    save_reading(opened.file, opened.encoding, reading)
    return True


def error_field(error: ScorecardError) -> str | None:
    """The field of the form that an error is about; None for the whole form."""
    name = error.values.get("field") or error.values.get("fields", "").split(", ")[-1]
    return f"col-{name}" if name else None


def shown(opened: Opened, ref: str) -> Shown:
    """What the page shows of the file."""
    table = opened.table
    sample = first_rows(table, SAMPLE_ROWS)
    return Shown(
        ref,
        opened.kind,
        opened.file.name,
        table.separator,
        table.header,
        sample,
        opened.suggested,
        opened.column,
        opened.source,
    )
