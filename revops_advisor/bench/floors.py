"""The floors: the least that Django can do for the same purpose, as real views behind the same middleware."""

from functools import cache
from pathlib import Path

from django.contrib.auth.decorators import login_not_required
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template import RequestContext, Template
from django.utils import timezone
from django.utils.translation import get_language

from assessments.content.loader import shipped_method

KEY = {"sqlite": "integer PRIMARY KEY", "postgresql": "bigserial PRIMARY KEY"}
MAKE_TABLE = """
CREATE TABLE bench_answer (
    id {key}, assessment_id bigint NOT NULL, code varchar(2) NOT NULL, choice smallint NOT NULL, note text NOT NULL,
    saved_at timestamp with time zone NOT NULL
)
"""
INSERT = "INSERT INTO bench_answer (assessment_id, code, choice, note, saved_at) VALUES (%s, %s, %s, %s, %s)"
SELECT = "SELECT choice, note, version FROM assessments_answer WHERE assessment_id = %s AND code = %s"


class FloorRequest(WSGIRequest):
    """A request that is answered by the floors' views."""

    urlconf = "revops_advisor.bench.floor_urls"


class FloorHandler(WSGIHandler):
    """Django's handler, with the middleware that is set when it is made, in front of the floors' views."""

    request_class = FloorRequest


def make_floor_table() -> None:
    """The table that the raw INSERT writes to."""
    with connection.cursor() as cursor:
        cursor.execute(MAKE_TABLE.format(key=KEY[connection.vendor]))


@cache
def page() -> Template:
    """One hand-written template of one question, compiled once."""
    text = Path(__file__).with_name("floor.html").read_text(encoding="utf-8")
    return Template(text)


@login_not_required
def bare(request: HttpRequest, ref: str) -> HttpResponse:
    """Nothing but a word."""
    return HttpResponse("ok")


@login_not_required
def one_template(request: HttpRequest, ref: str) -> HttpResponse:
    """One question from one template; nothing is read."""
    return rendered(request, "S1", None)


@login_not_required
def one_template_one_select(request: HttpRequest, ref: str, assessment_id: int, code: str) -> HttpResponse:
    """One question with its stored answer: one raw SELECT and one template."""
    with connection.cursor() as cursor:
        cursor.execute(SELECT, [assessment_id, code])
        choice, _, _ = cursor.fetchone()
    return rendered(request, code, choice)


def rendered(request: HttpRequest, code: str, choice: int | None) -> HttpResponse:
    language = get_language() or "en"
    question = shipped_method().question(code)
    context = {
        "language": language,
        "name": code.lower(),
        "label": question.label.in_language(language),
        "question": question.question.in_language(language),
        "hint": question.hint.in_language(language),
        "options": [option.in_language(language) for option in question.options],
        "choice": choice,
    }
    return HttpResponse(page().render(RequestContext(request, context)))


@login_not_required
def one_insert(request: HttpRequest, ref: str, assessment_id: int, code: str) -> HttpResponse:
    """One row from the form, and a redirect: nothing is checked."""
    name = code.lower()
    saved_at = connection.ops.adapt_datetimefield_value(timezone.now())
    choice, note = int(request.POST[name]), request.POST[f"{name}-note"]
    with connection.cursor() as cursor:
        cursor.execute(INSERT, [assessment_id, code, choice, note, saved_at])
    return HttpResponseRedirect(request.path)
