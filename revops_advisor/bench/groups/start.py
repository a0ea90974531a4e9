"""The start of one web worker, in a process of its own."""

import subprocess
import sys
from collections.abc import Iterator
from statistics import median

from django.conf import settings
from django.db import connection

from revops_advisor.bench.lines import Line, counted
from revops_advisor.bench.setting import Setting

MOST_ROUNDS = 7
HEAVY = ("docx", "pptx", "openpyxl", "typst", "reportlab", "weasyprint", "numpy", "pandas", "PIL")
FLOOR = """
import time
began = time.process_time()
import django
from django.conf import settings
apps = ["contenttypes", "auth", "sessions", "messages", "staticfiles"]
settings.configure(INSTALLED_APPS=[f"django.contrib.{app}" for app in apps])
django.setup()
print(time.process_time() - began)
"""
WORKER = """
import time
began = time.process_time()
from revops_advisor.wsgi import application
started = time.process_time()
import io
request = {"REQUEST_METHOD": "GET", "PATH_INFO": "/en/", "HTTP_HOST": "127.0.0.1", "SERVER_NAME": "127.0.0.1",
    "SERVER_PORT": "8000", "wsgi.input": io.BytesIO(), "wsgi.url_scheme": "http"}
response = application(request, lambda status, headers: None)
b"".join(response), response.close()
assert response.status_code == 200, response.status_code
answered = time.process_time()
import sys
print(started - began, answered - started, sum(name in sys.modules for name in NAMES))
"""


def start(setting: Setting) -> Iterator[Line]:
    """Imports and the application, beside django.setup(); then the first page, which imports the views."""
    rounds = min(setting.rounds, MOST_ROUNDS)
    program = f"NAMES = {HEAVY!r}\n{WORKER}"
    runs = [(printed(program), printed(FLOOR)) for _ in range(rounds)]
    starts = [worker[0] * 1000 for worker, _ in runs]
    ratio = median(worker[0] / floor[0] for worker, floor in runs)
    floor = "django.setup(), contrib only"
    yield Line("start", "one web worker", min(starts), median(starts), "ms", "cpu", floor, ratio, 2)
    first = [worker[1] * 1000 for worker, _ in runs]
    yield Line("start", "its first page", min(first), median(first), "ms", "cpu")
    yield counted("start", "heavy libraries imported", int(runs[0][0][2]), "libraries", 0)


def printed(program: str) -> list[float]:
    """The numbers that the program prints, run by this Python on the benchmark's database."""
    variables = [f"{name}={value}" for name, value in worker_settings().items()]
    command = ["env", *variables, sys.executable, "-c", program]
    done = subprocess.run(command, cwd=settings.BASE_DIR, check=True, capture_output=True, text=True)  # noqa: S603  # our own text
    return [float(word) for word in done.stdout.split()]


def worker_settings() -> dict[str, str]:
    """The environment variables of the worker."""
    return {"REVOPS_MODE": "local", "DATABASE_URL": f"sqlite:///{connection.settings_dict['NAME']}"}
