"""A consultant's branding, remembered for the browser session: in a database session that ends with the browser."""

from base64 import b64decode, b64encode

from django.contrib.sessions.backends.base import SessionBase

from assessments.reports.values import Branding, Logo

KEY = "branding"


def remember(session: SessionBase, branding: Branding) -> None:
    """Keep the branding until the browser is closed; an empty one is forgotten."""
    if branding == Branding():
        session.pop(KEY, None)
        return
    session.set_expiry(0)
    logo = branding.logo
    session[KEY] = {
        "prepared_by": branding.prepared_by,
        "accent": branding.accent,
        "closing": branding.closing,
        "logo": [b64encode(logo.png).decode(), logo.width, logo.height] if logo else None,
    }


def remembered(session: SessionBase) -> Branding:
    """What was kept; an empty branding when nothing was."""
    kept = session.get(KEY) or {}
    logo = kept.get("logo")
    return Branding(
        prepared_by=kept.get("prepared_by", ""),
        accent=kept.get("accent", ""),
        closing=kept.get("closing", ""),
        logo=Logo(b64decode(logo[0]), logo[1], logo[2]) if logo else None,
    )
