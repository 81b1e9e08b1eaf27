"""When something happened or falls due: the local time as said, its zone, and the instant it means.

The instant is resolved once, when the act is recorded, and kept. Readers use the
kept instant and never ask zone data again, so a later change of a country's clocks
can't reorder what happened.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from amends.acts.errors import InvalidAct

NOON = time(12, 0)
"""A date without a time means noon of that day."""
YEARS = range(1900, 2200)
"""Years that a person can mean; others are slips of the finger [choice]."""
FURTHEST = timedelta(days=1)
"""How far an instant can lie from the local time that means it; clocks differ by less."""
_ZONE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_+/-]{0,63}")


class Policy(StrEnum):
    """How the instant was found from what was said."""

    RECEIPT = "receipt"
    """Nothing was said: the server's clock at receipt."""
    SAID = "said"
    """The local time as typed; it exists once."""
    FORWARD = "forward"
    """The clocks skipped this local time: moved forward by the length of the gap."""
    FIRST = "first"
    """This local time came twice that day: the first of the two."""


@dataclass(frozen=True, slots=True)
class When:
    """A point in time as a person said it.

    Attributes:
        local: ``YYYY-MM-DD`` or ``YYYY-MM-DDTHH:MM``, exactly as said.
        zone: IANA name of the zone it was said in, such as ``Europe/London``.
        utc: the instant it means, to the second, resolved when it was recorded.
        policy: how ``utc`` was found.
    """

    local: str
    zone: str
    utc: datetime
    policy: Policy = Policy.SAID

    def __post_init__(self) -> None:
        if self.utc.tzinfo is None or self.utc.utcoffset() != UTC.utcoffset(None):
            raise InvalidAct("utc", "the instant must be in UTC")
        if self.utc.microsecond:
            raise InvalidAct("utc", "the instant is kept to the second")
        if not _ZONE.fullmatch(self.zone):
            raise InvalidAct("zone", "that is no name of a time zone")
        if abs(self.utc.replace(tzinfo=None) - _parse_local(self.local)) > FURTHEST:
            raise InvalidAct("utc", "the instant is not that of the local time")

    @classmethod
    def said(cls, local: str, zone: str) -> When:
        """Resolve a local date or time, as typed, in an IANA zone.

        Raises:
            InvalidAct: the text is no date or time, or the zone is unknown.
        """
        naive = _parse_local(local)
        info = find_zone(zone)
        utc = naive.replace(tzinfo=info).astimezone(UTC)
        return cls(local, zone, utc, _policy(naive, info))

    @classmethod
    def received(cls, now: datetime, zone: str) -> When:
        """The server's receipt at ``now`` (aware), shown in ``zone``; used where nothing was typed."""
        second = now.astimezone(UTC).replace(microsecond=0)
        local = second.astimezone(find_zone(zone)).strftime("%Y-%m-%dT%H:%M")
        return cls(local, zone, second, Policy.RECEIPT)

    @property
    def day(self) -> date:
        """The local calendar day."""
        return date.fromisoformat(self.local[:10])

    @property
    def clock(self) -> time | None:
        """The local time of day, or None where only a date was said."""
        return None if self.is_date_only else time.fromisoformat(self.local[11:])

    @property
    def is_date_only(self) -> bool:
        """Whether a day was said without a time."""
        return len(self.local) == len("YYYY-MM-DD")


def find_zone(zone: str) -> ZoneInfo:
    """The zone of an IANA name.

    Raises:
        InvalidAct: there is no such zone.
    """
    try:
        return ZoneInfo(zone)
    except (KeyError, ValueError, OSError):
        raise InvalidAct("zone", f"“{zone}” is not a known time zone") from None


def is_zone(zone: str) -> bool:
    """Whether this machine knows the zone of that name."""
    try:
        find_zone(zone)
    except InvalidAct:
        return False
    return True


def check_year(field: str, year: int) -> None:
    """Refuse a year that nobody can mean."""
    if year not in YEARS:
        raise InvalidAct(field, f"the year {year} can't be right")


def _parse_local(local: str) -> datetime:
    try:
        naive = _parse_spelling(local)
    except ValueError:
        raise InvalidAct("local", "a day (2026-03-02) or a time (2026-03-02 19:40) is expected") from None
    check_year("local", naive.year)
    return naive


def _parse_spelling(local: str) -> datetime:
    naive = datetime.fromisoformat(local)
    spelling = "%Y-%m-%d" if len(local) == len("YYYY-MM-DD") else "%Y-%m-%dT%H:%M"
    if naive.strftime(spelling) != local:  # ISO 8601 has more spellings than we keep
        raise ValueError
    return naive if "T" in spelling else datetime.combine(naive, NOON)


def _policy(naive: datetime, info: ZoneInfo) -> Policy:
    first = naive.replace(tzinfo=info, fold=0).utcoffset()
    second = naive.replace(tzinfo=info, fold=1).utcoffset()
    if first == second or first is None or second is None:
        return Policy.SAID
    return Policy.FIRST if first > second else Policy.FORWARD
