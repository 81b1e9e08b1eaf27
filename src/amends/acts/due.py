"""When a promise falls due: a day, a moment, or a repeating rule."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from amends.acts.base import check_range
from amends.acts.errors import InvalidAct
from amends.acts.when import When, is_zone


class Unit(StrEnum):
    """What a repeating rule counts in."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Due:
    """A due time, once or repeating.

    Attributes:
        first: the only or first time; a date alone means by the end of that day.
        every: repeat every so many units; 0 for once.
        unit: what ``every`` counts in; None for once.
        until: the last day on which it may fall, or None for open end.
    """

    first: When
    every: int = 0
    unit: Unit | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        check_range("every", self.every, 0, 366)
        if bool(self.every) != (self.unit is not None):
            raise InvalidAct("every", "a repeating rule needs a number and a unit")
        if self.until is not None and not self.repeats:
            raise InvalidAct("until", "only a repeating rule has a last day")
        if self.until is not None and self.until < self.first.day:
            raise InvalidAct("until", "the last day comes before the first")

    @property
    def repeats(self) -> bool:
        """Whether it falls due more than once."""
        return self.every > 0

    def dates(self, last: date, start: date = date.min) -> Iterator[date]:
        """The local days on which it falls due, in order, from ``start`` up to and including ``last``.

        A monthly rule keeps the first day's number and falls on a shorter month's last day.
        """
        end = last if self.until is None else min(last, self.until)
        count = self._count_before(start)
        while (day := self._nth(count)) <= end:
            if day >= start:
                yield day
            if not self.repeats:
                return
            count += 1

    def falls_on(self, day: date) -> bool:
        """Whether ``day`` is one of its days."""
        return any(found == day for found in self.dates(day, day))

    def at(self, day: date) -> When:
        """The due time on one of its days, resolved in the rule's zone."""
        if day == self.first.day:
            return self.first
        clock = "" if self.first.clock is None else self.first.clock.strftime("T%H:%M")
        return self._resolved(f"{day.isoformat()}{clock}")

    def ends_at(self, day: date) -> datetime:
        """The instant (UTC) after which it is late: the due time, or the end of a day without one."""
        when = self.at(day)
        if not when.is_date_only:
            return when.utc
        return self._resolved(f"{(day + timedelta(days=1)).isoformat()}T00:00").utc

    def _resolved(self, local: str) -> When:
        """A local time in the rule's zone; where that is not known, as far from UTC as the first."""
        if is_zone(self.first.zone):
            return When.said(local, self.first.zone)
        plain, first = When.said(local, "UTC"), When.said(self.first.local, "UTC")
        return When(local, self.first.zone, plain.utc + (self.first.utc - first.utc), self.first.policy)

    def _count_before(self, start: date) -> int:
        """How many of its days surely come before ``start``; the next may too."""
        if start <= self.first.day or self.unit is None:
            return 0
        days = {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 31}[self.unit] * self.every
        return (start - self.first.day).days // days

    def _nth(self, count: int) -> date:
        first = self.first.day
        match self.unit:
            case None:
                return first
            case Unit.DAY:
                return first + timedelta(days=self.every * count)
            case Unit.WEEK:
                return first + timedelta(weeks=self.every * count)
            case Unit.MONTH:
                return _add_months(first, self.every * count)


def _add_months(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
