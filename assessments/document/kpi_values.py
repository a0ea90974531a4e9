"""What the KPI section of a result shows: text only, frozen with the document."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kpi:
    """One KPI; `kind` and `function` say who reads it, `sources` name the fields it comes from."""

    slug: str
    name: str
    meaning: str
    kind: str
    function: str
    formula: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KpiGroup:
    """The KPIs of one function that are not among the first five."""

    kind: str
    function: str
    kpis: tuple[Kpi, ...]


@dataclass(frozen=True, slots=True)
class Overlap:
    """How many KPIs each function and both read, for the drawing of two circles and its table."""

    title: str
    description: str
    salesops: str
    shared: str
    revops: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class KpiAdvice:
    """Which five KPIs to start with, and all others."""

    title: str
    start: tuple[Kpi, ...]
    others: tuple[KpiGroup, ...]
    overlap: Overlap
