"""KPIs to track: five to start with for each outcome, the others by who reads them."""

from dataclasses import replace

import pytest

from assessments.document.build import advice_document
from assessments.document.kpi_values import KpiAdvice
from assessments.document.kpis import FIRST_FIVE
from assessments.document.stored import document_from_json, document_json
from metrics.catalogue import METRICS, Owner, metrics_of
from metrics.catalogue.texts import Entry

from .cases import HEADLINES, case_of, choices, headline_document

WITH_ADVICE = [code for code in HEADLINES if code != "insufficient"]


def kpis(code: str, language: str = "en") -> KpiAdvice:
    advice = headline_document(code, language).kpis
    assert advice is not None
    return advice


def slugs(advice: KpiAdvice) -> list[str]:
    return [kpi.slug for kpi in advice.start]


def test_every_headline_with_advice_has_five_kpis() -> None:
    assert set(FIRST_FIVE) == set(WITH_ADVICE)
    assert [code for code, first in FIRST_FIVE.items() if len(set(first)) != 5] == []
    assert headline_document("insufficient").kpis is None


@pytest.mark.parametrize("language", ["en", "pl"])
@pytest.mark.parametrize("code", WITH_ADVICE)
def test_first_five_and_the_others_are_all_sixteen(code: str, language: str) -> None:
    advice = kpis(code, language)
    others = [kpi for group in advice.others for kpi in group.kpis]
    owners = {metric.slug: metric for metric in METRICS}

    assert sorted([*slugs(advice), *(kpi.slug for kpi in others)]) == sorted(owners)
    for kpi in (*advice.start, *others):
        assert kpi.name == owners[kpi.slug].name(language)
        assert (kpi.kind == "both") == (owners[kpi.slug].owner is Owner.SHARED)
        assert kpi.meaning
        assert kpi.formula
    assert all(kpi.sources for kpi in advice.start)
    assert not any(kpi.sources for kpi in others)


def test_salesops_starts_with_its_own_and_revops_with_what_it_can_move() -> None:
    own = [metric.slug for metric in metrics_of(Owner.SALESOPS)]

    assert slugs(kpis("salesops")) == slugs(kpis("salesops_only")) == own
    assert kpis("salesops").title == "Start with the five SalesOps KPIs; agree owners for the four shared ones"
    assert not set(slugs(kpis("revops"))) & set(own)
    assert [sum(kpi.kind == kind for kpi in kpis("both").start) for kind in ("salesops", "both", "revops")] == [2, 1, 2]


def test_company_without_reps_gets_no_kpi_of_reps() -> None:
    assert [kpi.slug for kpi in kpis("revops_no_reps").start if kpi.kind == "salesops"] == []


def test_overlap_counts_five_four_and_seven() -> None:
    overlap = kpis("both").overlap

    assert (overlap.salesops, overlap.shared, overlap.revops) == ("5", "4", "7")
    assert overlap.rows == (("SalesOps", "5"), ("Shared", "4"), ("RevOps", "7"))


def test_texts_are_those_of_the_moment_and_travel_with_the_document() -> None:
    case = case_of(choices())
    first = case.kpis[0]
    meaning = replace(first.texts.meaning, en="As edited.")
    edited = replace(case, kpis=(Entry(first.metric, replace(first.texts, meaning=meaning)), *case.kpis[1:]))

    document = document_from_json(document_json(advice_document(edited)))

    assert document.kpis is not None
    assert document.kpis.start[0].meaning == "As edited."
    assert advice_document(case).kpis != document.kpis


def test_document_of_an_earlier_release_has_none() -> None:
    document = advice_document(case_of(choices()))
    earlier = document_json(document).replace('"kpis":', '"was-not-there":', 1)

    assert document_from_json(earlier) == replace(document, kpis=None)
