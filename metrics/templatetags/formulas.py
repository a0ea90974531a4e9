"""A calculation's formula in a template."""

from django import template
from django.utils.safestring import SafeString

from metrics.catalogue.calculations import Calculation
from metrics.catalogue.files import MEDIAN
from metrics.catalogue.parts import PARTS
from metrics.pages.mathml import math

register = template.Library()


@register.simple_tag
def formula(calculation: Calculation, language: str) -> SafeString:
    """The formula as MathML, with the parts' names in the language."""
    return math(calculation.term, lambda part: PARTS[part].label.in_language(language), MEDIAN[language])
