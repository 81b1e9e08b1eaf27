"""What is raised when something can't be an act."""


class InvalidAct(ValueError):
    """A field holds something that can't be recorded.

    Attributes:
        field: the name of the act's field, as in its class.
        reason: what is wrong, in plain words, without the content that was typed.
    """

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.reason = reason
