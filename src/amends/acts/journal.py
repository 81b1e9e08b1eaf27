"""A line in one's own journal."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from amends.acts.base import Act, check_not_future


class Day(StrEnum):
    """What sort of day it was, all in equal calm."""

    GOOD = "good"
    NEUTRAL = "neutral"
    HARD = "hard"


@dataclass(frozen=True, kw_only=True, slots=True)
class Journal(Act):
    """A journal entry, for its author alone.

    Attributes:
        day: what sort of day it was.
    """

    KIND: ClassVar[str] = "journal"

    day: Day = Day.NEUTRAL

    def __post_init__(self) -> None:
        Act.__post_init__(self)
        check_not_future(self)
