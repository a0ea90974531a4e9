"""Form fields that keep what was typed, or refuse it with a sentence that says what to do."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from assessments.questionnaire.fields import Choice, PlainText, WholeNumber

WHOLE = WholeNumber(most=9999, error="Enter a number from 0 to 9,999", required=False)
TEXT = PlainText(max_length=10, too_long="Shorten it")
ONE_OF = Choice(choices=[("0", "A"), ("dk", "?")], error="Select one")


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("0", 0),
        ("12", 12),
        ("007", 7),
        (" 12 ", 12),
        ("1 200", 1200),
        ("1\u00a0200", 1200),
        ("1\u202f200", 1200),
        ("9999", 9999),
        ("", None),
        ("   ", None),
        ("\u00a0", None),
        (None, None),
    ],
)
def test_whole_number_is_read_as_people_type_it(typed: str | None, number: int | None) -> None:
    assert WHOLE.clean(typed) == number


@pytest.mark.parametrize(
    "typed",
    ["10000", "-1", "+5", "1.5", "1,5", "1,000", "12a", "many", "1e3", "٣", "²", "9" * 20, "0x1f"],
)
def test_other_text_is_no_whole_number(typed: str) -> None:
    with pytest.raises(ValidationError) as raised:
        WHOLE.clean(typed)

    assert raised.value.messages == ["Enter a number from 0 to 9,999"]


def test_required_number_asks_in_the_same_words() -> None:
    field = WholeNumber(most=9, error="Enter a number", required=True)

    with pytest.raises(ValidationError) as raised:
        field.clean("")

    assert raised.value.messages == ["Enter a number"]


@given(st.integers(0, 9999))
def test_every_number_in_range_is_read_back(number: int) -> None:
    assert WHOLE.clean(str(number)) == number
    assert WHOLE.clean(f"{number:,}".replace(",", " ")) == number


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        (None, ""),
        ("  \n\t ", ""),
        ("\u200b\u2060", ""),
        (" \ufeff\xad\u3164\u2800\ufe0f", ""),
        ("\u202e\u200f", ""),
        ("a\u200b", "a\u200b"),
        ("❤\ufe0f", "❤\ufe0f"),
        (" a b ", " a b "),
        ("a\r\nb", "a\nb"),
        ("a\tb", "a\tb"),
        ("<b>&", "<b>&"),
        ("żółw 🐢", "żółw 🐢"),
        ("x" * 10, "x" * 10),
        ("\r\n" * 5 + "abcde", "\n" * 5 + "abcde"),
    ],
)
def test_text_is_kept_to_the_letter(typed: str | None, kept: str) -> None:
    assert TEXT.clean(typed) == kept


@pytest.mark.parametrize("sign", ["\x00", "\x08", "\x0b", "\x1b", "\x7f"])
def test_control_characters_are_refused(sign: str) -> None:
    with pytest.raises(ValidationError) as raised:
        TEXT.clean(f"a{sign}b")

    assert raised.value.messages == ["Remove the control characters: they cannot be shown or printed"]


def test_text_that_is_too_long_is_refused() -> None:
    with pytest.raises(ValidationError) as raised:
        TEXT.clean("x" * 11)

    assert raised.value.messages == ["Shorten it"]


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=9))
def test_printable_text_comes_back_unchanged(text: str) -> None:
    assert TEXT.clean(f"a{text}") == f"a{text}"


@pytest.mark.parametrize("typed", ["", None, "5", "A", "00", "0 "])
def test_missing_and_unknown_options_get_the_same_sentence(typed: str | None) -> None:
    with pytest.raises(ValidationError) as raised:
        ONE_OF.clean(typed)

    assert raised.value.messages == ["Select one"]


@pytest.mark.parametrize("typed", ["0", "dk"])
def test_known_option_is_kept(typed: str) -> None:
    assert ONE_OF.clean(typed) == typed


def test_error_of_control_characters_is_translated_when_it_is_shown() -> None:
    with override("pl"), pytest.raises(ValidationError) as raised:
        TEXT.clean("\x00")

    assert len(raised.value.messages) == 1
