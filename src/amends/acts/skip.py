"""Leaving out some days of a promise that repeats: a holiday, an evening away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar, Final
from uuid import UUID

from amends.acts.base import Act
from amends.acts.errors import InvalidAct

LONGEST_SKIP: Final = timedelta(days=92)
"""About a summer [choice]; what rests for longer is a promise to be changed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Skip(Act):
    """The days of a repeating promise from ``first`` to ``last`` are left out, said before they are due.

    A day that had fallen due when this was recorded stays as it is. What is left out counts
    for nobody and against nobody.

    Attributes:
        promise: which promise.
        first: the first day left out.
        last: the last day left out.
    """

    KIND: ClassVar[str] = "skip"

    promise: UUID
    first: date
    last: date

    def __post_init__(self) -> None:
        Act.__post_init__(self)
        if self.last < self.first:
            raise InvalidAct("last", "the last day comes before the first")
        if self.last - self.first > LONGEST_SKIP:
            raise InvalidAct("last", "at most three months can be left out at once")

    def covers(self, day: date) -> bool:
        """Whether a day is among those left out."""
        return self.first <= day <= self.last
