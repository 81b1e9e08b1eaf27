"""An entry in the open book: something its author chooses to lay open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from amends.acts.base import Act, check_text
from amends.acts.errors import InvalidAct


class Shelf(StrEnum):
    """Where in the open book it stands. No place, presence or message is among them."""

    SCHEDULE = "schedule"
    MONEY = "money"
    HOW_I_AM = "how I am"
    DECISION = "decision"
    NOTES = "notes"


@dataclass(frozen=True, kw_only=True, slots=True)
class Disclosure(Act):
    """Something opened by its author, until it expires or is taken back.

    Attributes:
        shelf: where it stands.
        rationale: for a decision, why.
        review: for a decision, the day to look again.
        expires: the last day on which it is open; None for open end.
    """

    KIND: ClassVar[str] = "disclosure"
    NEEDS_WORDS: ClassVar[bool] = True

    shelf: Shelf
    rationale: str = ""
    review: date | None = None
    expires: date | None = None

    def __post_init__(self) -> None:
        Act.__post_init__(self)
        check_text("rationale", self.rationale)
        if self.shelf is not Shelf.DECISION and (self.rationale or self.review):
            raise InvalidAct("rationale", "only a decision has a reason and a day to look again")
        if self.expires is not None and self.expires < self.occurred.day:
            raise InvalidAct("expires", "this day has passed")
