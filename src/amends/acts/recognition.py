"""What someone did, told to all under their name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from amends.acts.base import Act, check_not_future, check_text
from amends.acts.errors import InvalidAct


@dataclass(frozen=True, kw_only=True, slots=True)
class Recognition(Act):
    """Says by name what ``by`` did, for ``affected`` or for everyone. It moves no reading.

    Attributes:
        outcome: what came of it.
    """

    KIND: ClassVar[str] = "recognition"
    NEEDS_WORDS: ClassVar[bool] = True
    BY_AUTHOR: ClassVar[bool] = False

    outcome: str = ""

    def __post_init__(self) -> None:
        Act.__post_init__(self)
        check_not_future(self)
        check_text("outcome", self.outcome)
        if self.by == self.author:
            raise InvalidAct("author", "someone else says what you did")
