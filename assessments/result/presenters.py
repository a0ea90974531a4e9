"""The page around a frozen advice document."""

from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext


@dataclass(frozen=True, slots=True)
class ResultPage:
    """`advice` is the document as HTML; the company's name can change, so it stands beside it."""

    ref: str
    name: str
    title: str
    advice: SafeString


def result_page(ref: str, name: str, advice: SafeString) -> ResultPage:
    """The page; a company without a name is called just that."""
    title = gettext("Result: %(name)s") % {"name": name} if name else gettext("Result")
    return ResultPage(ref, name, title, advice)
