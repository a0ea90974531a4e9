"""Numbers are computed in the engine and the document: never in a template, a view or a presenter of the result."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted(path for room in ("result", "questionnaire") for path in (ROOT / "templates" / room).glob("*.html"))
COUNTING = re.compile(r"\|\s*(add|divisibleby|floatformat|length|wordcount|pluralize|get_digit)\b|\{%\s*widthratio\b")
MODULES = sorted(path for name in ("views.py", "presenters.py") for path in (ROOT / "assessments/result").rglob(name))
ARITHMETIC = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Pow)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_template_computes_no_number(path: Path) -> None:
    assert COUNTING.findall(path.read_text(encoding="utf-8")) == []


def test_counting_is_noticed() -> None:
    assert [bool(COUNTING.search(text)) for text in ("{{ a|add:1 }}", "{% widthratio a b 1 %}", "{{ a|tied }}")] == [
        True,
        True,
        False,
    ]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_view_computes_no_number(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))

    found = [node for node in ast.walk(tree) if isinstance(node, ast.BinOp) and isinstance(node.op, ARITHMETIC)]

    assert [node.lineno for node in found] == []


@pytest.mark.parametrize("path", sorted((ROOT / "assessments" / "document").glob("*.py")), ids=lambda path: path.name)
def test_document_uses_no_floating_point(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))

    floats = [
        node.lineno for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, float)
    ]
    names = [node.lineno for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id in {"float", "round"}]

    assert floats + names == []
