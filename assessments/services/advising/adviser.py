"""Advice on many companies, one after the other, with the published method; nothing is stored."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db import DatabaseError

from assessments.content.loader import parse_method
from assessments.document.case import engine_method
from assessments.models import MethodVersion
from assessments.scoring import Method, ScoringError, evaluate, receipt

from .advice import advice, encode
from .entries import entries
from .errors import AdvisingError
from .items import item, label
from .window import Source, Window


@dataclass(frozen=True, slots=True)
class Adviser:
    """The published method, as the engine takes it, under its number."""

    number: int
    method: Method
    gate_mapping: Mapping[str, tuple[bool, ...]]

    def advise(self, source: Source) -> Iterator[str | AdvisingError]:
        """For each item its advice as one line of JSON, or why there is none; AdvisingError where reading ends."""
        for number, value in entries(Window(source)):
            try:
                yield encode(self._advice(value))
            except AdvisingError as error:
                yield error.within(label(number, value))

    def _advice(self, value: Any) -> dict[str, Any]:
        if isinstance(value, AdvisingError):
            raise value
        given = item(value)
        method = (
            replace(self.method, weights={**self.method.weights, **given.weights}) if given.weights else self.method
        )
        try:
            result = evaluate(method, given.inputs)
        except ScoringError as error:  # all weights of a block 0: the rest was checked
            raise AdvisingError(str(error).partition(": ")[2], error.field) from error
        seal = receipt(method, self.gate_mapping, given.inputs, result)
        return {"id": given.id, **advice(result), "method_version": self.number, "receipt": seal}


def published_adviser() -> Adviser:
    """The adviser of the method that is published now; AdvisingError if there is none."""
    try:
        version = MethodVersion.objects.published().first()
    except DatabaseError as error:
        raise AdvisingError("The database cannot be read. Run manage.py prepare, then try again.") from error
    if version is None:
        raise AdvisingError("No method is published. Run manage.py prepare, then try again.")
    content = parse_method(version.content)
    return Adviser(version.number, engine_method(content), content.gate_mapping)
