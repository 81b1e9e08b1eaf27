"""What a facilitator may read: what lies between people where each of them grants it; one's own. Pure.

A strand is a repair, a promise, a practice, or something agreed, with what was said about it. It concerns
everyone who wrote in it, did something in it or is meant by it; while one of them grants it not, or no
more, none of it is there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from amends.acts.amends import Amends, Completion
from amends.acts.answer import Answer
from amends.acts.apology import Apology
from amends.acts.base import Act, Person
from amends.acts.boundary import Boundary, Observance
from amends.acts.breach import Breach
from amends.acts.closing import Closing
from amends.acts.correction import Correction
from amends.acts.disclosure import Disclosure, Shelf
from amends.acts.moment import Moment
from amends.acts.outcome import Outcome
from amends.acts.promise import Promise
from amends.acts.references import named_by
from amends.acts.repair import Repair, Turn
from amends.acts.repair_map import RepairMap
from amends.acts.request import Request
from amends.acts.response import Response
from amends.acts.scope import Placed, Scope
from amends.acts.session import Contribution, Session
from amends.acts.settlement import Settlement
from amends.acts.skip import Skip
from amends.acts.understanding import Understanding

REPAIRS: Final = "repairs"
PROMISES: Final = "promises"
SESSIONS: Final = "sessions"
AGREEMENTS: Final = "agreements"

_FOLLOWS: Final[dict[str, tuple[type[Act], ...]]] = {
    REPAIRS: (
        *(Amends, Answer, Apology, Boundary, Breach, Completion, Correction, Moment, Observance, Outcome),
        *(Promise, RepairMap, Request, Response, Settlement, Skip, Turn, Understanding),
    ),
    PROMISES: (Outcome, Settlement, Skip, Correction, Answer),
    SESSIONS: (Contribution,),
    AGREEMENTS: (Answer, Observance, Correction),
}
"""By sort, what belongs to a strand beside its beginning. A kind that is not named stays closed."""


@dataclass(frozen=True, slots=True)
class Granted:
    """What one member's grant covers, and what that member is shown.

    Attributes:
        parts: sorts, and ids of acts.
        shown: the acts by id, in the order in which they happened.
    """

    parts: frozenset[str]
    shown: Mapping[UUID, Placed]

    def covers(self, strand: Strand) -> bool:
        """Whether the grant opens a strand, as far as this member goes."""
        return strand.sort in self.parts or str(strand.root.id) in self.parts


@dataclass(frozen=True, slots=True)
class Strand:
    """Something between people, from its beginning on.

    Attributes:
        sort: what sort of thing it is.
        root: its beginning.
        acts: all of it, in the order in which it happened.
        concerned: whom it concerns.
    """

    sort: str
    root: Act
    acts: tuple[Act, ...]
    concerned: frozenset[Person]


def between(granted: Mapping[Person, Granted]) -> tuple[Strand, ...]:
    """What all whom it concerns have granted, in the order in which it began; of it, what each can read."""
    together = {
        one.act.id: one.act
        for grant in granted.values()
        for one in grant.shown.values()
        if one.scope is not Scope.OWN
    }
    opened = (
        _as_all_read_it(strand, [granted[person] for person in strand.concerned])
        for strand in _strands(together)
        if all(person in granted and granted[person].covers(strand) for person in strand.concerned)
    )
    found = [strand for strand in opened if strand.root in strand.acts]
    return tuple(sorted(found, key=lambda strand: strand.root.occurred.utc))


def own(person: Person, granted: Granted) -> tuple[Act, ...]:
    """What a member keeps to themselves and has granted, item by item, in the order in which it happened."""
    return tuple(act for act in ownable(person, granted.shown) if str(act.id) in granted.parts)


def ownable(person: Person, shown: Mapping[UUID, Placed]) -> Iterator[Act]:
    """What a member wrote and keeps to themselves: each can be granted by itself."""
    for one in shown.values():
        is_own = one.scope is Scope.OWN and one.act.author == person
        if is_own and not isinstance(one.act, Closing):
            yield one.act


def repairs(shown: Mapping[UUID, Placed]) -> Iterator[Repair]:
    """The repairs between a member and others: each can be granted by itself."""
    for one in shown.values():
        if isinstance(one.act, Repair) and one.scope is not Scope.OWN:
            yield one.act


def _sort_of(act: Act) -> str | None:
    match act:
        case Repair():
            return REPAIRS
        case Promise():
            return PROMISES
        case Session():
            return SESSIONS
        case Boundary() | Request():
            return AGREEMENTS
        case Disclosure() if act.shelf is Shelf.DECISION:
            return AGREEMENTS
        case _:
            return None


def _strands(acts: Mapping[UUID, Act]) -> Iterator[Strand]:
    about: dict[UUID, list[Act]] = defaultdict(list)
    for act in acts.values():
        for one in named_by(act):
            about[one].append(act)
    places = {one: place for place, one in enumerate(acts)}
    for act in acts.values():
        sort = _sort_of(act)
        if sort is not None:
            ids = _around({act.id} | _began_with(act, acts), sort, about)
            found = tuple(acts[one] for one in sorted(ids & acts.keys(), key=places.__getitem__))
            yield Strand(sort, act, found, _concerned(found))


def _around(begun: set[UUID], sort: str, about: Mapping[UUID, Iterable[Act]]) -> set[UUID]:
    """The ids of a strand: its beginning, what was said about that, what was said about it in turn."""
    found, waiting = set(begun), list(begun)
    while waiting:
        for act in about.get(waiting.pop(), ()):
            if act.id not in found and _belongs(act, sort):
                found.add(act.id)
                waiting.append(act.id)
    return found


def _began_with(root: Act, acts: Mapping[UUID, Act]) -> set[UUID]:
    """What was written down before a repair began and belongs to it."""
    of = root.of if isinstance(root, Repair) else ()
    return {one for one in of if one in acts and _belongs(acts[one], REPAIRS)}


def _belongs(act: Act, sort: str) -> bool:
    return isinstance(act, _FOLLOWS[sort])


def _concerned(acts: Iterable[Act]) -> frozenset[Person]:
    return frozenset(person for act in acts for person in (act.author, act.by, *act.affected))


def _as_all_read_it(strand: Strand, granted: Iterable[Granted]) -> Strand:
    """The strand as far as each of those it concerns is shown it."""
    each = list(granted)
    acts = tuple(act for act in strand.acts if all(act.id in one.shown for one in each))
    return Strand(strand.sort, strand.root, acts, strand.concerned)
