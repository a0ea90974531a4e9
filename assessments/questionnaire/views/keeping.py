"""Save and finish later, change the company's name, delete."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from assessments.models import AccessLink, Assessment
from assessments.questionnaire.access import forget_access, remember_access, with_assessment
from assessments.questionnaire.form_keys import sent_key
from assessments.questionnaire.forms import NameForm
from assessments.questionnaire.new_links import new_link, show_new_link
from assessments.questionnaire.presenters import SavePage
from assessments.questionnaire.recovery import typed_comes_back
from assessments.services.deleting import delete_assessment
from assessments.services.links import browser_link, make_resume_link, revoke_links
from assessments.services.profiles import rename_client


@with_assessment
@require_http_methods(["GET", "HEAD", "POST"])
def save(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    """Make a personal link; the page that follows shows it to this browser, because its secret is stored nowhere."""
    if request.POST.get("do") == "revoke":
        return revoke(request, assessment)
    if request.method == "POST":
        return make_link(request, assessment)
    page = SavePage(
        ref=assessment.ref,
        name=assessment.client.name,
        link=new_link(request, AccessLink.Kind.RESUME, assessment.ref),
        count=assessment.links.personal().count(),
        is_completed=assessment.completed_at is not None,
    )
    return render(request, "questionnaire/save.html", {"page": page})


def make_link(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    """One personal link for each time that the form was shown."""
    key, response = sent_key(request), redirect("save", ref=assessment.ref)
    make_resume_link(assessment, key)
    show_new_link(response, AccessLink.Kind.RESUME, assessment.ref, key)
    return response


def revoke(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    """Revoke all personal links; this browser keeps its access."""
    revoke_links(assessment)
    messages.success(request, gettext("All personal links are revoked. This browser still opens the assessment."))
    response = redirect("save", ref=assessment.ref)
    remember_access(request, response, assessment.ref, browser_link(assessment))
    return response


@typed_comes_back
@with_assessment
@require_http_methods(["GET", "HEAD", "POST"])
def rename(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    """Change the company's name, before or after completion."""
    form = NameForm(request.POST or None, initial={"name": assessment.client.name})
    if request.method == "POST" and form.is_valid() and request.POST.get("then") != "language":
        rename_client(assessment.client, form.cleaned_data["name"])
        messages.success(request, gettext("The company name is saved."))
        return redirect("entry", ref=assessment.ref)
    return render(request, "questionnaire/rename.html", {"form": form, "page": {"ref": assessment.ref}})


@with_assessment
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    """A page that says what goes; then it is gone."""
    if request.method != "POST":
        page = {
            "ref": assessment.ref,
            "name": assessment.client.name,
            "is_completed": bool(assessment.completed_at),
            "is_for_client": assessment.for_client,
        }
        return render(request, "questionnaire/delete.html", {"page": page})
    delete_assessment(assessment)
    messages.success(request, gettext("The assessment is deleted."))
    response = redirect("mine")
    forget_access(response, assessment.ref)
    return response
