"""The fields of each kind of act, and how each sort of value stands in plain data.

The one mechanism behind `codec` and `story`: a kind declares its fields once, as a
dataclass, and both read them from there.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from types import NoneType
from typing import Any, TypeAlias, get_args, get_origin, get_type_hints
from uuid import UUID

from amends.acts.base import Act, Person
from amends.acts.due import Due, Unit
from amends.acts.errors import InvalidAct
from amends.acts.when import Policy, When

Plain: TypeAlias = bool | int | str | list["Plain"] | dict[str, "Plain"]
"""What canonical JSON can hold exactly: no floats, and no null (an absent key says it)."""


@dataclasses.dataclass(frozen=True, slots=True)
class Field:
    """One field of a kind.

    Attributes:
        name: as in the class.
        sort: the class of its value, or of each of its values where ``many``.
        many: whether it holds a tuple.
        required: whether it has no default.
        default: the value it has when nothing is said; None where required.
    """

    name: str
    sort: Any
    many: bool
    required: bool
    default: Any

    def to_plain(self, value: Any) -> Plain:
        """The value in plain data."""
        one = _TO_PLAIN[_basic(self.sort)]
        return [one(item) for item in value] if self.many else one(value)

    def from_plain(self, plain: Any) -> Any:
        """The value that plain data stands for.

        Raises:
            InvalidAct: it stands for none.
        """
        if not self.many:
            return self._one(plain)
        if not isinstance(plain, list):
            raise InvalidAct(self.name, "a list is expected")
        return tuple(self._one(item) for item in plain)

    def _one(self, plain: Any) -> Any:
        try:
            return _from_plain(self.sort, plain)
        except InvalidAct as error:
            raise InvalidAct(self.name, error.reason) from None
        except (ValueError, TypeError, KeyError, AttributeError, OverflowError):
            raise InvalidAct(self.name, f"not a {_name(self.sort)}") from None


def fields_of(kind: type[Act]) -> tuple[Field, ...]:
    """The fields of a kind, those that all acts share first."""
    found = _FIELDS.get(kind)
    if found is None:
        hints = get_type_hints(kind)
        found = tuple(_field(field, hints[field.name]) for field in dataclasses.fields(kind))
        _FIELDS[kind] = found
    return found


_FIELDS: dict[type[Act], tuple[Field, ...]] = {}


def _field(field: dataclasses.Field[Any], hint: Any) -> Field:
    many = get_origin(hint) is tuple
    sort = get_args(hint)[0] if many else _without_none(hint)
    required = field.default is dataclasses.MISSING
    return Field(field.name, sort, many, required, None if required else field.default)


def _without_none(hint: Any) -> Any:
    options = [option for option in get_args(hint) if option is not NoneType]
    return options[0] if options else hint


def _basic(sort: Any) -> Any:
    if sort is Person:
        return str
    return StrEnum if isinstance(sort, type) and issubclass(sort, StrEnum) else sort


def _name(sort: Any) -> str:
    return "name" if sort is Person else str(sort.__name__).lower()


def instant_to_plain(instant: datetime) -> str:
    """A receipt: ``2026-03-02T19:52:07.125Z``."""
    return instant.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def instant_from_plain(text: str) -> datetime:
    """The receipt that such a text stands for."""
    return _instant(text, instant_to_plain)


def second_to_plain(instant: datetime) -> str:
    """An instant to the second: ``2026-03-02T19:52:00Z``."""
    return instant.isoformat(timespec="seconds").replace("+00:00", "Z")


def second_from_plain(text: str) -> datetime:
    """The instant that such a text stands for."""
    return _instant(text, second_to_plain)


def when_to_plain(when: When) -> dict[str, Plain]:
    """A point in time; the policy is left out where the time was simply said."""
    plain: dict[str, Plain] = {
        "local": when.local,
        "zone": when.zone,
        "utc": second_to_plain(when.utc),
    }
    return plain if when.policy is Policy.SAID else plain | {"policy": when.policy.value}


def when_from_plain(plain: Mapping[str, Any]) -> When:
    """The point in time that such data stand for; zone data are not asked."""
    utc = second_from_plain(plain["utc"])
    return When(_text(plain["local"]), _text(plain["zone"]), utc, Policy(plain.get("policy", "said")))


def _instant(text: str, spell: Callable[[datetime], str]) -> datetime:
    found = datetime.fromisoformat(text)
    if found.utcoffset() != timedelta(0) or spell(found) != text:  # one spelling, so that bytes compare
        raise ValueError
    return found


def _due_to_plain(due: Due) -> dict[str, Plain]:
    plain: dict[str, Plain] = {"first": when_to_plain(due.first)}
    if due.unit is not None:
        plain |= {"every": due.every, "unit": due.unit.value}
    if due.until is not None:
        plain["until"] = due.until.isoformat()
    return plain


def _due_from_plain(plain: Mapping[str, Any]) -> Due:
    unit = plain.get("unit")
    until = plain.get("until")
    return Due(
        when_from_plain(plain["first"]),
        _integer(plain.get("every", 0)),
        None if unit is None else Unit(unit),
        None if until is None else _date(until),
    )


def _from_plain(sort: Any, plain: Any) -> Any:
    basic = _basic(sort)
    return sort(plain) if basic is StrEnum else _FROM_PLAIN[basic](plain)


def _text(plain: Any) -> str:
    if not isinstance(plain, str):
        raise TypeError
    return plain


def _integer(plain: Any) -> int:
    if not isinstance(plain, int) or isinstance(plain, bool):
        raise TypeError
    return plain


def _truth(plain: Any) -> bool:
    if not isinstance(plain, bool):
        raise TypeError
    return plain


def _date(plain: Any) -> date:
    found = date.fromisoformat(_text(plain))
    if found.isoformat() != plain:  # one spelling of a day, so that bytes compare
        raise ValueError
    return found


def _uuid(plain: Any) -> UUID:
    found = UUID(_text(plain))
    if str(found) != plain:
        raise ValueError
    return found


_TO_PLAIN: dict[Any, Callable[[Any], Plain]] = {
    str: str,
    int: int,
    bool: bool,
    StrEnum: lambda value: str(value.value),
    UUID: str,
    date: date.isoformat,
    datetime: instant_to_plain,
    When: when_to_plain,
    Due: _due_to_plain,
}
_FROM_PLAIN: dict[Any, Callable[[Any], Any]] = {
    str: _text,
    int: _integer,
    bool: _truth,
    UUID: _uuid,
    date: _date,
    datetime: instant_from_plain,
    When: when_from_plain,
    Due: _due_from_plain,
}
