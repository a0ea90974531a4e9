"""A page of text: a list of sections, each with a heading that the contents link to and a template of its own."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Section:
    anchor: str
    title: str
    template: str


@dataclass(frozen=True, slots=True)
class TextPage:
    """`description` is the summary for search engines."""

    title: str
    description: str
    lead: str
    sections: tuple[Section, ...]


def sections_in(folder: str, titles: dict[str, str]) -> tuple[Section, ...]:
    """Sections by anchor; the text of each lies in `pages/<folder>/<anchor>.html`."""
    return tuple(Section(anchor, title, f"pages/{folder}/{anchor}.html") for anchor, title in titles.items())
