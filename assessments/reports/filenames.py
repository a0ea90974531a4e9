"""Names of report files: `acorn-metrics_salesops-revops_2026-11-22.pdf`."""

import re
import unicodedata
from urllib.parse import quote

from assessments.reports.values import Format, Report

SUBJECT = "salesops-revops"
LONGEST = 60  # characters of the company's name; every file system and mail program takes the whole
ASCII_LETTERS = str.maketrans("łŁøØđĐßæÆœŒ", "lLoOdDsaAoO")  # letters that do not come apart into letter and mark


def file_name(report: Report, kind: Format) -> str:
    """The name with the company's letters in lower case; without a name of a company it starts with the subject."""
    parts = [_slug(report.name), SUBJECT, report.day or "sample"]
    return f"{'_'.join(filter(None, parts))}.{kind}"


def ascii_name(name: str) -> str:
    """The name in plain letters, for programs that know no others."""
    plain = unicodedata.normalize("NFKD", name.translate(ASCII_LETTERS)).encode("ascii", "ignore").decode()
    return re.sub(r"^[-_]+", "", plain)


def disposition(name: str) -> str:
    """A Content-Disposition header that saves the file: plain letters, and the whole name as RFC 5987 has it."""
    plain = f'attachment; filename="{ascii_name(name)}"'
    return plain if name.isascii() else f"{plain}; filename*=UTF-8''{quote(name, safe='')}"


def _slug(name: str) -> str:
    """Letters, their marks and digits in any script, joined by hyphens."""
    kept = (char if unicodedata.category(char)[0] in "LMN" else " " for char in unicodedata.normalize("NFC", name))
    return "-".join("".join(kept).lower().split())[:LONGEST].strip("-")
