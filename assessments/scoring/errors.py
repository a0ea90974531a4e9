"""The one exception of the scoring engine."""


class ScoringError(ValueError):
    """An input the engine refuses; one sentence that names the criterion, gate or constant and the value.

    `field` is the address of the fault ("answers.S4", "weights.salesops", "constants.need_line"), `value` what stood
    there.
    """

    def __init__(self, message: str, field: str, value: object) -> None:
        super().__init__(message)
        self.field = field
        self.value = value

    def __reduce__(self) -> tuple[type["ScoringError"], tuple[str, str, object]]:
        return ScoringError, (str(self), self.field, self.value)
