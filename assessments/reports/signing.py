"""Who made a report."""

from django.utils.translation import gettext

from assessments.reports.values import Branding

PRODUCT = "RevOps Advisor"


def signature(branding: Branding) -> str:
    """Who prepared the report; the product's name where nobody is named."""
    if not branding.prepared_by:
        return PRODUCT
    return gettext("Prepared by %(name)s") % {"name": branding.prepared_by}
