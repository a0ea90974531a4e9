"""Log lines as JSON, each with its request's id; secrets of links never reach a log."""

import json
import logging
import re
from contextvars import ContextVar

request_id: ContextVar[str] = ContextVar("request_id", default="-")
REQUEST_ID = "revops.request_id"  # the same in a request's META, for what Django logs after the request

# The route segments after which a secret stands in an address. urls.py builds its routes from this tuple too.
RESUME, SHARE = SECRET_ROUTES = ("resume", "r")
SECRET = re.compile(rf"((?:/|%2F)(?:{'|'.join(SECRET_ROUTES)})(?:/|%2F))[^/\s\"'?#&%]+", re.IGNORECASE)
BARE_SECRET = re.compile(r"\b(?:[1-9a-z]{4}-){6}[1-9a-z]{4}\b", re.IGNORECASE)  # pasted into a field that needs none


def masked(text: str) -> str:
    """The text with every secret of a link replaced by ***, also where it stands in the query of an address."""
    return BARE_SECRET.sub("***", SECRET.sub(r"\1***", text))


def id_of(record: logging.LogRecord) -> str:
    """The id of the request a record belongs to; `-` outside of requests."""
    meta = getattr(getattr(record, "request", None), "META", {})
    return str(meta.get(REQUEST_ID, request_id.get()))


class JsonFormatter(logging.Formatter):
    """One JSON object a line: time (ISO 8601, offset), level, logger, request, message and, on errors, the trace."""

    def format(self, record: logging.LogRecord) -> str:
        entry = {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname,
            "logger": record.name,
            "request": id_of(record),
            "message": masked(record.getMessage()),
        }
        if record.exc_info:
            entry["trace"] = masked(self.formatException(record.exc_info))
        return json.dumps(entry, ensure_ascii=False)
