"""What a calculator says: the value, how it came about, and how far it can be trusted."""

from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext

from metrics.catalogue.calculations import Calculation, Given
from metrics.catalogue.expressions import Term, number, text
from metrics.catalogue.files import MEDIAN, formula_text
from metrics.catalogue.formulas import FEW, wilson_interval
from metrics.catalogue.parts import PARTS, Kind
from metrics.catalogue.rounding import rounded
from metrics.catalogue.wording import MOST_PLACES, exact_text, share_text, value_text


@dataclass(frozen=True, slots=True)
class Outcome:
    """A computed value: `steps` lead from the formula to it, `caution` speaks of too few cases."""

    value: str
    remark: str
    steps: tuple[str, ...]
    caution: str


@dataclass(frozen=True, slots=True)
class Computed:
    """What a calculator was given and what came of it."""

    calculation: Calculation
    given: Given
    value: Fraction
    currency: str


def outcome(computed: Computed, language: str) -> Outcome:
    """The value in words, in the language in force."""
    calculation, value = computed.calculation, computed.value
    shown = value_text(value, calculation.unit, language, computed.currency)
    remark = calculation.remark.in_language(language) if calculation.remark else ""
    numbers = {part: _number(part, computed.given, language) for part in calculation.parts}
    for part, each in numbers.items():
        remark = remark.replace(f"{{{part}}}", each)
    return Outcome(shown, remark, _steps(computed, numbers, shown, language), _caution(computed, language))


def _number(part: str, given: Given, language: str) -> str:
    """A part's number as it stands in the steps."""
    kind = PARTS[part].kind
    if kind is Kind.PERIOD:
        return given.periods[part].value
    if kind is Kind.SEVERAL_DAYS:
        return "; ".join(exact_text(value, language) for value in sorted(given.several[part]))
    value = given.numbers[part]
    return f"{exact_text(value * 100, language)}%" if kind is Kind.PERCENT else exact_text(value, language)


def _steps(computed: Computed, numbers: dict[str, str], shown: str, language: str) -> tuple[str, ...]:
    """The formula, the formula with numbers, the exact value where it is a decimal one, the value as shown."""
    calculation, value = computed.calculation, computed.value
    filled = text(_shown_term(computed), lambda part: numbers[part], MEDIAN[language])
    is_exact = rounded(value, MOST_PLACES) == value
    exact = exact_text(value, language)
    steps = [formula_text(calculation, language), f"= {filled}"]
    if exact != shown:
        steps.append(f"= {exact}" if is_exact else f"≈ {exact}")
    return (*steps, f"= {shown}")


def _shown_term(computed: Computed) -> Term:
    """The formula; where it would divide by nothing although there is a value, what it comes to."""
    calculation = computed.calculation
    if calculation.limit is None:
        return calculation.term
    try:
        number(calculation.term, computed.given.numbers)
    except ZeroDivisionError:
        return calculation.limit
    return calculation.term


def _caution(computed: Computed, language: str) -> str:
    """The Wilson interval of a rate from few cases."""
    if computed.calculation.cases is None:
        return ""
    successes, cases = (int(computed.given.numbers[part]) for part in computed.calculation.cases)
    if cases >= FEW:
        return ""
    low, high = (share_text(end, language) for end in wilson_interval(successes, cases))
    sentence = gettext(
        "With fewer than %(few)d cases, chance moves the rate a lot. Its 95%% interval (Wilson) is %(low)s–%(high)s."
    )
    return sentence % {"few": FEW, "low": low, "high": high}
