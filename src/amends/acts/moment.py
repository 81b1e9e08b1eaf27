"""Something good."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from amends.acts.base import Act, check_not_future, check_text
from amends.acts.errors import InvalidAct


@dataclass(frozen=True, kw_only=True, slots=True)
class Moment(Act):
    """A good moment that ``by`` gave to ``affected``, or that they had together.

    Attributes:
        meaning: what it meant to the author.
    """

    KIND: ClassVar[str] = "moment"
    NEEDS_WORDS: ClassVar[bool] = True
    BY_AUTHOR: ClassVar[bool] = False

    meaning: str = ""

    def __post_init__(self) -> None:
        Act.__post_init__(self)
        check_not_future(self)
        check_text("meaning", self.meaning)
        if self.author != self.by and self.author not in self.affected:
            raise InvalidAct("author", "only someone who was there can record it")
