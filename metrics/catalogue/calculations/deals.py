"""Calculators of deals."""

from collections.abc import Mapping
from fractions import Fraction

from metrics.catalogue import formulas
from metrics.catalogue.expressions import Median, Name, Whole
from metrics.catalogue.values import Text, Unit

from .values import BY_COUNT, BY_VALUE, Calculation, Given, of, of_several


def _velocity(given: Given) -> Fraction:
    number = given.numbers
    rate = formulas.close_rate(number["won"], number["closed"])
    deal = formulas.average_deal(number["won_value"], number["won"])
    return formulas.pipeline_velocity(number["opportunities"], rate, deal, number["cycle_days"])


DEALS: Mapping[str, tuple[Calculation, ...]] = {
    "close-rate": (
        Calculation(
            "count",
            BY_COUNT,
            Unit.SHARE,
            Name("won") / Name("closed"),
            ("won", "closed"),
            of(formulas.close_rate, "won", "closed"),
            ("12", "40"),
            Text("{won} of {closed} deals", "{won} z {closed} szans"),
            cases=("won", "closed"),
        ),
        Calculation(
            "value",
            BY_VALUE,
            Unit.SHARE,
            Name("won_value") / Name("closed_value"),
            ("won_value", "closed_value"),
            of(formulas.close_rate_by_value, "won_value", "closed_value"),
            ("96000", "400000"),
        ),
    ),
    "sales-cycle": (
        Calculation(
            "average",
            Text("Average", "Średnia"),
            Unit.DAYS,
            Name("won_days") / Name("won"),
            ("won_days", "won"),
            of(formulas.sales_cycle, "won_days", "won"),
            ("410", "10"),
        ),
        Calculation(
            "median",
            Text("Median", "Mediana"),
            Unit.DAYS,
            Median("days"),
            ("days",),
            of_several(formulas.sales_cycle_median, "days"),
            ("12; 30; 38; 45; 120",),
        ),
    ),
    "time-to-close": (
        Calculation(
            "median",
            Text("Median", "Mediana"),
            Unit.DAYS,
            Median("days"),
            ("days",),
            of_several(formulas.time_to_close, "days"),
            ("5; 12; 20; 33; 90",),
        ),
        Calculation(
            "average",
            Text("Average", "Średnia"),
            Unit.DAYS,
            Name("closed_days") / Name("closed"),
            ("closed_days", "closed"),
            of(formulas.time_to_close_mean, "closed_days", "closed"),
            ("160", "5"),
        ),
    ),
    "win-loss": (
        Calculation(
            "count",
            BY_COUNT,
            Unit.RATIO,
            Name("won") / Name("lost"),
            ("won", "lost"),
            of(formulas.win_loss, "won", "lost"),
            ("12", "28"),
        ),
        Calculation(
            "value",
            BY_VALUE,
            Unit.RATIO,
            Name("won_value") / Name("lost_value"),
            ("won_value", "lost_value"),
            of(formulas.win_loss_by_value, "won_value", "lost_value"),
            ("96000", "304000"),
        ),
        Calculation(
            "rate",
            Text("From the close rate", "Ze skuteczności zamykania"),
            Unit.RATIO,
            Name("rate") / (Whole(1) - Name("rate")),
            ("rate",),
            of(formulas.win_loss_of_rate, "rate"),
            ("30%",),
        ),
    ),
    "leads-by-stage": (
        Calculation(
            "count",
            BY_COUNT,
            Unit.SHARE,
            Name("at_stage") / Name("open_leads"),
            ("at_stage", "open_leads"),
            of(formulas.stage_share, "at_stage", "open_leads"),
            ("24", "80"),
            Text("{at_stage} of {open_leads}", "{at_stage} z {open_leads}"),
        ),
        Calculation(
            "value",
            BY_VALUE,
            Unit.SHARE,
            Name("stage_value") / Name("open_value"),
            ("stage_value", "open_value"),
            of(formulas.stage_share_by_value, "stage_value", "open_value"),
            ("180000", "720000"),
        ),
    ),
    "pipeline-velocity": (
        Calculation(
            "day",
            Text("Per day", "Dziennie"),
            Unit.MONEY_PER_DAY,
            Name("opportunities")
            * (Name("won") / Name("closed"))
            * (Name("won_value") / Name("won"))
            / Name("cycle_days"),
            ("opportunities", "won", "closed", "won_value", "cycle_days"),
            _velocity,
            ("60", "12", "40", "96000", "40"),
        ),
    ),
}
