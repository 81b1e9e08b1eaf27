"""When a promise falls due: what people write, seen from the moment they write it."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.coach.due import find_times
from amends.coach.promise import first_due, promises

MONDAY = datetime(2026, 5, 4, 10, 0)  # noqa: DTZ001 - the writer's own clock
LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("tonight", date(2026, 5, 4)),
        ("by half six", datetime(2026, 5, 4, 18, 30)),  # noqa: DTZ001
        ("by end of week", date(2026, 5, 8)),
        ("before stand-up tomorrow", date(2026, 5, 5)),
        ("in a fortnight", date(2026, 5, 18)),
        ("on the 3rd", date(2026, 6, 3)),
        ("on Friday", date(2026, 5, 8)),
        ("on Monday", date(2026, 5, 11)),
        ("a week on Friday", date(2026, 5, 15)),
        ("on Friday the 15th", date(2026, 5, 15)),
        ("on Monday the twenty-fifth at six", datetime(2026, 5, 25, 18)),  # noqa: DTZ001
        ("by 20 mins past four", datetime(2026, 5, 4, 16, 20)),  # noqa: DTZ001
        ("tomorrow at 9.30.", datetime(2026, 5, 5, 9, 30)),  # noqa: DTZ001
        ("before the weekend", date(2026, 5, 8)),
        ("by the weekend", date(2026, 5, 9)),
        ("in 20 minutes", datetime(2026, 5, 4, 10, 20)),  # noqa: DTZ001
        ("within three working days", date(2026, 5, 7)),
        ("by Christmas Eve", date(2026, 12, 24)),
        ("after Easter", date(2027, 3, 28)),
        ("by the end of February", date(2027, 2, 28)),
    ],
)
def test_a_time_is_read_from_now(words: str, when: date) -> None:
    found = find_times(f"I'll do it {words}", MONDAY)
    assert [one.when for one in found] == [when]


@pytest.mark.parametrize(
    "words", ["soon", "yesterday", "every Friday", "for an hour", "two days ago", "Monday second"]
)
def test_what_is_no_time_ahead_is_none(words: str) -> None:
    assert not [
        one for one in find_times(f"It was {words} thoughts", MONDAY) if one.when != date(2026, 5, 11)
    ]


def test_an_hour_that_the_clocks_skip_is_moved_on() -> None:
    """On 29 March 2026 London goes from one to two."""
    night = datetime(2026, 3, 28, 22, 0, tzinfo=LONDON)
    (found,) = find_times("I'll ring at half one in the morning", night)
    assert isinstance(found.when, datetime)
    assert (found.when.hour, found.when.minute, found.when.tzname()) == (2, 30, "BST")


def test_a_delay_counts_real_minutes() -> None:
    night = datetime(2026, 3, 29, 0, 50, tzinfo=LONDON)
    (found,) = find_times("in 20 minutes", night)
    assert isinstance(found.when, datetime)
    assert found.when.utctimetuple()[3:5] == (1, 10)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("I'll be home for half five.", datetime(2026, 5, 4, 17, 30)),  # noqa: DTZ001
        ("Give me 20 minutes and I'm there.", datetime(2026, 5, 4, 10, 20)),  # noqa: DTZ001
        ("Minutes will be with you by Tuesday.", date(2026, 5, 5)),
        ("I undertake not to speak of it again.", None),
    ],
)
def test_a_promise_takes_its_time_from_its_clause(text: str, due: date | None) -> None:
    found = promises(text, MONDAY)
    assert len(found) == 1
    assert first_due(found) == due


@given(st.text(max_size=80), st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)))  # noqa: DTZ001
def test_what_is_found_lies_ahead(text: str, now: datetime) -> None:
    for one in find_times(text, now):
        day = one.when.date() if isinstance(one.when, datetime) else one.when
        assert day >= now.date()
        assert 0 <= one.start < one.end <= len(text)
