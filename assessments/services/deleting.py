"""Delete an assessment with everything that hangs on it."""

from django.db import transaction

from assessments.models import Assessment


@transaction.atomic
def delete_assessment(assessment: Assessment) -> None:
    """Delete the assessment with all that hangs on it; the client too when it has no other assessment.

    What the audit says of it stays: a reference, times and deeds.
    """
    client = assessment.client
    assessment.delete()
    if not client.assessments.exists():
        client.delete()
