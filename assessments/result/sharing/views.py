"""Share a result: make and revoke links, exchange one for access, read what was shared."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from assessments.document.answerless import without_answers
from assessments.document.stored import document_from_json
from assessments.models import AccessLink, Assessment, Override
from assessments.questionnaire.access import link_in_words, with_assessment
from assessments.questionnaire.addresses import check_url
from assessments.questionnaire.form_keys import sent_key
from assessments.questionnaire.new_links import new_link, show_new_link
from assessments.questionnaire.recovery import typed_comes_back
from assessments.questionnaire.views.resuming import unknown_link_status
from assessments.result.kept import kept_page, page_key
from assessments.result.overriding.presenters import decision_of
from assessments.result.sharing.access import remember_sharing, with_sharing
from assessments.result.sharing.forms import ShareForm
from assessments.result.sharing.presenters import SharePage, mail_address, share_rows, shared_page
from assessments.services.links import link_for_secret
from assessments.services.overriding import override_beside
from assessments.services.sharing import make_share_link, revoke_share_link
from assessments.services.visiting import note_visit
from revops_advisor.errors import error_page

LONGEST_ID = 18  # digits that fit every database's integers


@typed_comes_back
@with_assessment
@require_http_methods(["GET", "HEAD", "POST"])
def share(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    """Make a share link, which the page that follows shows to this browser; the list of those that stand."""
    if not assessment.completed_at:
        return redirect(check_url(assessment.ref))
    if request.POST.get("do") == "revoke":
        return revoke(request, assessment)
    form = ShareForm(request.POST) if request.method == "POST" else ShareForm()
    if form.is_bound and request.POST.get("then") != "language" and form.is_valid():
        return make_link(request, assessment, form)
    link = "" if form.is_bound else new_link(request, AccessLink.Kind.SHARE, assessment.ref)
    page = SharePage(
        ref=assessment.ref,
        name=assessment.client.name,
        link=link,
        mail=mail_address(link),
        rows=share_rows(assessment.links.shared(), timezone.now()),
    )
    return render(request, "result/share.html", {"page": page, "form": form})


def make_link(request: HttpRequest, assessment: Assessment, form: ShareForm) -> HttpResponse:
    """One share link for each time that the form was shown."""
    key, response = sent_key(request), redirect("share", ref=assessment.ref)
    make_share_link(assessment, form.sharing(), link_in_words(request, assessment.ref), key)
    show_new_link(response, AccessLink.Kind.SHARE, assessment.ref, key)
    return response


def revoke(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    """Revoke one share link; what it opened is closed at the next request. A second time changes nothing."""
    link_id = request.POST.get("link", "")
    if not (link_id.isascii() and link_id.isdecimal() and len(link_id) <= LONGEST_ID):
        raise Http404
    if revoke_share_link(assessment, int(link_id), link_in_words(request, assessment.ref)):
        messages.success(request, gettext("The share link is revoked."))
    return redirect("share", ref=assessment.ref)


@login_not_required
@never_cache
@require_safe
def shared_link(request: HttpRequest, secret: str) -> HttpResponse:
    """Exchange a share link for a cookie in this browser; the address that follows holds no secret."""
    link = link_for_secret(secret, AccessLink.Kind.SHARE)
    if link is None:
        return error_page(request, unknown_link_status(request))
    if not link.works(timezone.now()):
        return error_page(request, 410)
    response = redirect("shared", ref=link.assessment.ref)
    response.headers["Referrer-Policy"] = "no-referrer"
    remember_sharing(request, response, link)
    return response


@with_sharing
@require_safe
def shared(request: HttpRequest, link: AccessLink) -> HttpResponse:
    """The result, read-only."""
    assessment = link.assessment
    if not assessment.completed_at:
        raise Http404
    note_visit(assessment, timezone.now().date())
    override = override_beside(assessment)
    allowed = link.shows_answers, link.allows_downloads, link.expires_at
    shown = (assessment.ref, assessment.client.name, *allowed, override and override.pk)
    return kept_page(page_key(request, "shared", *shown), lambda: shared_html(request, link, override))


def shared_html(request: HttpRequest, link: AccessLink, override: Override | None) -> str:
    """The page around the frozen document; without answers and notes where the link hides them."""
    document = document_from_json(link.assessment.result.document(get_language() or "en"))
    context = {
        "page": shared_page(link, decision_of(override)),
        "document": document if link.shows_answers else without_answers(document),
        "read_only": True,
        "report_url": reverse("shared-report", args=[link.assessment.ref]) if link.allows_downloads else "",
    }
    return render_to_string("result/shared.html", context, request)
