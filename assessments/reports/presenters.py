"""The page that offers reports."""

from dataclasses import dataclass

from django.utils.translation import gettext


@dataclass(frozen=True, slots=True)
class ReportPage:
    """`back` is the result's address. `failed` says that a report could not be made; the others are still offered."""

    name: str
    back: str
    failed: str = ""
    area: str = "assess"

    @property
    def errors(self) -> list[tuple[str, str]]:
        """What stands in the summary of errors, with the control it leads to."""
        sentence = gettext("%(failed)s Nothing is lost. Choose another format, or try again in a minute.")
        return [("#id_format_0", sentence % {"failed": self.failed})] if self.failed else []
