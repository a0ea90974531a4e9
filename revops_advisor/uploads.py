"""Files that come with a form: taken on the pages that ask for some, and only as large as the settings allow.

What is too large is refused while it comes in; the form learns which field it was from `too_large`.
"""

import re
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.core.files.uploadhandler import StopUpload, TemporaryFileUploadHandler
from django.http import HttpRequest

SCORECARD = re.compile(r"/[a-z]{2}/scorecard/(?:[a-z0-9-]+/)?")
REPORT = re.compile(r"/[a-z]{2}/a/[a-z0-9]+/report/")  # a consultant's logo
TOO_LARGE = "revops.too_large"
MEGABYTE = 1_000_000


class BoundedUpload(TemporaryFileUploadHandler):
    """Files on disk while the request lasts, so that their size costs no memory."""

    def handle_raw_input(
        self,
        input_data: object,
        META: dict[str, str],  # noqa: N803  # Django's own name, given by keyword
        content_length: int,
        boundary: Any,
        encoding: str | None = None,
    ) -> None:
        """Refuse a request that says it is larger than all its files may be together."""
        if content_length > self._largest_body():
            raise RequestDataTooBig("The files are larger than they may be together.")

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Refuse a file that no form of ours asks for."""
        if not (self._is_at(SCORECARD) or self._is_at(REPORT)):
            raise TooManyFilesSent("No file is taken here.")
        super().new_file(*args, **kwargs)

    def _is_at(self, pages: re.Pattern[str]) -> bool:
        return self.request is not None and bool(pages.fullmatch(self.request.path_info))

    def _largest_body(self) -> int:
        if self._is_at(SCORECARD):
            return settings.DATA_UPLOAD_MAX_NUMBER_FILES * most_bytes() + MEGABYTE
        return settings.LARGEST_BODY

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep a piece of a file; past the limit, stop reading."""
        if start + len(raw_data) > most_bytes() and self.request is not None:
            self.request.META[TOO_LARGE] = self.field_name
            self.file.close()
            raise StopUpload
        super().receive_data_chunk(raw_data, start)


def most_bytes() -> int:
    """How large one file may be."""
    return settings.SCORECARD_MAX_MB * MEGABYTE


def too_large_field(request: HttpRequest) -> str:
    """The field whose file was larger than it may be; empty where there is none."""
    return str(request.META.get(TOO_LARGE, ""))
