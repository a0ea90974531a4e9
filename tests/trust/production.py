"""`python -m tests.trust.production FOLDER`: every address in production settings, as JSON; run by test_headers.

A process of its own, because settings are read once. Static files are collected into the folder.
"""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

PRODUCTION = {
    "REVOPS_MODE": "production",
    "SECRET_KEY": "a secret for tests that is long enough, 8c1f2b7d94e0a6f35b7c",
    "ALLOWED_HOSTS": "advisor.example.com",
    "BEHIND_PROXY": "1",
    "DJANGO_SETTINGS_MODULE": "revops_advisor.settings",
}
HOST = "advisor.example.com"


def set_up(folder: Path) -> None:
    """Production settings with their database and collected files in the folder."""
    os.environ.update(PRODUCTION, DATABASE_URL=f"sqlite:///{folder / 'db.sqlite3'}")
    from revops_advisor import settings  # after the environment is set

    settings.STATIC_ROOT = folder / "static"  # type: ignore[attr-defined]
    settings.ROOT_URLCONF = "tests.trust.faulty_urls"  # type: ignore[attr-defined]
    import django  # the same

    django.setup()
    from django.core.management import call_command  # the same

    with redirect_stdout(sys.stderr):
        call_command("prepare")
        call_command("collectstatic", interactive=False, verbosity=0)


def answers() -> Iterator[dict[str, Any]]:
    """What every address answers to its owner, and what goes wrong answers."""
    from django.conf import settings  # after Django is set up
    from django.contrib.staticfiles.storage import staticfiles_storage

    from tests.trust.addresses import TABLE
    from tests.trust.world import STATES, alike, world

    all_there = world(browser)
    owner = all_there.browsers["owner"]
    for row in TABLE:
        for state in STATES:
            for language in ("en", "pl"):
                url = all_there.url(row, state, language)
                yield recorded("GET", url, alike(owner).get(url))
    nobody = browser()
    for url in ("/en/nothing/", "/nothing/", "/pl/a/nothing1234/check/", "/en/fault/"):
        yield recorded("GET", url, nobody.get(url))
    yield recorded("POST", "/en/mine/", nobody.post("/en/mine/"))
    yield recorded("POST", "/en/start/", nobody.post("/en/start/", {"x": "y" * 2_000_000}))
    yield recorded("POST", "/en/%00/", nobody.post("/en/%00/"))
    strict = alike(owner, enforce_csrf_checks=True)
    for path in ("name/", "company/"):
        url = f"/en/a/{all_there.refs['draft', 'single']}/{path}"
        yield recorded("POST", url, strict.post(url))
    for _ in range(settings.FAILED_LINKS_PER_MINUTE + 1):
        many = nobody.get("/en/resume/nothing-here/")
    yield recorded("GET", "/en/resume/nothing-here/", many)
    yield recorded("GET", "/en/ with a wrong host", nobody.get("/en/", headers={"host": "evil.example"}))
    yield recorded("GET", "/en/ over plain HTTP", nobody.get("/en/", headers={"x-forwarded-proto": "http"}))
    for name in ("css/site.css", "js/page.js", "img/icon.svg"):
        url = staticfiles_storage.url(name)
        yield recorded("GET", url, nobody.get(url))


def browser() -> Any:
    """A browser behind a proxy that ends HTTPS."""
    from django.test import Client  # after Django is set up

    return Client(raise_request_exception=False, headers={"host": HOST, "x-forwarded-proto": "https"})


def recorded(method: str, url: str, response: Any) -> dict[str, Any]:
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return {
        "method": method,
        "url": url,
        "status": response.status_code,
        "headers": {name.lower(): value for name, value in response.headers.items()},
        "cookies": [cookie.OutputString() for cookie in response.cookies.values()],
        "body": body.decode(),
    }


if __name__ == "__main__":
    set_up(Path(sys.argv[1]))
    json.dump(list(answers()), sys.stdout)
