"""What a scenario changes against the answers given: a sentence, two bars with a ghost, a table of differences."""

from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext, override

from assessments.document.case import NAMES
from assessments.document.flips import steps_text
from assessments.document.numbers import score_text, share_text
from assessments.document.values import Need, Summary
from assessments.scoring import Function, FunctionScore, Result

NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Reading:
    """A result as the engine gives it, and its summary in the language of the page."""

    result: Result
    summary: Summary


@dataclass(frozen=True, slots=True)
class GhostBar:
    """One need of a scenario; `ghost` and `was` are the length and the score before, empty where nothing moved."""

    need: Need
    ghost: str
    was: str


@dataclass(frozen=True, slots=True)
class Difference:
    label: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """`status` is the whole news in one or two sentences, `has_moved` whether the outcome is another one."""

    status: str
    has_moved: bool
    bars: tuple[GhostBar, ...]
    differences: tuple[Difference, ...]


def comparison(before: Reading, now: Reading, *, is_changed: bool) -> Comparison:
    """The scenario `now` against the result `before`, in the language of its summary."""
    with override(now.summary.language):
        rows = zip(before.summary.needs.rows, now.summary.needs.rows, strict=True)
        return Comparison(
            status=_status(before, now) if is_changed else gettext("Nothing is changed: this is your result."),
            has_moved=_key(before.result) != _key(now.result),
            bars=tuple(_bar(*pair) for pair in rows),
            differences=tuple(row for row in _rows(before, now) if row.before != row.now),
        )


def _key(result: Result) -> str:
    return str(result.outcome or result.recommendation)


def _bar(before: Need, now: Need) -> GhostBar:
    has_moved = before.score != now.score
    return GhostBar(now, before.width if has_moved else "", before.score if has_moved else "")


def _status(before: Reading, now: Reading) -> str:
    """The outcome first, then which need moved."""
    labels = {"before": before.summary.pill, "now": now.summary.pill}
    if _key(before.result) == _key(now.result):
        first = gettext("The answer stays “%(now)s”.") % labels
    else:
        first = gettext("The answer becomes “%(now)s”; it was “%(before)s”.") % labels
    moves = [_move(function, before.result, now.result) for function in Function]
    return " ".join([first, *filter(None, moves)])


def _move(function: Function, before: Result, now: Result) -> str:
    """How one need moved; empty where it stayed."""
    old, new = _score(before, function).need, _score(now, function).need
    values = {"name": NAMES[function], "before": score_text(old), "now": score_text(new)}
    if old == new:
        return ""
    if new > old:
        return gettext("%(name)s rises from %(before)s to %(now)s.") % values
    return gettext("%(name)s falls from %(before)s to %(now)s.") % values


def _score(result: Result, function: Function) -> FunctionScore:
    return result.salesops if function is Function.SALESOPS else result.revops


def _rows(before: Reading, now: Reading) -> list[Difference]:
    """Everything that is compared, changed or not."""
    pair = (before.result, now.result)
    return [
        Difference(gettext("Recommendation"), before.summary.pill, now.summary.pill),
        Difference(gettext("In words"), before.summary.headline, now.summary.headline),
        *_need_rows(before.summary, now.summary),
        Difference(gettext("Weightings with the same answer"), *(_share(result.robustness) for result in pair)),
        Difference(gettext("Smallest change that would alter it"), *(_steps(result.distance) for result in pair)),
        Difference(gettext("Questions that alone would change it"), *(_deciding(result) for result in pair)),
        Difference(gettext("Still open"), *(_open(result) for result in pair)),
    ]


def _need_rows(before: Summary, now: Summary) -> list[Difference]:
    labels = {
        Function.SALESOPS.value: gettext("Need for SalesOps"),
        Function.REVOPS.value: gettext("Need for RevOps"),
    }
    rows = zip(before.needs.rows, now.needs.rows, strict=True)
    return [Difference(labels[old.kind], _need(old), _need(new)) for old, new in rows]


def _need(need: Need) -> str:
    return f"{need.score} ({need.range})" if need.range else need.score


def _share(share: Fraction | None) -> str:
    return NOTHING if share is None else share_text(share)


def _steps(distance: int | None) -> str:
    return NOTHING if distance is None else steps_text(distance)


def _deciding(result: Result) -> str:
    """How many questions can change the outcome by their answer alone."""
    return NOTHING if result.single_flips is None else str(len({flip.code for flip in result.single_flips}))


def _open(result: Result) -> str:
    """Whether open answers can still change the outcome."""
    if result.provisional is None:
        return gettext("Too few answers")
    return gettext("Yes: open answers could change it") if result.provisional else gettext("No")
