"""One-time keys of forms that make something: a form that is sent twice makes it once.

A key is 128 random bits in a hidden field (`{% form_key %}`). What the form made is found again by it: an assessment by
the key's hash, a link by its secret, which is computed from the key. A key counts for one kind of form only.
"""

import re
import secrets

from django.http import HttpRequest
from django.utils.crypto import salted_hmac

FIELD = "key"
KEY = re.compile("[0-9a-f]{32}")
PURPOSE = "assessments.form-key"


def new_key() -> str:
    return secrets.token_hex(16)


def sent_key(request: HttpRequest) -> str:
    """The key that came with the form; a new one where none of ours did."""
    key = request.POST.get(FIELD, "")
    return key if KEY.fullmatch(key) else new_key()


def hash_of_key(request: HttpRequest, *purpose: str) -> str:
    """What is kept of the form's key beside what it makes. Only the browser that was given the form has the same."""
    browser = request.META.get("CSRF_COOKIE", "")
    parts = "\0".join((*purpose, browser, sent_key(request)))
    return salted_hmac(PURPOSE, parts, algorithm="sha256").hexdigest()
