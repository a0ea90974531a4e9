"""The result page: the frozen advice document, shown."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from assessments.document.stored import document_from_json
from assessments.models import Assessment, Override
from assessments.questionnaire.access import with_assessment
from assessments.questionnaire.addresses import check_url, report_url
from assessments.result.kept import kept_page, page_key
from assessments.result.overriding.presenters import decision_of
from assessments.result.presenters import result_page
from assessments.services.overriding import override_beside


@with_assessment
@require_safe
def result(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    """The result; the check page while there is none. Rendered once and kept on the server, for it never changes."""
    if not assessment.completed_at:
        return redirect(check_url(assessment.ref))
    override = override_beside(assessment)
    key = page_key(request, "result", assessment.ref, assessment.client.name, override and override.pk)
    return kept_page(key, lambda: result_html(request, assessment, override))


def result_html(request: HttpRequest, assessment: Assessment, override: Override | None) -> str:
    """The page around the frozen document."""
    document = document_from_json(assessment.result.document(get_language() or "en"))
    page = result_page(assessment.ref, assessment.client.name, timezone.localtime(assessment.completed_at))
    page = replace(page, is_for_client=assessment.for_client, decision=decision_of(override))
    context = {"page": page, "document": document, "ref": assessment.ref, **further_addresses(assessment.ref)}
    return render_to_string("result/result.html", context, request)


def further_addresses(ref: str) -> dict[str, str]:
    """The pages that go on from a result, which a shared one does not offer."""
    kwargs = {"ref": ref}
    return {
        "what_if_address": reverse("what-if", kwargs=kwargs),
        "against_address": reverse("case-against", kwargs=kwargs),
        "report_url": report_url(ref),
    }
