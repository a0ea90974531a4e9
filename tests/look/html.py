"""Enough of an HTML reader to ask a page about its elements, their order and their text."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from django.template import engines
from django.test import RequestFactory
from django.utils.safestring import SafeString

VOID = {"br", "circle", "img", "input", "line", "link", "meta", "path", "rect"}


@dataclass
class Element:
    """An element, or for tag "" a piece of text."""

    tag: str
    attrs: dict[str, str] = field(default_factory=dict)
    children: list["Element"] = field(default_factory=list)
    own_text: str = ""

    def walk(self) -> Iterator["Element"]:
        yield self
        for child in self.children:
            yield from child.walk()

    def all(self, *tags: str, **attrs: str) -> list["Element"]:
        """Elements in document order; attribute names are written class_, aria_label."""
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attrs.items()}
        return [
            each
            for each in self.walk()
            if each.tag
            and (not tags or each.tag in tags)
            and all(value in (each.attrs.get(name), *_classes(each, name)) for name, value in wanted.items())
        ]

    def one(self, *tags: str, **attrs: str) -> "Element":
        found = self.all(*tags, **attrs)
        assert len(found) == 1, f"{len(found)} of {tags} {attrs}"
        return found[0]

    @property
    def text(self) -> str:
        return " ".join("".join(each.own_text for each in self.walk()).replace("\n", " ").split(" ")).strip()

    @property
    def words(self) -> str:
        """The text with every run of white space, no-break spaces too, as one space."""
        return " ".join(self.text.split())


def _classes(element: Element, name: str) -> list[str]:
    return element.attrs.get("class", "").split() if name == "class" else []


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("root")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            closed = self.open.pop()
            assert closed.tag == tag, f"<{closed.tag}> is closed by </{tag}>"

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(Element("", own_text=data))


def parse(html: str) -> Element:
    """The document as a tree; every element must be closed in order."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert [each.tag for each in reader.open] == ["root"]
    return reader.open[0]


def rendered(source: str, *, path: str = "/en/", **context: object) -> SafeString:
    """A template's text rendered as a page of ours would be."""
    return engines["django"].from_string(source).render(context, RequestFactory().get(path))


def shown(source: str, *, path: str = "/en/", **context: object) -> Element:
    return parse(rendered(source, path=path, **context))
