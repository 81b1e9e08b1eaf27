"""A calendar that someone brings along: what is in it, item by item, and nothing of where or with whom.

No place, no other person, no link and no note leaves this file: what is read of an entry is
its title and its time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import recurring_ical_events
from django.utils.translation import gettext as _
from icalendar import Calendar, Component, Event, Timezone

LARGEST: Final = 1024 * 1024
"""Bytes of a calendar [choice]."""
WEEKS: Final = 8
"""How far ahead entries are read, and those that recur unrolled."""
MOST: Final = 200
"""Entries offered at once [choice]."""
MOST_RECURRING: Final = 300
"""Entries that recur, in one calendar [choice]."""
LONGEST_TITLE: Final = 200
"""Characters of a title [choice]."""
_TOO_OFTEN: Final = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})
_KEPT: Final = frozenset(
    {"SUMMARY", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "UID", "DTSTAMP"}
)
"""What an entry of a calendar may keep: its title and its times."""
_PRODUCT: Final = "-//Amends//EN"


class NoCalendar(ValueError):
    """A file that is no calendar one can read. Its text is a sentence to show."""


@dataclass(frozen=True, slots=True)
class Appointment:
    """One entry, once.

    Attributes:
        title: what it is called; may be empty.
        first: its day, on the clock of the bond.
        last: the last of its days, the same for nearly all.
        begins: its local time; None where it takes whole days.
        ends: the local time at which it ends; None where that is not said or lies on another day.
    """

    title: str
    first: date
    last: date
    begins: datetime | None
    ends: datetime | None


def read_calendar(content: bytes, now: datetime) -> list[Appointment]:
    """What lies within the next eight weeks, in order; what recurs is there each time.

    Args:
        content: an iCalendar file (RFC 5545).
        now: aware, in the zone of the bond; times without a zone are meant in it.

    Raises:
        NoCalendar: it can't be read, and why.
    """
    calendar = _parse(content)
    zone = now.tzinfo if isinstance(now.tzinfo, ZoneInfo) else ZoneInfo("UTC")
    ends = now + timedelta(weeks=WEEKS)
    try:
        query = recurring_ical_events.of(calendar, components=["VEVENT"], skip_bad_series=True)
        found = [_appointment(event, zone) for event in query.between(now, ends) if isinstance(event, Event)]
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, ArithmeticError):
        raise NoCalendar(_("Its times can’t be read. Nothing was kept.")) from None
    return sorted(found, key=_order)[:MOST]


def _order(one: Appointment) -> tuple[str, str]:
    begins = f"{one.first.isoformat()}{one.begins:T%H:%M}" if one.begins else one.first.isoformat()
    return begins, one.title


def without_places(content: bytes) -> bytes:
    """The same calendar with titles and times alone.

    Raises:
        NoCalendar: it can't be read, and why.
    """
    plain = Calendar()
    plain.add("prodid", _PRODUCT)
    plain.add("version", "2.0")
    for part in _parse(content).subcomponents:
        if isinstance(part, Timezone):
            plain.add_component(part)
        elif isinstance(part, Event):
            plain.add_component(_bare(part))
    return bytes(plain.to_ical())


def _bare(event: Event) -> Event:
    bare = Event()
    for name, value in event.property_items(recursive=False):
        if name in _KEPT:
            bare.add(name, value)
    return bare


def _parse(content: bytes) -> Calendar:
    if len(content) > LARGEST:
        raise NoCalendar(_("It is larger than a calendar can be here: at most 1 MB."))
    try:
        calendar = Calendar.from_ical(content)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        raise NoCalendar(
            _("This is no calendar that can be read. A file that ends in .ics is expected.")
        ) from None
    if not isinstance(calendar, Calendar):
        raise NoCalendar(_("This is no calendar that can be read. A file that ends in .ics is expected."))
    recurring = [event for event in calendar.walk("VEVENT") if "RRULE" in event]
    if len(recurring) > MOST_RECURRING:
        raise NoCalendar(_("It holds too many entries that recur."))
    if any(_recurs_too_often(event) for event in recurring):
        raise NoCalendar(_("Something in it recurs more than once a day. Take that out first."))
    return calendar


def _recurs_too_often(event: Component) -> bool:
    rules = event.get("RRULE", [])
    for rule in rules if isinstance(rules, list) else [rules]:
        by_clock = {"BYHOUR", "BYMINUTE", "BYSECOND"} & {str(key).upper() for key in rule}
        if by_clock or {str(one).upper() for one in rule.get("FREQ", [])} & _TOO_OFTEN:
            return True
    return False


def _appointment(event: Event, zone: ZoneInfo) -> Appointment:
    title = " ".join(str(event.get("SUMMARY", "")).split())[:LONGEST_TITLE]
    start, end = event.start, event.end
    if not isinstance(start, datetime) or not isinstance(
        end, datetime
    ):  # whole days; the end is the day after the last
        return Appointment(title, start, max(start, end - timedelta(days=1)), None, None)
    begins, ends = _local(start, zone), _local(end, zone)
    last = (ends - timedelta(microseconds=1)).date() if ends > begins else begins.date()
    is_one_day = ends.date() == begins.date() and ends > begins
    return Appointment(title, begins.date(), last, begins, ends if is_one_day else None)


def _local(at: datetime, zone: ZoneInfo) -> datetime:
    return at.replace(tzinfo=zone) if at.tzinfo is None else at.astimezone(zone)
