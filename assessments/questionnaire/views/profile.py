"""The two profile pages: context for wording and plan, never scored."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_http_methods

from assessments.content.profile import CURRENCIES, shipped_profile
from assessments.models import Assessment
from assessments.questionnaire.access import with_assessment
from assessments.questionnaire.addresses import back_url, next_url, result_url
from assessments.questionnaire.forms import ProfilePageForm
from assessments.questionnaire.plans import plan_of
from assessments.questionnaire.presenters import Setting, profile_page, profile_texts
from assessments.questionnaire.recovery import typed_comes_back
from assessments.questionnaire.steps import Kind, Step
from assessments.services.profiles import COMPANY, TEAM, ProfileConflict, ProfileGiven, ProfileLate, save_profile
from assessments.services.reading import StoredProfile, profiles_of


@typed_comes_back
@with_assessment
@require_http_methods(["GET", "HEAD", "POST"])
def profile(request: HttpRequest, assessment: Assessment, slug: str) -> HttpResponse:
    """Show one profile page, or save it and lead on."""
    step = plan_of(assessment).step(Kind.PROFILE, slug)
    if step is None:
        raise Http404
    if request.method == "POST":
        return save_page(request, assessment, step)
    if assessment.completed_at:
        return redirect(result_url(assessment))
    return shown(request, assessment, step, stored_form(assessment, step))


def stored_form(assessment: Assessment, step: Step) -> ProfilePageForm:
    """The form with what is stored."""
    stored = profiles_of(assessment).get(step.slug, StoredProfile({}, 0))
    initial = {**stored.facts, "company-name": assessment.client.name, "version": stored.version}
    return profile_form(step, str(stored.facts.get("arr-currency", "")), initial=initial)


def profile_form(step: Step, currency: str, **kwargs: object) -> ProfilePageForm:
    return ProfilePageForm(
        step.slug, get_language() or "en", currency if currency in CURRENCIES else CURRENCIES[0], **kwargs
    )


def shown(request: HttpRequest, assessment: Assessment, step: Step, form: ProfilePageForm) -> HttpResponse:
    """The page around this form."""
    back = back_url(assessment, step, request.GET.get("from"))
    where = Setting(assessment.ref, plan_of(assessment), step, back)
    page = profile_page(where, shipped_profile(), form.language, form.groups())
    if step.slug == TEAM and assessment.sells_without_reps:
        page.info.append(gettext("No full-time salespeople? Answer for whoever sells, for example the founder."))
    return render(request, "questionnaire/profile.html", {"page": page, "form": form})


def save_page(request: HttpRequest, assessment: Assessment, step: Step) -> HttpResponse:
    """Save the page; show again what cannot be saved, with everything that was typed."""
    form = profile_form(step, request.POST.get("arr-currency", ""), data=request.POST)
    then = request.POST.get("then")
    if then == "currency":
        return shown(request, assessment, step, form.unbound_copy())
    is_enough = form.is_valid() or (then == "later" and form.lacks_only_required())
    if not is_enough or then == "language":
        return shown(request, assessment, step, form)
    name = form.cleaned_data["company-name"] if step.slug == COMPANY else None
    version = form.cleaned_data["replaces"] if then == "replace" else form.cleaned_data["version"]
    given = ProfileGiven(step.slug, form.facts(), version or 0, name)
    outcome = save_profile(assessment, given)
    if isinstance(outcome, ProfileConflict | ProfileLate):
        return refused(request, assessment, step, form, outcome)
    if then == "later":
        return redirect("save", ref=assessment.ref)
    from_check = request.GET.get("from") == "check"
    return redirect(next_url(assessment.ref, plan_of(assessment).after(step), from_check=from_check))


def refused(
    request: HttpRequest,
    assessment: Assessment,
    step: Step,
    form: ProfilePageForm,
    outcome: ProfileConflict | ProfileLate,
) -> HttpResponse:
    """Both texts when someone saved meanwhile, or the text that came after completion."""
    mine = profile_texts(form.groups(), form.texts())
    context: dict[str, object] = {"mine": mine, "ref": assessment.ref, "keeps_typed": "again"}
    if isinstance(outcome, ProfileLate):
        page = context | {"completed_at": outcome.completed_at, "fields": form.sent_fields()}
        return render(request, "questionnaire/profile_late.html", {"page": page}, status=409)
    assessment.client.refresh_from_db()
    theirs = stored_form(assessment, step)
    from_check = request.GET.get("from") == "check"
    page = context | {
        "theirs": profile_texts(theirs.groups(), theirs.texts()),
        "saved_at": outcome.stored.saved_at,
        "fields": [*form.sent_fields(), ("replaces", str(outcome.stored.version))],
        "keep_url": next_url(assessment.ref, plan_of(assessment).after(step), from_check=from_check),
    }
    return render(request, "questionnaire/profile_conflict.html", {"page": page}, status=409)
