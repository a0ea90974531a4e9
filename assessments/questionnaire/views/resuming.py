"""Coming back: personal links, the list of one's assessments, and the way in by a reference."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from assessments.models import AccessLink, Assessment
from assessments.questionnaire.access import (
    assessments_in_cookies,
    reachable_assessment,
    remember_access,
    with_assessment,
)
from assessments.questionnaire.addresses import check_url, result_url, step_url
from assessments.questionnaire.forms import ResumeForm
from assessments.questionnaire.plans import plan_of
from assessments.questionnaire.presenters import mine_page
from assessments.questionnaire.recovery import Typed, answering_ref, recovery_response
from assessments.services.links import link_for_secret
from assessments.services.reading import answers_of, finished_pages, profiles_of
from revops_advisor.errors import error_page

TYPED = "typed-"
MINUTE = 60


@login_not_required
@never_cache
@require_safe
def resume(request: HttpRequest, secret: str) -> HttpResponse:
    """Exchange a personal link for access in this browser; the address that follows holds no secret."""
    link = link_for_secret(secret)
    if link is None:
        return error_page(request, unknown_link_status(request))
    return error_page(request, 410) if link.revoked_at else opened(request, link)


def opened(request: HttpRequest, link: AccessLink) -> HttpResponse:
    """Into the assessment; access this browser already has of its own is kept."""
    response = redirect("entry", ref=link.assessment.ref)
    response.headers["Referrer-Policy"] = "no-referrer"
    if reachable_assessment(request, link.assessment.ref) is None:
        remember_access(request, response, link.assessment.ref, link)
    return response


def unknown_link_status(request: HttpRequest) -> int:
    """404 for a link that opens nothing; 429 after many such tries from one address. Right links always work."""
    key = f"failed-links:{salted_hmac('failed-links', request.META.get('REMOTE_ADDR', '')).hexdigest()}"
    tries = (cache.get(key) or 0) + 1
    cache.set(key, tries, MINUTE)
    return 404 if tries <= settings.FAILED_LINKS_PER_MINUTE else 429


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def resume_form(request: HttpRequest) -> HttpResponse:
    """A field for a personal link; what was typed on a lost page travels along and can be saved afterwards."""
    if request.method != "POST":
        return render(request, "questionnaire/resume.html", {"form": ResumeForm()})
    if request.POST.get("then") == "language":
        return asked_again(request, ResumeForm(initial={"link": request.POST.get("link", "")}))
    form = ResumeForm(request.POST)
    link = link_for_secret(form.cleaned_data["link"]) if form.is_valid() else None
    if link and link.revoked_at:
        form.add_error("link", gettext("This link no longer works. Ask the person who shared it for a new one."))
    elif link:
        return opened_with_typed(request, link)
    elif form.is_valid():
        if unknown_link_status(request) == 429:  # the status says it
            return error_page(request, 429)
        form.add_error("link", gettext("This link opens nothing here. Check that it is complete, then try again."))
    return asked_again(request, form)


def typed_on_lost_page(request: HttpRequest, *, has_access: bool) -> Typed | None:
    """What was typed on a page that could not be saved; None when nothing travels along."""
    path = request.POST.get("path", "")
    fields = {k.removeprefix(TYPED): str(v) for k, v in request.POST.items() if k.startswith(TYPED)}
    return Typed(path, fields, has_access) if fields and answering_ref(path) else None


def opened_with_typed(request: HttpRequest, link: AccessLink) -> HttpResponse:
    """Into the assessment, or back to what was typed for it, which can be saved now."""
    typed = typed_on_lost_page(request, has_access=True)
    response = opened(request, link)
    if typed is None or answering_ref(typed.path) != link.assessment.ref:
        return response
    page = recovery_response(request, typed, status=200)
    page.cookies.update(response.cookies)
    return page


def asked_again(request: HttpRequest, form: ResumeForm) -> HttpResponse:
    """The field for the link with its error, and all that was typed."""
    typed = typed_on_lost_page(request, has_access=False)
    if typed:
        return recovery_response(request, typed, status=200, form=form)
    return render(request, "questionnaire/resume.html", {"form": form})


@with_assessment
@require_safe
def entry(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    """To where the assessment stands: its result, its first open step, or its check page."""
    if assessment.completed_at:
        return redirect(result_url(assessment))
    step = plan_of(assessment).first_open(finished_pages(profiles_of(assessment)), answers_of(assessment))
    return redirect(step_url(assessment.ref, step) if step else check_url(assessment.ref))


@login_not_required
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """Every assessment this browser opens, newest first."""
    found = Assessment.objects.reached_by_any(dict(assessments_in_cookies(request)))
    page = mine_page(found, timezone.now().date(), settings.RETENTION_MONTHS)
    return render(request, "questionnaire/mine.html", {"page": page})
