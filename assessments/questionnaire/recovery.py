"""When access or the form's token was lost while typing: what was typed comes back, and a way to save it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import get_language

from assessments.content.loader import shipped_method
from assessments.questionnaire.access import AccessLost, reachable_assessment
from assessments.questionnaire.fields import Choice
from assessments.questionnaire.form_keys import FIELD
from assessments.questionnaire.forms import ResumeForm, field_name
from assessments.result.overriding.forms import OverrideForm
from assessments.result.sharing.forms import ShareForm
from revops_advisor.errors import error_page

View = Callable[..., HttpResponse]
ANSWERING = frozenset({"question", "section", "profile", "rename", "share", "override"})
MOST_FIELDS = 60
NOT_TYPED = frozenset({"csrfmiddlewaretoken", "then"})
UNSEEN = ("version", "replaces", FIELD)  # ends of the names of fields that nobody types


@dataclass(frozen=True, slots=True)
class Typed:
    """Fields that could not be saved, the address they were meant for, and whether this browser may save them."""

    path: str
    fields: Mapping[str, str]
    has_access: bool


@dataclass(frozen=True, slots=True)
class RecoveryPage:
    """What was typed, as hidden fields and as text, and where it was to be saved."""

    fields: list[tuple[str, str]]
    texts: list[str]
    path: str
    has_access: bool
    save_address: str
    keeps_typed: str = "language"


def typed_comes_back(view: View) -> View:
    """On a save without access, answer with what was typed and a field for the personal link."""

    @login_not_required
    @wraps(view)
    def guarded(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, **kwargs)
        except AccessLost:
            if request.method != "POST" or is_bare(request):
                raise
            return recovery_response(request, typed_in(request), status=404)

    return guarded


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A save whose form token was lost or too old: nothing is saved, nothing typed is lost."""
    if answering_ref(request.path) is None or is_bare(request):
        return error_page(request, 403)
    return recovery_response(request, typed_in(request), status=403)


def is_bare(request: HttpRequest) -> bool:
    """Whether the form has a button and nothing to type, such as one that revokes a link."""
    return "do" in request.POST


def recovery_response(
    request: HttpRequest, typed: Typed, *, status: int, form: ResumeForm | None = None
) -> HttpResponse:
    """The page that gives back what was typed."""
    page = RecoveryPage(
        fields=list(typed.fields.items())[:MOST_FIELDS],
        texts=typed_texts(typed.fields),
        path=typed.path,
        has_access=typed.has_access,
        save_address=typed.path if typed.has_access else reverse("resume-form"),
    )
    context = {"page": page, "form": form or ResumeForm()}
    return render(request, "questionnaire/recovery.html", context, status=status)


def typed_in(request: HttpRequest) -> Typed:
    """What this very request tried to save."""
    ref = answering_ref(request.path)
    fields = {name: str(value) for name, value in request.POST.items() if name not in NOT_TYPED}
    has_access = ref is not None and reachable_assessment(request, ref) is not None
    return Typed(request.get_full_path(), fields, has_access)


def answering_ref(path: str) -> str | None:
    """The reference in the address of a page where answers are typed; None for any other address."""
    try:
        match = resolve(path.split("?", 1)[0])
    except Resolver404:
        return None
    return match.kwargs["ref"] if match.url_name in ANSWERING else None


def typed_texts(fields: Mapping[str, str]) -> list[str]:
    """What was typed, as its writer would recognise it."""
    language, chosen = get_language() or "en", {}
    for question in shipped_method().questions:
        value = fields.get(field_name(question.code), "")
        if value.isdecimal() and int(value[:2]) < len(question.options):
            chosen[field_name(question.code)] = question.options[int(value[:2])].in_language(language)
    for name, labels in labels_beside_the_result().items():
        if fields.get(name) in labels:
            chosen[name] = labels[fields[name]]
    readable = (chosen.get(name, value) for name, value in fields.items() if not name.endswith(UNSEEN))
    return [text for text in readable if text.strip()]


def labels_beside_the_result() -> dict[str, dict[str, str]]:
    """The options of the forms that stand beside a result, by the name of their field."""
    forms = (OverrideForm(""), ShareForm())
    found = {name: field.widget for form in forms for name, field in form.fields.items() if isinstance(field, Choice)}
    return {name: {str(value): str(label) for value, label in widget.choices} for name, widget in found.items()}
