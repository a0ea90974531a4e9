"""The result page: the frozen advice document, shown."""

import hashlib

from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from assessments.document.stored import document_from_json
from assessments.models import Assessment
from assessments.questionnaire.access import with_assessment
from assessments.questionnaire.addresses import check_url
from assessments.result.presenters import result_page


@with_assessment
@require_safe
def result(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    """The result; the check page while there is none. Rendered once and kept on the server, for it never changes."""
    if not assessment.completed_at:
        return redirect(check_url(assessment.ref))
    key = page_key(request, assessment)
    html: str | None = caches["pages"].get(key) if key else None
    if html is None:
        html = result_html(request, assessment)
        if key:
            caches["pages"].set(key, html)
    return HttpResponse(html)


def page_key(request: HttpRequest, assessment: Assessment) -> str | None:
    """What the page depends on: the result, the language and the name. None where it shows more, such as a message."""
    if request.META.get("QUERY_STRING") or request.COOKIES.get("messages"):
        return None
    name = hashlib.sha256(assessment.client.name.encode()).hexdigest()
    return f"result:{assessment.ref}:{get_language()}:{name}"


def result_html(request: HttpRequest, assessment: Assessment) -> str:
    """The page around the frozen document."""
    document = document_from_json(assessment.result.document(get_language() or "en"))
    page = result_page(assessment.ref, assessment.client.name, timezone.localtime(assessment.completed_at))
    context = {"page": page, "document": document, "ref": assessment.ref}
    return render_to_string("result/result.html", context, request)
