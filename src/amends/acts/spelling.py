"""How each sort of value is spelled in a story."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from amends.acts.base import Person
from amends.acts.due import Due, Unit
from amends.acts.errors import InvalidAct
from amends.acts.fields import instant_from_plain, instant_to_plain, second_from_plain, second_to_plain
from amends.acts.when import Policy, When, check_year, find_zone

WHEN: Final = (
    r"(?P<day>\d{4}-\d\d-\d\d)(?: (?P<clock>\d\d:\d\d))?(?: \[(?P<zone>[^\]\[]*)\])?"
    r"(?: \((?P<utc>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ) (?P<policy>[a-z]+)\))?"
)
"""A point in time: day, clock, [zone], (instant and how it was found); all but the day may be missing."""
_DUE = re.compile(
    WHEN + r"(?: every(?: (?P<every>\d{1,3}))? (?P<unit>day|week|month)s?)?(?: until (?P<until>\S+))?",
    re.ASCII,
)
_RECEIPT = re.compile(r"(?P<local>\d{4}-\d\d-\d\d \d\d:\d\d)(?::\d\d(?:\.\d{3})?)?", re.ASCII)
_NUMBER = re.compile(r"-?\d{1,16}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Spelling:
    """Spells and reads values in one story.

    Attributes:
        zone: the zone of times that name none.
        label: what an act is called.
        find: the id of the act that a label calls; raises InvalidAct.
        members: who may be named.
    """

    zone: str
    label: Callable[[UUID], str]
    find: Callable[[str], UUID]
    members: frozenset[str]

    def spell(self, sort: Any, value: Any) -> str:
        """One value as text."""
        if isinstance(value, StrEnum):
            return value.value
        spellings: dict[Any, Callable[[Any], str]] = {
            UUID: lambda found: f"^{self.label(found)}",
            bool: lambda found: "yes" if found else "no",
            date: date.isoformat,
            Due: self.due,
        }
        return spellings.get(sort, str)(value)

    def read(self, sort: Any, text: str) -> Any:
        """The value that a text stands for.

        Raises:
            InvalidAct: it stands for none; its reason says what is expected.
        """
        if isinstance(sort, type) and issubclass(sort, StrEnum):
            return _choice(sort, text)
        readings: dict[Any, Callable[[str], Any]] = {
            UUID: self._read_label,
            Person: self._read_person,
            bool: _truth,
            int: _number,
            date: _day,
            Due: self._read_due,
            str: str,
        }
        return readings[sort](text)

    def when(self, when: When) -> str:
        """A point in time; the instant is written where the rest does not lead to it."""
        text = when.local.replace("T", " ")
        if when.zone != self.zone:
            text += f" [{when.zone}]"
        if not _leads_to(when):
            text += f" ({second_to_plain(when.utc)} {when.policy.value})"
        return text

    def read_when(self, found: re.Match[str]) -> When:
        """The point in time of a match of `WHEN`."""
        local = found["day"] + ("" if found["clock"] is None else f"T{found['clock']}")
        zone = self.zone if found["zone"] is None else found["zone"]
        if found["utc"] is None:
            return When.said(local, zone)
        policy = _choice(Policy, found["policy"])
        try:
            utc = second_from_plain(found["utc"])
        except ValueError:
            raise InvalidAct("occurred", "an instant such as 2026-03-02T19:40:00Z is expected") from None
        return When(local, zone, utc, policy)

    def due(self, due: Due) -> str:
        """A due time, once or repeating."""
        text = self.when(due.first)
        if due.unit is not None:
            text += f" every {due.unit.value}" if due.every == 1 else f" every {due.every} {due.unit.value}s"
        return text if due.until is None else f"{text} until {due.until.isoformat()}"

    def receipt(self, recorded_at: datetime) -> str:
        """When something was received: the story's time, as short as it can be without losing any of it.

        An hour that clocks go through twice is written as an instant the second time.
        """
        local = recorded_at.astimezone(find_zone(self.zone))
        if local.fold:
            return instant_to_plain(recorded_at)
        exact = "milliseconds" if local.microsecond else "seconds" if local.second else "minutes"
        return local.replace(tzinfo=None).isoformat(" ", exact)

    def read_receipt(self, text: str) -> datetime:
        """A receipt: a time in the story's zone, or an instant.

        Raises:
            InvalidAct: the text is neither.
        """
        try:
            if not _RECEIPT.fullmatch(text):
                return instant_from_plain(text)
            local = datetime.fromisoformat(text).replace(tzinfo=find_zone(self.zone))
        except ValueError:
            raise InvalidAct("recorded_at", "a time such as 2026-03-02 19:40 is expected") from None
        check_year("recorded_at", local.year)
        return local.astimezone(UTC)

    def _read_label(self, text: str) -> UUID:
        if not text.startswith("^"):
            raise InvalidAct("", "the label of an act is expected, such as ^first")
        return self.find(text[1:])

    def _read_person(self, text: str) -> Person:
        if text not in self.members:
            raise InvalidAct("", f"one of the story's people is expected, not “{text}”")
        return Person(text)

    def _read_due(self, text: str) -> Due:
        found = _DUE.fullmatch(text)
        if found is None:
            raise InvalidAct(
                "due", "a time such as “2026-03-02 19:00 every 2 weeks until 2026-05-31” is expected"
            )
        unit = None if found["unit"] is None else Unit(found["unit"])
        every = int(found["every"] or 1) if unit else 0
        until = None if found["until"] is None else _day(found["until"])
        return Due(self.read_when(found), every, unit, until)


def _leads_to(when: When) -> bool:
    try:
        return When.said(when.local, when.zone) == when
    except InvalidAct:
        return False


def _choice(sort: Any, text: str) -> Any:
    try:
        return sort(text)
    except ValueError:
        offered = ", ".join(option.value for option in sort)
        raise InvalidAct("", f"one of these is expected: {offered}") from None


def _truth(text: str) -> bool:
    if text not in {"yes", "no"}:
        raise InvalidAct("", "yes or no is expected")
    return text == "yes"


def _number(text: str) -> int:
    if not _NUMBER.fullmatch(text):
        raise InvalidAct("", "a whole number is expected")
    return int(text)


def _day(text: str) -> date:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.isoformat() != text:
        raise InvalidAct("", "a day such as 2026-03-02 is expected")
    return found
