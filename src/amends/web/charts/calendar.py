"""Days along the bottom of a chart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

WIDTH = 1000
"""How wide a drawing is, in its own units; a page stretches it to the room there is."""
MARGIN = 20
"""What is left free at both ends, so that a mark there is not cut."""
MOST = 6
"""Days that are named on a wide screen; a narrow one names every other beyond three."""
MOST_NARROW = 3
SHORT = timedelta(days=63)
"""Below this, days are named; above it, months."""


class Named(StrEnum):
    """What of a day is worth saying."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Tick:
    """A day that is named under a chart.

    Attributes:
        x: where, in percent of the width.
        day: the day.
        named: what of it is said.
        wide: whether a narrow screen leaves it out.
    """

    x: float
    day: date
    named: Named
    wide: bool


@dataclass(frozen=True, slots=True)
class Span:
    """The time a chart covers, and where an instant lies in it.

    Attributes:
        start, end: aware, in the reader's zone; ``start`` before ``end``.
    """

    start: datetime
    end: datetime

    def across(self, at: datetime) -> float:
        """Where an instant lies, 0 … WIDTH; one outside lies at the nearer end."""
        share = (at - self.start) / (self.end - self.start)
        return MARGIN + (WIDTH - 2 * MARGIN) * min(1.0, max(0.0, share))


def ticks(span: Span) -> tuple[Tick, ...]:
    """The days to name: round ones, few enough that their names never touch."""
    days = next(days for step in _steps(span) if len(days := list(step)) <= MOST)
    sparse = len(days) > MOST_NARROW
    return tuple(
        Tick(
            x=round(span.across(_midnight(day, span)) * 100 / WIDTH, 2),
            day=day,
            named=_name(day, span),
            wide=sparse and index % 2 == 1,
        )
        for index, day in enumerate(days)
    )


def _steps(span: Span) -> Iterator[Iterator[date]]:
    """Ever longer steps between named days."""
    if span.end - span.start < SHORT:
        for length in (1, 2, 7, 14):
            yield _every_days(span, length)
    for months in (1, 2, 3, 6, 12):
        yield _every_months(span, months)
    years = 2
    while True:
        yield _every_months(span, 12 * years)
        years *= 2


def _every_days(span: Span, length: int) -> Iterator[date]:
    """Every so many days; Mondays where it is weeks."""
    first = date(1970, 1, 5).toordinal()  # a Monday
    day = span.start.toordinal()
    day += (first - day) % length
    while day <= span.end.toordinal():
        if _inside(date.fromordinal(day), span):
            yield date.fromordinal(day)
        day += length


def _every_months(span: Span, length: int) -> Iterator[date]:
    month = span.start.year * 12 + span.start.month - 1
    month += -month % length
    while month <= span.end.year * 12 + span.end.month - 1:
        day = date(month // 12, month % 12 + 1, 1)
        if _inside(day, span):
            yield day
        month += length


def _inside(day: date, span: Span) -> bool:
    return span.start <= _midnight(day, span) <= span.end


def _midnight(day: date, span: Span) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=span.start.tzinfo)


def _name(day: date, span: Span) -> Named:
    if span.end - span.start < SHORT:
        return Named.DAY
    return Named.YEAR if day.month == 1 else Named.MONTH
