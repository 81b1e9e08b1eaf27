"""Hours of one's own, over midnight and over a change of clocks."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from amends.acts.base import Person
from amends.acts.hours import Hours, Sort, Weekday, quiet_until
from amends.acts.when import When

LONDON = ZoneInfo("Europe/London")


def hours(begins: str, ends: str, *weekdays: Weekday, **more: Any) -> Hours:
    """Someone's hours, from 2 March 2026 on."""
    return Hours(
        id=UUID(int=1),
        author=Person("Anna"),
        by=Person("Anna"),
        occurred=When.said("2026-03-02", "Europe/London"),
        recorded_at=datetime(2026, 3, 2, 13, 0, tzinfo=UTC),
        sort=Sort.PRIVATE,
        begins=begins,
        ends=ends,
        weekdays=weekdays,
        **more,
    )


def until(now: str, *found: Hours) -> str:
    """Until when someone is asked for nothing."""
    end = quiet_until(found, datetime.fromisoformat(now).replace(tzinfo=LONDON))
    return "" if end is None else end.strftime("%d %H:%M")


@pytest.mark.parametrize(
    ("now", "end"),
    [
        ("2026-03-04T18:29", ""),
        ("2026-03-04T18:30", "04 20:00"),
        ("2026-03-04T19:59", "04 20:00"),
        ("2026-03-04T20:00", ""),
        ("2026-03-05T19:00", ""),
        ("2026-02-25T19:00", ""),
        ("2026-04-08T19:00", ""),
    ],
)
def test_they_hold_on_their_days_from_beginning_to_end(now: str, end: str) -> None:
    """Neither before they were set nor after their last day."""
    assert until(now, hours("18:30", "20:00", Weekday.WEDNESDAY, until=date(2026, 4, 1))) == end


@pytest.mark.parametrize(("now", "end"), [("2026-03-06T23:00", "07 06:00"), ("2026-03-07T05:00", "07 06:00"),
                                          ("2026-03-07T23:00", ""), ("2026-03-06T05:00", "")])  # fmt: skip
def test_a_night_reaches_into_the_next_day(now: str, end: str) -> None:
    assert until(now, hours("22:00", "06:00", Weekday.FRIDAY)) == end


def test_one_may_begin_where_another_ends() -> None:
    assert until("2026-03-04T10:00", hours("09:00", "12:00"), hours("12:00", "17:00")) == "04 17:00"


def test_hours_around_the_clock_end_nowhere_and_the_search_does() -> None:
    """A whole day, every day: the answer is some day within a fortnight."""
    assert until("2026-03-04T10:00", hours("00:00", "00:00")) != ""


def test_the_clocks_may_change_within_them() -> None:
    """On 29 March 2026 one o'clock becomes two."""
    assert until("2026-03-28T23:30", hours("22:00", "06:00")) == "29 06:00"
