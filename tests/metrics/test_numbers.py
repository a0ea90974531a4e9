"""Numbers as people write them: read exactly, asked about, or refused."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.catalogue.numbers import LONGEST, Amount, NumberError, NumberFault, read_amount

F = Fraction
NB, NARROW = "\u00a0", "\u202f"


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("0", Amount(F(0))),
        ("12", Amount(F(12))),
        ("1 234,5", Amount(F("1234.5"))),
        (f"1{NB}234,5", Amount(F("1234.5"))),
        (f"1{NARROW}234{NARROW}567", Amount(F(1234567))),
        ("1234.5", Amount(F("1234.5"))),
        ("1,234.5", Amount(F("1234.5"))),
        ("1.234,5", Amount(F("1234.5"))),
        ("1'234.50", Amount(F("1234.5"))),
        ("1’234", Amount(F(1234))),
        ("1.234.567", Amount(F(1234567))),
        ("1234,567", Amount(F("1234.567"))),
        ("0.123", Amount(F("0.123"))),
        (",5", Amount(F("0.5"))),
        ("12%", Amount(F(12, 100), is_percent=True)),
        (f"12,5{NB}%", Amount(F(1, 8), is_percent=True)),
        ("12 000 zł", Amount(F(12000), currency="PLN")),
        ("12 000 zl", Amount(F(12000), currency="PLN")),
        ("PLN 12 000", Amount(F(12000), currency="PLN")),
        ("€12,000.50", Amount(F("12000.5"), currency="EUR")),
        ("12.5 EUR", Amount(F("12.5"), currency="EUR")),
        ("$5", Amount(F(5), currency="USD")),
        ("-$5", Amount(F(-5), currency="USD")),
        ("£ -5", Amount(F(-5), currency="GBP")),
        ("(350)", Amount(F(-350))),
        ("−5", Amount(F(-5))),
        (" 7 ", Amount(F(7))),
    ],
)
def test_number_is_read(text: str, amount: Amount) -> None:
    assert read_amount(text) == amount


@pytest.mark.parametrize(
    ("text", "whole", "decimal"),
    [
        ("1.234", F(1234), F("1.234")),
        ("1,234", F(1234), F("1.234")),
        ("-999.000", F(-999000), F(-999)),
        ("12.500 zł", F(12500), F("12.5")),
        ("1.250%", F("12.5"), F("0.0125")),
    ],
)
def test_ambiguous_number_is_refused_with_both_readings(text: str, whole: Fraction, decimal: Fraction) -> None:
    with pytest.raises(NumberError) as caught:
        read_amount(text)

    assert caught.value.fault is NumberFault.AMBIGUOUS
    assert [reading.value for reading in caught.value.readings] == [whole, decimal]


@pytest.mark.parametrize(
    ("text", "decimal", "value"),
    [("1.234", ",", F(1234)), ("1.234", ".", F("1.234")), ("1,234", ",", F("1.234")), ("1,234", ".", F(1234))],
)
def test_known_decimal_mark_settles_all_doubt(text: str, decimal: str, value: Fraction) -> None:
    assert read_amount(text, decimal).value == value


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", NumberFault.EMPTY),
        (NB, NumberFault.EMPTY),
        ("x", NumberFault.NOT_A_NUMBER),
        ("12.34.56", NumberFault.NOT_A_NUMBER),
        ("1,23,456", NumberFault.NOT_A_NUMBER),
        ("1 23", NumberFault.NOT_A_NUMBER),
        ("12,", NumberFault.NOT_A_NUMBER),
        ("--5", NumberFault.NOT_A_NUMBER),
        ("(-5)", NumberFault.NOT_A_NUMBER),
        ("5 zł €", NumberFault.NOT_A_NUMBER),
        ("5% zł", NumberFault.NOT_A_NUMBER),
        ("%", NumberFault.NOT_A_NUMBER),
        ("1e9", NumberFault.NOT_A_NUMBER),
        ("NaN", NumberFault.NOT_A_NUMBER),
        ("Infinity", NumberFault.NOT_A_NUMBER),
        ("٣", NumberFault.NOT_A_NUMBER),
        ("²", NumberFault.NOT_A_NUMBER),
        ("1" * (LONGEST + 1), NumberFault.TOO_LONG),
    ],
)
def test_what_is_not_one_number_is_refused(text: str, fault: NumberFault) -> None:
    with pytest.raises(NumberError) as caught:
        read_amount(text)

    assert caught.value.fault is fault
    assert caught.value.sentence("en") != caught.value.sentence("pl")


@pytest.mark.parametrize(("decimal", "text"), [(",", "1,234.5"), (",", "1.5"), (".", "1,5")])
def test_mark_that_cannot_group_is_refused_where_the_decimal_mark_is_known(decimal: str, text: str) -> None:
    with pytest.raises(NumberError):
        read_amount(text, decimal)


@given(st.integers(0, 10**12), st.sampled_from([",.", ".,", f"{NB},", f"{NARROW}.", " ,", "'.", " ."]))
def test_money_in_any_grouping_is_read_back(cents: int, marks: str) -> None:
    group, decimal = marks
    text = f"{cents // 100:,}".replace(",", group) + f"{decimal}{cents % 100:02d}"

    assert read_amount(text).value == F(cents, 100)


@given(st.text(max_size=LONGEST + 5))
def test_any_text_is_a_number_or_a_sentence(text: str) -> None:
    try:
        read = read_amount(text).value
    except NumberError as error:
        read = error.sentence("pl")

    assert isinstance(read, Fraction | str)
    assert read != ""
