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
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from amends.coach.due_calendar import DAY, NOON, moment_of
from amends.coach.due_grammar import pieces
from amends.coach.due_said import DAYBREAK, EVENING, MORNING, NIGHT, Clock, Piece
from amends.coach.words import plain

LAST_AFTERNOON = {"today": 6, "later": 7}
"""The latest bare hour that is read as afternoon or evening when its morning lies ahead too."""


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
        when = _in_part(clock, day or now.date(), part, now)
        over = day is None and _ahead(when, now) is None
        return _in_part(clock, now.date() + DAY, part, now) if over else when
    if clock.half is None and 1 <= hour <= NOON:
        return _open_hour(clock, day, now)
    if clock.half:
        hour = hour % NOON + (NOON if clock.half == "pm" else 0)
    when = moment_of(day or now.date(), hour, clock.minute, now)
    if day is None and _ahead(when, now) is None:
        return moment_of(now.date() + DAY, hour, clock.minute, now)
    return when


def _in_part(clock: Clock, day: date, part: str, now: datetime) -> datetime:
    hour = clock.hour
    past_midnight = part == NIGHT and (hour == NOON or hour < DAYBREAK - 1)
    if past_midnight:
        return moment_of(day + DAY, hour % NOON, clock.minute, now)
    if part != MORNING and hour < NOON:
        hour += NOON
    return moment_of(day, hour, clock.minute, now)


def _open_hour(clock: Clock, day: date | None, now: datetime) -> datetime:
    """An hour from 1 to 12 that may be of the morning or of the afternoon."""
    hour, minute = clock.hour % NOON, clock.minute
    if day is not None and day != now.date():
        afternoon = clock.hour == NOON or hour <= LAST_AFTERNOON["later"]
        return moment_of(day, hour + NOON if afternoon else hour, minute, now)
    today = now.date()
    early, late = moment_of(today, hour, minute, now), moment_of(today, hour + NOON, minute, now)
    waking = now.hour >= DAYBREAK and clock.hour <= LAST_AFTERNOON["today"]
    if _ahead(early, now) and not waking:
        return early
    if _ahead(late, now) or day is not None:
        return late
    return moment_of(today + DAY, hour, minute, now)


_EVENING_WORDS = re.compile(
    r"\b(?:(?:be|get|come|back|head)(?:ing)? home|home (?:by|at|before|for)|dinner|supper|bedtime|bath ?time"
    r"|drinks|pub|cinema|film|theatre|takeaway|pyjamas|put (?:\w+ ){1,3}to bed)\b"
)
_MORNING_WORDS = re.compile(r"\b(?:breakfast|school run|before (?:school|work)|wake (?:you|him|her|them))\b")
_JOINT = re.compile(
    r"[\s,(]*(?:(?:at|by|on|in|before|around|about|for|the|of|say|from|latest|sharp|no later than|any time|@"
    r"|-|–|and)[\s,]+)*"
)
