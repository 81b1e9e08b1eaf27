"""A guess about one's own promises, written down before one looks at the record."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from amends.acts.base import Act, check_not_future


class Condition(StrEnum):
    """Under what circumstances promises may be kept less often; read from a promise's own fields alone.

    Times of day are those of the due time as it was said; what falls due "that day" counts
    the promises of the same person.
    """

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"
    NO_TIME = "no time given"
    """By the end of a day, without a time."""
    MORNING = "morning"
    """From five until noon."""
    AFTERNOON = "afternoon"
    """From noon until five."""
    EVENING = "evening"
    """From five until nine."""
    NIGHT = "night"
    """From nine until five in the morning."""
    SAME_DAY = "same day"
    """Promised on the day on which it fell due."""
    WITHIN_A_WEEK = "within a week"
    """Promised one to six days ahead."""
    FURTHER_AHEAD = "further ahead"
    """Promised a week ahead or more."""
    FULL_DAY = "full day"
    """Three promises or more fell due that day."""
    ASKED_FOR = "asked for"
    """It answered a request."""
    REPEATING = "repeating"
    LATE_IN_MONTH = "late in the month"
    """After the twentieth."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Hypothesis(Act):
    """What its author guesses about their own promises: kept less often under this condition.

    Attributes:
        condition: under which.
    """

    KIND: ClassVar[str] = "hypothesis"

    condition: Condition

    def __post_init__(self) -> None:
        Act.__post_init__(self)
        check_not_future(self)
