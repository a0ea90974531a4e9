"""The worked examples of method.md 10 and of ux.md 6.9."""

from fractions import Fraction

import pytest

from assessments.scoring import Method, Result, evaluate

from .factories import W2_ANSWERS, inputs, method

W5_WEIGHTS = "3 1 1 2 2 1 1 / 1 3 1 1 2 1"
UX_ANSWERS = "2 4 3 4 3 3 2 / 1 3 1 0 2 DK"
ONE = Method()
EXAMPLES = {
    "W1": (ONE, "4 3 3 4 3 1 1 / 1 1 2 1 2 1", "n y n n"),
    "W2": (ONE, W2_ANSWERS, "y y n n"),
    "W3": (ONE, W2_ANSWERS, "y n y n"),
    "W4": (ONE, W2_ANSWERS, "n y n n"),
    "W5": (method(W5_WEIGHTS), W2_ANSWERS, "y y n n"),
    "W6": (ONE, "2 2 2 2 2 2 2 / 2 2 2 2 2 2", "y y n n"),
    "W7": (ONE, "0 3 DK 4 4 DK 1 / 3 4 2 3 3 3", "y y n n"),
    "W8": (ONE, "0 2 2 2 2 3 1 / 3 4 2 3 3 4", "y y n y"),
    "W9": (ONE, "4 3 2 1 0 0 0 / 1 0 2 2 1 1", "n y n n"),
    "border": (ONE, "2 2 2 2 2 2 1 / 2 2 2 2 2 3", "n y n n"),
    "ux": (ONE, UX_ANSWERS, "n y n n"),
}
SCORES = {
    "W1": ("475/7", "100/3", 5, 2),
    "W2": ("425/7", "75", 4, 6),
    "W3": ("425/7", "75", 4, 6),
    "W4": ("425/7", "75", 4, 6),
    "W5": ("625/11", "725/9", 4, 6),
    "W6": ("50", "50", 4, 4),
    "W7": ("400/7", "75", 4, 6),
    "W8": ("300/7", "475/6", 3, 6),
    "W9": ("250/7", "175/6", 2, 2),
    "border": ("325/7", "325/6", 3, 4),
    "ux": ("75", "75/2", 6, 3),
}
ADVICE = {
    "W1": ("salesops", "met", "salesops"),
    "W2": ("both", "met", "salesops"),
    "W3": ("revops", "absorb", "revops"),
    "W4": ("salesops_then_revops", "staged", "salesops"),
    "W5": ("both", "met", "salesops"),
    "W6": ("both", "met", "salesops"),
    "W7": ("both", "met", "salesops"),
    "W8": ("both", "met", "salesops"),
    "W9": ("salesops_lean", "lean", "salesops"),
    "border": ("revops", "met", "revops"),
    "ux": ("salesops", "met", "salesops"),
}
DOUBT = {
    "W1": ("3176071/3176523", 4, "salesops_then_revops", "strong", False),
    "W2": ("4592017/4840416", 4, "revops", "moderate", False),
    "W3": ("1", 7, "salesops", "strong", False),
    "W4": ("4592017/4840416", 3, "revops_then_salesops", "moderate", False),
    "W5": ("465260839/510209568", 2, "revops", "moderate", False),
    "W6": ("1", 1, "revops", "weak", True),
    "W7": ("1444654123/1905913800", 3, "revops", "weak", False),
    "W8": ("1", 8, "salesops_lean", "strong", False),
    "W9": ("1317927484877/1405192126464", 2, "revops_lean", "weak", False),
    "border": ("1", 1, "salesops_then_revops", "weak", True),
    "ux": ("2623759/2799360", 3, "salesops_then_revops", "moderate", False),
}


def example(name: str) -> Result:
    weights, answers, gates = EXAMPLES[name]
    return evaluate(weights, inputs(answers, gates))


@pytest.mark.parametrize("name", EXAMPLES)
def test_example_scores(name: str) -> None:
    result = example(name)
    needs = str(result.salesops.need), str(result.revops.need)
    assert (*needs, result.salesops.grade, result.revops.grade) == SCORES[name]


@pytest.mark.parametrize("name", EXAMPLES)
def test_example_advice(name: str) -> None:
    result = example(name)
    assert (result.outcome, result.mode, result.first) == ADVICE[name]


@pytest.mark.parametrize("name", EXAMPLES)
def test_example_doubt(name: str) -> None:
    result = example(name)
    assert result.nearest is not None
    doubt = str(result.robustness), result.distance, result.nearest.outcome, result.strength, result.close_call
    assert doubt == DOUBT[name]


def test_w2_robustness_at_full_contamination() -> None:
    assert evaluate(method(epsilon=Fraction(1)), inputs(W2_ANSWERS)).robustness == Fraction(29, 36)


def test_w2_tornado_flips_at_s4_and_s5_only() -> None:
    rows = example("W2").tornado
    assert rows is not None
    flips = [(r.code, r.low_need, r.low_outcome) for r in rows if r.kind == "answer" and r.low_outcome != "both"]
    assert flips == [("S4", Fraction(325, 7), "revops"), ("S5", Fraction(325, 7), "revops")]
    assert {row.high_outcome for row in rows if row.kind == "answer"} == {"both"}


def test_w4_gap_of_three_puts_revops_first() -> None:
    result = example("W4")
    assert result.nearest is not None
    assert [(c.code, c.before, c.after) for c in result.nearest.changes] == [("R1", 3, 4), ("R3", 2, 4)]
    assert (result.later, result.recommendation) == ("revops", "salesops")


def test_w6_is_straight_lined() -> None:
    assert example("W6").flags == ("straight_lined",)


def test_w7_is_provisional() -> None:
    result = example("W7")
    assert (result.provisional, result.reachable, result.next_question) == (True, ("revops", "both"), "S3")
    assert (result.salesops.coverage, result.missing) == (Fraction(5, 7), ())
    assert (result.salesops.low, result.salesops.high) == (Fraction(300, 7), Fraction(500, 7))


def test_w8_flipping_the_deep_problem_gives_revops() -> None:
    flips = example("W8").gate_flips
    assert flips is not None
    assert [(f.code, f.outcome) for f in flips] == [("B", "salesops_then_revops"), ("D", "revops")]


def test_ux_example_single_flips() -> None:
    result = example("ux")
    assert result.single_flips is not None
    flips = [(f.code, f.after, f.steps) for f in result.single_flips]
    assert flips == [("R1", 4, 3), ("R3", 4, 3), ("R4", 3, 3), ("R4", 4, 4)]
    assert {f.outcome for f in result.single_flips} == {"salesops_then_revops"}


def test_ux_example_range_and_open_answer() -> None:
    result = example("ux")
    assert (result.revops.low, result.revops.high) == (Fraction(175, 6), Fraction(275, 6))
    assert (result.reachable, result.provisional, result.next_question) == (("salesops",), False, "R6")
    assert result.flags == ("contradiction",)
