"""What a scorecard is made of: values of KPIs with all that says what they are of."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

from metrics.catalogue.faults import Fault, MetricError
from metrics.catalogue.formulas import FEW, close_rate, wilson_interval
from metrics.catalogue.values import Unit

from .amounts import MILLION


@dataclass(frozen=True, slots=True)
class Value:
    """One value of one variant of a KPI; where `value` is None, `missing` names what it needs or `fault` says why.

    `group` is (owner | source | segment | stage | channel, its name); empty for everything together. `n` is how many
    deals, customers, leads or contracts the value rests upon; `interval` is given for shares of fewer than 30 deals.
    """

    slug: str
    variant: str
    unit: Unit
    value: Fraction | None = None
    n: int | None = None
    period: str = "all"
    group: tuple[str, str] = ("", "")
    pipeline: str = ""
    currency: str = ""
    missing: tuple[str, ...] = ()
    fault: Fault | None = None
    interval: tuple[Fraction, Fraction] | None = None

    @property
    def segment(self) -> str:
        """The group in one text: a segment, stage or channel by its name, the rest as owner=name."""
        kind, name = self.group
        plain = name if kind in {"", "segment", "stage", "channel"} else f"{kind}={name}"
        parts = [f"pipeline={self.pipeline}" if self.pipeline else "", plain]
        return ", ".join(part for part in parts if part)

    @property
    def reason(self) -> str:
        """Why there is no value, in English; empty where there is one."""
        if self.fault is not None:
            return MetricError(self.fault).sentence("en", {})
        return ", ".join(self.missing)


@dataclass(frozen=True, slots=True)
class Scope:
    """What values belong to: a period, a group, a pipeline, a currency."""

    period: str = "all"
    group: tuple[str, str] = ("", "")
    pipeline: str = ""
    currency: str = ""

    def valued(self, kpi: tuple[str, str, Unit], n: int | None, compute: Callable[[], Fraction]) -> Value:
        """The value, or the fault that it has none for."""
        found = self.empty(kpi, n=n)
        try:
            return replace(found, value=compute())
        except MetricError as error:
            return replace(found, fault=error.fault)

    def empty(self, kpi: tuple[str, str, Unit], *missing: str, n: int | None = None) -> Value:
        """No value, for want of these fields or files."""
        slug, variant, unit = kpi
        return Value(slug, variant, unit, None, n, self.period, self.group, self.pipeline, self.currency, missing)

    def needing(
        self, kpi: tuple[str, str, Unit], missing: tuple[str, ...], n: int | None, compute: Callable[[], Fraction]
    ) -> Value:
        """The value where nothing is missing."""
        return self.empty(kpi, *missing) if missing else self.valued(kpi, n, compute)

    def counted(self, kpi: tuple[str, str, Unit], missing: tuple[str, ...], won: int, closed: int) -> Value:
        """Deals won of deals closed, with its interval where there are few."""
        found = self.needing(kpi, missing, closed, lambda: close_rate(won, closed))
        few = found.value is not None and 0 < closed < FEW
        return replace(found, interval=wilson_interval(won, closed)) if few else found


def money(millionths: int) -> Fraction:
    """An amount as a fraction of whole units of its currency."""
    return Fraction(millionths, MILLION)
