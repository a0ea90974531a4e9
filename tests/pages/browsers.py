"""Assessments that a test's browser can open, and access that ends."""

from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.utils import timezone

from assessments.models import Assessment
from assessments.questionnaire.access import remember_access
from assessments.services.starting import start


def begun(client: Client, **fields: object) -> Assessment:
    """An assessment started in the test's browser; its fields can be set, for example `completed_at`."""
    assessment, link = start(language="en", layout="single", for_client=False)
    for name, value in fields.items():
        setattr(assessment, name, value)
    assessment.save()
    response = HttpResponse()
    remember_access(HttpRequest(), response, assessment.ref, link)
    client.cookies.update(response.cookies)
    return assessment


def revoke(assessment: Assessment) -> None:
    assessment.links.update(revoked_at=timezone.now())
