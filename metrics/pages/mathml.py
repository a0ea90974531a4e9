"""Formulas as MathML, which browsers draw without scripts and screen readers speak."""

from collections.abc import Callable

from django.utils.html import format_html
from django.utils.safestring import SafeString

from metrics.catalogue.expressions import BINDING, Median, Name, Pair, Sign, Term, Whole


def math(term: Term, labelled: Callable[[str], str], median: str) -> SafeString:
    """The formula behind an equals sign; `labelled` names a part, `median` is the word for a median."""
    drawn = _Drawing(labelled, median).drawn(term, 0)
    return format_html('<math displaystyle="true"><mrow><mo>=</mo>{}</mrow></math>', drawn)


class _Drawing:
    """Draws one term inside another, with brackets where a sign outside binds tighter."""

    def __init__(self, labelled: Callable[[str], str], median: str) -> None:
        self.labelled, self.median = labelled, median

    def drawn(self, term: Term, outside: int) -> SafeString:
        if isinstance(term, Name):
            return format_html("<mtext>{}</mtext>", self.labelled(term.part))
        if isinstance(term, Whole):
            return format_html("<mn>{}</mn>", term.value)
        if isinstance(term, Median):
            part = format_html("<mtext>{}</mtext>", self.labelled(term.part))
            return format_html("<mrow><mtext>{}</mtext><mo>(</mo>{}<mo>)</mo></mrow>", self.median, part)
        assert isinstance(term, Pair)
        return self._pair(term, outside)

    def _pair(self, term: Pair, outside: int) -> SafeString:
        if term.sign is Sign.OVER:
            fraction = format_html("<mfrac>{}{}</mfrac>", self.drawn(term.left, 0), self.drawn(term.right, 0))
            return _bracketed(fraction) if outside > BINDING[Sign.POWER] else fraction
        own = BINDING[term.sign]
        left = self.drawn(term.left, own + (term.sign is Sign.POWER))
        if term.sign is Sign.POWER:
            return format_html("<msup>{}{}</msup>", left, self.drawn(term.right, 0))
        right = self.drawn(term.right, own + 1)
        line = format_html("<mrow>{}<mo>{}</mo>{}</mrow>", left, term.sign.value, right)
        return _bracketed(line) if own < outside else line


def _bracketed(inside: SafeString) -> SafeString:
    return format_html("<mrow><mo>(</mo>{}<mo>)</mo></mrow>", inside)
