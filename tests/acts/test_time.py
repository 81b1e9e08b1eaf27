"""When something was, and when it falls due."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.acts.due import Due, Unit
from amends.acts.errors import InvalidAct
from amends.acts.when import Policy, When
from tests.strategies import ZONES, dues


def test_a_time_that_the_clocks_skip_is_moved_forward_once() -> None:
    """2027-03-28 02:30 in Berlin does not exist; it means half past three."""
    when = When.said("2027-03-28T02:30", "Europe/Berlin")
    assert when.utc == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)
    assert when.policy is Policy.FORWARD
    due = Due(When.said("2027-03-27T02:30", "Europe/Berlin"), 1, Unit.DAY)
    instants = [due.ends_at(day) for day in due.dates(date(2027, 3, 29))]
    assert len(instants) == len(set(instants)) == 3


def test_a_time_that_comes_twice_means_the_first() -> None:
    """2026-10-25 01:30 in London."""
    when = When.said("2026-10-25T01:30", "Europe/London")
    assert when.utc == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert when.policy is Policy.FIRST


def test_a_day_means_its_noon_and_is_due_at_its_end() -> None:
    """A date alone is 12:00 local; a promise for that day has until midnight."""
    when = When.said("2026-07-01", "America/St_Johns")
    assert when.utc == datetime(2026, 7, 1, 14, 30, tzinfo=UTC)
    assert Due(when).ends_at(date(2026, 7, 1)) == datetime(2026, 7, 2, 2, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "local",
    [
        *("", "today", "2026-02-30", "20260302", "2026-W10-1", "2026-03- 2", "2026-03-02 19:40"),
        *("2026-03-02T19:40:00", "2026-03-02T24:00", "0026-03-02", "9999-12-31"),
    ],
)
def test_what_is_no_time_is_refused(local: str) -> None:
    """One spelling of a day, one of a time, in years that a person can mean."""
    with pytest.raises(InvalidAct):
        When.said(local, "Europe/London")


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../etc/passwd", "Europe/London\n", "GMT+25"])
def test_what_is_no_zone_is_refused(zone: str) -> None:
    """Never an exception of another sort, never a file outside."""
    with pytest.raises(InvalidAct):
        When.said("2026-03-02", zone)


@given(
    st.integers(315_532_800, 4_102_444_800).map(lambda second: datetime.fromtimestamp(second, UTC)),
    st.sampled_from(ZONES),
)
def test_a_receipt_means_the_instant_it_was_received(now: datetime, zone: str) -> None:
    """To the second, whatever the clocks of the zone show."""
    assert When.received(now + timedelta(milliseconds=7), zone).utc == now


def test_a_monthly_rule_keeps_its_day_where_the_month_has_it() -> None:
    """The 31st falls on the last day of a shorter month, and comes back."""
    due = Due(When.said("2026-01-31", "UTC"), 1, Unit.MONTH)
    assert [day.day for day in due.dates(date(2026, 5, 31))] == [31, 28, 31, 30, 31]


@given(dues(), st.integers(0, 800))
def test_days_rise_and_stay_within_bounds(due: Due, ahead: int) -> None:
    """In order, from the first, up to the last asked for and the rule's own end."""
    last = due.first.day + timedelta(days=ahead)
    found = list(due.dates(last))
    assert found[0] == due.first.day
    assert found == sorted(set(found))
    assert found[-1] <= last
    assert due.until is None or found[-1] <= due.until
    assert due.repeats or len(found) == 1
    assert all(due.falls_on(day) for day in found[:5])


@pytest.mark.parametrize(
    ("every", "unit", "until"),
    [
        *((1, None, None), (0, Unit.DAY, None), (-1, Unit.DAY, None), (367, Unit.DAY, None)),
        *((1, Unit.DAY, date(2020, 1, 1)), (0, None, date(2030, 1, 1))),
    ],
)
def test_a_rule_that_can_not_be_is_refused(every: int, unit: Unit | None, until: date | None) -> None:
    """A number without a unit, an end before the beginning."""
    with pytest.raises(InvalidAct):
        Due(When.said("2026-03-02", "UTC"), every, unit, until)


@pytest.mark.parametrize(
    ("local", "zone", "utc"),
    [
        ("2026-03-02T19:40", "Europe/London", datetime(2026, 3, 4, 19, 40, tzinfo=UTC)),
        ("2026-03-02T19:40", "Europe/London", datetime(2026, 3, 2, 19, 40)),  # noqa: DTZ001
        ("2026-03-02T19:40", "Europe/London", datetime(2026, 3, 2, 19, 40, 0, 1, tzinfo=UTC)),
        ("2026-03-02T19:40", "Europe/London]\n", datetime(2026, 3, 2, 19, 40, tzinfo=UTC)),
        ("2026-03-02T19:40", "", datetime(2026, 3, 2, 19, 40, tzinfo=UTC)),
        ("2026-03-02 19:40", "Europe/London", datetime(2026, 3, 2, 19, 40, tzinfo=UTC)),
    ],
)
def test_a_point_in_time_that_can_not_be_is_refused(local: str, zone: str, utc: datetime) -> None:
    """An instant of another day, not in UTC, finer than a second; a zone that is no name."""
    with pytest.raises(InvalidAct):
        When(local, zone, utc)


def test_a_kept_instant_does_not_ask_zone_data_again() -> None:
    """A zone that this machine does not know, or whose clocks have changed since, is read as recorded."""
    when = When("2026-03-02T19:40", "Mars/Olympus", datetime(2026, 3, 2, 9, 40, tzinfo=UTC))
    assert (when.day, when.clock) == (date(2026, 3, 2), time(19, 40))


def test_a_rule_falls_due_on_its_first_time_as_said_and_later_as_the_clocks_go() -> None:
    """Weekly at seven stays at seven when the clocks change."""
    due = Due(When.said("2026-03-25T19:00", "Europe/London"), 1, Unit.WEEK, date(2026, 4, 7))
    assert list(due.dates(date(2027, 1, 1))) == [date(2026, 3, 25), date(2026, 4, 1)]
    assert [due.ends_at(day).hour for day in due.dates(date(2027, 1, 1))] == [19, 18]
    assert not due.falls_on(date(2026, 4, 8))


def test_a_day_ends_at_midnight_where_midnight_is_skipped() -> None:
    """In Cairo the clocks once went from midnight to one: the day ended then."""
    due = Due(When.said("2026-04-23", "Africa/Cairo"))
    assert due.ends_at(date(2026, 4, 23)) == datetime(2026, 4, 23, 22, tzinfo=UTC)


def test_a_leap_day_rule_falls_on_the_last_of_february() -> None:
    """Twelve months on, and back on the leap day."""
    due = Due(When.said("2024-02-29", "UTC"), 12, Unit.MONTH)
    assert [day.isoformat() for day in due.dates(date(2028, 12, 31))] == [
        *("2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"),
    ]
