"""The one exception of advising."""


class AdvisingError(Exception):
    """What cannot be advised on, in one sentence; `field` is the address of the fault within an item, if it has one."""

    def __init__(self, reason: str, field: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.field = field

    def within(self, label: str) -> "AdvisingError":
        """The same fault as a sentence that begins with the item: `Item 3 ("acme"), answers.S4: ...`."""
        place = f"{label}, {self.field}" if self.field else label
        return AdvisingError(f"{place}: {self.reason}")
