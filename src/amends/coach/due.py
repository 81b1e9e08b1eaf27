# ruff: noqa: D210, E501 - tables of forms read better whole
"""When something is due: the times ahead that a text says, seen from the moment it is written.

A grammar of its own, because people write "half six", "a week on Friday" or "6ish tonight" to each other,
and the general parsers read those wrongly or not at all; ``bench/coach_due.py`` prints how they compare.

What is ambiguous is settled so:

* A bare hour lies ahead of now and in the waking day: today the afternoon for 1 to 6, else whatever comes
  next; on another day the morning for 8 to 11, noon for 12, the afternoon or evening for 1 to 7. A part of
  the day said nearby ("tonight", "in the morning") decides, and so do words such as "home" or "breakfast".
* A bare weekday is the next one after today; "this" stays in the week, "next" is the week after (Monday
  begins it). A day of the month or a date without a year is the next that comes.
* A week ends on Friday, a weekend on Sunday; "by the weekend" is its Saturday, "before" a day the day before.
* "3/11" is the third of November, or of March's eleventh with ``month_first``.
* A part of a day ("tonight", "first thing", "by the end of the day") is a date; a length of minutes or hours
  is a moment. What says only "soon" or "in a minute" is no time.

The date of Easter follows the anonymous Gregorian computus (Nature, 1876; Meeus 1991).
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)
MONDAY, FRIDAY, SATURDAY, SUNDAY = 0, 4, 5, 6
NOON, DECEMBER, MINUTES, HOURS = 12, 12, 60, 24
DAYBREAK = 5
"""Before this hour "the morning" and "first thing" are still today's."""
LAST_AFTERNOON = {"today": 6, "later": 7}
"""The latest bare hour that is read as afternoon or evening when its morning lies ahead too."""
CENTURY = 2000
MORNING, AFTERNOON, EVENING, NIGHT = "morning", "afternoon", "evening", "night"


@dataclass(frozen=True, slots=True)
class TimeSaid:
    """A time ahead, as said in a text.

    Attributes:
        start: Where its words begin in the text.
        end: Where they end.
        when: A date if no hour is meant, else a date-time in the zone of ``now`` (naive if that is naive).
    """

    start: int
    end: int
    when: date | datetime


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


def find_times(text: str, now: datetime, *, month_first: bool = False) -> tuple[TimeSaid, ...]:
    """The times ahead said in a text, in its order; past and repeated ones are left out.

    Args:
        text: What was written.
        now: When it was written, in the writer's zone or naive.
        month_first: Whether 3/11 is the eleventh of March, as Americans write it.
    """
    low = plain(text)
    groups = together(low, pieces(low, now, month_first=month_first))
    said = ((group, settle(group, now, low)) for group in groups)
    return tuple(TimeSaid(group[0].start, group[-1].end, when) for group, when in said if when is not None)


def plain(text: str) -> str:
    """The text in lower case with straight apostrophes and plain spaces, letter for letter as long."""
    straight = text.translate(_STRAIGHT)
    low = straight.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in straight)


def pieces(low: str, now: datetime, *, month_first: bool = False) -> tuple[Piece, ...]:
    """The parts of times in a plain text, in its order."""
    if not _HINT.search(low):
        return ()
    found = []
    for seen in _ANY.finditer(low):
        expression, read = _GRAMMAR[int((seen.lastgroup or "_0")[1:])]
        match = expression.match(low, seen.start())
        piece = read(match, _Now(now, month_first)) if match else None
        if piece is not None:
            found.append(piece)
    return tuple(found)


def together(low: str, found: Iterable[Piece]) -> list[list[Piece]]:
    """Pieces that stand side by side and so say one time."""
    groups: list[list[Piece]] = []
    for piece in found:
        if groups and _JOINT.fullmatch(low, groups[-1][-1].end, piece.start) and _fit(groups[-1], piece):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def settle(group: Iterable[Piece], now: datetime, around: str = "") -> date | datetime | None:
    """What pieces said together mean, or None if that is not ahead of now.

    Args:
        group: Parts of one time.
        now: When it was said.
        around: Plain words around it that may tell morning from evening.
    """
    parts = list(group)
    moment = next((piece.moment for piece in parts if piece.moment), None)
    if not parts or not all(piece.ahead for piece in parts):
        return None
    if moment is not None:
        return moment
    days = sorted((piece for piece in parts if piece.day), key=lambda piece: -piece.sure)
    day = days[0].day if days else None
    clock = next((piece.clock for piece in parts if piece.clock), None)
    if clock is None:
        return day if day is not None and day >= now.date() else None
    part = next((piece.part for piece in parts if piece.part), None) or _part_by_words(around)
    return _ahead(_at(clock, day, part, now), now)


def _ahead(when: datetime, now: datetime) -> datetime | None:
    return when if when.replace(tzinfo=None) > now.replace(tzinfo=None) else None


def _fit(group: list[Piece], piece: Piece) -> bool:
    """Whether a piece adds to a group instead of beginning another time."""
    if piece.moment or any(known.moment for known in group):
        return False
    return not (piece.clock and any(known.clock for known in group))


def _part_by_words(around: str) -> str | None:
    if _EVENING_WORDS.search(around):
        return EVENING
    return MORNING if _MORNING_WORDS.search(around) else None


def _at(clock: Clock, day: date | None, part: str | None, now: datetime) -> datetime:
    """The moment of an hour, on a day if one was said, else the next that is meant."""
    hour = clock.hour
    if clock.half is None and part:
        return _in_part(clock, day or now.date(), part, now)
    if clock.half is None and 1 <= hour <= NOON:
        return _open_hour(clock, day, now)
    if clock.half:
        hour = hour % NOON + (NOON if clock.half == "pm" else 0)
    when = _moment(day or now.date(), hour, clock.minute, now)
    if day is None and _ahead(when, now) is None:
        return _moment(now.date() + DAY, hour, clock.minute, now)
    return when


def _in_part(clock: Clock, day: date, part: str, now: datetime) -> datetime:
    hour = clock.hour
    past_midnight = part == NIGHT and (hour == NOON or hour < DAYBREAK - 1)
    if past_midnight:
        return _moment(day + DAY, hour % NOON, clock.minute, now)
    if part != MORNING and hour < NOON:
        hour += NOON
    return _moment(day, hour, clock.minute, now)


def _open_hour(clock: Clock, day: date | None, now: datetime) -> datetime:
    """An hour from 1 to 12 that may be of the morning or of the afternoon."""
    hour, minute = clock.hour % NOON, clock.minute
    if day is not None and day != now.date():
        afternoon = clock.hour == NOON or hour <= LAST_AFTERNOON["later"]
        return _moment(day, hour + NOON if afternoon else hour, minute, now)
    today = now.date()
    early, late = _moment(today, hour, minute, now), _moment(today, hour + NOON, minute, now)
    waking = now.hour >= DAYBREAK and clock.hour <= LAST_AFTERNOON["today"]
    if _ahead(early, now) and not waking:
        return early
    if _ahead(late, now) or day is not None:
        return late
    return _moment(today + DAY, hour, minute, now)


def _moment(day: date, hour: int, minute: int, now: datetime) -> datetime:
    """A wall-clock time in the zone of now; one that the clocks skip is moved on by what they skip."""
    day, hour = day + DAY * (hour // HOURS), hour % HOURS
    wall = datetime.combine(day, time(hour, minute), tzinfo=now.tzinfo)
    return wall if now.tzinfo is None else wall.astimezone(UTC).astimezone(now.tzinfo)


def _later(now: datetime, minutes: float) -> datetime:
    """A number of real minutes from now, whatever the clocks do meanwhile."""
    now, delay = now.replace(second=0, microsecond=0), timedelta(minutes=round(minutes))
    return now + delay if now.tzinfo is None else (now.astimezone(UTC) + delay).astimezone(now.tzinfo)


@dataclass(frozen=True, slots=True)
class _Now:
    """What a reader of an expression needs to know."""

    at: datetime
    month_first: bool

    @property
    def day(self) -> date:
        return self.at.date()


_Read = Callable[[re.Match[str], _Now], Piece | None]


# The hour.


def _hour(match: re.Match[str], now: _Now) -> Piece | None:  # noqa: ARG001
    said, half = match["h"], _half(_got(match, "ap"))
    hour, minute = _number(said), _number(_got(match, "m") or "0")
    if hour >= HOURS or minute >= MINUTES or (half and hour > NOON):
        return None
    if half is None and hour and said.startswith("0"):
        half = "am"
    return Piece(
        match.start("h"), match.end(), clock=Clock(hour, minute, half), part=_part(_got(match, "part"))
    )


def _hour_and_minutes(match: re.Match[str], now: _Now) -> Piece | None:  # noqa: ARG001
    hour, to = _number(match["h"]), _got(match, "to")
    minute = _number(_got(match, "past") or to or "half")
    if to:
        hour, minute = hour - 1 or NOON, MINUTES - minute
    clock = Clock(hour, minute, _half(_got(match, "ap")))
    return Piece(match.start(), match.end(), clock=clock, part=_part(_got(match, "part")))


def _noon(match: re.Match[str], now: _Now) -> Piece:  # noqa: ARG001
    if match[0] == "midnight":
        return Piece(match.start(), match.end(), clock=Clock(NOON, 0), part=NIGHT)
    return Piece(match.start(), match.end(), clock=Clock(NOON, 0, "pm"))


# The day.


def _day_near(match: re.Match[str], now: _Now) -> Piece:
    word = match["day"]
    part = _part(match["part"]) or (NIGHT if word.startswith(("toni", "to-ni", "2ni")) else None)
    days = 2 if word.startswith("day after") else int(word not in _TODAY)
    return _dated(match, now.day + DAY * days, part=part)


def _this_part(match: re.Match[str], now: _Now) -> Piece:
    part = _part(match["part"])
    over = part == MORNING and now.at.hour >= NOON
    return Piece(match.start(), match.end(), now.day, part=part, ahead=not over)


def _coming_part(match: re.Match[str], now: _Now) -> Piece:
    """ "In the morning", "first thing": of today while it lies ahead, else of tomorrow."""
    part = _part(_got(match, "part")) or MORNING
    day = now.day if now.at.hour < _BEGINS[part] else now.day + DAY
    return Piece(match.start(), match.end(), day, sure=0, part=part)


def _part_of_today(match: re.Match[str], now: _Now) -> Piece:
    return Piece(match.start(), match.end(), now.day, sure=0)


def _weekday(match: re.Match[str], now: _Now) -> Piece:
    on, which, week = DAY * _index(match["wd"]), match["which"], _got(match, "week")
    monday = now.day - DAY * now.day.weekday()
    day = _next(_index(match["wd"]), now.day)
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


def _week_from_day(match: re.Match[str], now: _Now) -> Piece:
    """ "A week today", "two weeks from tomorrow"."""
    unit = match["unit"].rstrip("s")
    start = now.day + DAY * int(match["day"] not in _TODAY)
    return _dated(match, _days_on(start, _number(match["n"] or "one"), unit, work=False))


def _day_of_month(match: re.Match[str], now: _Now) -> Piece | None:
    first = now.day.replace(day=1)
    for later in range(int(match["of"] == "next"), DECEMBER):
        month = _month_on(first, later)
        day = _date(month.year, month.month, int(match["d"]))
        if day is not None and day >= now.day:
            return _dated(match, day, sure=2)
    return None


def _named_date(match: re.Match[str], now: _Now) -> Piece | None:
    month = 1 + _MONTHS.index((_got(match, "month") or "")[:3])
    return _this_or_a_later_year(match, now, month, _number(_got(match, "d") or ""))


def _numbered_date(match: re.Match[str], now: _Now) -> Piece | None:
    first, second = int(match["a"]), int(match["b"])
    month_first = second > NOON or (now.month_first and first <= NOON)
    day, month = (second, first) if month_first else (first, second)
    return _this_or_a_later_year(match, now, month, day)


def _iso_date(match: re.Match[str], now: _Now) -> Piece | None:  # noqa: ARG001
    day = _date(int(match["y"]), int(match["mo"]), int(match["d"]))
    return _dated(match, day, sure=2) if day else None


def _month(match: re.Match[str], now: _Now) -> Piece:
    """ "In March" is its last day, "by" and "before March" the day it begins, "mid-March" its middle."""
    month = 1 + _MONTHS.index(match["month"][:3])
    year = now.day.year + (month < now.day.month)
    number = {"by": 1, "before": 1, "mid": 15}.get(match["how"], monthrange(year, month)[1])
    return _dated(match, date(year, month, number))


def _end_of(match: re.Match[str], now: _Now) -> Piece:
    """The end or the beginning of this week, month or year, or of the next."""
    unit = _got(match, "unit") or {"w": "week", "m": "month"}[match[0][-1]]
    on = int(_got(match, "which") in {"next", "the following"})
    return _dated(match, (_beginning if _got(match, "begin") else _ending)(unit, on, now.day))


def _period(match: re.Match[str], now: _Now) -> Piece:
    on = {"this": 0, "next": 1}.get(match["which"], 2)
    return _dated(match, _ending(_got(match, "unit") or "", on, now.day))


def _weekend(match: re.Match[str], now: _Now) -> Piece:
    how, saturday = match["how"] or "", now.day + DAY * (SATURDAY - now.day.weekday())
    if match["which"] in {"next", "the following"} or (how == "before" and saturday <= now.day):
        saturday += WEEK
    offset = {"before": -1, "by": 0, "for": 0, "after": 2}.get(how, 1)
    return _dated(match, max(saturday + DAY * offset, now.day))


def _holiday(match: re.Match[str], now: _Now) -> Piece:
    this, following = (_holiday_in(year, match["name"]) for year in (now.day.year, now.day.year + 1))
    return _dated(match, this if this >= now.day else following, sure=2)


def _no_time_ahead(match: re.Match[str], now: _Now) -> Piece:  # noqa: ARG001
    return Piece(match.start(), match.end(), ahead=False)


# The delay.


def _delay(match: re.Match[str], now: _Now) -> Piece:
    unit = _UNITS[(_got(match, "unit") or "min")[:3].rstrip("s")]
    count = _amount(_got(match, "n2") or match["n"])
    if unit in {"hour", "minute"}:
        minutes = count * (MINUTES if unit == "hour" else 1) + _rest(match)
        return Piece(match.start(), match.end(), moment=_later(now.at, minutes))
    work = _got(match, "work") is not None
    return Piece(match.start(), match.end(), _days_on(now.day, round(count), unit, work=work))


def _within(match: re.Match[str], now: _Now) -> Piece:
    if match["unit"] == "hour":
        return Piece(match.start(), match.end(), moment=_later(now.at, MINUTES))
    return Piece(match.start(), match.end(), _days_on(now.day, 1, match["unit"], work=False))


def _part_of_hour(match: re.Match[str], now: _Now) -> Piece:
    minutes = 45 if re.search(r"three|3/4", match[0]) else 15 if "quarter" in match[0] else 30
    return Piece(match.start(), match.end(), moment=_later(now.at, minutes))


def _same_time(match: re.Match[str], now: _Now) -> Piece:
    day = now.day + (DAY if match["when"] == "tomorrow" else WEEK)
    return Piece(match.start(), match.end(), moment=_moment(day, now.at.hour, now.at.minute, now.at))


def _rest(match: re.Match[str]) -> int:
    """The minutes beside the hours: "an hour and a half", "1h 30"."""
    if rest := _got(match, "rest"):
        return _number(rest)
    return MINUTES // 2 if _got(match, "half") else 0


def _days_on(day: date, count: int, unit: str, *, work: bool) -> date:
    if unit in {"month", "year"}:
        return _month_on(day, count * (DECEMBER if unit == "year" else 1))
    if not work:
        return day + DAY * count * {"day": 1, "week": 7, "fortnight": 14}[unit]
    while count:
        day += DAY
        count -= day.weekday() < SATURDAY
    return day


# Arithmetic of the calendar.


def _dated(match: re.Match[str], day: date, *, sure: int = 1, part: str | None = None) -> Piece:
    """A piece for a day; "before" it is the day before, unless a part of it or an occasion is named."""
    groups = match.groupdict()
    start = match.start("said") if groups.get("said") else match.start()
    occasion = part or groups.get("its") or _OCCASION.match(match.string, match.end())
    if groups.get("before") and not occasion:
        day -= DAY
    return Piece(start, match.end(), day, sure=sure, part=part)


def _this_or_a_later_year(match: re.Match[str], now: _Now, month: int, number: int) -> Piece | None:
    if year := _got(match, "y"):
        day = _date(int(year) + (CENTURY if len(year) < len("2000") else 0), month, number)
        return _dated(match, day, sure=2) if day else None
    for later in range(5):
        day = _date(now.day.year + later, month, number)
        if day is not None and day >= now.day:
            return _dated(match, day, sure=2)
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _next(weekday: int, day: date) -> date:
    return day + DAY * ((weekday - day.weekday() - 1) % 7 + 1)


def _month_on(day: date, months: int) -> date:
    month = day.month - 1 + months
    year, month = day.year + month // DECEMBER, month % DECEMBER + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _ending(unit: str, on: int, day: date) -> date:
    if unit == "day":
        return day + DAY * on
    if unit == "week":
        friday = day + DAY * (FRIDAY - day.weekday()) + WEEK * on
        return friday if friday >= day else friday + DAY * 2
    if unit == "month":
        month = _month_on(day.replace(day=1), on)
        return month.replace(day=monthrange(month.year, month.month)[1])
    return date(day.year + on, DECEMBER, 31)


def _beginning(unit: str, on: int, day: date) -> date:
    if unit == "week":
        return day - DAY * day.weekday() + WEEK * on
    if unit == "month":
        return _month_on(day.replace(day=1), on)
    return date(day.year + on, 1, 1) if unit == "year" else day + DAY * on


def _holiday_in(year: int, name: str) -> date:
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


# Words.


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


_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "\u202f": " "})
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
_HOLIDAYS = {
    "christmas eve": (12, 24), "xmas eve": (12, 24), "christmas": (12, 25), "xmas": (12, 25),
    "boxing": (12, 26), "new year's eve": (12, 31), "new years eve": (12, 31), "nye": (12, 31),
    "new year": (1, 1), "valentine": (2, 14), "halloween": (10, 31), "bonfire": (11, 5),
}  # fmt: skip

_EVENING_WORDS = re.compile(
    r"\b(?:(?:be|get|come|back|head)(?:ing)? home|home (?:by|at|before|for)|dinner|supper|bedtime|bath ?time"
    r"|drinks|pub|cinema|film|theatre|takeaway|pyjamas|put (?:\w+ ){1,3}to bed)\b"
)
_MORNING_WORDS = re.compile(r"\b(?:breakfast|school run|before (?:school|work)|wake (?:you|him|her|them))\b")
_HINT = re.compile(
    r"\d|\b(?:to(?:day|nigh?t|nite|m+or+ow|moz?)\b|tmr|tmw|mon|tue|wed|thu|fri|sat|sun|one|two|three|four"
    r"|five|six|seven|eight|nine|ten|eleven|twelve|twenty|half|quarter|noon|midday|midnight|hour|day|week|month"
    r"|year|fortnight|minute|morning|afternoon|evening|night|end of|eo[dwmb]|cob|close of|first|lunch|dinner"
    r"|work|way home|bed|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|christmas|xmas|easter|new year|nye"
    r"|boxing|tea|valentine|halloween|bonfire|good friday|teatime|breakfast|yesterday|couple|few)"
)
_JOINT = re.compile(
    r"[\s,(]*(?:(?:at|by|on|in|before|around|about|for|the|of|say|from|latest|sharp|no later than|any time|@"
    r"|-|–|and)[\s,]+)*"
)
_OCCASION = re.compile(
    r"\s+(?:meeting|stand-?up|lunch|dinner|class|practice|training|match|game|party|demo|review|call|retro"
    r"|deadline|appointment|service|morning|afternoon|evening|night|noon|\d|at\b)"
)

_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_H = rf"(?P<h>{_WORDS}|[01]?\d|2[0-4])"
_H12 = rf"(?P<h>{_WORDS}|1[0-2]|0?[1-9])"
_COUNT = (
    rf"a couple(?: of)?|a few|an?|\d+(?:\.\d+)?|{_WORDS}|thirteen|fourteen|fifteen|sixteen|eighteen"
    r"|twenty(?:[- ]five)?|thirty|forty(?:[- ]five)?|fifty|sixty|ninety"
)
_APM = r"(?P<ap>[ap])(?:\.\s?m\b\.?|m\b)"
_IN_PART = r"(?:\s+(?:in the|at|this)\s+(?P<part>morning|afternoon|evening|night))?"
_AFTER_DAY = (
    r"(?:\s+(?:late |early )?(?P<part>morning|afternoon|arvo|evening|eve|night|nite|lunch ?time|tea ?time"
    r"|breakfast|first thing))?"
)
_WD = (
    r"(?P<wd>monday|tuesday|wed(?:nes|ens)day|thursday|friday|saturday|sunday|tues?|thur?s?|fri"
    r"|(?:(?<=\bon )|(?<=\bby )|(?<=next )|(?<=this )|(?<=before )|(?<=for )|(?<=coming )|(?<=til )|(?<=till )"
    r"|(?<=until )|(?<=late ))(?:mon|wed|sat|sun)"
    r"|(?:mon|wed|sat|sun)(?=\s+(?:morning|afternoon|evening|night|eve|week|at \d|\d)))\b\.?"
)
_MONTH_NAME = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_ORDINAL = (
    r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|twentieth"
    r"|twenty[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirtieth|thirty[- ]first"
)
_YEAR = r"(?:,?\s+(?P<y>20\d\d))?"
_BEFORE = r"(?:(?P<before>before|ahead of)\s+)?"
_NOT_HOUR = (
    r"(?![\d:./%-]*\d|\s*%|\s?(?:am|pm)\b|'|\s*(?:-\s*)?(?:minutes?|mins?|hours?|hrs?|h|days?|weeks?|wks?|months?"
    r"|years?|yrs?|nights?|times?|people|of|pounds?|quid|euros?|dollars?|bucks|grand|k|km|miles?|metres?|meters?|m"
    r"|kilos?|kg|more|other|others|pages?|points?|things?|kids?|pints?|bags?|boxes|percent|each|years?|degrees|seats?"
    r"|tickets?|different|separate|thousand|hundred|million|out|goals?|cups?|or (?:so )?(?:\w+ )?(?:minutes|days"
    r"|weeks|people)|stone|items?|tasks?|stops?|chairs?|eggs|slides|rooms?|the)\b)"
)
_ABOUT = r"(?:the next|about|around|like|just|another|roughly|under|less than|no more than|at most|max|maximum|the)"
_HALF_HOUR = (
    r"(?:half an? hour|half hour|three quarters of an hour|(?:a )?quarter of an hour|1/2 (?:an )?hour"
    r"|3/4 (?:of an )?hour)\b"
)
_NOT_LATE = r"(?!\s+(?:late|early|earlier|ago|before))"
_HOUR_ENDS = (
    r"(?=\s*(?:$|[^\w\s%:/.-]|[.-](?!\d)|(?:and|so|to|on|in|at|tonight|today|tomorrow|this|with|if|for|then|or|but"
    r"|as|when|because|latest|sharp|max|ok|okay|promise|love|x+|i|we|you|that|next|mon|tue|wed|thu|fri|sat|sun)"
    r"(?:day|s|sday|nesday|rsday|urday)?\b))"
)
_ISH = r"(?:\s?-?\s?ish)?"
_DAYWORD = r"(?P<day>today|to-?night|tonite|2nite|to-?m+or+ow|tomoz|tomo|tmrw|tmr|tmw|2moro|2morrow|day after tomorrow)"

_TABLE: tuple[tuple[str, _Read], ...] = (
    # What is not ahead.
    (
        r"(?:yesterday|last (?:night|week|weekend|month|year|time)|earlier(?: today| this \w+)?"
        rf"|(?:last|past) {_WD.replace('?P<wd>', '?:')}|the other (?:day|night|week)"
        rf"|(?:{_COUNT}|half an|several|some)\s*(?:and a half )?(?:or (?:two|three|so) )?"
        r"(?:minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|months?|years?)(?: or so)? (?:ago|late|early|earlier)"
        r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day (?:gone|just gone|last(?: week)?)"
        r"|(?:every|each|any|most|all)\s+(?:other |single |second )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
        r"|day|night|evening|morning|afternoon|weekend|week|month|year|hour)(?: (?:from now on|at (?:\d{1,2}|\w+)))?"
        r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days"
        r"|(?:in the|on) (?:mornings|evenings|afternoons|weekends)|at weekends|weeknights|one day|some ?day"
        r"|for (?:about |another |the next |at least |the last )?"
        rf"(?:{_COUNT}|half an) (?:minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|months?|years?)"
        r"|(?:until|till|til|since)\s+(?:the\s+)?(?:next\s+)?"
        rf"(?:{_WD.replace('?P<wd>', '?:')}|{_H.replace('?P<h>', '?:')}(?::\d\d)?(?:\s?[ap]m)?\b|{_DAYWORD.replace('?P<day>', '?:')}|weekend|noon"
        r"|midnight|summer|end of (?:the |this |next )?(?:day|week|month|year))"
        r"|24/7)\b",
        _no_time_ahead,
    ),
    # Delays.
    (
        rf"(?:in|within|inside|under|give me|gimme|be|there|back|home|after)\s(?:{_ABOUT} )?{_HALF_HOUR}{_NOT_LATE}"
        rf"|{_HALF_HOUR}(?=\s*(?:$|[.!]|max\b|tops\b|and i|from now))(?<!an hour late)",
        _part_of_hour,
    ),
    (r"(?:this|the same|same) time (?P<when>tomorrow|next week)\b", _same_time),
    (
        r"(?:with)?in(?:side)? the (?:next )?(?P<unit>hour|day|week|month|year|fortnight)\b",
        _within,
    ),
    (
        rf"(?:in|within|give me|gimme|inside|over|after)\s+(?!an? (?:min|minute|mo|day)\b)(?:{_ABOUT} )?"
        rf"(?P<n>{_COUNT})\s*(?:(?:-|–|to|or)\s*(?P<n2>{_COUNT}))?\s*(?:more )?(?P<work>working |business )?"
        r"(?P<unit>minutes?|mins?|m|hours?|hrs?|h|days?|nights|weeks?|wks?|fortnights?|months?|years?|yrs?)\b\.?'?"
        r"(?:\s?(?:and (?P<half>a half)|(?:and )?(?P<rest>\d\d|ten|fifteen|twenty|thirty|forty)\s?(?:minutes|mins?"
        rf"|m)?\b))?{_NOT_LATE}(?:\s+or (?:so|two|less))?(?: time)?",
        _delay,
    ),
    (
        rf"(?P<n>{_COUNT})(?:(?:-|–|\s?to\s|\sor\s)(?P<n2>{_COUNT}))?\s?(?P<work>working |business )?(?P<unit>minutes?"
        r"|mins?|hours?|hrs?|days?|weeks?|months?|years?)\b"
        r"\s*(?:from (?:now|today)|hence|max|tops|at most|and i'?ll|and i will|and i'm)\b",
        _delay,
    ),
    (
        r"(?<!\bat )(?<!\bby )(?:(?:there|back|home|down|over|out|ready|done|up|with you|online|sorted|round|up)\s+in"
        rf"|^in)\s+(?:about |around |like )?(?P<n>{_COUNT})"
        r"(?=\s*(?:$|[^\w\s%:/]|(?:and|so|promise|love|x+|ok)\b))",
        _delay,
    ),
    (
        rf"(?<!\bfor )(?<!\ban )(?<!\bnext )\b(?P<n>\d+|{_WORDS}|fifteen|twenty|thirty|forty)\s?"
        r"(?P<unit>minutes?|mins?|hrs?|hours?)\b"
        r"(?=\s*(?:$|[,.!;]|and i'll|then i'll|x+\b|i promise|promise|tops|max))(?<!\blate)",
        _delay,
    ),
    (
        rf"{_BEFORE}(?P<said>(?P<n>a|an|one|two|three|four|\d+)?\s?(?P<unit>weeks?|fortnights?|days?)"
        r"(?:\s+from)?\s+(?P<day>today|tomorrow|tmrw|now))\b",
        _week_from_day,
    ),
    # Hours.
    (
        rf"half(?:[- ]past)?[- ]{_H12}\b{_ISH}(?:\s?{_APM})?{_IN_PART}{_NOT_HOUR}",
        _hour_and_minutes,
    ),
    (
        r"(?:(?P<past>a quarter|quarter|five|ten|twenty|twenty[- ]five|5|10|20|25)(?: minutes| mins)? (?:past|after)"
        r"|(?P<to>a quarter|quarter|five|ten|twenty|twenty[- ]five|(?:(?<=at )|(?<=by ))(?:5|10|20|25))"
        rf"(?: minutes| mins)? (?:to|before|of|til)) {_H12}\b{_ISH}(?:\s?{_APM})?{_IN_PART}{_NOT_HOUR}",
        _hour_and_minutes,
    ),
    (
        rf"between (?:{_H12.replace('?P<h>', '?:')})(?:[:.]\d\d)?(?:\s?[ap]m)? and {_H12}(?:[:.](?P<m>[0-5]\d))?\b"
        rf"(?:\s?{_APM})?{_IN_PART}{_NOT_HOUR}",
        _hour,
    ),
    (rf"\d{{1,2}}(?:[:.]\d\d)?\s?[-–]\s?{_H12}(?:[:.](?P<m>[0-5]\d))?\s?{_APM}", _hour),
    (
        rf"(?<![\d£$€:.,/-])(?P<h>[01]?\d|2[0-4])\s?[:h]\s?(?P<m>[0-5]\d)\b(?![:\d]){_ISH}(?:\s?{_APM})?{_IN_PART}",
        _hour,
    ),
    (
        rf"(?:(?<=\bat )|(?<=\bby )|(?<=before )|(?<=around )|(?<=about )|(?<=tonight )|(?<=tomorrow )|(?<=day )|(?<=from ))"
        rf"(?P<h>[01]?\d|2[0-4])\.(?P<m>[0-5]\d)\b(?![\d.])(?:\s?{_APM})?{_IN_PART}{_NOT_HOUR}",
        _hour,
    ),
    (rf"{_H12}[- ](?P<m>fifteen|thirty|forty[- ]five)\b(?:\s?{_APM})?{_IN_PART}{_NOT_HOUR}", _hour),
    (rf"(?<![\d£$€:.,/-]){_H12}\.(?P<m>[0-5]\d)\s?{_APM}", _hour),
    (
        r"(?:(?<=\bat )|(?<=\bby ))(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)\b(?=\s*(?:$|[^\w\s%:/.]|[.](?!\d)|on|to))",
        _hour,
    ),
    (rf"(?<![\d£$€:.,/-]){_H12}{_ISH}\s?{_APM}", _hour),
    (rf"{_H12}\s?o'?\s?clock\b(?:\s?{_APM})?{_IN_PART}", _hour),
    (rf"{_H12}\s?-?\s?ish\b(?:\s?{_APM})?{_IN_PART}", _hour),
    (
        rf"(?:at|by|before|@|come|for|no later than)\s+(?:about |around |like |say )?{_H12}"
        rf"(?:[- ](?P<m>fifteen|thirty|forty[- ]five))?\b{_IN_PART}{_NOT_HOUR}",
        _hour,
    ),
    (rf"(?<=@){_H12}\b{_IN_PART}{_NOT_HOUR}", _hour),
    (
        rf"(?:around|about|roughly|after|from|past|then|say)\s+{_H12}\b{_IN_PART}{_HOUR_ENDS}{_NOT_HOUR}",
        _hour,
    ),
    (rf"{_H12}\s+in the (?P<part>morning|afternoon|evening)\b", _hour),
    (
        rf"{_H12}(?=\s+(?:tonight|tomorrow|sharp|on (?:the )?(?:mon|tues|wednes|thurs|fri|satur|sun|\d)))",
        _hour,
    ),
    (
        rf"(?:(?<=tonight )|(?<=tonight, )|(?<=today )|(?<=today, )|(?<=tomorrow )|(?<=tomorrow, )|(?<=day )|(?<=day, )"
        rf"|(?<=evening )|(?<=morning )|(?<=afternoon )){_H12}\b{_HOUR_ENDS}",
        _hour,
    ),
    (r"(?:(?P<noon>noon|midday|mid-day)|(?P<night>midnight))\b", _noon),
    # Days.
    (
        r"(?:(?P<begin>start|beginning)|end|close|back end) of (?:(?P<which>the following|the|this|next) )?"
        r"(?P<unit>day|week|month|year)\b|eo[wm]\b",
        _end_of,
    ),
    (
        r"(?:eod|cob|eob|cop|close of (?:play|business|day)|end of (?:play|business|(?:the )?work(?:ing)? day))\b",
        _part_of_today,
    ),
    (rf"{_BEFORE}(?P<said>(?:the )?{_DAYWORD}(?P<its>'s)?{_AFTER_DAY})\b", _day_near),
    (r"(?:later )?this (?P<part>morning|afternoon|arvo|evening|lunch ?time)\b", _this_part),
    (
        rf"{_BEFORE}(?P<said>(?:(?P<shift>(?:a |one )?(?:week|fortnight)) (?:on|from|this|after)? ?(?:this )?)?(?:(?P<week2>"
        rf"next week|this week),? (?:on )?)?(?:(?P<which>next|this(?= {_WD.replace('?P<wd>', '?:')})|(?:this |the )?coming"
        rf"|the following) )?{_WD}(?:\s+(?P<shift2>week)\b|,? (?:of )?(?P<week>next week|this week|the week after"
        rf"(?: next)?|week after next))?(?P<its>'s)?{_AFTER_DAY})(?!\w)",
        _weekday,
    ),
    (r"(?P<y>20\d\d)-(?P<mo>0\d|1[0-2])-(?P<d>[0-3]\d)\b", _iso_date),
    (
        rf"{_BEFORE}(?P<said>(?:the )?(?:(?P<d>[0-3]?\d(?:st|nd|rd|th)?|{_ORDINAL})(?: day)?(?: of)?[ -](?P<month>{_MONTH_NAME})\b\.?"
        rf"|(?P<month2>{_MONTH_NAME})\.? (?:the )?(?P<d2>[0-3]?\d(?:st|nd|rd|th)?|{_ORDINAL})\b(?![:.]\d|\s?[ap]m)){_YEAR})",
        _named_date,
    ),
    (
        rf"{_BEFORE}(?<![\d£$€/.-])(?P<said>(?:(?<=on )|(?<=by )|(?<=before )|(?<=the )|(?<=for )|(?<=day )|(?<=til )|(?<=ill )|(?<=from )"
        r"|(?=\d+[/.]\d+[/.](?:20)?\d\d\b))(?P<a>[0-3]?\d)[/.](?P<b>[0-3]?\d)(?:[/.](?P<y>(?:20)?\d\d))?)(?![\d/%])",
        _numbered_date,
    ),
    (
        r"(?:(?P<before>before|ahead of) )?\b(?P<said>(?:(?<=on )|(?<=by )|(?<=before )|(?<=for )|(?<=ill )|(?<=til )|(?<=day )|(?<=from )"
        r"|(?=the [\dst]\w+\s*(?:$|[,.;!?]|and |so |at |of (?:this|next) month)))the (?P<d>[0-3]?\d)(?:st|nd|rd|th)\b"
        r"(?: of (?P<of>this|next) month)?(?!\s+(?:floor|time|half|chance|one|attempt|round|child|bedroom|draft|version"
        r"|page|row|quarter|year|week|grade|street|st\b|ave|place|door|birthday|edition|anniversary|century)))",
        _day_of_month,
    ),
    (
        r"(?P<how>by|mid|in|during|before)[- ](?P<month>january|february|march|april|may|june|july|august|september|october|november|december)\b(?! (?:be|have|not|i|we|you)\b)",
        _month,
    ),
    (
        r"(?:(?P<how>before|by|for|over|after|at|on) )?(?:(?P<which>this|next|the following|the|the coming) )weekend\b",
        _weekend,
    ),
    (
        r"(?:some ?time |later |early |late |mid )?(?P<which>this|next) (?P<unit>week|month|year)\b"
        r"|\b(?P<which2>the) (?P<unit2>week|month) (?P<after2>after next)\b",
        _period,
    ),
    (
        rf"{_BEFORE}(?P<said>(?P<name>christmas eve|christmas day|christmas|xmas eve|xmas|boxing day|new year'?s eve|nye"
        r"|new year'?s day|new year's?|valentine'?s?(?: day)?|halloween|bonfire night|good friday|easter monday"
        r"|easter sunday|easter))\b(?! (?:party|present|dinner|tree|card|lunch|egg))",
        _holiday,
    ),
    (
        r"(?:first thing(?! i\b| you\b| to\b| on\b| we\b)(?: in the (?P<part>morning))?|in the (?P<part2>morning|afternoon|evening))\b",
        _coming_part,
    ),
    (
        r"(?:(?:straight |right )?after (?:work|school|dinner|tea|supper|lunch|my shift|bath ?time|training|the school run)"
        r"|(?:on|along) (?:my|the) way (?:home|back)|before (?:i go to )?bed|(?:at|by|before|over|after|around) "
        r"(?:dinner|supper|tea ?time|bed ?time|lunch(?: ?time)?)|when i(?:'m| am)? (?:get )?(?:home|in|back)(?= |$|[,.!])"
        r"|before (?:dinner|lunch|tea)|after the kids are (?:in bed|asleep|down)|later on today)\b",
        _part_of_today,
    ),
)

_GRAMMAR = tuple((re.compile(expression), read) for expression, read in _TABLE)
_NAMELESS = [re.sub(r"[(][?]P<\w+>", "(?:", expression) for expression, _ in _TABLE]
_FIRST = (
    r"\d|an? |the |this |next |last |past |on |in |in?side |at |by |be |before |for |from |to-?(?:d|n|m)|tom|tm[rw]"
    r"|mon|tue|wed|thu|fri|sat|sun|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirt|fift|sixt"
    r"|ninet|twent|forty|half|three|quarter|noon|mid|yesterday|earl|ever|each|any |all |most |until |till? |since "
    r"|within|inside|under|give me|gimme|over |after|ahead|there |back |home|down |out |ready |done |up |with you"
    r"|online |sorted |round|same |between |around |about |come |coming |no later|roughly|then |say |start|beginning"
    r"|end |close |eo[dbwm]|co[bp]|day|week|fortnight|later |sometime|some ?day|some |several|during|christmas|xmas"
    r"|boxing|new y|nye|valentine|halloween|bonfire|good fri|easter|first|straight|right |along |when i|couple|jan|feb"
    r"|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|second|third|fourth|seventh|eighth|ninth|tenth"
)
_ANY = re.compile(
    rf"\b(?={_FIRST})(?:" + "|".join(f"(?P<_{i}>{said})" for i, said in enumerate(_NAMELESS)) + ")"
)
