"""The rules of the house: who may import whom, how long things may be, what a template may hold.

The checks read source text, so each of them is tried on snippets too: a checker that cannot fail checks nothing.
"""

import ast
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("assessments", "metrics", "revops_advisor")
FORBIDDEN_NAMES = {"utils", "helpers", "common", "core", "mixins", "managers", "constants"}
MAX_FUNCTION_LINES, MAX_VIEW_LINES, MAX_FILE_LINES, MAX_TEMPLATE_LINES = 40, 30, 300, 110
DOCUMENT_MAY_IMPORT = (
    "assessments.document",
    "assessments.scoring",
    "assessments.content",
    "metrics.catalogue",
    "django.utils.translation",
    "django.utils.formats",
    "django.utils.html",
)
WRITERS_NEVER_IMPORT = (
    "assessments.models",
    "assessments.services",
    "metrics.models",
    "revops_advisor",
    "django.conf",
    "django.db",
    "django.http",
    "django.shortcuts",
)


@dataclass(frozen=True)
class Import:
    """One imported module, and where and how it is imported."""

    target: str
    line: int
    in_function: bool = False
    for_types_only: bool = False


@dataclass(frozen=True)
class Module:
    """One of our modules: its dotted name and its source."""

    name: str
    source: str
    is_package: bool = False

    @property
    def tree(self) -> ast.Module:
        return ast.parse(self.source)

    @property
    def lines(self) -> list[str]:
        return self.source.splitlines()

    def is_in(self, *places: str) -> bool:
        """Does the module lie in one of these packages (or is it one of them)?"""
        return within(self.name, places)

    @property
    def is_view(self) -> bool:
        return "views" in self.name.split(".")

    @property
    def is_presenter(self) -> bool:
        return "presenters" in self.name.split(".")

    @property
    def is_writer(self) -> bool:
        last = self.name.rsplit(".", 1)[-1]
        return self.is_in("assessments.reports") and not self.is_view and last not in {"urls", "forms", "reports"}


def within(name: str, places: Iterable[str]) -> bool:
    return any(name == place or name.startswith(f"{place}.") for place in places)


def imports(module: Module, known: frozenset[str] = frozenset()) -> Iterator[Import]:
    """Every import of a module; `from package import name` names the submodule where there is one among `known`."""
    yield from _imports_below(module.tree, module, known, in_function=False, for_types_only=False)


def _imports_below(
    node: ast.AST, module: Module, known: frozenset[str], *, in_function: bool, for_types_only: bool
) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import | ast.ImportFrom):
            for target in _targets(child, module, known):
                yield Import(target, child.lineno, in_function, for_types_only)
            continue
        yield from _imports_below(
            child,
            module,
            known,
            in_function=in_function or isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef),
            for_types_only=for_types_only or (isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test)),
        )


def _targets(node: ast.Import | ast.ImportFrom, module: Module, known: frozenset[str]) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    parts = module.name.split(".")
    above = node.level - (1 if module.is_package else 0)
    base = ".".join([*(parts[: len(parts) - above] if node.level else []), *filter(None, [node.module])])
    return [name if (name := f"{base}.{alias.name}") in known else base for alias in node.names]


# Rules. Each takes one module and yields a sentence per fault.
Rule = Callable[[Module, frozenset[str]], Iterator[str]]


def pure_rooms_import_the_standard_library_only(module: Module, known: frozenset[str]) -> Iterator[str]:
    for room in ("assessments.scoring", "assessments.content", "metrics.catalogue"):
        if module.is_in(room):
            for each in imports(module, known):
                if each.target.split(".")[0] not in sys.stdlib_module_names and not within(each.target, [room]):
                    yield f"line {each.line}: {room} imports {each.target}; it may import the standard library only"


def metrics_never_import_assessments(module: Module, known: frozenset[str]) -> Iterator[str]:
    if module.is_in("metrics"):
        for each in imports(module, known):
            if within(each.target, ["assessments"]):
                yield f"line {each.line}: metrics imports {each.target}"


def models_import_nothing_above(module: Module, known: frozenset[str]) -> Iterator[str]:
    allowed = {
        "assessments.models": ["assessments.models", "assessments.scoring"],
        "metrics.models": ["metrics.models", "metrics.catalogue"],
    }
    for room, below in allowed.items():
        if module.is_in(room):
            for each in imports(module, known):
                if within(each.target, PACKAGES) and not within(each.target, below):
                    yield f"line {each.line}: models import {each.target}, which stands above them"


def only_services_read_tables_and_score(module: Module, known: frozenset[str]) -> Iterator[str]:
    if module.is_in("assessments.services", "assessments.models", "assessments.scoring"):
        return
    targets = {each.target for each in imports(module, known)}
    if all(any(within(target, [room]) for target in targets) for room in ("assessments.models", "assessments.scoring")):
        yield "imports both models and scoring; only services do"


def document_imports_values_and_texts_only(module: Module, known: frozenset[str]) -> Iterator[str]:
    if module.is_in("assessments.document"):
        for each in imports(module, known):
            if each.target.split(".")[0] not in sys.stdlib_module_names and not _document_may_import(each.target):
                yield f"line {each.line}: the document imports {each.target}"


def _document_may_import(target: str) -> bool:
    return within(target, DOCUMENT_MAY_IMPORT)


def writers_read_the_document_only(module: Module, known: frozenset[str]) -> Iterator[str]:
    if module.is_writer:
        for each in imports(module, known):
            if within(each.target, WRITERS_NEVER_IMPORT):
                yield f"line {each.line}: a report writer imports {each.target}"


def presenters_make_no_query(module: Module, known: frozenset[str]) -> Iterator[str]:
    if module.is_presenter:
        for each in imports(module, known):
            if not each.for_types_only and within(each.target, ["assessments.models", "metrics.models", "django.db"]):
                yield f"line {each.line}: a presenter imports {each.target}"


def views_fetch_call_render(module: Module, known: frozenset[str]) -> Iterator[str]:
    if not module.is_view:
        return
    for function in functions(module):
        if length(function) > MAX_VIEW_LINES:
            yield f"line {function.lineno}: view {function.name} has {length(function)} lines, over {MAX_VIEW_LINES}"
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "filter":
            yield f"line {node.lineno}: a view calls .filter(); write a queryset method"


def imports_in_functions_have_a_reason(module: Module, known: frozenset[str]) -> Iterator[str]:
    reason = re.compile(r"#(?! ?(noqa|type:))")
    for each in imports(module, known):
        if each.in_function and not any(map(reason.search, module.lines[max(0, each.line - 2) : each.line])):
            yield f"line {each.line}: an import inside a function without a comment that says why"


def settings_alone_read_the_environment(module: Module, known: frozenset[str]) -> Iterator[str]:
    if module.is_in("revops_advisor.settings"):
        return
    for number, line in enumerate(module.lines, 1):
        allowed = module.name in {"manage", "revops_advisor.wsgi"} and "os.environ.setdefault(" in line
        if re.search(r"\benviron\b|\bgetenv\b", line) and not allowed:
            yield f"line {number}: reads the environment; only settings.py does"


def functions_are_short(module: Module, known: frozenset[str]) -> Iterator[str]:
    for function in functions(module):
        if length(function) > MAX_FUNCTION_LINES:
            yield f"line {function.lineno}: {function.name} has {length(function)} lines, over {MAX_FUNCTION_LINES}"


def files_are_short(module: Module, known: frozenset[str]) -> Iterator[str]:
    if len(module.lines) >= MAX_FILE_LINES:
        yield f"has {len(module.lines)} lines; split it by subject before {MAX_FILE_LINES}"


def names_say_something(module: Module, known: frozenset[str]) -> Iterator[str]:
    for part in set(module.name.split(".")) & FORBIDDEN_NAMES:
        yield f"is called {part}, which says nothing about what is inside"


RULES: tuple[Rule, ...] = (
    pure_rooms_import_the_standard_library_only,
    metrics_never_import_assessments,
    models_import_nothing_above,
    only_services_read_tables_and_score,
    document_imports_values_and_texts_only,
    writers_read_the_document_only,
    presenters_make_no_query,
    views_fetch_call_render,
    imports_in_functions_have_a_reason,
    settings_alone_read_the_environment,
    functions_are_short,
    files_are_short,
    names_say_something,
)


def functions(module: Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from `def` to the end; decorators do not count."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def cycle(modules: Iterable[Module]) -> list[str]:
    """One import cycle among the modules, as a list of names; empty when there is none."""
    modules = list(modules)
    known = frozenset(module.name for module in modules)
    graph = {
        module.name: {
            each.target for each in imports(module, known) if each.target in known and not each.for_types_only
        }
        - {module.name}
        for module in modules
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def template_faults(text: str) -> list[str]:
    """What a template must not hold: inline styles and scripts, handlers, too many lines."""
    faults = {
        "an inline style": r"<style\b|\sstyle\s*=",
        "an inline script": r"<script(?![^>]*\ssrc\s*=)",
        "a handler attribute": r"<[^>]*\son[a-z]+\s*=",
        "a javascript: address": r"javascript:",
    }
    found = [f"holds {fault}" for fault, pattern in faults.items() if re.search(pattern, text, re.IGNORECASE)]
    lines = len(text.splitlines())
    return found + ([f"has {lines} lines, over {MAX_TEMPLATE_LINES}"] if lines > MAX_TEMPLATE_LINES else [])


@cache
def our_modules() -> tuple[Module, ...]:
    """Every module of the product; migrations, which are generated, are left out."""
    paths = [ROOT / "manage.py", *(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))]
    return tuple(_module(path) for path in sorted(paths) if "migrations" not in path.parts)


def _module(path: Path) -> Module:
    parts = path.relative_to(ROOT).with_suffix("").parts
    is_package = parts[-1] == "__init__"
    return Module(".".join(parts[:-1] if is_package else parts), path.read_text(encoding="utf-8"), is_package)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_rule_is_kept(rule: Rule) -> None:
    known = frozenset(module.name for module in our_modules())

    assert [f"{module.name}: {fault}" for module in our_modules() for fault in rule(module, known)] == []


def test_there_is_no_import_cycle() -> None:
    assert cycle(our_modules()) == []


def test_templates_are_short_and_plain() -> None:
    templates = sorted((ROOT / "templates").rglob("*.*"))

    assert [f"{path.name}: {fault}" for path in templates for fault in template_faults(path.read_text("utf-8"))] == []


def test_test_modules_have_names_that_say_something() -> None:
    assert [path for path in sorted((ROOT / "tests").rglob("*.py")) if path.stem in FORBIDDEN_NAMES] == []


KNOWN = frozenset({"assessments.models", "assessments.models.answer", "assessments.scoring", "assessments.result"})
LONG_FUNCTION = "def shown():\n" + "    pass\n" * 40
MODELS_AND_SCORING = "from assessments.models import Answer\nfrom assessments.scoring import decide\n"


@pytest.mark.parametrize(
    ("rule", "name", "source"),
    [
        (pure_rooms_import_the_standard_library_only, "assessments.scoring.need", "import django"),
        (pure_rooms_import_the_standard_library_only, "assessments.scoring.need", "from ..models import Answer"),
        (pure_rooms_import_the_standard_library_only, "assessments.content", "from assessments.scoring import x"),
        (pure_rooms_import_the_standard_library_only, "metrics.catalogue.win_rate", "def f():\n    import numpy"),
        (metrics_never_import_assessments, "metrics.scorecard.views", "from assessments import models"),
        (models_import_nothing_above, "assessments.models.answer", "from assessments.services import x"),
        (models_import_nothing_above, "metrics.models", "import revops_advisor.settings"),
        (only_services_read_tables_and_score, "assessments.result.views", MODELS_AND_SCORING),
        (document_imports_values_and_texts_only, "assessments.document", "from django.conf import settings"),
        (document_imports_values_and_texts_only, "assessments.document.plan", "from assessments.models import A"),
        (writers_read_the_document_only, "assessments.reports.pdf", "from assessments.models import Result"),
        (writers_read_the_document_only, "assessments.reports.pdf", "from django.http import HttpRequest"),
        (presenters_make_no_query, "assessments.result.presenters", "from assessments.models import Result"),
        (presenters_make_no_query, "assessments.result.presenters.map", "from django.db.models import Q"),
        (views_fetch_call_render, "assessments.result.views", "x = Result.objects.filter(a=1)"),
        (views_fetch_call_render, "assessments.result.views.map", LONG_FUNCTION),
        (imports_in_functions_have_a_reason, "assessments.reports.pdf", "def f():\n    x = 1\n    import docx"),
        (imports_in_functions_have_a_reason, "assessments.reports.pdf", "def f():\n    import docx  # noqa: X1"),
        (settings_alone_read_the_environment, "assessments.result.views", "import os\nos.environ['DEBUG']"),
        (settings_alone_read_the_environment, "manage", "import os\nos.environ['DEBUG'] = '1'"),
        (settings_alone_read_the_environment, "revops_advisor.health", "from os import getenv"),
        (functions_are_short, "assessments.services.start", LONG_FUNCTION),
        (files_are_short, "assessments.services.start", "\n" * 300),
        (names_say_something, "assessments.result.utils", ""),
        (names_say_something, "assessments.core.result", ""),
    ],
)
def test_rule_finds_a_fault(rule: Rule, name: str, source: str) -> None:
    assert list(rule(Module(name, source), KNOWN)) != []


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("assessments.scoring.need", "from fractions import Fraction\nfrom .values import Weight\nimport dataclasses"),
        ("assessments.models.answer", "from django.db import models\nfrom assessments.scoring import Mode"),
        ("assessments.services.complete", MODELS_AND_SCORING),
        ("assessments.document", "from django.utils.translation import gettext\nfrom metrics.catalogue import METRICS"),
        ("assessments.reports.word", "def f():\n    import docx  # slow to import\n    return docx"),
        ("assessments.reports.views", "from django.http import HttpRequest\nfrom assessments.services import x"),
        ("assessments.result.views", "def shown(request):\n    return render(request)"),
        ("revops_advisor.wsgi", "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'x')"),
        ("revops_advisor.settings", "import environ\nenv = environ.Env()"),
    ],
)
def test_rules_let_good_code_pass(name: str, source: str) -> None:
    assert [fault for rule in RULES for fault in rule(Module(name, source), KNOWN)] == []


def test_imports_are_resolved_to_modules() -> None:
    package = Module("assessments.models", "from . import answer\nfrom .answer import Answer", is_package=True)
    module = Module("assessments.result", "from ..assessments import scoring\nfrom assessments import models, urls")

    assert [each.target for each in imports(package, KNOWN)] == ["assessments.models.answer"] * 2
    assert [each.target for each in imports(Module("assessments.models.x", "from .answer import A"), KNOWN)] == [
        "assessments.models.answer"
    ]
    assert [each.target for each in imports(module, KNOWN)][1:] == ["assessments.models", "assessments"]


def test_import_cycle_is_found() -> None:
    one = Module("assessments.one", "from assessments import two")
    two = Module("assessments.two", "def f():\n    import assessments.one")
    types_only = Module("assessments.two", "if TYPE_CHECKING:\n    import assessments.one")

    assert set(cycle([one, two])) == {"assessments.one", "assessments.two"}
    assert cycle([one, types_only]) == []


@pytest.mark.parametrize(
    "text",
    [
        '<p style="color: red">',
        "<style>p {}</style>",
        "<script>alert(1)</script>",
        '<script type="module">x</script>',
        '<button\n  onclick="go()">',
        '<a href="javascript:go()">',
        "\n" * 111,
    ],
)
def test_template_fault_is_found(text: str) -> None:
    assert len(template_faults(text)) == 1


def test_plain_template_passes() -> None:
    text = '<script src="{% static \'page.js\' %}" defer></script>\n<p class="style">one on = 1</p>\n'

    assert template_faults(text) == []
