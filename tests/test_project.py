"""The project's own files: locks, licence, documents, catalogue of translations."""

import ast
import itertools
import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import polib
import pytest
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.txt", "requirements-dev.txt")
LOCK_LINE = re.compile(
    r"""[a-z0-9-]+==[^\s;]+(\ ;\ [^\\]+)?\ \\  # name, version, on which systems
    |\ {4}--hash=sha256:[0-9a-f]{64}(\ \\)?    # hash
    |\ {4}\#\ (via\b.*|\ \ [a-z0-9-]+.*)       # what needs it
    """,
    re.VERBOSE,
)
# Written in pieces, so that this file does not name them either.
HOSTS = ["py" + "pi.org", "python" + "hosted.org", "npm" + "js.", "deb." + "debian.org", "proxy." + "golang.org"]
MACHINE_PATH = re.compile(r"(?<![\w./-])/(?:ro" + r"ot|wo" + r"rk|home|Users)/")
CATALOGUES = sorted(ROOT.glob("revops_advisor/locale/*/LC_MESSAGES/django.po"))
PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[sd]|\{\w*\}")
TRANSLATORS = {"gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy"}
TRANSLATORS_WITH_CONTEXT = {"pgettext", "pgettext_lazy", "npgettext", "npgettext_lazy"}
TEMPLATE_CALL = re.compile(r"\b(_|n?p?gettext)\(((?:\s*u?(?:'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\")\s*,?)+)")

Message = tuple[str | None, str]


def pins(lock: str) -> dict[str, str]:
    """Name and version of everything a lock installs."""
    lines = (ROOT / lock).read_text().splitlines()
    return dict(re.match(r"(\S+)==(\S+)", line).groups() for line in lines if re.match(r"\S+==", line))


def wanted(*, development: bool) -> set[str]:
    """Names of the packages that pyproject.toml asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    asked = project["optional-dependencies"]["dev"] if development else project["dependencies"]
    return {re.match(r"[\w-]+", requirement)[0] for requirement in asked}


@cache
def texts() -> dict[str, str]:
    """Every text file that is, or may be, committed."""
    if not (ROOT / ".git").exists() or not shutil.which("git"):
        pytest.skip("not a working copy of git")
    command = ["git", "-c", "safe.directory=*", "ls-files", "-coz", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\0")
    found = {}
    for name in filter(None, names):
        try:
            found[name] = (ROOT / name).read_text(encoding="utf-8")
        except (UnicodeDecodeError, FileNotFoundError):
            continue  # a picture, or a file removed since
    return found


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_holds_names_versions_and_hashes_only(lock: str) -> None:
    lines = (ROOT / lock).read_text().splitlines()

    assert [line for line in lines if not LOCK_LINE.fullmatch(line)] == []
    assert [name for name, following in itertools.pairwise(lines) if "==" in name and "--hash" not in following] == []


@pytest.mark.parametrize(
    "line", ["--index-url https://example.com/simple", "django @ https://example.com/django.whl", "django==5.2", "-e ."]
)
def test_other_lines_in_a_lock_are_noticed(line: str) -> None:
    assert LOCK_LINE.fullmatch(line) is None


def test_locks_hold_what_is_asked_for_in_the_same_versions() -> None:
    runtime, development = pins("requirements.txt"), pins("requirements-dev.txt")

    assert wanted(development=False) - runtime.keys() == set()
    assert wanted(development=True) - development.keys() == set()
    assert {name: development.get(name) for name in runtime} == runtime


@pytest.mark.parametrize("lock", LOCKS)
def test_psycopg_3_stays_out(lock: str) -> None:
    """Django would silently prefer it to psycopg2."""
    assert {"psycopg", "psycopg-binary", "psycopg-c"} & pins(lock).keys() == set()


def test_every_dependency_has_its_reason_in_the_contributors_guide() -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"^\| `([\w-]+)`", guide, re.MULTILINE))

    assert explained == wanted(development=False) | wanted(development=True)


def test_readme_lists_every_environment_variable() -> None:
    settings = (ROOT / "revops_advisor" / "settings.py").read_text(encoding="utf-8")
    read = set(re.findall(r"\b(?:env\.\w+|boolean|required|whole_number|months|time_zone)\(\s*\"(\w+)\"", settings))
    listed = set(re.findall(r"^\| `(\w+)`", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE))

    assert listed == read | {"PORT"}


def test_nothing_names_a_package_index() -> None:
    assert [(name, host) for name, text in texts().items() for host in HOSTS if host in text] == []


def test_nothing_names_a_path_of_one_machine() -> None:
    assert [(name, found[0]) for name, text in texts().items() if (found := MACHINE_PATH.search(text))] == []


def test_path_of_one_machine_is_noticed() -> None:
    assert MACHINE_PATH.search("cd /" + "work/main")
    assert not MACHINE_PATH.search("templates/home/page.html https://example.com/home/")


def test_licence_is_mit() -> None:
    text = (ROOT / "LICENSE").read_text()

    assert text.startswith("MIT License\n\nCopyright (c) 2026 RevOps Advisor contributors\n")
    assert "without restriction, including without limitation the rights" in text
    assert text.count("WITHOUT WARRANTY OF ANY KIND") == 1


def test_environment_of_one_machine_is_not_committed() -> None:
    assert [name for name in texts() if name.startswith((".venv/", "var/", "staticfiles/"))] == []


# Translations


def entries(file: polib.POFile | polib.MOFile) -> dict[Message, object]:
    return {
        (e.msgctxt, e.msgid): (e.msgid_plural, e.msgstr, e.msgstr_plural) for e in file if not e.obsolete and e.msgid
    }


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_compiled_catalogue_is_the_written_one(path: Path) -> None:
    assert path.with_suffix(".mo").is_file()
    written, compiled = polib.pofile(str(path)), polib.mofile(str(path.with_suffix(".mo")))

    assert entries(compiled) == entries(written)
    assert compiled.metadata == written.metadata


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_catalogue_is_complete(path: Path) -> None:
    catalogue = polib.pofile(str(path))

    assert catalogue.metadata["Language"] == path.parts[-3]
    assert not catalogue.metadata_is_fuzzy
    assert "EMAIL@ADDRESS" not in path.read_text(encoding="utf-8")
    assert [entry.msgid for entry in catalogue.untranslated_entries()] == []
    assert [entry.msgid for entry in catalogue.fuzzy_entries()] == []
    assert [entry.msgid for entry in catalogue.obsolete_entries()] == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_translations_keep_the_placeholders(path: Path) -> None:
    def placeholders(text: str) -> list[str]:
        return sorted(PLACEHOLDER.findall(text))

    differing = [
        entry.msgid
        for entry in polib.pofile(str(path))
        for translated in [entry.msgstr, *entry.msgstr_plural.values()]
        if translated and placeholders(translated) != placeholders(entry.msgid_plural or entry.msgid)
    ]
    assert differing == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_every_text_in_use_is_in_the_catalogue(path: Path) -> None:
    catalogue = entries(polib.pofile(str(path)))

    assert sorted(message for message in used_messages() if message not in catalogue) == []


def used_messages() -> set[Message]:
    """Every text that code and templates hand to gettext."""
    code = (path for package in ("assessments", "metrics", "revops_advisor") for path in (ROOT / package).rglob("*.py"))
    templates = (path for path in (ROOT / "templates").rglob("*") if path.is_file())
    found: set[Message] = set()
    for path in code:
        found |= set(messages_in_code(path.read_text(encoding="utf-8")))
    for path in templates:
        found |= set(messages_in_template(path.read_text(encoding="utf-8")))
    return found


def messages_in_code(source: str) -> Iterator[Message]:
    tree = ast.parse(source)
    known = TRANSLATORS | TRANSLATORS_WITH_CONTEXT
    names = {name: name for name in known}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            names |= {alias.asname: alias.name for alias in node.names if alias.asname and alias.name in known}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = getattr(node.func, "id", None) or getattr(node.func, "attr", "")
            if called in names:
                yield from _messages(names[called], [a.value for a in node.args if isinstance(a, ast.Constant)])


def messages_in_template(source: str) -> Iterator[Message]:
    for called, arguments in TEMPLATE_CALL.findall(templatize(source)):
        yield from _messages(
            "gettext" if called == "_" else called, list(ast.literal_eval(f"({arguments},)".replace(",,", ",")))
        )


def _messages(function: str, arguments: list[object]) -> Iterator[Message]:
    """Contexts come first where there are any; plural forms share the singular's entry."""
    strings = [argument for argument in arguments if isinstance(argument, str)]
    if function in TRANSLATORS_WITH_CONTEXT and len(strings) > 1:
        yield strings[0], strings[1]
    elif function in TRANSLATORS and strings:
        yield None, strings[0]


def test_texts_in_code_are_found() -> None:
    source = """
from django.utils.translation import gettext_lazy as _, pgettext, ngettext
_("one"); pgettext("month", "May"); ngettext("%d day", "%d days", n); translation.gettext("two" " three"); print("no")
"""
    assert list(messages_in_code(source)) == [
        (None, "one"),
        ("month", "May"),
        (None, "%d day"),
        (None, "two three"),
    ]


def test_texts_in_templates_are_found() -> None:
    source = """{% translate "It's one" %}{% translate "May" context "month" %}{{ _("two")|upper }}
{% blocktranslate trimmed with name=x %}
  Dear {{ name }}
{% endblocktranslate %}{% blocktranslate count n=n %}{{ n }} day{% plural %}{{ n }} days{% endblocktranslate %}"""

    assert set(messages_in_template(source)) == {
        (None, "It's one"),
        ("month", "May"),
        (None, "two"),
        (None, "Dear %(name)s"),
        (None, "%(n)s day"),
    }
