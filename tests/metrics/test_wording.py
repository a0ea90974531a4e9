"""Values as text: rounded half up at the edge, in the marks of each language."""

from fractions import Fraction

import pytest
from django.utils.formats import number_format
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from metrics.catalogue import Unit
from metrics.catalogue.rounding import plain_decimal, significant_decimal
from metrics.catalogue.wording import exact_text, money_text, number_text, share_text, value_text

F = Fraction
NB = "\u00a0"


@pytest.mark.parametrize(
    ("value", "en", "pl"),
    [
        (F(3, 10), "30.0%", "30,0%"),
        (F(1), "100.0%", "100,0%"),
        (F(99999, 100000), "99.999%", "99,999%"),
        (F(1, 100000), "0.001%", "0,001%"),
        (F(0), "0.0%", "0,0%"),
        (F(-1, 8), "−12.5%", "−12,5%"),
        (F(25, 2), "1,250.0%", f"1{NB}250,0%"),
    ],
)
def test_share_reads_as_percent_and_never_claims_all_or_nothing(value: Fraction, en: str, pl: str) -> None:
    assert (share_text(value, "en"), share_text(value, "pl")) == (en, pl)


@pytest.mark.parametrize(
    ("value", "unit", "currency", "en", "pl"),
    [
        (F(3, 7), Unit.RATIO, "", "0.43", "0,43"),
        (F(2), Unit.RATIO, "", "2", "2"),
        (F(12), Unit.COUNT, "", "12", "12"),
        (F(1), Unit.DAYS, "", f"1{NB}day", f"1{NB}dzień"),
        (F(2), Unit.DAYS, "", f"2{NB}days", f"2{NB}dni"),
        (F(83, 2), Unit.DAYS, "", f"41.5{NB}days", f"41,5{NB}dnia"),
        (F(1), Unit.MONTHS, "", f"1{NB}month", f"1{NB}miesiąc"),
        (F(12), Unit.MONTHS, "", f"12{NB}months", f"12{NB}miesięcy"),
        (F(22), Unit.MONTHS, "", f"22{NB}months", f"22{NB}miesiące"),
        (F(112), Unit.MONTHS, "", f"112{NB}months", f"112{NB}miesięcy"),
        (F(25, 2), Unit.MONTHS, "", f"12.5{NB}months", f"12,5{NB}miesiąca"),
        (F(3000), Unit.MONEY, "", "3,000", f"3{NB}000"),
        (F(6001, 2), Unit.MONEY, "PLN", f"PLN{NB}3,000.50", f"3{NB}000,50{NB}zł"),
        (F(-5), Unit.MONEY, "EUR", "−€5", f"−5{NB}€"),
        (F(3600), Unit.MONEY_PER_DAY, "USD", f"$3,600{NB}a day", f"3{NB}600{NB}${NB}dziennie"),
    ],
)
def test_value_has_its_unit(value: Fraction, unit: Unit, currency: str, en: str, pl: str) -> None:
    assert (value_text(value, unit, "en", currency), value_text(value, unit, "pl", currency)) == (en, pl)


@given(st.integers(-(10**9), 10**9))
def test_amounts_are_grouped_as_the_site_groups_them(cents: int) -> None:
    for language in ("en", "pl"):
        with override(language):
            plain = plain_decimal(F(cents, 100), 2)
            site = number_format(plain, decimal_pos=2, use_l10n=True, force_grouping=True).replace("-", "−")
        shown = money_text(F(cents, 100), language)
        assert shown in {site, site[:-3]}


def test_numbers_keep_what_was_entered() -> None:
    assert exact_text(F("1234.50"), "pl") == f"1{NB}234,5"
    assert exact_text(F(1, 3), "en") == "0.333333"
    assert number_text(F(1, 3), "en", 2) == "0.33"
    assert plain_decimal(F(-1, 200), 2) == "0.00"
    assert plain_decimal(F(1, 200), 2) == "0.01"
    assert significant_decimal(F(1, 3)) == "0.3333333333"
    assert significant_decimal(F(1, 3000)) == "0.0003333333333"
    assert significant_decimal(F(-120)) == "-120"


def test_third_language_is_refused() -> None:
    with pytest.raises(ValueError, match="'de'"):
        value_text(F(1), Unit.SHARE, "de")
