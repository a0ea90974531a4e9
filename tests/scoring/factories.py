"""Inputs, methods and hypothesis strategies of the scoring tests."""

from fractions import Fraction

from hypothesis import strategies as st

from assessments.scoring import CRITERIA, DK, GATES, REVOPS_CODES, SALESOPS_CODES, Answer, Constants, Inputs, Method

READINGS = {"y": True, "n": False, "?": None}
W2_ANSWERS = "0 3 2 4 4 3 1 / 3 4 2 3 3 3"


def inputs(answers: str, gates: str = "y y n n") -> Inputs:
    """Answers "4 3 DK _ ..." in the order S1..R6 ("_" blank), gates "y n ? _" in the order B, K, A, D."""
    words = zip(CRITERIA, answers.replace("/", " ").split(), strict=True)
    signs = zip(GATES, gates.split(), strict=True)
    return Inputs(
        answers={code: DK if word == "DK" else int(word) for code, word in words if word != "_"},
        gates={gate: READINGS[sign] for gate, sign in signs if sign != "_"},
    )


def method(weights: str = "", **constants: int | Fraction) -> Method:
    """A method with weights in the order S1..R6, 1 each unless said."""
    values = map(int, weights.replace("/", " ").split()) if weights else [1] * len(CRITERIA)
    return Method(dict(zip(CRITERIA, values, strict=True)), Constants(**constants))  # type: ignore[arg-type]


def only(*codes: str) -> dict[str, int]:
    """Weights 1 for the named criteria and 0 for all others."""
    return {code: int(code in codes) for code in CRITERIA}


whole_answers = st.integers(0, 4)
epsilons = st.sampled_from([Fraction(0), Fraction(1, 2), Fraction(1), Fraction(1, 3), Fraction(9, 10)])
constants = st.builds(
    Constants, st.integers(3, 6), st.integers(0, 3), st.integers(1, 4), st.just(Fraction(1, 2)), epsilons
)
default_or_other = st.one_of(st.just(Constants()), constants)


@st.composite
def weightings(draw: st.DrawFn, top: int = 4, small: int = 7) -> dict[str, int]:
    """Weights 0..top, at least one and at most `small` positive per block."""
    weights = dict.fromkeys(CRITERIA, 0)
    for codes in (SALESOPS_CODES, REVOPS_CODES):
        chosen = draw(st.lists(st.sampled_from(codes), min_size=1, max_size=small, unique=True))
        weights |= {code: draw(st.integers(1, top)) for code in chosen}
    return weights


@st.composite
def some_inputs(draw: st.DrawFn, open_items: int = 4) -> Inputs:
    """Random answers with up to `open_items` don't knows and blanks, random gates with unknown and blank ones."""
    answers: dict[str, Answer] = {code: draw(whole_answers) for code in CRITERIA}
    for code in draw(st.lists(st.sampled_from(CRITERIA), max_size=open_items, unique=True)):
        answers[code] = DK
        if draw(st.integers(0, 3)) == 0:
            del answers[code]
    readings = st.sampled_from([True, False, None])
    return Inputs(answers, {gate: draw(readings) for gate in GATES if draw(st.integers(0, 9))})


@st.composite
def known_inputs(draw: st.DrawFn) -> Inputs:
    """Random answers and gates, all known."""
    return Inputs({code: draw(whole_answers) for code in CRITERIA}, {gate: draw(st.booleans()) for gate in GATES})
