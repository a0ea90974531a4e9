"""The page around the sample's advice."""

from dataclasses import dataclass

from django.utils.safestring import SafeString


@dataclass(frozen=True, slots=True)
class ExamplePage:
    name: str
    advice: SafeString
