"""`manage.py advise`: advice in the exact words of the output, item by item as the input is read."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from assessments.models import MethodVersion
from assessments.scoring import CRITERIA, GATES, Inputs, Method, evaluate, receipt
from assessments.services.publishing import publish_shipped_method_once
from tests.scoring.test_examples import ADVICE, DOUBT, EXAMPLES, SCORES

pytestmark = pytest.mark.django_db
NAMES = dict(zip(GATES, ("budget", "keep_reps", "automation", "deep_problem"), strict=True))
KEYS = ["id", "recommendation", "mode", "first", "later", "outcome", "salesops", "revops", "robustness"]
KEYS += ["acceptability", "reachable", "distance", "nearest", "strength", "close_call", "flags", "missing"]
KEYS += ["next_question", "method_version", "receipt"]
TWOS = ", ".join(f'"{code}": 2' for code in CRITERIA)
GATE_MEMBERS = '"budget": true, "keep_reps": true, "automation": false, "deep_problem": false'
EQUAL = f'{{"id": "acme", "answers": {{{TWOS}}}, "gates": {{{GATE_MEMBERS}}}}}'
Advise = Callable[..., tuple[Any, str, int]]


@pytest.fixture(autouse=True)
def published() -> None:
    publish_shipped_method_once()


@pytest.fixture
def advise(tmp_path: Path) -> Advise:
    """What the command prints for this input, what it says on standard error, and its exit status."""

    def run(data: str | bytes, *options: str) -> tuple[Any, str, int]:
        path, out, err, status = tmp_path / "items", io.StringIO(), io.StringIO(), 0
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        try:
            call_command("advise", path, *options, stdout=out, stderr=err)
        except SystemExit as exit_:
            status = int(exit_.code or 0)
        lines = out.getvalue()
        return [*map(json.loads, lines.splitlines())] if options else json.loads(lines), err.getvalue(), status

    return run


def example(name: str) -> dict[str, Any]:
    """A worked example of method.md 10 as an item."""
    method, given, gates = EXAMPLES[name][0], *EXAMPLES[name][1:]
    words = zip(CRITERIA, given.replace("/", " ").split(), strict=True)
    signs = zip(GATES, gates.split(), strict=True)
    return {
        "id": name,
        "answers": {code: None if word == "DK" else int(word) for code, word in words},
        "gates": {NAMES[gate]: sign == "y" for gate, sign in signs},
        "weights": dict(method.weights),
    }


@pytest.mark.parametrize("name", EXAMPLES)
def test_worked_example(advise: Advise, name: str) -> None:
    printed, said, status = advise(json.dumps(example(name)))

    (got,) = printed
    needs = got["salesops"]["need"], got["revops"]["need"], got["salesops"]["grade"], got["revops"]["grade"]
    doubt = got["robustness"], got["distance"], got["nearest"]["outcome"], got["strength"], got["close_call"]
    assert (needs, doubt) == (SCORES[name], DOUBT[name])
    assert (got["outcome"], got["mode"], got["first"]) == ADVICE[name]
    assert (got["id"], list(got), said, status) == (name, KEYS, "", 0)


def test_whole_output_of_w7(advise: Advise) -> None:
    ((got,), _, _) = advise(json.dumps(example("W7")))
    seal = got.pop("receipt")
    shares = got.pop("acceptability")

    assert got == {
        "id": "W7",
        "recommendation": "both",
        "mode": "met",
        "first": "salesops",
        "later": None,
        "outcome": "both",
        "salesops": {"need": "400/7", "range": ["300/7", "500/7"], "grade": 4},
        "revops": {"need": "75", "range": ["75", "75"], "grade": 6},
        "robustness": "1444654123/1905913800",
        "reachable": ["revops", "both"],
        "distance": 3,
        "nearest": {"outcome": "revops", "changes": [{"criterion": "S2", "from": 3, "to": 0}]},
        "strength": "weak",
        "close_call": False,
        "flags": [],
        "missing": [],
        "next_question": "S3",
        "method_version": 1,
    }
    assert (shares["both"], len(shares), len(seal)) == ("1444654123/1905913800", 8, 64)


@pytest.mark.parametrize("open_answer", [None, "dk"])
def test_changed_dont_know_comes_from_null(advise: Advise, open_answer: str | None) -> None:
    item = example("W6")
    item["answers"]["S1"] = open_answer

    ((got,), _, _) = advise(json.dumps(item))

    assert got["nearest"] == {"outcome": "revops", "changes": [{"criterion": "S1", "from": None, "to": 1}]}


def test_insufficient_item_has_nulls_and_gates_by_letter(advise: Advise) -> None:
    ((got,), said, status) = advise('{"answers": {"S1": "dk"}}')

    nulls = ("id", "mode", "first", "later", "outcome", "robustness", "acceptability", "distance", "nearest")
    assert [got[key] for key in (*nulls, "strength", "close_call")] == [None] * 11
    assert (got["recommendation"], got["reachable"], got["flags"]) == ("insufficient", [], [])
    assert (got["salesops"], got["next_question"]) == ({"need": "50", "range": ["0", "100"], "grade": 4}, "S2")
    assert (got["missing"], said, status) == ([*CRITERIA[1:], *GATES], "", 0)


def test_gates_left_out_are_blank_and_null_or_dk_are_unknown(advise: Advise) -> None:
    item = example("W2")
    blank = {**item, "gates": {}}
    unknown = {**item, "gates": {"budget": None, "keep_reps": "dk", "automation": "dk", "deep_problem": None}}

    printed, _, _ = advise(json.dumps([blank, unknown]))

    assert [got["recommendation"] for got in printed] == ["insufficient", "salesops"]
    assert printed[0]["next_question"] == "B"


def test_receipt_is_the_engines_with_the_items_weights(advise: Advise) -> None:
    version = MethodVersion.objects.published().get()
    item = example("W5") | {"weights": {"S1": 3, "R2": 3}}
    method = Method(weights=Method().weights | {"S1": 3, "R2": 3})
    inputs = Inputs(item["answers"], {gate: item["gates"][name] for gate, name in NAMES.items()})

    ((got,), _, _) = advise(json.dumps(item))

    assert got["receipt"] == receipt(method, version.content["gate_mapping"], inputs, evaluate(method, inputs))


@pytest.mark.parametrize("weight", [0, 10])
def test_weights_are_taken_up_to_their_bounds(advise: Advise, weight: int) -> None:
    assert advise(json.dumps(example("W2") | {"weights": {"S1": weight}}))[1:] == ("", 0)


REFUSALS = [
    ('"answers": {"S4": 7}', "answers.S4: the answer 7 is not a whole number from 0 to 4."),
    ('"answers": {"S4": -1}', "answers.S4: the answer -1 is not a whole number from 0 to 4."),
    ('"answers": {"S4": true}', "answers.S4: the answer true is not a whole number from 0 to 4."),
    ('"answers": {"S4": 4.0}', "answers.S4: the answer 4.0 is not a whole number from 0 to 4."),
    ('"answers": {"S4": 4e0}', "answers.S4: the answer 4e0 is not a whole number from 0 to 4."),
    ('"answers": {"S4": NaN}', "answers.S4: the answer NaN is not a whole number from 0 to 4."),
    ('"answers": {"S4": -Infinity}', "answers.S4: the answer -Infinity is not a whole number from 0 to 4."),
    ('"answers": {"S4": "DK"}', 'answers.S4: the answer "DK" is not a whole number from 0 to 4.'),
    ('"answers": {"S4": [1]}', "answers.S4: the answer [...] is not a whole number from 0 to 4."),
    ('"answers": {"S4": {}}', "answers.S4: the answer {...} is not a whole number from 0 to 4."),
    (f'"answers": {{"S4": {"7" * 5000}}}', f"answers.S4: the answer {'7' * 40}... (5,000 characters) is not a whole"),
    ('"answers": {"S8": 1}', "answers.S8: there is no such criterion."),
    ('"answers": {"B": 1}', "answers.B: there is no such criterion."),
    ('"answers": {"": 1}', 'answers."": there is no such criterion.'),
    ('"answers": {"\\u202e\\ud800": 1}', 'answers."\\u202e\\ud800": there is no such criterion.'),
    ('"answers": {"S1": 1, "S1": 1}', "answers.S1: the key is given more than once."),
    ('"answers": null', "answers: null is not a JSON object."),
    ('"answers": [4]', "answers: [...] is not a JSON object."),
    ('"gates": {"B": true}', "gates.B: there is no such gate, only budget, keep_reps, automation, deep_problem."),
    ('"gates": {"budget": 1}', 'gates.budget: 1 is none of true, false, null and "dk".'),
    ('"gates": {"budget": "yes"}', 'gates.budget: "yes" is none of true, false, null and "dk".'),
    ('"gates": {"budget": {}}', 'gates.budget: {...} is none of true, false, null and "dk".'),
    ('"gates": {"budget": true, "budget": true}', "gates.budget: the key is given more than once."),
    ('"weights": {"S1": 11}', "weights.S1: the weight 11 is not a whole number from 0 to 10."),
    ('"weights": {"S1": null}', "weights.S1: the weight null is not a whole number from 0 to 10."),
    ('"weights": {"S1": false}', "weights.S1: the weight false is not a whole number from 0 to 10."),
    ('"weights": {"S1": 1.0}', "weights.S1: the weight 1.0 is not a whole number from 0 to 10."),
    ('"weights": {"S1": "dk"}', 'weights.S1: the weight "dk" is not a whole number from 0 to 10.'),
    ('"weights": {"X": 1}', "weights.X: there is no such criterion."),
    ('"weights": {"S1": 1, "S1": 2}', "weights.S1: the key is given more than once."),
    (
        '"weights": {"R1": 0, "R2": 0, "R3": 0, "R4": 0, "R5": 0, "R6": 0}',
        "weights.revops: the weights of R1 to R6 are all 0, one must be positive.",
    ),
    ('"answer": {}', "answer: there is no such key, only id, answers, gates, weights."),
    ('"answers": {}, "answers": {}', "answers: the key is given more than once."),
]


@pytest.mark.parametrize(("members", "sentence"), REFUSALS, ids=range(len(REFUSALS)))
@pytest.mark.parametrize("form", ["[%s, %s, %s]", "%s\n%s\n%s"])
def test_refused_item_is_named_and_the_others_are_printed(
    advise: Advise, members: str, sentence: str, form: str
) -> None:
    bad = f'{{"id": "acme", {members}}}'

    printed, said, status = advise(form % (EQUAL, bad, EQUAL))

    assert said.startswith(f'Item 2 ("acme"), {sentence}')
    assert (said.count("\n"), [got["outcome"] for got in printed], status) == (1, ["both", "both"], 2)


@pytest.mark.parametrize("given", ["true", "1.5", "[]", "{}", '"\\ud800"', "9" * 5000])
def test_id_is_a_text_or_a_whole_number(advise: Advise, given: str) -> None:
    printed, said, status = advise(f'{{"id": {given}}}')

    assert (printed, "id: " in said, said.count("\n"), status) == ([], True, 1, 2)


@pytest.mark.parametrize("given", ["", "Żabka & Łoś\n\u202e\x00😀", "x" * 9000, 0, -7, 10**60])
def test_id_comes_back_as_it_was(advise: Advise, given: str | int) -> None:
    ((got,), said, status) = advise(json.dumps({"id": given}))

    assert (got["id"], said, status) == (given, "", 0)


def test_whole_number_id_is_named(advise: Advise) -> None:
    assert advise('{"id": 17, "answers": 3}')[1] == "Item 1 (17), answers: 3 is not a JSON object.\n"


@pytest.mark.parametrize("value", ["null", "3", "1e400", '"x"', "[]", "true"])
def test_item_that_is_no_object(advise: Advise, value: str) -> None:
    printed, said, status = advise(f"[{value}, {EQUAL}]")

    assert (len(printed), said.startswith("Item 1: "), status) == (1, True, 2)
    assert said.endswith(" is not a JSON object.\n")


@pytest.mark.parametrize("data", ["", " \n\t", "\ufeff", "[]", "[ ]\n", "\ufeff[\n]"])
def test_input_without_items(advise: Advise, data: str) -> None:
    assert advise(data) == ([], "", 0)


def test_lines(advise: Advise) -> None:
    printed, _, status = advise(f"{EQUAL}\r\n\n{EQUAL}", "--lines")

    assert ([got["id"] for got in printed], status) == (["acme", "acme"], 0)
    assert advise("[]", "--lines") == ([], "", 0)


def test_objects_over_several_lines_follow_each_other(advise: Advise) -> None:
    item = json.dumps(example("W1"), indent=2)

    printed, said, status = advise(f"\ufeff{item}{item}\n{item}")

    assert ([got["id"] for got in printed], said, status) == (["W1"] * 3, "", 0)


def test_scalar_at_the_top(advise: Advise) -> None:
    for data in ("3", '"x"', "null", b"\xff\xfe[\x00"):
        printed, said, status = advise(data)
        assert (printed, said.count("\n"), status) == ([], 1, 2)
        assert said.startswith("The input is neither a JSON list nor JSON objects: it begins with ")
