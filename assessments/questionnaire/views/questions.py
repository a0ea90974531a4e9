"""The question pages: one question, or one section of questions, a page."""

from dataclasses import dataclass

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from assessments.models import Assessment
from assessments.questionnaire.access import with_assessment
from assessments.questionnaire.addresses import FROM_CHECK, back_url, next_url, result_url, step_url
from assessments.questionnaire.forms import QuestionsForm, field_name, form_choice
from assessments.questionnaire.plans import plan_of
from assessments.questionnaire.prepared import Marks, prepared_page
from assessments.questionnaire.presenters import (
    ConflictItem,
    ConflictPage,
    LatePage,
    Setting,
    TypedItem,
    Version,
    choice_text,
    question_info,
    question_page,
)
from assessments.questionnaire.recovery import typed_comes_back
from assessments.questionnaire.steps import Kind, Step
from assessments.services.answering import Conflict, Given, Late, SaveOutcome, save_answer
from assessments.services.methods import method_content
from assessments.services.reading import Answers, answers_of

TEMPLATE = "questionnaire/question.html"
PREPARED_QUERIES = ("", FROM_CHECK.removeprefix("?"))


@typed_comes_back
@with_assessment
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, assessment: Assessment, slug: str) -> HttpResponse:
    """One question; its section's page where the assessment shows whole sections."""
    step = plan_of(assessment).step(Kind.QUESTION, slug)
    if step is None:
        return redirect(step_url(assessment.ref, section_asking(assessment, slug)))
    return answer_step(request, assessment, step)


@typed_comes_back
@with_assessment
@require_http_methods(["GET", "HEAD", "POST"])
def section(request: HttpRequest, assessment: Assessment, slug: str) -> HttpResponse:
    """One section of questions."""
    step = plan_of(assessment).step(Kind.SECTION, slug)
    if step is None:
        raise Http404
    return answer_step(request, assessment, step)


def section_asking(assessment: Assessment, slug: str) -> Step:
    """The section step with the question of this slug."""
    try:
        code = method_content(assessment.method_id).question_with_slug(slug).code
        return plan_of(assessment).step_asking(code)
    except (KeyError, StopIteration):
        raise Http404 from None


def answer_step(request: HttpRequest, assessment: Assessment, step: Step) -> HttpResponse:
    """Show the step's questions, or save what was answered and lead on."""
    if request.method == "POST":
        return save_step(request, assessment, step)
    if assessment.completed_at:
        return redirect(result_url(assessment))
    answers = answers_of(assessment)
    if is_plain(request, assessment, step, answers):
        return HttpResponse(from_prepared(request, assessment, step, answers))
    return HttpResponse(live_page(request, assessment, step, answers))


def is_plain(request: HttpRequest, assessment: Assessment, step: Step, answers: Answers) -> bool:
    """Whether the page is one of those that are prepared: nothing on it but the question and its marks.

    A page carries its own address, for the language switch, so only addresses that everybody may see are prepared.
    """
    stored = answers.get(step.codes[0])
    if len(step.codes) > 1 or (stored and stored.note) or request.COOKIES.get("messages"):
        return False
    if request.META.get("QUERY_STRING", "") not in PREPARED_QUERIES:
        return False
    content = method_content(assessment.method_id)
    return not question_info(content, step.codes, answers, without_reps=assessment.sells_without_reps)


def from_prepared(request: HttpRequest, assessment: Assessment, step: Step, answers: Answers) -> str:
    """The page of one question without note and hints: prepared for the first visitor, then filled in."""
    stored = answers.get(step.codes[0])
    choice, version = (stored.choice, stored.version) if stored else (None, 0)
    key = (assessment.method_id, get_language(), step.slug, choice, is_from_check(request))
    marks = Marks(assessment.ref, get_token(request), version)

    def rendering(version: int) -> str:
        rows = {stored.code: stored._replace(version=version)} if stored else {}
        return live_page(request, assessment, step, rows, Blank(version, marks.token))

    return prepared_page(key, marks, rendering)


@dataclass(frozen=True, slots=True)
class Blank:
    """The version an unanswered question is shown with, and the form's token; None for a token of its own."""

    version: int = 0
    token: str | None = None


def live_page(
    request: HttpRequest, assessment: Assessment, step: Step, answers: Answers, blank: Blank = Blank()
) -> str:
    """The step's page, rendered now from what is stored."""
    initial = initial_of(step.codes, answers, blank.version)
    form = questions_form(assessment, step.codes, initial=initial)
    return rendered(request, assessment, step, form, blank.token)


def rendered(
    request: HttpRequest, assessment: Assessment, step: Step, form: QuestionsForm, token: str | None = None
) -> str:
    """The step's page around this form."""
    language = get_language() or "en"
    content = method_content(assessment.method_id)
    where = Setting(assessment.ref, plan_of(assessment), step, back_url(assessment, step, request.GET.get("from")))
    page = question_page(where, content, language, form.groups())
    answers = answers_of(assessment)
    page.info.extend(question_info(content, step.codes, answers, without_reps=assessment.sells_without_reps))
    context = {"page": page, "form": form, "csrf_token": token or get_token(request)}
    return render_to_string(TEMPLATE, context, request)


def initial_of(codes: tuple[str, ...], answers: Answers, blank_version: int = 0) -> dict[str, object]:
    """What the form shows before anything is typed."""
    initial: dict[str, object] = {}
    for code in codes:
        name, stored = field_name(code), answers.get(code)
        initial[f"{name}-version"] = stored.version if stored else blank_version
        if stored:
            initial |= {name: form_choice(stored.choice), f"{name}-note": stored.note}
    return initial


def is_from_check(request: HttpRequest) -> bool:
    return request.GET.get("from") == "check"


def questions_form(assessment: Assessment, codes: tuple[str, ...], **kwargs: object) -> QuestionsForm:
    content = method_content(assessment.method_id)
    return QuestionsForm(tuple(content.question(code) for code in codes), get_language() or "en", **kwargs)


def save_step(request: HttpRequest, assessment: Assessment, step: Step) -> HttpResponse:
    """Save each answer of the page; show again what cannot be saved, with everything that was typed."""
    sent = tuple(code for code in step.codes if f"{field_name(code)}-version" in request.POST) or step.codes
    form = questions_form(assessment, sent, data=request.POST)
    then = request.POST.get("then")
    later = then == "later"
    if then == "language" or (not form.is_valid() and not (later and form.lacks_only_choices())):
        return HttpResponse(rendered(request, assessment, step, form))
    refused = [o for o in save_answers(assessment, form, sent) if isinstance(o, Conflict | Late)]
    if refused:
        return refusal(request, assessment, step, form, refused)
    if later:
        return redirect("save", ref=assessment.ref)
    following = plan_of(assessment).after(step)
    return redirect(next_url(assessment.ref, following, from_check=is_from_check(request)))


def save_answers(assessment: Assessment, form: QuestionsForm, codes: tuple[str, ...]) -> list[SaveOutcome]:
    """One statement an answer, durable when this returns; several answers are saved together."""
    given = [answer for code in codes if (answer := form.given(code))]
    if len(given) == 1:
        return [save_answer(assessment, given[0])]
    with transaction.atomic():
        return [save_answer(assessment, answer) for answer in given]


def refusal(
    request: HttpRequest, assessment: Assessment, step: Step, form: QuestionsForm, refused: list[Conflict | Late]
) -> HttpResponse:
    """The page that shows both texts, or the text that came after completion; nothing typed is lost."""
    conflicts = [outcome for outcome in refused if isinstance(outcome, Conflict)]
    late = next((outcome for outcome in refused if isinstance(outcome, Late)), None)
    if late:
        return late_response(request, assessment, form, late)
    following = plan_of(assessment).after(step)
    page = ConflictPage(
        items=[conflict_item(form, conflict) for conflict in conflicts],
        keep_url=next_url(assessment.ref, following, from_check=is_from_check(request)),
        keeps_typed="again",
    )
    return render(request, "questionnaire/conflict.html", {"page": page}, status=409)


def conflict_item(form: QuestionsForm, conflict: Conflict) -> ConflictItem:
    """Both answers to one question, and the fields that would replace the stored one."""
    stored = conflict.stored
    name, question = field_name(stored.code), form.question(stored.code)
    mine = form.given(stored.code)
    return ConflictItem(
        question=question.question.in_language(form.language),
        saved_at=stored.saved_at,
        theirs=Version(choice_text(question, stored.choice, form.language), stored.note),
        mine=typed_version(form, mine),
        fields=(
            (name, form.data.get(name, "")),
            (f"{name}-note", form.data.get(f"{name}-note", "")),
            (f"{name}-version", form.data.get(f"{name}-version", "")),
            (f"{name}-replaces", str(stored.version)),
        ),
    )


def late_response(request: HttpRequest, assessment: Assessment, form: QuestionsForm, late: Late) -> HttpResponse:
    """What came after completion is not saved; it is shown, so that it can be used in a new version."""
    given = [answer for question in form.questions if (answer := form.given(question.code))]
    items = [
        TypedItem(form.question(answer.code).question.in_language(form.language), typed_version(form, answer))
        for answer in given
    ]
    page = LatePage(items, late.completed_at, assessment.ref, form.sent_fields(), keeps_typed="again")
    return render(request, "questionnaire/late.html", {"page": page}, status=409)


def typed_version(form: QuestionsForm, given: Given | None) -> Version:
    """An answer of this form as text."""
    if given is None:
        return Version("", "")
    return Version(choice_text(form.question(given.code), given.choice, form.language), given.note)
