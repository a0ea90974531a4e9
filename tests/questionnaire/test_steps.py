"""The plan of pages, its order, and where one stands in it."""

import pytest
from django.urls import resolve

from assessments.content.values import MethodContent
from assessments.questionnaire.addresses import back_url, next_url, step_url
from assessments.questionnaire.plans import plan_of
from assessments.questionnaire.steps import Kind, Plan, plan
from tests.document.cases import choices, content
from tests.questionnaire.browsers import WEIGHTS_WITH_ZEROS, published_method, started

SINGLE = [
    "company", "team",
    "own-audience", "direct-selling", "direct-results", "sale-weight",
    "admin-load", "skills-gap", "initiative",
    "growth-source", "handovers", "market-pace", "lead-supply", "growth-plan", "cause-visibility",
    "budget", "keep-reps", "automation", "sales-trend",
]  # fmt: skip
ALL_ANSWERED = choices("2 2 2 2 2 2 2 / 2 2 2 2 2 2")


@pytest.fixture
def shipped() -> MethodContent:
    return content()


def test_single_layout_has_nineteen_steps_in_order(shipped: MethodContent) -> None:
    steps = plan(shipped, "single").steps

    assert [step.slug for step in steps] == SINGLE
    assert [step.number for step in steps] == list(range(1, 20))
    assert [step.kind for step in steps] == [Kind.PROFILE] * 2 + [Kind.QUESTION] * 17


def test_section_layout_has_a_page_for_each_section(shipped: MethodContent) -> None:
    steps = plan(shipped, "section").steps

    assert [(step.kind, "".join(step.codes)) for step in steps] == [
        (Kind.PROFILE, ""),
        (Kind.PROFILE, ""),
        (Kind.SECTION, "S1S2S3S4"),
        (Kind.SECTION, "S5S6S7"),
        (Kind.SECTION, "R1R2R3R4R5R6"),
        (Kind.SECTION, "BKAD"),
    ]
    assert [step.slug for step in steps[2:]] == [section.slug for section in shipped.sections]


def test_criteria_with_weight_zero_have_no_step() -> None:
    steps = plan(content(WEIGHTS_WITH_ZEROS), "single").steps

    left_out = {"direct-results", "admin-load", "skills-gap", "initiative", "lead-supply"}
    assert [step.slug for step in steps] == [slug for slug in SINGLE if slug not in left_out]
    assert [step.number for step in steps] == list(range(1, 15))


def test_sections_without_a_question_have_no_page() -> None:
    steps = plan(content(WEIGHTS_WITH_ZEROS), "section").steps

    assert ["".join(step.codes) for step in steps[2:]] == ["S1S2S4", "R1R2R3R5R6", "BKAD"]


def test_steps_follow_each_other(shipped: MethodContent) -> None:
    made = plan(shipped, "single")

    assert [made.after(step) for step in made.steps] == [*made.steps[1:], None]
    assert [made.before(step) for step in made.steps] == [None, *made.steps[:-1]]


def test_step_is_found_by_kind_and_slug(shipped: MethodContent) -> None:
    made = plan(shipped, "single")

    assert made.step(Kind.QUESTION, "admin-load") == made.steps[6] == made.step_asking("S5")
    assert made.step(Kind.SECTION, "admin-load") is None
    assert made.step(Kind.PROFILE, "team") == made.steps[1]


@pytest.mark.parametrize(
    ("pages", "answered", "slug"),
    [
        ((), (), "company"),
        (("company",), (), "team"),
        (("company", "team"), (), "own-audience"),
        (("company", "team"), ("S1", "S2", "S4"), "direct-results"),
        (("company",), tuple(ALL_ANSWERED), "team"),
        (("company", "team"), tuple(code for code in ALL_ANSWERED if code != "D"), "sales-trend"),
    ],
)
def test_first_open_step(shipped: MethodContent, pages: tuple[str, ...], answered: tuple[str, ...], slug: str) -> None:
    step = plan(shipped, "single").first_open(pages, answered)

    assert step is not None
    assert step.slug == slug


def test_no_step_is_open_when_all_is_answered(shipped: MethodContent) -> None:
    for layout in ("single", "section"):
        assert plan(shipped, layout).first_open(("company", "team"), tuple(ALL_ANSWERED)) is None


def test_section_is_open_while_one_answer_lacks(shipped: MethodContent) -> None:
    made = plan(shipped, "section")

    step = made.first_open(("company", "team"), ("S1", "S2", "S3"))

    assert step == made.steps[2]


@pytest.mark.parametrize(("layout", "expected"), [("single", [8, 8, 7]), ("section", [8, 7, 5])])
def test_minutes_left_go_down(shipped: MethodContent, layout: str, expected: list[int]) -> None:
    made = plan(shipped, layout)
    left = [made.minutes_left(step) for step in made.steps]

    assert left[:3] == expected
    assert left == sorted(left, reverse=True)
    assert left[-1] >= 1


def test_plan_without_steps_has_nothing_open() -> None:
    assert Plan(()).first_open((), ()) is None


def test_plan_belongs_to_the_method_of_the_assessment() -> None:
    before = started()
    published_method(WEIGHTS_WITH_ZEROS)
    after = started()

    assert [len(plan_of(each).steps) for each in (before, after)] == [19, 14]


def test_addresses_of_all_steps_lead_to_their_pages() -> None:
    for layout, names in (("single", {"profile", "question"}), ("section", {"profile", "section"})):
        assessment = started(layout=layout)
        addresses = [step_url(assessment.ref, step) for step in plan_of(assessment).steps]

        assert len(set(addresses)) == len(addresses)
        assert {resolve(address).url_name for address in addresses} == names


def test_back_leads_to_the_step_before_and_from_the_first_to_the_list() -> None:
    assessment = started()
    steps = plan_of(assessment).steps

    assert back_url(assessment, steps[0], None) == "/en/mine/"
    assert back_url(assessment, steps[2], None) == f"/en/a/{assessment.ref}/team/"
    assert back_url(assessment, steps[2], "check") == f"/en/a/{assessment.ref}/check/"


def test_continue_leads_to_the_next_step_or_back_to_the_check_page() -> None:
    assessment = started()
    step = plan_of(assessment).steps[2]

    assert next_url(assessment.ref, step, from_check=False) == f"/en/a/{assessment.ref}/q/own-audience/"
    assert next_url(assessment.ref, step, from_check=True) == f"/en/a/{assessment.ref}/check/"
    assert next_url(assessment.ref, None, from_check=False) == f"/en/a/{assessment.ref}/check/"
