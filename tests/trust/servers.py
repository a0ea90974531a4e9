"""Real servers on databases of their own, and browsers made of the standard library's http.client."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from http.client import HTTPConnection, HTTPException, HTTPResponse
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode

from tests.databases import is_postgresql, postgresql, sqlite_url

ROOT = Path(__file__).resolve().parent.parent.parent
SECRET_KEY = "a secret for tests that is long enough to be one, and not kept anywhere"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(database: str, **more: str) -> dict[str, str]:
    """The settings of a server of ours in local mode; nothing of the test run's own leaks in."""
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG", "TMPDIR"}}
    return kept | {"REVOPS_MODE": "local", "SECRET_KEY": SECRET_KEY, "DATABASE_URL": database} | more


def manage(*arguments: str, env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False, timeout=120)


@contextmanager
def own_database(folder: Path) -> Iterator[str]:
    """A prepared database of the engine that this run tests."""
    if is_postgresql(os.environ.get("DATABASE_URL", "")):
        with postgresql() as address:
            assert address is not None
            yield prepared(address)
    else:
        yield prepared(sqlite_url(folder))


def prepared(database: str) -> str:
    done = manage("prepare", env=environment(database))
    assert done.returncode == 0, done.stderr
    return database


class Server:
    """Granian as `make run` and the README start it; its log goes to a file."""

    def __init__(self, env: Mapping[str, str], log: Path, workers: int = 1) -> None:
        self.env, self.log, self.workers, self.port = env, log, workers, free_port()
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1"]
        command += ["--port", str(self.port), "--workers", str(self.workers), "--blocking-threads", "4"]
        command += ["--no-ws", "--log-level", "warning", "--respawn-failed-workers", "revops_advisor.wsgi:application"]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=dict(self.env), stdout=log, stderr=log, start_new_session=True
            )

    def wait(self, seconds: float = 30) -> None:
        """Until it answers."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                if get(self.port, "/livez").status == 200:
                    return
            except (OSError, HTTPException):
                time.sleep(0.05)
        raise AssertionError(f"the server did not start: {self.log.read_text()}")

    def worker_ids(self) -> list[int]:
        assert self.process is not None
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(pid) for pid in children.read_text().split() if b"resource_tracker" not in command_line(int(pid))]

    def kill(self) -> None:
        """End master and workers at once, with no time to tidy up."""
        if self.process is not None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None

    def kill_worker(self) -> None:
        """End one worker; the master starts another."""
        for pid in self.worker_ids()[:1]:
            os.kill(pid, signal.SIGKILL)


def command_line(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b"resource_tracker"  # gone already


@contextmanager
def running(env: Mapping[str, str], log: Path, **more: int) -> Iterator[Server]:
    server = Server(env, log, **more)
    server.start()
    try:
        server.wait()
        yield server
    finally:
        server.kill()


class Answer:
    """A response that has been read."""

    def __init__(self, response: HTTPResponse) -> None:
        self.status, self.headers, self.body = response.status, response.headers, response.read().decode()


def get(
    port: int, path: str, method: str = "GET", body: str | None = None, timeout: float = 20, **headers: str
) -> Answer:
    """One request on a connection of its own."""
    with closing(HTTPConnection("127.0.0.1", port, timeout=timeout)) as connection:
        connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
        return Answer(connection.getresponse())


class Visitor:
    """A browser: keeps cookies and sends the form token it was given last."""

    def __init__(self, server: Server) -> None:
        self.server, self.cookies, self.token = server, SimpleCookie(), ""

    def request(self, method: str, path: str, body: str | None = None, **headers: str) -> Answer:
        cookie = "; ".join(f"{name}={morsel.coded_value}" for name, morsel in self.cookies.items())
        answer = get(self.server.port, path, method, body, Cookie=cookie, **headers)
        for header in answer.headers.get_all("Set-Cookie", []):
            self.cookies.load(header)
        if found := TOKEN.search(answer.body):
            self.token = found[1]
        return answer

    def get(self, path: str) -> Answer:
        return self.request("GET", path)

    def post(self, path: str, fields: Mapping[str, str]) -> Answer:
        body = urlencode({"csrfmiddlewaretoken": self.token, **fields})
        return self.request("POST", path, body, Content_Type="application/x-www-form-urlencoded")

    def start(self) -> str:
        """Start an assessment; its reference."""
        self.get("/en/start/")
        return str(self.post("/en/start/", {"for_whom": "own", "layout": "single"}).headers["Location"].split("/")[3])
