"""What a report is made from: the advice document, what stands beside it, and what the reader asked for."""

from dataclasses import dataclass, field
from enum import StrEnum

from assessments.document.decision import Decision
from assessments.document.values import AdviceDocument


class Format(StrEnum):
    """The formats by the ending of their files."""

    PDF = "pdf"
    WORD = "docx"
    SLIDES = "pptx"
    WORKBOOK = "xlsx"
    TABLE = "csv"
    DATA = "json"
    MARKDOWN = "md"


class ReportError(Exception):
    """A report cannot be made; the sentence names the format and what is at fault."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture made anew by us: PNG, with its size in pixels."""

    png: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Branding:
    """How a consultant's reports look and are signed; `accent` is `#rrggbb`, empty for the product's own colours."""

    prepared_by: str = ""
    accent: str = ""
    closing: str = ""
    logo: Logo | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """What to print: the language, `en` or `pl`, and which parts."""

    language: str
    notes: bool = True
    answers: bool = True
    method: bool = True
    branding: Branding = field(default_factory=Branding)


@dataclass(frozen=True, slots=True)
class Record:
    """What the engine was given and what it made of it, as stored: canonical JSON. With it a result can be checked."""

    inputs: str
    values: str


@dataclass(frozen=True, slots=True)
class Report:
    """One result to print. `day` is the date of completion as 2026-11-22 in `zone`; both are empty for the sample."""

    document: AdviceDocument
    options: Options
    name: str = ""
    day: str = ""
    zone: str = ""
    decision: Decision | None = None
    record: Record | None = None


@dataclass(frozen=True, slots=True)
class File:
    """A finished report."""

    name: str
    media_type: str
    content: bytes
