"""The WSGI application; a worker refuses to serve on a database that could lose answers."""

import os
import re
from collections.abc import Callable, Iterable
from typing import Any

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "revops_advisor.settings")

CHARSET = re.compile(r";\s*charset\s*\*?\s*=[^;]*", re.IGNORECASE)
django_application = get_wsgi_application()


def application(request: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Django's application, blind to the charset a request declares: all is UTF-8.

    A declared charset such as `hex` makes Django fail while it builds the request, before any page of ours can answer.
    """
    if "CONTENT_TYPE" in request:
        request["CONTENT_TYPE"] = CHARSET.sub("", request["CONTENT_TYPE"])
    return django_application(request, start_response)


from revops_advisor.database import refuse_unsafe_database  # noqa: E402  # needs the configured settings

refuse_unsafe_database()
