"""Set-up of every test process: settings, random seed, browser."""

import os
import random
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings as hypothesis_settings

from tests.databases import SHARED_SERVER, server

os.environ["REVOPS_MODE"] = "local"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "revops_advisor.settings")

hypothesis_settings.register_profile("default", deadline=None, print_blob=True)
hypothesis_settings.register_profile("ci", deadline=None, print_blob=True, max_examples=60)
hypothesis_settings.load_profile("ci" if os.environ.get("CI") == "true" else "default")

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
CHROMIUM_ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Choose one seed for all of Hypothesis, load the settings, and let the browser process run its own loop."""
    if not config.getoption("--hypothesis-seed"):
        config.option.hypothesis_seed = str(random.randrange(2**32))
    if config.getoption("markexpr") == "browser":
        # Playwright keeps an event loop running in the main thread, which Django would take for asynchronous code.
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    import django  # after REVOPS_MODE is set above

    django.setup()
    from tests.flushing import lift_guards_while_emptying  # needs Django

    lift_guards_while_emptying()


def pytest_report_header(config: pytest.Config) -> str:
    """The line that lets a run be repeated."""
    return f"random seed: {config.getoption('--hypothesis-seed')} (repeat with --hypothesis-seed=...)"


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str | None]:
    """One PostgreSQL server for all tests that make databases of their own with `postgresql()`; None without one."""
    with server() as address, pytest.MonkeyPatch.context() as patch:
        patch.setenv(SHARED_SERVER, address or "")
        yield address


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Use the system's Chromium: nothing is downloaded."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine; install the package chromium")
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": CHROMIUM_ARGS}
