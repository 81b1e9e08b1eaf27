"""Weeks of the calendar, Monday to Sunday."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

WEEK: Final = timedelta(weeks=1)


def monday(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def mondays(first: date, last: date) -> Iterator[date]:
    """The Mondays of all weeks from that of ``first`` to that of ``last``."""
    week, end = monday(first), monday(last)
    while week <= end:
        yield week
        week += WEEK
