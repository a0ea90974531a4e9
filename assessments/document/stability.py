"""How stable the answer is: one sentence, what was varied, how often each outcome comes out, and what to look at."""

from fractions import Fraction

from django.utils.translation import gettext, ngettext

from assessments.content.consistency import consistency_hints
from assessments.document.case import Case
from assessments.document.numbers import share_text, svg_percent
from assessments.document.outcomes import KINDS, outcome_label
from assessments.document.values import Note, Share, Stability
from assessments.scoring import DK, Strength
from assessments.scoring.result import Result

ALMOST_ALL = Fraction(19, 20)
SHOWN_FROM = Fraction(1, 1000)


def stability(case: Case) -> Stability:
    """All of the section; only the notes while there is no recommendation."""
    if case.result.outcome is None:
        return Stability("", "", "", (), _notes(case))
    return Stability(
        headline=_headline(case.result),
        sentence=_sentence(case.result),
        varied=_varied(case),
        shares=_shares(case.result),
        notes=_notes(case),
    )


def _rho(result: Result) -> Fraction:
    return result.robustness if result.robustness is not None else Fraction(0)


def _headline(result: Result) -> str:
    share = {"share": share_text(_rho(result))}
    return gettext("%(share)s of possible weightings give the same answer") % share


def _sentence(result: Result) -> str:
    """The wording of the strength; the word itself is never shown."""
    if result.close_call:
        return gettext("Too close to call")
    if result.strength is Strength.STRONG:
        return gettext(
            "Very stable: almost every weighting gives the same answer, and it would take four answer steps or more to "
            "change it"
        )
    if result.strength is Strength.MODERATE:
        return _moderate_sentence(result)
    return gettext("Depends on details: check the questions below before you decide")


def _moderate_sentence(result: Result) -> str:
    steps = result.distance or 0
    values = {"share": _share_words(_rho(result)), "steps": _number_word(steps)}
    return (
        ngettext(
            "Stable: %(share)s weightings give the same answer; %(steps)s answer step would change it",
            "Stable: %(share)s weightings give the same answer; %(steps)s answer steps would change it",
            steps,
        )
        % values
    )


def _share_words(share: Fraction) -> str:
    if share >= ALMOST_ALL:
        return gettext("almost all")
    return gettext("nine in ten") if share >= Fraction(9, 10) else gettext("eight in ten")


def _number_word(number: int) -> str:
    words = {
        2: gettext("two"),
        3: gettext("three"),
        4: gettext("four"),
        5: gettext("five"),
        6: gettext("six"),
        7: gettext("seven"),
        8: gettext("eight"),
        9: gettext("nine"),
    }
    return words.get(number, str(number))


def _varied(case: Case) -> str:
    """What was varied to find the shares."""
    epsilon = case.constants.epsilon
    weights = gettext(
        "Varied: the weights of the criteria, %(kept)s as published and %(free)s in every other possible way."
    ) % {"kept": share_text(1 - epsilon), "free": share_text(epsilon)}
    if not case.open_criteria() and not case.open_gates():
        return weights
    answers = gettext("Each open answer was varied over all its options.")
    return f"{weights} {answers}"


def _shares(result: Result) -> tuple[Share, ...]:
    """Outcomes that come out at all, most often first; bars stand one behind the other."""
    found = [(outcome, share) for outcome, share in (result.acceptability or {}).items() if share > 0]
    found.sort(key=lambda pair: (pair[0] != result.outcome, -pair[1]))
    shares, start = [], Fraction(0)
    for outcome, share in found:
        bar = (svg_percent(start), svg_percent(share * 100))
        shares.append(Share(outcome_label(outcome), KINDS[outcome], share_text(share), *bar))
        start += share * 100
    return tuple(shares)


def _notes(case: Case) -> tuple[Note, ...]:
    """Flags, open answers and tensions, each as a short text."""
    notes = [_flag_note(case, flag) for flag in case.result.flags]
    if case.result.provisional:
        names = " · ".join(outcome_label(outcome) for outcome in case.result.reachable)
        notes.append(
            Note(gettext("Provisional"), gettext("Open answers could still lead to: %(names)s.") % {"names": names})
        )
    answers = {code: DK if case.is_open(code) else choice for code, choice in case.choices.items()}
    tensions = consistency_hints(case.content, case.facts, answers)
    notes.extend(
        Note(gettext("A tension"), case.text(hint.text)) for hint in tensions if not _is_flagged(case, hint.code)
    )
    return tuple(notes)


def _flag_note(case: Case, flag: str) -> Note:
    if flag == "straight_lined":
        return Note(
            gettext("The same position everywhere"),
            gettext(
                "Every answered criterion has the option in the same place of its list. That can be true, but it often "
                "means that questions were answered quickly; the result stands on weak ground until someone looks "
                "again."
            ),
        )
    return Note(
        gettext("A contradiction"),
        gettext(
            "Direct sales work well, yet reps need training or wait for the prospect. Check whether a few people carry "
            "the result."
        ),
    )


def _is_flagged(case: Case, hint: str) -> bool:
    """Whether a flag says the same as this hint."""
    covered = {
        "straight_lined": {"same-option"},
        "contradiction": {"direct-results-skills", "direct-results-initiative"},
    }
    return any(hint in covered[flag] for flag in case.result.flags)
