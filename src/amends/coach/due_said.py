# ruff: noqa: D210 - what is read begins with a quotation mark
"""What one expression of time says: its day, its hour or its delay, seen from now; for `due_grammar`."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from amends.coach.due_calendar import (
    CENTURY,
    DAY,
    DECEMBER,
    HOURS,
    MINUTES,
    NOON,
    SATURDAY,
    WEEK,
    beginning,
    date_of,
    days_on,
    ending,
    holiday_in,
    later,
    moment_of,
    month_on,
    next_day,
)

DAYBREAK = 5
"""Before this hour "the morning" and "first thing" are still today's."""
MORNING, AFTERNOON, EVENING, NIGHT = "morning", "afternoon", "evening", "night"


@dataclass(frozen=True, slots=True)
class Clock:
    """An hour of the day as said; ``half`` is "am", "pm", or None where it was left open."""

    hour: int
    minute: int
    half: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a time: its day, its hour, a moment, or that it is no time ahead.

    Attributes:
        start: Where its words begin.
        end: Where they end.
        day: The day it names, if any.
        sure: How much its day weighs beside another's: 0 an hour's part of today, 1 a day, 2 a date.
        clock: The hour it names, if any.
        part: The part of the day it names, if any.
        moment: The exact moment, for a delay of minutes or hours.
        ahead: False for what is past or comes again and again.
    """

    start: int
    end: int
    day: date | None = None
    sure: int = 1
    clock: Clock | None = None
    part: str | None = None
    moment: datetime | None = None
    ahead: bool = True


@dataclass(frozen=True, slots=True)
class Now:
    """What a reader of an expression needs to know."""

    at: datetime
    month_first: bool

    @property
    def day(self) -> date:
        """The day it is."""
        return self.at.date()


Read = Callable[[re.Match[str], Now], Piece | None]


def read_hour(match: re.Match[str], now: Now) -> Piece | None:  # noqa: ARG001
    """ "7", "7.30 pm", "19:30", "seven in the evening"."""
    said, half = match["h"], _half(_got(match, "ap"))
    hour, minute = _number(said), _number(_got(match, "m") or "0")
    if hour >= HOURS or minute >= MINUTES or (half and hour > NOON):
        return None
    if half is None and hour and said.startswith("0"):
        half = "am"
    return Piece(
        match.start("h"), match.end(), clock=Clock(hour, minute, half), part=_part(_got(match, "part"))
    )


def read_hour_and_minutes(match: re.Match[str], now: Now) -> Piece | None:  # noqa: ARG001
    """ "Half six", "quarter to seven", "ten past four"."""
    hour, to = _number(match["h"]), _got(match, "to")
    minute = _number(_got(match, "past") or to or "half")
    if to:
        hour, minute = hour - 1 or NOON, MINUTES - minute
    clock = Clock(hour, minute, _half(_got(match, "ap")))
    return Piece(match.start(), match.end(), clock=clock, part=_part(_got(match, "part")))


def read_noon(match: re.Match[str], now: Now) -> Piece:  # noqa: ARG001
    """ "Noon", "midnight"."""
    if match[0] == "midnight":
        return Piece(match.start(), match.end(), clock=Clock(NOON, 0), part=NIGHT)
    return Piece(match.start(), match.end(), clock=Clock(NOON, 0, "pm"))


def read_day_near(match: re.Match[str], now: Now) -> Piece:
    """ "Today", "tonight", "tomorrow morning", "the day after tomorrow"."""
    word = match["day"]
    part = _part(match["part"]) or (NIGHT if word.startswith(("toni", "to-ni", "2ni")) else None)
    days = 2 if word.startswith("day after") else int(word not in _TODAY)
    return _dated(match, now.day + DAY * days, part=part)


def read_this_part(match: re.Match[str], now: Now) -> Piece:
    """ "This afternoon"."""
    part = _part(match["part"])
    over = part == MORNING and now.at.hour >= NOON
    return Piece(match.start(), match.end(), now.day, part=part, ahead=not over)


def read_coming_part(match: re.Match[str], now: Now) -> Piece:
    """ "In the morning", "first thing": of today while it lies ahead, else of tomorrow."""
    part = _part(_got(match, "part")) or MORNING
    day = now.day if now.at.hour < _BEGINS[part] else now.day + DAY
    return Piece(match.start(), match.end(), day, sure=0, part=part)


def read_part_of_today(match: re.Match[str], now: Now) -> Piece:
    """ "By close of play", "after work"."""
    return Piece(match.start(), match.end(), now.day, sure=0)


def read_weekday(match: re.Match[str], now: Now) -> Piece:
    """ "Friday", "a week on Friday", "Friday next week"."""
    on, which, week = DAY * _index(match["wd"]), match["which"], _got(match, "week")
    monday = now.day - DAY * now.day.weekday()
    day = next_day(_index(match["wd"]), now.day)
    if week:
        day = monday + on + WEEK * {"this": 0, "next": 1}.get(week.split()[0], 2)
    elif which == "next":
        day = monday + on + WEEK
    elif which == "this" and monday + on == now.day:
        day = now.day
    if match["shift"]:
        day += WEEK * (2 if "fortnight" in match["shift"] else 1)
    elif match["shift2"]:
        day += WEEK
    return _dated(match, day, part=_part(match["part"]))


def read_week_from_day(match: re.Match[str], now: Now) -> Piece:
    """ "A week today", "two weeks from tomorrow"."""
    unit = match["unit"].rstrip("s")
    start = now.day + DAY * int(match["day"] not in _TODAY)
    return _dated(match, days_on(start, _number(match["n"] or "one"), unit, work=False))


def read_day_of_month(match: re.Match[str], now: Now) -> Piece | None:
    """ "The 3rd"."""
    first = now.day.replace(day=1)
    for further in range(int(_got(match, "of") == "next"), DECEMBER):
        month = month_on(first, further)
        day = date_of(month.year, month.month, _number(match["d"]))
        if day is not None and day >= now.day:
            return _dated(match, day, sure=2)
    return None


def read_named_date(match: re.Match[str], now: Now) -> Piece | None:
    """ "3rd of May", "May 3"."""
    month = 1 + _MONTHS.index((_got(match, "month") or "")[:3])
    return _this_or_a_later_year(match, now, month, _number(_got(match, "d") or ""))


def read_numbered_date(match: re.Match[str], now: Now) -> Piece | None:
    """ "3/11"."""
    first, second = int(match["a"]), int(match["b"])
    month_first = second > NOON or (now.month_first and first <= NOON)
    day, month = (second, first) if month_first else (first, second)
    return _this_or_a_later_year(match, now, month, day)


def read_iso_date(match: re.Match[str], now: Now) -> Piece | None:  # noqa: ARG001
    """ "2026-05-03"."""
    day = date_of(int(match["y"]), int(match["mo"]), int(match["d"]))
    return _dated(match, day, sure=2) if day else None


def read_month(match: re.Match[str], now: Now) -> Piece:
    """ "In March" is its last day, "by" and "before March" the day it begins, "mid-March" its middle."""
    month = 1 + _MONTHS.index(match["month"][:3])
    year = now.day.year + (month < now.day.month)
    number = {"by": 1, "before": 1, "mid": 15, "start of": 1, "beginning of": 1}.get(
        match["how"], monthrange(year, month)[1]
    )
    return _dated(match, date(year, month, number))


def read_end_of(match: re.Match[str], now: Now) -> Piece:
    """The end or the beginning of this week, month or year, or of the next."""
    unit = _got(match, "unit") or {"w": "week", "m": "month"}[match[0][-1]]
    on = int(_got(match, "which") in {"next", "the following"})
    return _dated(match, (beginning if _got(match, "begin") else ending)(unit, on, now.day))


def read_period(match: re.Match[str], now: Now) -> Piece:
    """ "Next month": its last day."""
    on = {"this": 0, "next": 1}.get(match["which"], 2)
    return _dated(match, ending(_got(match, "unit") or "", on, now.day))


def read_weekend(match: re.Match[str], now: Now) -> Piece:
    """ "Before the weekend" is its Friday, "by" its Saturday."""
    how, saturday = match["how"] or "", now.day + DAY * (SATURDAY - now.day.weekday())
    if match["which"] in {"next", "the following"} or (how == "before" and saturday <= now.day):
        saturday += WEEK
    offset = {"before": -1, "by": 0, "for": 0, "after": 2}.get(how, 1)
    return _dated(match, max(saturday + DAY * offset, now.day))


def read_holiday(match: re.Match[str], now: Now) -> Piece:
    """ "By Easter": the next one."""
    this, following = (holiday_in(year, match["name"]) for year in (now.day.year, now.day.year + 1))
    return _dated(match, this if this >= now.day else following, sure=2)


def read_no_time_ahead(match: re.Match[str], now: Now) -> Piece:  # noqa: ARG001
    """ "Yesterday", "every Friday", "for an hour": no time to be due at."""
    return Piece(match.start(), match.end(), ahead=False)


def read_delay(match: re.Match[str], now: Now) -> Piece:
    """ "In a fortnight", "within 20 minutes"."""
    unit = _UNITS[(_got(match, "unit") or "min")[:3].rstrip("s")]
    count = _amount(_got(match, "n2") or match["n"])
    if unit in {"hour", "minute"}:
        minutes = count * (MINUTES if unit == "hour" else 1) + _rest(match)
        return Piece(match.start(), match.end(), moment=later(now.at, minutes))
    work = _got(match, "work") is not None
    return Piece(match.start(), match.end(), days_on(now.day, round(count), unit, work=work))


def read_within(match: re.Match[str], now: Now) -> Piece:
    """ "Within the hour"."""
    if match["unit"] == "hour":
        return Piece(match.start(), match.end(), moment=later(now.at, MINUTES))
    return Piece(match.start(), match.end(), days_on(now.day, 1, match["unit"], work=False))


def read_part_of_hour(match: re.Match[str], now: Now) -> Piece:
    """ "In half an hour"."""
    minutes = 45 if re.search(r"three|3/4", match[0]) else 15 if "quarter" in match[0] else 30
    return Piece(match.start(), match.end(), moment=later(now.at, minutes))


def read_same_time(match: re.Match[str], now: Now) -> Piece:
    """ "This time tomorrow"."""
    day = now.day + (DAY if match["when"] == "tomorrow" else WEEK)
    return Piece(match.start(), match.end(), moment=moment_of(day, now.at.hour, now.at.minute, now.at))


def _rest(match: re.Match[str]) -> int:
    """The minutes beside the hours: "an hour and a half", "1h 30"."""
    if rest := _got(match, "rest"):
        return _number(rest)
    return MINUTES // 2 if _got(match, "half") else 0


def _dated(match: re.Match[str], day: date, *, sure: int = 1, part: str | None = None) -> Piece:
    """A piece for a day; "before" it is the day before, unless a part of it or an occasion is named."""
    groups = match.groupdict()
    start = match.start("said") if groups.get("said") else match.start()
    occasion = part or groups.get("its") or _OCCASION.match(match.string, match.end())
    if groups.get("before") and not occasion:
        day -= DAY
    return Piece(start, match.end(), day, sure=sure, part=part)


def _this_or_a_later_year(match: re.Match[str], now: Now, month: int, number: int) -> Piece | None:
    if year := _got(match, "y"):
        day = date_of(int(year) + (CENTURY if len(year) < len("2000") else 0), month, number)
        return _dated(match, day, sure=2) if day else None
    for further in range(5):
        day = date_of(now.day.year + further, month, number)
        if day is not None and day >= now.day:
            return _dated(match, day, sure=2)
    return None


def _got(match: re.Match[str], name: str) -> str | None:
    """A named part of a match; where an expression has two forms, the second's name ends in 2."""
    groups = match.groupdict()
    return groups.get(name) or groups.get(f"{name}2")


def _amount(number: str) -> float:
    return float(number) if "." in number else _number(number)


def _number(word: str) -> int:
    """ "20", "3rd", "twenty-five", "a couple of"."""
    digits = re.match(r"\d+", word)
    if digits:
        return int(digits[0])
    return sum(_NUMBERS.get(part, 0) for part in word.replace("-", " ").removeprefix("a ").split())


def _index(weekday: str) -> int:
    return ("mo", "tu", "we", "th", "fr", "sa", "su").index(weekday[:2])


def _half(word: str | None) -> str | None:
    return None if not word else f"{word[0]}m"


def _part(word: str | None) -> str | None:
    if not word:
        return None
    return next((part for key, part in _PARTS.items() if key in word), None)


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMBERS = {
    word: number
    for number, words in enumerate(
        [
            "",
            "a an one first",
            "couple two second",
            "few three third",
            "four fourth",
            "five fifth",
            "six sixth",
            "seven seventh",
            "eight eighth",
            "nine ninth",
            "ten tenth",
            "eleven eleventh",
            "twelve twelfth",
            "thirteen",
            "fourteen",
            "fifteen quarter",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty twentieth",
        ]
    )
    for word in words.split()
} | {"half": 30, "thirty": 30, "thirtieth": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}
_PARTS = {
    "morning": MORNING, "breakfast": MORNING, "first": MORNING, "a.m": MORNING,
    "afternoon": AFTERNOON, "lunch": AFTERNOON, "arvo": AFTERNOON,
    "evening": EVENING, "eve": EVENING, "tea": EVENING, "dinner": EVENING, "bed": EVENING,
    "night": NIGHT, "nite": NIGHT,
}  # fmt: skip
_UNITS = {
    "min": "minute", "m": "minute", "hou": "hour", "hr": "hour", "h": "hour", "day": "day", "nig": "day",
    "wee": "week", "wk": "week", "for": "fortnight", "mon": "month", "yea": "year", "yr": "year",
}  # fmt: skip
_TODAY = {"today", "tonight", "to-night", "tonite", "tonigt", "2nite", "now"}
_BEGINS = {MORNING: DAYBREAK, AFTERNOON: NOON, EVENING: 20, NIGHT: 23}
"""From this hour on, such a part of the day is tomorrow's."""
_OCCASION = re.compile(
    r"\s+(?:meeting|stand-?up|lunch|dinner|class|practice|training|match|game|party|demo|review|call|retro"
    r"|deadline|appointment|service|morning|afternoon|evening|night|noon|\d|at\b)"
)
