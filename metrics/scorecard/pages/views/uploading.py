"""Upload files, or try with ours; the template; delete a scorecard."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_http_methods, require_safe

from metrics.models import Scorecard
from metrics.scorecard.fields import Kind
from metrics.scorecard.pages.access import forget_scorecard, remember_scorecard, scorecards_held, with_scorecard
from metrics.scorecard.pages.forms import UploadForm
from metrics.scorecard.pages.presenters.uploading import upload_page
from metrics.scorecard.sample import AS_OF, TEMPLATE, sample_file
from metrics.services.scorecards import files_of, settle_all
from metrics.services.storing import delete_scorecard, store_files
from revops_advisor.uploads import too_large_field


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """What happens, and a field for each kind of file."""
    if request.POST.get("do") == "sample":
        return sample(request)
    form = UploadForm()
    if request.method == "POST" and request.POST.get("then") != "language":
        form = UploadForm(request.POST, request.FILES, too_large=too_large_field(request))
        if form.is_valid():
            scorecard = store_files(form.uploads())
            response = redirect("scorecard-map", ref=scorecard.ref, kind="deals")
            remember_scorecard(request, response, scorecard)
            return response
    page = upload_page(scorecards_held(request), get_language() or "en")
    return render(request, "scorecard/upload.html", {"page": page, "form": form})


def sample(request: HttpRequest) -> HttpResponse:
    """A scorecard of the files that come with the product, mapped already; it starts at the check page."""
    uploads = {kind: SimpleUploadedFile(f"{kind}.csv", sample_file(kind)) for kind in Kind}
    scorecard = store_files(uploads, as_of=AS_OF)
    settle_all(files_of(scorecard))
    response = redirect("scorecard-check", ref=scorecard.ref)
    remember_scorecard(request, response, scorecard)
    return response


@login_not_required
@require_safe
def template(request: HttpRequest) -> HttpResponse:
    """A file of deals to fill in."""
    return csv_response("scorecard-template.csv", TEMPLATE)


def csv_response(name: str, text: str) -> HttpResponse:
    """A CSV file; the byte order mark lets spreadsheets read Polish letters."""
    response = HttpResponse(f"\ufeff{text}", content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@with_scorecard
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest, scorecard: Scorecard) -> HttpResponse:
    """A page that says what goes; then it is gone."""
    if request.method != "POST" or request.POST.get("then") == "language":
        page = {"ref": scorecard.ref, "area": "metrics", "files": [file.name for file in files_of(scorecard)]}
        return render(request, "scorecard/delete.html", {"page": page})
    delete_scorecard(scorecard)
    messages.success(request, gettext("The files and all that was computed from them are deleted."))
    response = redirect("scorecard-upload")
    forget_scorecard(response, scorecard.ref)
    return response
