"""Filters for text, and the address of a page in another language."""

import pytest
from django.test import RequestFactory
from django.utils import translation
from django.utils.safestring import mark_safe

from assessments.templatetags.texts import bracketed, language_address, tied, tied_page
from tests.look.html import rendered


def untied(text: str) -> str:
    return text.replace("\xa0", "_")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("w domu i z psem", "w_domu i_z_psem"),
        ("I w tym, a także o tym", "I_w_tym, a_także o_tym"),
        ("(w zespole) „z klientem”", "(w_zespole) „z_klientem”"),
        ("pliki w\nzeszycie", "pliki w_zeszycie"),
        ("plan A w 3 krokach", "plan A_w_3 krokach"),
        ("dziś w", "dziś w"),
        ("RevOps na co dzień", "RevOps na co dzień"),
        ("1 200 zł i 5 mln", "1_200_zł i_5_mln"),
    ],
)
def test_polish_words_of_one_letter_stay_with_the_next(text: str, expected: str) -> None:
    with translation.override("pl"):
        assert untied(tied(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I sell a plan", "I sell a plan"),
        ("12 000 € in 3 months", "12_000_€ in 3 months"),
        ("10 % of 5 reps", "10_% of 5 reps"),
    ],
)
def test_english_ties_numbers_to_units_only(text: str, expected: str) -> None:
    with translation.override("en"):
        assert untied(tied(text)) == expected


def test_tied_leaves_escaping_as_it_was() -> None:
    with translation.override("pl"):
        assert untied(rendered("{{ text|tied }}", text="w <b>")) == "w_&lt;b&gt;"
        assert (
            untied(rendered("{{ text|tied }}", text=mark_safe("<a class='x'>w domu</a>"))) == "<a class='x'>w_domu</a>"
        )


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>w domu i z <b>psem</b></p>", "<p>w_domu i_z_<b>psem</b></p>"),
        ("<p>\n  W tym\n</p>", "<p>\n  W_tym\n</p>"),
        ("<b>1</b> z 19", "<b>1</b> z_19"),
        ('<a title="w domu" href="/pl/?a= i b">(a w)</a>', '<a title="w domu" href="/pl/?a= i b">(a_w)</a>'),
        ('<input value="Ala i syn"><p>o tym</p>', '<input value="Ala i syn"><p>o_tym</p>'),
        ("<textarea name='n'>\nw domu <i>i z psem</textarea> w domu", None),
        (
            "<code>a b</code><style>a b</style><script>a b</script>",
            "<code>a b</code><style>a b</style><script>a b</script>",
        ),
        ('<path d="M15 2 a 9 9 0 0 1 z"/>', '<path d="M15 2 a 9 9 0 0 1 z"/>'),
        ("na co dzień, zrób", "na co dzień, zrób"),
    ],
)
def test_page_is_tied_in_its_text_only(html: str, expected: str | None) -> None:
    kept = "<textarea name='n'>\nw domu <i>i z psem</textarea> w_domu"

    assert untied(tied_page(html)) == (expected or kept)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Half a day (10–19%)", "Half a day <em>(10–19%)</em>"),
        ("More than half", "More than half"),
        ("A (b) c", "A (b) c"),
        ("A (b) (c)", "A (b) <em>(c)</em>"),
        ("(all of it)", "(all of it)"),
        ("<x> & (<y>)", "&lt;x&gt; &amp; <em>(&lt;y&gt;)</em>"),
        (mark_safe("<b>A</b> (b)"), "<b>A</b> <em>(b)</em>"),
    ],
)
def test_bracket_at_the_end_is_set_apart(text: str, expected: str) -> None:
    assert bracketed(text) == expected
    assert rendered("{{ text|bracketed }}", text=text) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/en/", "/pl/"),
        ("/en/a/x1/q/admin/", "/pl/a/x1/q/admin/"),
        ("/en/a/x1/q/admin/?from=check&x=a%20b", "/pl/a/x1/q/admin/?from=check&x=a%20b"),
        ("/pl/za%C5%BC%C3%B3%C5%82%C4%87/", "/pl/za%C5%BC%C3%B3%C5%82%C4%87/"),
        ("/en//elsewhere.example/", "/pl//elsewhere.example/"),
        ("/en", "/pl/"),
        ("/", "/pl/"),
        ("/de/start/", "/pl/"),
        ("/english/start/", "/pl/"),
    ],
)
def test_page_in_another_language_keeps_path_and_query(path: str, expected: str) -> None:
    assert language_address({"request": RequestFactory().get(path)}, "pl") == expected


def test_address_is_escaped_in_the_page() -> None:
    html = rendered('<a href="{% language_address "pl" %}">', path='/en/x/?a="><b>&c=%22')

    assert html == '<a href="/pl/x/?a=%22%3E%3Cb%3E&amp;c=%22">'


def test_broken_characters_do_not_break_the_address() -> None:
    request = RequestFactory().get("/en/x/")
    request.path_info, request.META["QUERY_STRING"] = "/en/x\ud800/\0", "a=\ud800\0"

    assert language_address({"request": request}, "pl") == "/pl/x/%00?a=%00"


def test_page_without_a_request_leads_to_the_start_page() -> None:
    assert language_address({}, "pl") == "/pl/"
