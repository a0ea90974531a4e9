"""Lines over time, from three periods on: the drawing's points and the same numbers as a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext

from metrics.catalogue.wording import value_text
from metrics.scorecard.pages.variants import variant_name
from metrics.scorecard.values import Value

FEWEST, MOST_MONTHS, MOST_QUARTERS = 3, 12, 8
WIDTH, HEIGHT, EDGE = 300, 64, 6


@dataclass(frozen=True, slots=True)
class Trend:
    """`points` of a polyline in a box of 300 x 64, `dots` the same as (x, y); `rows` are (period, value, n)."""

    title: str
    points: str
    dots: tuple[tuple[str, str], ...]
    first: str
    last: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def trends(values: Sequence[Value], slug: str, language: str) -> Trend | None:
    """The trend of a KPI by quarter, or by month where there are fewer than three quarters; None where neither."""
    own = [each for each in values if each.slug == slug and each.value is not None and not each.pipeline]
    if slug == "real-growth":
        own = own[1:]  # growth over a period that the file may hold in part only
    if not own or len({each.currency for each in own}) > 1:
        return None
    quarters = [each for each in own if "Q" in each.period][-MOST_QUARTERS:]
    months = [each for each in own if "Q" not in each.period][-MOST_MONTHS:]
    shown = quarters if len(quarters) >= FEWEST else months
    return _trend(shown, language) if len(shown) >= FEWEST else None


def _trend(values: Sequence[Value], language: str) -> Trend:
    numbers = [each.value or Fraction(0) for each in values]
    dots = tuple(_places(numbers))
    texts = [value_text(number, values[0].unit, language, values[0].currency) for number in numbers]
    name = variant_name(values[0], language)
    return Trend(
        title=gettext("%(name)s by period: from %(first)s to %(last)s")
        % {"name": name, "first": texts[0], "last": texts[-1]},
        points=" ".join(f"{x},{y}" for x, y in dots),
        dots=dots,
        first=period_label(values[0].period),
        last=period_label(values[-1].period),
        head=(gettext("Period"), name, "n"),
        rows=tuple(
            (period_label(each.period), text, "" if each.n is None else str(each.n))
            for each, text in zip(values, texts, strict=True)
        ),
    )


def period_label(period: str) -> str:
    """`2025-Q1` with the quarter first, as the language writes it; a month stays `2025-03`."""
    year, mark, quarter = period.partition("-Q")
    return gettext("Q%(quarter)s %(year)s") % {"quarter": quarter, "year": year} if mark else period


def _places(numbers: Sequence[Fraction]) -> list[tuple[str, str]]:
    """Where each number stands: evenly from left to right, the least at the bottom, the largest at the top."""
    least, largest = min(numbers), max(numbers)
    reach = largest - least or Fraction(1)
    step = Fraction(WIDTH - 2 * EDGE, len(numbers) - 1)
    level = Fraction(1, 2) if least == largest else Fraction(0)
    return [
        (_tenths(EDGE + step * n), _tenths(HEIGHT - EDGE - ((each - least) / reach + level) * (HEIGHT - 2 * EDGE)))
        for n, each in enumerate(numbers)
    ]


def _tenths(value: Fraction) -> str:
    tenths = (value * 10 + Fraction(1, 2)).__floor__()
    return f"{tenths // 10}.{tenths % 10}"
