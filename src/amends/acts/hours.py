"""Hours of one's own: private ones, and those of one's work."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import ClassVar, Final

from amends.acts.base import Act
from amends.acts.errors import InvalidAct

_CLOCK: Final = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)
_DAY: Final = timedelta(days=1)


class Sort(StrEnum):
    """What sort of hours they are."""

    PRIVATE = "private"
    """Not to be recorded or asked about."""
    WORK = "work"
    """At work, and not to be asked anything."""


class Weekday(StrEnum):
    """A day of the week, Monday first."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


WEEKDAYS: Final = tuple(Weekday)


@dataclass(frozen=True, kw_only=True, slots=True)
class Hours(Act):
    """Hours in which its author wants to be asked for nothing, by nobody and by no page.

    They need no reason. Protecting one's own time is never refused.

    Attributes:
        sort: private ones, or those of work.
        begins: local time, ``HH:MM``.
        ends: local time, ``HH:MM``; not later than ``begins`` means on the next day.
        weekdays: the days on which they begin; empty for every day.
        until: the last day on which they begin; None for open end.
    """

    KIND: ClassVar[str] = "hours"

    sort: Sort
    begins: str
    ends: str
    weekdays: tuple[Weekday, ...] = ()
    until: date | None = None

    def __post_init__(self) -> None:
        Act.__post_init__(self)
        for name in ("begins", "ends"):
            if not _CLOCK.fullmatch(getattr(self, name)):
                raise InvalidAct(name, "a time such as 09:30 is expected")
        if len(set(self.weekdays)) != len(self.weekdays):
            raise InvalidAct("weekdays", "the same day is named twice")
        if self.until is not None and self.until < self.occurred.day:
            raise InvalidAct("until", "this day has passed")

    def end_of(self, now: datetime) -> datetime | None:
        """When the hours end that hold at ``now``, a local time with its zone; None where none hold."""
        for first in (now.date(), now.date() - _DAY):  # last night's may reach into today
            begins, ends = self._span(first, now)
            if self._is_on(first) and begins <= now < ends:
                return ends
        return None

    def _is_on(self, day: date) -> bool:
        in_time = self.occurred.day <= day and (self.until is None or day <= self.until)
        return in_time and (not self.weekdays or WEEKDAYS[day.weekday()] in self.weekdays)

    def _span(self, first: date, now: datetime) -> tuple[datetime, datetime]:
        last = first if self.begins < self.ends else first + _DAY
        return (
            datetime.combine(first, time.fromisoformat(self.begins), now.tzinfo),
            datetime.combine(last, time.fromisoformat(self.ends), now.tzinfo),
        )


def quiet_until(hours: Iterable[Hours], now: datetime) -> datetime | None:
    """Until when someone with these hours is asked for nothing; None where they may be asked now."""
    until = None
    found = list(hours)
    while True:  # one may begin where another ends
        later = [end for one in found if (end := one.end_of(until or now)) is not None]
        if not later or (until is not None and until - now > timedelta(weeks=1)):
            return until
        until = max(later)
