"""Something that hurt: one small broken promise, lateness, dismissal, white lie and so on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from amends.acts.base import Act, check_not_future, check_range
from amends.acts.errors import InvalidAct


class BreachType(StrEnum):
    """What kind of small thing it was."""

    BROKEN_PROMISE = "broken promise"
    LATENESS = "lateness"
    FORGOTTEN = "forgotten event"
    UNANSWERED = "unanswered call"
    DISMISSAL = "dismissal"
    WHITE_LIE = "white lie"
    BLAME_SHIFTED = "blame shifted"
    STORY_SHARED = "private story shared"
    PLAN_CANCELLED = "plan cancelled"
    UNRECOGNISED = "effort unrecognised"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True, slots=True)
class Breach(Act):
    """Something ``by`` did that hurt ``affected``; recorded by either.

    Attributes:
        type: what kind of small thing it was.
        weight: how heavy it was for the author, 1 (a pinprick) to 5 (it shook me);
            None where the author left it out, as the one who did it always does.
        repair: the repair it belongs to.
        promise: the promise that it broke, if it names one; it then stands in that
            outcome's place, so nothing counts twice.
        occurrence: which day of a repeating promise.
    """

    KIND: ClassVar[str] = "breach"
    NEEDS_WORDS: ClassVar[bool] = True
    BY_AUTHOR: ClassVar[bool] = False

    type: BreachType = BreachType.OTHER
    weight: int | None = None
    repair: UUID | None = None
    promise: UUID | None = None
    occurrence: date | None = None

    def __post_init__(self) -> None:
        Act.__post_init__(self)
        check_not_future(self)
        if not self.affected:
            raise InvalidAct("affected", "say whom it hurt")
        if self.by in self.affected:
            raise InvalidAct("affected", "someone can't be on both sides of it")
        if self.author != self.by and self.author not in self.affected:
            raise InvalidAct("author", "only those it lies between can record it")
        if self.weight is not None:
            check_range("weight", self.weight, 1, 5)
            if self.author == self.by:
                raise InvalidAct("weight", "how heavy it was is for the other to say")
        if self.occurrence is not None and self.promise is None:
            raise InvalidAct("occurrence", "a day needs the promise it belongs to")
