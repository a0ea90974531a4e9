"""What templates need for text and forms: tied words, greyed brackets, addresses in another language, controls."""

import re
from urllib.parse import quote

from django import template
from django.conf import settings
from django.forms import BoundField
from django.http import HttpRequest
from django.template.context import Context
from django.template.defaultfilters import stringfilter
from django.urls import get_script_prefix
from django.utils.encoding import escape_uri_path
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from assessments.questionnaire.form_keys import FIELD, new_key

register = template.Library()

NO_BREAK_SPACE = "\xa0"
ONE_LETTER_WORD = re.compile(r"(?:(?<!\S)|(?<=\s[(„“])|(?<=^[(„“])|(?<=>))([iwzouaIWZOUA])[ \n]+(?=\S)")
NUMBER_AND_UNIT = re.compile(r"(?<=\d) (?=(?:\d{3}\b|%|‰|zł\b|gr\b|€|PLN\b|EUR\b|USD\b|tys\.|mln\b|mld\b))")
# The same in a page, where a tag may stand before and after the word. The letter first: that halves the search's time.
WORD_IN_PAGE = re.compile(r"[iwzouaIWZOUA](?<=[\s>(„“].)[ \n]+")
KEPT_IN_PAGE = re.compile(r"<(textarea|script|style|code)\b.*?</\1>", re.DOTALL)
QUERY_SAFE = "/#%[]=:;$&()+,!?*@'~"  # what Django itself leaves as it is in an address
TRAILING_BRACKET = re.compile(r"(.*\s)(\([^()]*\))\s*", re.DOTALL)


@register.filter(is_safe=True)
@stringfilter
def tied(text: str) -> str:
    """The text with no-break spaces between a number and its unit and, in Polish, after one-letter words.

    Only spaces change, so escaped text stays escaped and unescaped text is still escaped afterwards.
    """
    text = NUMBER_AND_UNIT.sub(NO_BREAK_SPACE, text)
    if get_language() != "pl":
        return text
    return ONE_LETTER_WORD.sub(rf"\1{NO_BREAK_SPACE}", text)


def tied_page(html: str) -> str:
    """The whole Polish page with no-break spaces after the one-letter words of its text.

    Tags with their attributes and what stands in fields stay as they are, so a form sends what was typed.
    """
    kept = [found.span() for found in KEPT_IN_PAGE.finditer(html)]

    def tied_word(found: re.Match[str]) -> str:
        place = found.start()
        in_tag = html.rfind("<", 0, place) > html.rfind(">", 0, place)
        if in_tag or any(start < place < end for start, end in kept):
            return found[0]
        return f"{found[0][0]}{NO_BREAK_SPACE}"

    return WORD_IN_PAGE.sub(tied_word, html)


@register.filter
def bracketed(text: object) -> SafeString:
    """The escaped text with a bracket at its end in <em>: "Half a day (10–19%)"."""
    escaped = conditional_escape(str(text) if not isinstance(text, SafeString) else text)
    found = TRAILING_BRACKET.fullmatch(escaped)
    if not found:
        return escaped
    before, bracket = (mark_safe(part) for part in found.groups())  # noqa: S308  # parts of an escaped text
    return format_html("{}<em>{}</em>", before, bracket)


@register.simple_tag(takes_context=True)
def language_address(context: Context, language: str, address: str = "") -> str:
    """The address of this page (or the one given) in another language; the start page where it carries no language."""
    request = context.get("request")
    home = f"{get_script_prefix()}{language}/"
    if not isinstance(request, HttpRequest):
        return home
    if address:
        return f"{home}{address.lstrip('/').partition('/')[2]}"
    prefix, _, rest = request.path_info.lstrip("/").partition("/")
    if prefix not in dict(settings.LANGUAGES):
        return home
    return f"{home}{escaped_path(rest)}{escaped_query(request)}"


def escaped_path(path: str) -> str:
    """The path as it stands in an address; broken characters, which only an error page meets, are left out."""
    return escape_uri_path(path.encode(errors="ignore").decode())


def escaped_query(request: HttpRequest) -> str:
    query = request.META.get("QUERY_STRING", "")
    return f"?{quote(query, safe=QUERY_SAFE, errors='ignore')}" if query else ""


@register.filter
def first_control(field: BoundField) -> str:
    """The id that an error links to: the field's only control, or the first of its options."""
    return field.id_for_label or f"{field.auto_id}_0"


@register.simple_tag
def form_key() -> SafeString:
    """A hidden field with a new one-time key. Browsers would otherwise put back the one from before a reload."""
    return format_html('<input type="hidden" name="{}" value="{}" autocomplete="off">', FIELD, new_key())


@register.simple_tag
def control(field: BoundField) -> SafeString:
    """The field's control without `required`: the server checks, and answers in the page's language."""
    field.form.use_required_attribute = False
    return field.as_widget()
