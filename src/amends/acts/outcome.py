"""How a promise went, as one of the two sees it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from amends.acts.base import Act, check_not_future, check_range
from amends.acts.errors import InvalidAct

LONGEST_DELAY = 60 * 24 * 366
"""Minutes; about a year [choice]."""


class Result(StrEnum):
    """How it went."""

    KEPT = "kept"
    LATE = "late"
    BROKEN = "broken"
    RENEGOTIATED = "renegotiated"
    RELEASED = "released"
    """Let go by the one it was promised to."""
    WITHDRAWN = "withdrawn"
    """Taken back by the one who made it, before it was due."""


SETTLES = frozenset({Result.KEPT, Result.LATE, Result.BROKEN})
"""Results that say how the promise went, rather than that it no longer stands."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome(Act):
    """One view of how a promise went. ``by`` made the promise; ``affected`` had it.

    The one it was promised to judges; the one who made it may state a view. Where
    they differ both stand, and it counts once settled.

    Attributes:
        promise: which promise.
        result: how it went.
        occurrence: which day of a repeating promise; None for one that falls due once.
        minutes: how late, for *late*; None where nobody knows.
        told_before: for *late* and *broken*, whether word came beforehand.
    """

    KIND: ClassVar[str] = "outcome"
    BY_AUTHOR: ClassVar[bool] = False

    promise: UUID
    result: Result
    occurrence: date | None = None
    minutes: int | None = None
    told_before: bool = False

    def __post_init__(self) -> None:
        Act.__post_init__(self)
        check_not_future(self)
        check_delay(self.result, self.minutes)
        if self.author != self.by and self.author not in self.affected:
            raise InvalidAct("author", "only the two it lies between can say how it went")
        if self.told_before and self.result not in {Result.LATE, Result.BROKEN}:
            raise InvalidAct("told_before", "only for what came late or was not kept")
        if self.result is Result.RELEASED and self.author == self.by:
            raise InvalidAct("result", "only the one it was promised to can let it go")
        if self.result is Result.WITHDRAWN and self.author != self.by:
            raise InvalidAct("result", "only the one who made it can withdraw it")


def check_delay(result: Result, minutes: int | None) -> None:
    """Refuse a delay without lateness, or one that is no number of minutes."""
    if minutes is None:
        return
    if result is not Result.LATE:
        raise InvalidAct("minutes", "only what came late has a delay")
    check_range("minutes", minutes, 1, LONGEST_DELAY)
