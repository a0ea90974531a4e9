"""What a browser is told about every answer of the product in production settings."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.test_architecture import template_faults
from tests.trust.production import PRODUCTION
from tests.trust.servers import ROOT

STATIC = "/static/"
PRIVATE = re.compile(r"/(en|pl)/(a|mine|compare|resume|r|scorecard|shared)(/|$)")
EVERY_STATUS = {200, 301, 302, 400, 403, 404, 405, 410, 413, 429, 500}
HALF_A_YEAR = 15_768_000
Recorded = dict[str, Any]


def run(*command: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG", "TMPDIR"}}
    env = kept | PRODUCTION | environment
    return subprocess.run([sys.executable, *command], cwd=ROOT, env=env, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> list[Recorded]:
    """Every address in production, asked once for all tests of this module."""
    done = run("-m", "tests.trust.production", tmp_path_factory.mktemp("production"))
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout)


def where(answer: Recorded) -> str:
    return f"{answer['method']} {answer['url']}: {answer['status']}"


def pages(answers: list[Recorded]) -> list[Recorded]:
    """All answers but static files and the way to HTTPS."""
    return [each for each in answers if not each["url"].startswith(STATIC) and each["status"] != 301]


def policy(answer: Recorded) -> dict[str, list[str]]:
    parts = [part.split() for part in answer["headers"].get("content-security-policy", "").split(";")]
    return {part[0]: part[1:] for part in parts if part}


def cookies_are_safe(answer: Recorded) -> bool:
    return all(
        cookie.startswith("__Host-")
        and {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= {part.strip() for part in cookie.split(";")}
        and "Domain=" not in cookie
        for cookie in answer["cookies"]
    )


def score(answer: Recorded) -> int:
    """Observatory's table: from 100, minus what is missing; what goes beyond counts only where nothing is missing."""
    headers, directives = answer["headers"], policy(answer)
    sources = {source for values in directives.values() for source in values}
    age = re.search(r"max-age=(\d+)", headers.get("strict-transport-security", ""))
    minus = {
        25: not directives or bool({"'unsafe-inline'", "'unsafe-eval'", "*", "data:", "http:", "https:"} & sources),
        20: age is None or int(age[1]) < HALF_A_YEAR,
        5: headers.get("x-content-type-options") != "nosniff",
        40: not cookies_are_safe(answer),
        50: headers.get("access-control-allow-origin") is not None,
    }
    total = 100 - sum(points for points, applies in minus.items() if applies)
    if total < 100:
        return total
    plus = [
        (10, directives.get("default-src") == ["'none'"]),
        (5, bool(answer["cookies"])),
        (5, headers.get("referrer-policy") in {"no-referrer", "same-origin"}),
        (5, directives.get("frame-ancestors") == ["'none'"]),
        (10, headers.get("cross-origin-opener-policy") == "same-origin"),
        (10, headers.get("cross-origin-resource-policy") == "same-origin"),
    ]
    return total + sum(points for points, applies in plus if applies)


def test_check_before_deployment_finds_nothing(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'db.sqlite3'}"
    done = run("manage.py", "check", "--deploy", "--fail-level", "WARNING", DATABASE_URL=database)

    assert (done.returncode, done.stdout) == (0, "System check identified no issues (0 silenced).\n")


def test_check_notices_a_weak_secret_so_the_test_above_would(tmp_path: Path) -> None:
    weak = {"SECRET_KEY": "weak", "DATABASE_URL": f"sqlite:///{tmp_path / 'db.sqlite3'}"}
    done = run("manage.py", "check", "--deploy", "--fail-level", "WARNING", **weak)

    assert done.returncode == 1
    assert "security.W009" in done.stderr


def test_every_kind_of_answer_is_looked_at(answers: list[Recorded]) -> None:
    assert {each["status"] for each in answers} == EVERY_STATUS
    assert len([each for each in answers if each["url"].startswith(STATIC)]) == 3


def test_every_answer_reaches_the_highest_score(answers: list[Recorded]) -> None:
    assert [where(each) for each in pages(answers) if score(each) != (145 if each["cookies"] else 140)] == []


def test_score_counts_what_is_missing() -> None:
    best = {
        "headers": {
            "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
            "strict-transport-security": "max-age=31536000",
            "x-content-type-options": "nosniff",
            "referrer-policy": "same-origin",
            "cross-origin-opener-policy": "same-origin",
            "cross-origin-resource-policy": "same-origin",
        },
        "cookies": ["__Host-a=b; HttpOnly; Path=/; SameSite=Lax; Secure"],
    }

    def scored(cookies: list[str] | None = None, **headers: str | None) -> int:
        changed = best["headers"] | {name.replace("_", "-"): value for name, value in headers.items()}
        kept = {name: value for name, value in changed.items() if value is not None}
        return score({"headers": kept, "cookies": best["cookies"] if cookies is None else cookies})

    assert scored() == 145
    assert scored(cookies=[]) == 140
    assert scored(cookies=["a=b; HttpOnly; Path=/; SameSite=Lax; Secure"]) == 60
    assert scored(content_security_policy=None) == 75
    assert scored(content_security_policy="default-src 'none'; style-src 'unsafe-inline'") == 75
    assert scored(content_security_policy="default-src 'self'; frame-ancestors 'none'") == 135
    assert scored(strict_transport_security="max-age=60") == 80
    assert scored(x_content_type_options=None) == 95
    assert scored(referrer_policy="unsafe-url") == 140
    assert scored(cross_origin_resource_policy=None) == 135


def test_content_policy_is_one_and_allows_our_own_files_only(answers: list[Recorded]) -> None:
    policies = [policy(each) for each in pages(answers)]

    assert [each for each in policies if each != policies[0]] == []
    assert policies[0] == {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }


def test_cookies_are_bound_to_this_host_and_hidden_from_scripts(answers: list[Recorded]) -> None:
    assert [where(each) for each in answers if not cookies_are_safe(each)] == []
    assert sum(len(each["cookies"]) for each in answers) > 50


def test_nothing_but_static_files_is_cached(answers: list[Recorded]) -> None:
    cached = [where(each) for each in answers if each["headers"].get("cache-control") != "no-store"]

    assert cached == [where(each) for each in answers if each["url"].startswith(STATIC)]


def test_private_addresses_are_kept_out_of_search_engines(answers: list[Recorded]) -> None:
    marked = [where(each) for each in answers if each["headers"].get("x-robots-tag") == "noindex, nofollow"]

    assert marked == [where(each) for each in answers if PRIVATE.match(each["url"])]


def test_answers_name_no_software(answers: list[Recorded]) -> None:
    assert {name for each in answers for name in each["headers"]} & {"server", "x-powered-by", "via"} == set()


def test_pages_hold_no_inline_style_script_or_handler(answers: list[Recorded]) -> None:
    found = {
        where(each): faults
        for each in answers
        if (faults := [fault for fault in template_faults(each["body"]) if "lines" not in fault])
    }
    assert found == {}


def test_pages_take_nothing_from_other_hosts(answers: list[Recorded]) -> None:
    taken = re.compile(
        r"""<(?:script|link|img|iframe|form|use|source|object|embed)\b[^>]*?\b(?:src|href|action|data)=["']([^"']+)"""
    )
    addresses = {found for each in pages(answers) for found in taken.findall(each["body"])}

    assert sorted(each for each in addresses if not re.match(r"/(?!/)|#|$", each)) == []
    assert len(addresses) > 5


def test_plain_http_leads_to_https_on_the_same_host(answers: list[Recorded]) -> None:
    moved = [each["headers"]["location"] for each in answers if each["status"] == 301]

    assert moved == ["https://advisor.example.com/en/"]


@pytest.mark.parametrize("missing", ["SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL"])
def test_production_does_not_start_without_its_settings(tmp_path: Path, missing: str) -> None:
    everything = {"DATABASE_URL": f"sqlite:///{tmp_path / 'db.sqlite3'}"} | {missing: ""}

    done = run("manage.py", "check", **everything)

    assert done.returncode == 1
    assert f"{missing} is not set." in done.stderr


def test_production_does_not_start_with_a_list_of_nothing() -> None:
    done = run("manage.py", "check", DATABASE_URL="sqlite:///unused.sqlite3", ALLOWED_HOSTS=" , ")

    assert done.returncode == 1
    assert "ALLOWED_HOSTS is not set." in done.stderr


SHOW = """
from revops_advisor import settings
print(settings.ALLOWED_HOSTS, settings.CSRF_TRUSTED_ORIGINS, settings.SECRET_KEY_FALLBACKS)
"""


def test_spaces_and_empty_items_in_lists_do_not_count() -> None:
    lists = {
        "DATABASE_URL": "sqlite:///unused.sqlite3",
        "ALLOWED_HOSTS": "a.example, b.example ,,",
        "CSRF_TRUSTED_ORIGINS": "https://a.example , https://b.example",
        "SECRET_KEY_FALLBACKS": " one, two",
    }

    done = run("-c", SHOW, **lists)

    assert done.stdout == "['a.example', 'b.example'] ['https://a.example', 'https://b.example'] ['one', 'two']\n"


@pytest.mark.parametrize("zone", ["Europe/Warszawa", "Europe", "../etc/passwd", ""])
def test_wrong_time_zone_is_named(zone: str) -> None:
    done = run("manage.py", "check", DATABASE_URL="sqlite:///unused.sqlite3", TIME_ZONE=zone)

    assert done.returncode == 1
    assert f"TIME_ZONE is {zone!r}; it must be a time zone such as Europe/Warsaw." in done.stderr
