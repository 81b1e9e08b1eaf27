"""Things to do together: one content file, in words, and what fits what someone looks for. Pure.

Something new and a little exciting does more for people who know each other than what is merely
pleasant (Aron et al. 2000); so each idea says how new it usually is. Adding one takes no Python:
CONTRIBUTING.md says how.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from hashlib import sha256
from importlib import resources
from typing import Any, Final, TypeVar

from amends.acts.session import PLACE as PLAIN_WORD
from amends.practices.content import SETTINGS, SOURCE_LANGUAGE

LONGEST: Final = 160
"""Characters in which an idea is said, so that it can be read at a glance [choice]."""

Sort = TypeVar("Sort", bound=StrEnum)


class BadIdea(ValueError):
    """The content file can't be used; says which idea, and what is wrong."""


class Time(StrEnum):
    """How long it takes, about."""

    MINUTES = "minutes"
    HOUR = "hour"
    EVENING = "evening"
    DAY = "day"


class Money(StrEnum):
    """What it costs, about."""

    NONE = "none"
    LITTLE = "little"
    SOME = "some"


class Place(StrEnum):
    """Where it can be done."""

    HOME = "home"
    NEAR = "near"
    OUTSIDE = "outside"
    AWAY = "away"
    APART = "apart"
    """Each where they are, by telephone or post."""


class Who(StrEnum):
    """With whom; all of them adults."""

    TWO = "two"
    FRIENDS = "friends"
    FAMILY = "family"
    TEAM = "team"


class Novelty(StrEnum):
    """How new it usually is."""

    KNOWN = "known"
    NEW = "new"
    BOLD = "bold"


OF_SETTING: Final = {"couple": Who.TWO, "friends": Who.FRIENDS, "family": Who.FAMILY, "team": Who.TEAM}
"""With whom people do something, by what they are to each other."""


@dataclass(frozen=True, slots=True)
class Idea:
    """Something to do together.

    Attributes:
        id: a word that never changes meaning; what someone laid aside is remembered by it.
        says: what to do, in the words of a setting.
        time, money, novelty: about how long, how dear and how new it is.
        place, who: where it can be done, and with whom.
    """

    id: str
    says: str
    time: Time
    money: Money
    place: tuple[Place, ...]
    who: tuple[Who, ...]
    novelty: Novelty


@dataclass(frozen=True, slots=True)
class Wish:
    """What someone looks for; what is None does not matter to them."""

    time: Time | None = None
    money: Money | None = None
    place: Place | None = None
    who: Who | None = None
    novelty: Novelty | None = None

    def fits(self, idea: Idea) -> bool:
        """Whether an idea takes no longer and costs no more than wished, and is of the sort."""
        return (
            _within(Time, idea.time, self.time)
            and _within(Money, idea.money, self.money)
            and self.place in {None, *idea.place}
            and self.who in {None, *idea.who}
            and self.novelty in {None, idea.novelty}
        )


def find(ideas: tuple[Idea, ...], wish: Wish, aside: frozenset[str] = frozenset()) -> list[Idea]:
    """The ideas that fit a wish, the newer sorts first, without those laid aside."""
    newest_first = list(reversed(Novelty))
    found = [one for one in ideas if one.id not in aside and wish.fits(one)]
    return sorted(found, key=lambda one: newest_first.index(one.novelty))


def on(ideas: list[Idea], about: str) -> Idea | None:
    """One of some ideas, always the same for the same ``about``, such as a day; None of none."""
    return min(ideas, key=lambda one: sha256(f"{about} {one.id}".encode()).digest(), default=None)


@cache
def ideas(language: str, setting: str) -> tuple[Idea, ...]:
    """All ideas in the words of a language and a setting; what a language lacks is in English.

    Raises:
        BadIdea: the file can't be used.
    """
    folder = resources.files("amends.practices") / "content"
    here = folder / language.split("-", maxsplit=1)[0] / "joy" / "ideas.toml"
    path = here if here.is_file() else folder / SOURCE_LANGUAGE / "joy" / "ideas.toml"
    try:
        return read_ideas(tomllib.loads(path.read_text(encoding="utf-8")), setting)
    except (tomllib.TOMLDecodeError, BadIdea) as error:
        raise BadIdea(f"{path}: {error}") from error


def read_ideas(plain: dict[str, Any], setting: str) -> tuple[Idea, ...]:
    """The ideas that such data describe, in the words of a setting.

    Raises:
        BadIdea: something is missing, misspelled, too long or said twice.
    """
    _check(
        set(plain) == {"ideas"} and isinstance(plain["ideas"], list), "ideas", "a list of them is expected"
    )
    found = tuple(_idea(one, setting) for one in plain["ideas"])
    seen: set[str] = set()
    for one in found:
        _check(one.id not in seen, one.id, "this word is taken by another idea")
        seen.add(one.id)
    return found


def _idea(plain: Any, setting: str) -> Idea:
    _check(isinstance(plain, dict), "ideas", "a table is expected")
    name = str(plain.get("id", "an idea"))
    _check(bool(PLAIN_WORD.fullmatch(name)), name, "id: a plain word of its own is expected")
    for key, value in plain.items():
        _check(key in _MUST or key in SETTINGS, name, f"{key}: nothing is known by this name")
        expected = list if key in {"place", "who"} else str
        _check(isinstance(value, expected), name, f"{key}: {expected.__name__} is expected")
        if key == "says" or key in SETTINGS:
            _check(0 < len(value) <= LONGEST, name, f"{key}: from 1 to {LONGEST} characters")
    for key in _MUST:
        _check(key in plain, name, f"{key}: this is missing")
    who = _several(Who, name, "who", plain["who"])
    for key in SETTINGS:
        _check(key not in plain or OF_SETTING[key] in who, name, f"{key}: “who” does not name them")
    return Idea(
        id=name,
        says=plain.get(setting, plain["says"]),
        time=_one(Time, name, "time", plain["time"]),
        money=_one(Money, name, "money", plain["money"]),
        place=_several(Place, name, "place", plain["place"]),
        who=who,
        novelty=_one(Novelty, name, "novelty", plain["novelty"]),
    )


_MUST: Final = ("id", "says", "time", "money", "place", "who", "novelty")


def _one(sort: type[Sort], name: str, key: str, value: Any) -> Sort:
    _check(
        isinstance(value, str) and value in set(sort), name, f"{key}: one of {', '.join(sort)} is expected"
    )
    return sort(value)


def _several(sort: type[Sort], name: str, key: str, values: list[Any]) -> tuple[Sort, ...]:
    _check(
        bool(values) and len(set(map(str, values))) == len(values), name, f"{key}: each once, at least one"
    )
    return tuple(_one(sort, name, key, value) for value in values)


def _within(sort: type[Sort], value: Sort, most: Sort | None) -> bool:
    order = list(sort)
    return most is None or order.index(value) <= order.index(most)


def _check(holds: bool, where: str, expected: str) -> None:  # noqa: FBT001
    if not holds:
        raise BadIdea(f"{where}: {expected}")
