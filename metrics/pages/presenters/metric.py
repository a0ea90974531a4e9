"""What a KPI's page shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext

from metrics.catalogue.calculations import CALCULATIONS, Calculation
from metrics.catalogue.files import formula_text
from metrics.catalogue.parts import PARTS
from metrics.catalogue.texts import Entry, listed
from metrics.pages.presenters.labels import KINDS, direction_text, owner_name, unit_text
from metrics.pages.presenters.result import Outcome


@dataclass(frozen=True, slots=True)
class Variant:
    """A link to another calculation of the same KPI."""

    text: str
    href: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Related:
    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class MetricPage:
    """One KPI with the calculation that was chosen; `hidden` names it in the form where it is not the first."""

    title: str
    language: str
    kind: str
    pill: str
    unit: str
    direction: str
    name: str
    meaning: str
    aliases: str
    calculation: Calculation
    formula: str
    parts: tuple[tuple[str, str], ...]
    variants: tuple[Variant, ...]
    hidden: str
    action: str
    example: str
    example_href: str
    reading: str
    period: str
    misreading: str
    forms: tuple[tuple[str, str], ...]
    salesops: str
    revops: str
    sources: tuple[tuple[str, str], ...]
    related: tuple[Related, ...]
    outcome: Outcome | None = None
    address: str = ""
    area: str = "metrics"


def metric_page(entry: Entry, names: Mapping[str, str], calculation: Calculation, language: str) -> MetricPage:
    """The page; `names` are all KPIs' names in the language by slug."""
    metric = entry.metric
    texts = {name: getattr(entry.texts, name).in_language(language) for name in entry.texts.__slots__}
    all_of_it = CALCULATIONS[metric.slug]
    return MetricPage(
        title=gettext("%(name)s – KPIs") % {"name": texts["name"]},
        language=language,
        kind=KINDS[metric.owner],
        pill=owner_name(metric.owner),
        unit=unit_text(metric.unit),
        direction=direction_text(metric.direction),
        name=texts["name"],
        meaning=texts["meaning"],
        aliases=texts["aliases"],
        calculation=calculation,
        formula=formula_text(calculation, language),
        parts=_parts(calculation, language),
        variants=_variants(metric.slug, all_of_it, calculation, language),
        hidden="" if calculation is all_of_it[0] else calculation.code,
        action=reverse("metric", kwargs={"slug": metric.slug}) + "#calculator",
        example=texts["example"],
        example_href=_example(metric.slug, all_of_it[0]),
        reading=texts["reading"],
        period=texts["period"],
        misreading=texts["misreading"],
        forms=listed(texts["variants"]),
        salesops=texts["salesops"],
        revops=texts["revops"],
        sources=listed(texts["sources"]),
        related=tuple(Related(slug, names[slug]) for slug in metric.related),
    )


def chosen_calculation(slug: str, code: str) -> Calculation:
    """The calculation of this code, else the KPI's first."""
    return next((each for each in CALCULATIONS[slug] if each.code == code), CALCULATIONS[slug][0])


def _parts(calculation: Calculation, language: str) -> tuple[tuple[str, str], ...]:
    parts = [PARTS[name] for name in calculation.parts]
    return tuple((part.label.in_language(language), part.about.in_language(language)) for part in parts)


def _variants(
    slug: str, calculations: tuple[Calculation, ...], current: Calculation, language: str
) -> tuple[Variant, ...]:
    """Links to all calculations; none where there is one only."""
    if len(calculations) == 1:
        return ()
    here = reverse("metric", kwargs={"slug": slug})
    return tuple(
        Variant(
            each.title.in_language(language),
            f"{here}#calculator" if number == 0 else f"{here}?variant={each.code}#calculator",
            each is current,
        )
        for number, each in enumerate(calculations)
    )


def _example(slug: str, calculation: Calculation) -> str:
    asked = urlencode(dict(zip(calculation.parts, calculation.example, strict=True)))
    return f"{reverse('metric', kwargs={'slug': slug})}?{asked}#calculator"
