"""The calendar by which promises fall due: weeks that end on Friday, months that clip, holidays.

The date of Easter follows the anonymous Gregorian computus (Nature, 1876; Meeus 1991).
"""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta

DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)
MONDAY, FRIDAY, SATURDAY, SUNDAY = 0, 4, 5, 6
NOON, DECEMBER, MINUTES, HOURS = 12, 12, 60, 24
CENTURY = 2000


def moment_of(day: date, hour: int, minute: int, now: datetime) -> datetime:
    """A wall-clock time in the zone of now; one that the clocks skip is moved on by what they skip."""
    day, hour = day + DAY * (hour // HOURS), hour % HOURS
    wall = datetime.combine(day, time(hour, minute), tzinfo=now.tzinfo)
    return wall if now.tzinfo is None else wall.astimezone(UTC).astimezone(now.tzinfo)


def later(now: datetime, minutes: float) -> datetime:
    """A number of real minutes from now, whatever the clocks do meanwhile."""
    now, delay = now.replace(second=0, microsecond=0), timedelta(minutes=round(minutes))
    return now + delay if now.tzinfo is None else (now.astimezone(UTC) + delay).astimezone(now.tzinfo)


def days_on(day: date, count: int, unit: str, *, work: bool) -> date:
    """So many days, weeks, fortnights, months or years on; with `work`, so many working days."""
    if unit in {"month", "year"}:
        return month_on(day, count * (DECEMBER if unit == "year" else 1))
    if not work:
        return day + DAY * count * {"day": 1, "week": 7, "fortnight": 14}[unit]
    while count:
        day += DAY
        count -= day.weekday() < SATURDAY
    return day


def date_of(year: int, month: int, day: int) -> date | None:
    """A date, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def next_day(weekday: int, day: date) -> date:
    """The next such weekday after a day."""
    return day + DAY * ((weekday - day.weekday() - 1) % 7 + 1)


def month_on(day: date, months: int) -> date:
    """So many months on, on the same day or the last of a shorter month."""
    month = day.month - 1 + months
    year, month = day.year + month // DECEMBER, month % DECEMBER + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def ending(unit: str, on: int, day: date) -> date:
    """The last day of a day, week (its Friday), month or year, this one or so many on."""
    if unit == "day":
        return day + DAY * on
    if unit == "week":
        friday = day + DAY * (FRIDAY - day.weekday()) + WEEK * on
        return friday if friday >= day else friday + DAY * 2
    if unit == "month":
        month = month_on(day.replace(day=1), on)
        return month.replace(day=monthrange(month.year, month.month)[1])
    return date(day.year + on, DECEMBER, 31)


def beginning(unit: str, on: int, day: date) -> date:
    """The first day of a week (its Monday), month or year, this one or so many on."""
    if unit == "week":
        return day - DAY * day.weekday() + WEEK * on
    if unit == "month":
        return month_on(day.replace(day=1), on)
    return date(day.year + on, 1, 1) if unit == "year" else day + DAY * on


def holiday_in(year: int, name: str) -> date:
    """When a holiday is in a year."""
    if "easter" in name or "good f" in name:
        offset = {"good friday": -2, "easter monday": 1}.get(name, 0)
        return _easter(year) + DAY * offset
    return next(date(year, *when) for key, when in _HOLIDAYS.items() if name.startswith(key))


def _easter(year: int) -> date:
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


_HOLIDAYS = {
    "christmas eve": (12, 24), "xmas eve": (12, 24), "christmas": (12, 25), "xmas": (12, 25),
    "boxing": (12, 26), "new year's eve": (12, 31), "new years eve": (12, 31), "nye": (12, 31),
    "new year": (1, 1), "valentine": (2, 14), "halloween": (10, 31), "bonfire": (11, 5),
}  # fmt: skip
